package eyebright.chart;

import java.util.ArrayList;
import java.util.List;

/// How wide text is at most, and where it breaks.
///
/// Which font a reader has is not known, so widths are those of DejaVu Sans, which like Verdana is
/// among the widest in use: text never comes out wider than reckoned by more than a hair.
final class Lettering {

    /// Font size of all text, in units of the picture.
    static final int SIZE = 13;

    /// From one line of text to the next.
    static final int LINE = 16;

    private static final double BOLD = 1.15;

    /// Advance widths of the characters from space to tilde, in hundredths of the font size.
    private static final int[] WIDTHS = {
        32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64,
        64, 64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87,
        75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64,
        62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64,
        34, 64, 84
    };

    private Lettering() {}

    /// Weight of the letters.
    enum Weight {
        REGULAR,
        BOLD
    }

    /// Width in units of the picture.
    static double width(String text, Weight weight) {
        double hundredths = text.codePoints().mapToLong(Lettering::hundredths).sum();
        double width = hundredths * SIZE / 100;
        return weight == Weight.BOLD ? width * BOLD : width;
    }

    /// The text in lines no wider than given, broken at spaces, after hyphens and slashes, and inside
    /// a word only where it alone is too wide. Nothing is left out but spaces at the breaks.
    static List<String> wrapped(String text, double width, Weight weight) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String part : parts(Characters.legal(text).strip())) {
            if (width(line + part.stripTrailing(), weight) <= width) {
                line.append(part);
                continue;
            }
            flush(line, lines);
            for (String piece : pieces(part, width, weight)) {
                flush(line, lines);
                line.append(piece);
            }
        }
        flush(line, lines);
        return lines;
    }

    private static void flush(StringBuilder line, List<String> lines) {
        if (!line.toString().isBlank()) {
            lines.add(line.toString().stripTrailing());
        }
        line.setLength(0);
    }

    /// Words with the spaces, hyphens and slashes that end them.
    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean spaceNext = i + 1 < text.length() && text.charAt(i + 1) == ' ';
            if ((text.charAt(i) == ' ' || text.charAt(i) == '-' || text.charAt(i) == '/')
                    && !spaceNext) {
                parts.add(text.substring(from, i + 1));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    /// One word cut where it has to be, a letter never parted from its accents.
    private static List<String> pieces(String word, double width, Weight weight) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        double used = 0;
        int[] letters = word.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            String letter = Character.toString(letters[i]);
            double needed = width(letter, weight);
            boolean joined = joins(letters[i]) || (i > 0 && letters[i - 1] == 0x200d);
            if (used + needed > width && !joined && !piece.isEmpty() && letters[i] != ' ') {
                pieces.add(piece.toString());
                piece.setLength(0);
                used = 0;
            }
            piece.append(letter);
            used += needed;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean joins(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT ->
                    true;
            default -> false;
        };
    }

    private static int hundredths(int c) {
        if (c >= ' ' && c <= '~') {
            return WIDTHS[c - ' '];
        }
        if (c == Unit.NO_BREAK) {
            return WIDTHS[0];
        }
        if (joins(c)) {
            return 0;
        }
        if (c >= 0x1f000) {
            return 140;
        }
        if (c >= 0x1100 && (Character.isIdeographic(c) || isWide(Character.UnicodeScript.of(c)))) {
            return 105;
        }
        return Character.isUpperCase(c) ? 110 : c < 0x370 ? 70 : 95;
    }

    private static boolean isWide(Character.UnicodeScript script) {
        return switch (script) {
            case HAN, HANGUL, HIRAGANA, KATAKANA, BOPOMOFO, YI -> true;
            default -> false;
        };
    }
}
