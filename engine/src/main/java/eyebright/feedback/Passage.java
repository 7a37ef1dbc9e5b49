package eyebright.feedback;

import java.util.List;
import java.util.Optional;

/// A text that rests on what was published.
///
/// @param whom whom it is about, such as `For your client`; absent where that is nobody in particular
/// @param says Markdown
/// @param sources one or more
public record Passage(Optional<String> whom, String says, List<Source> sources) {

    public Passage {
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a passage must have a source: " + says);
        }
    }
}
