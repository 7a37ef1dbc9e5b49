package eyebright.study;

import java.util.Optional;

/// What every question has, whatever its kind.
///
/// @param id unique within its study; also the name of its column
/// @param text what is asked, Markdown that may pipe earlier answers as `{{id}}`
/// @param hint a sentence below it, Markdown
/// @param original what the study it repeats is known to have asked
/// @param column the name of its column in a table made elsewhere
public record Asked(
        String id,
        String text,
        Optional<String> hint,
        Optional<String> original,
        Optional<String> column) {

    /// A question with nothing but its text.
    public static Asked of(String id, String text) {
        return new Asked(id, text, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
