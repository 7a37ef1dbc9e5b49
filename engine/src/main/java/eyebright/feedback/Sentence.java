package eyebright.feedback;

import java.util.List;

/// A sentence of a plan that a respondent completes. It stays with the respondent and is never sent.
///
/// @param begins such as `If tears come, I will`
/// @param offers ways to complete it, to be taken, changed or left
public record Sentence(String begins, List<String> offers) {

    public Sentence {
        offers = List.copyOf(offers);
    }
}
