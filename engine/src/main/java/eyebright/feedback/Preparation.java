package eyebright.feedback;

import java.util.List;
import java.util.Optional;

/// Texts for one moment, and the sentences of a plan for it.
///
/// @param id unique in the file
/// @param title its heading, such as `Before`
/// @param intro what comes before the texts; absent if nothing does
/// @param texts one or more
/// @param plan sentences to complete; none is allowed
public record Preparation(
        String id, String title, Optional<String> intro, List<Passage> texts, List<Sentence> plan) {

    public Preparation {
        texts = List.copyOf(texts);
        plan = List.copyOf(plan);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("preparation %s must have a text".formatted(id));
        }
    }
}
