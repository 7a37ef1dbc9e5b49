package eyebright.article;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A sentence of which some parts are strong. Its parts are text: a page has to escape them.
///
/// @param parts one after another, without anything between them
public record Sentence(List<Part> parts) {

    public Sentence {
        parts = List.copyOf(parts);
    }

    /// A piece of a sentence.
    public sealed interface Part {

        /// The text as it is read.
        String text();

        /// Read like the rest.
        record Plain(String text) implements Part {}

        /// What the sentence is about.
        record Strong(String text) implements Part {}

        /// Whether it is strong.
        default boolean isStrong() {
            return this instanceof Strong;
        }
    }

    /// A sentence whose strong parts stand between double asterisks.
    ///
    /// @param pattern the sentence with `%s` for each value; values may hold anything
    static Sentence of(String pattern, Object... values) {
        var parts = new ArrayList<Part>();
        boolean strong = false;
        int used = 0;
        for (String piece : pattern.split("\\*\\*", -1)) {
            int count = piece.split("%s", -1).length - 1;
            String text = piece.formatted(java.util.Arrays.copyOfRange(values, used, used + count));
            used += count;
            if (!text.isEmpty()) {
                parts.add(strong ? new Part.Strong(text) : new Part.Plain(text));
            }
            strong = !strong;
        }
        return new Sentence(parts);
    }

    /// A sentence without strong parts.
    static Sentence plain(String text) {
        return new Sentence(List.of(new Part.Plain(text)));
    }

    /// The whole as plain text.
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }
}
