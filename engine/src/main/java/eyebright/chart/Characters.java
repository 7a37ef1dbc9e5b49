package eyebright.chart;

/// Text that a study wrote, made fit for XML.
final class Characters {

    private static final char REPLACEMENT = '\ufffd';

    private Characters() {}

    /// The text with a replacement character for everything that XML 1.0 does not allow (control
    /// characters, half surrogate pairs), and for the two marks that turn the direction of whatever
    /// follows; tabs and line ends become spaces.
    static String legal(String text) {
        var legal = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c == '\r' ? ' ' : c)
                .map(c -> isLegal(c) ? c : REPLACEMENT)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /// Legal text, escaped for element content and attribute values alike.
    static String escaped(String text) {
        return legal(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static boolean isLegal(int c) {
        boolean control = c < 0x20 || (c >= 0x7f && c <= 0x9f);
        boolean surrogate = c >= 0xd800 && c <= 0xdfff;
        boolean noCharacter = (c & 0xfffe) == 0xfffe;
        boolean override = c == 0x202d || c == 0x202e;
        return !(control || surrogate || noCharacter || override);
    }
}
