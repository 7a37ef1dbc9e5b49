package eyebright.publish.cite;

import java.util.regex.Pattern;

/// A text on one line, of characters alone: no format of references has a place for anything else.
final class OneLine {

    private static final Pattern BLANKS = Pattern.compile(" +");

    private OneLine() {}

    /// The text with a blank for every run of blanks, line ends and what is no character. Marks that turn the direction of a text
    /// go, since they would turn what stands after it.
    static String of(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(isText(c) ? c : ' '));
        return BLANKS.matcher(line).replaceAll(" ").strip();
    }

    private static boolean isText(int c) {
        return !Character.isISOControl(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.SURROGATE
                && (c & 0xFFFE) != 0xFFFE
                && !(c >= 0xFDD0 && c <= 0xFDEF)
                && !(c >= 0x202A && c <= 0x202E)
                && !(c >= 0x2066 && c <= 0x2069)
                && c != 0xFEFF;
    }
}
