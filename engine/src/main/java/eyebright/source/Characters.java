package eyebright.source;

import java.util.OptionalInt;

/// Which characters a text of a study may hold, or any other that is read from elsewhere and printed.
public final class Characters {

    private Characters() {}

    /// All but control characters, half surrogate pairs, and those that turn the direction of what
    /// follows, so that a text does not say what it seems to.
    static boolean belongsInText(int c) {
        boolean isDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean isControl = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
        boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !isControl && !isDirection && !isHalf;
    }

    /// The first character that does not belong in a text, if there is one.
    public static OptionalInt stranger(String text) {
        return text.codePoints().filter(c -> !belongsInText(c)).findFirst();
    }

    /// Says that a character does not belong there.
    static void problem(int c, Place place, Problems problems) {
        problems.add(
                Rule.NOT_TEXT,
                place,
                "character U+%04X does not belong in a text".formatted(c),
                "delete it");
    }

    /// A text as it can stand in a terminal: nothing in it steers that.
    static String harmless(String text) {
        return stranger(text).isEmpty()
                ? text
                : text.codePoints()
                        .map(c -> belongsInText(c) ? c : '?')
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
    }

    /// A name as it can stand in a terminal: one line, and nothing that steers it.
    public static String visible(String name) {
        var visible = new StringBuilder();
        name.codePoints()
                .map(c -> belongsInText(c) && c != '\t' && c != '\n' && c != '\r' ? c : '?')
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }
}
