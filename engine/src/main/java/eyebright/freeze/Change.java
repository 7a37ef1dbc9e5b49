package eyebright.freeze;

import java.util.Optional;

/// A line that was one thing and is another.
///
/// @param was what was frozen; absent if there was nothing
/// @param is what there is; absent if there is nothing
record Change(Optional<String> was, Optional<String> is) {

    private static final String NONE = "none";

    /// In words, of something named.
    String of(String what) {
        return words(what, was.map(Change::orNone).orElse(""), is.map(Change::orNone).orElse(""));
    }

    /// A list of nothing.
    private static String orNone(String text) {
        return text.isEmpty() ? NONE : text;
    }

    static String words(String what, String was, String is) {
        if (was.isEmpty()) {
            return "%s was not said and is now %s".formatted(what, quoted(is));
        }
        if (is.isEmpty()) {
            return "%s was %s and is no longer said".formatted(what, quoted(was));
        }
        return "%s was %s and is now %s".formatted(what, quoted(was), quoted(is));
    }

    /// A figure stands by itself, words in quotes.
    private static String quoted(String text) {
        return text.equals(NONE) || text.matches("-?[0-9][0-9.]*( ?%| points| times)?")
                ? text
                : "“%s”".formatted(text);
    }
}
