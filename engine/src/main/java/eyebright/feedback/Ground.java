package eyebright.feedback;

import java.util.List;
import java.util.Optional;

/// What a declared number or range rests on. A source says what was found, `assumed` what of the number is
/// ours; both may stand together.
///
/// @param sources in the order in which they are named
/// @param assumed why the number is what it is, in words; absent where a source gives the number itself
public record Ground(List<Source> sources, Optional<String> assumed) {

    public Ground {
        sources = List.copyOf(sources);
        if (sources.isEmpty() && assumed.isEmpty()) {
            throw new IllegalArgumentException("a ground must have a source or be assumed");
        }
    }
}
