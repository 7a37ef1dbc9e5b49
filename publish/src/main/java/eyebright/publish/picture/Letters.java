package eyebright.publish.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.EnumMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The shapes of the letters of a typeface. They are read of the font's file and not asked of the machine, which has
/// fonts of its own, or none.
///
/// A letter stands beside the one before by its width alone, without kerning. Safe for many threads.
public final class Letters {

    /// What stands for a character that a font does not have: a white square.
    public static final int MISSING = 0x25a1;

    private static final Map<Typeface, Letters> READ = new EnumMap<>(Typeface.class);

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final double unit;

    private Letters(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        this.unit = 1.0 / font.getUnitsPerEm();
    }

    /// Those of a typeface, read once.
    public static Letters of(Typeface face) {
        synchronized (READ) {
            return READ.computeIfAbsent(face, Letters::read);
        }
    }

    private static Letters read(Typeface face) {
        try (InputStream stream = face.open()) {
            // Not closed: shapes are read when they are asked for, from memory.
            return new Letters(new TTFParser().parse(new RandomAccessReadBuffer(stream)));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Whether there is a letter for a character, or it is one that has no shape of its own.
    public synchronized boolean has(int character) {
        return isUnseen(character) || glyphs.getGlyphId(character) != 0;
    }

    /// The text as it can be shown: a white square for each character that the font does not have.
    public String shown(String text) {
        return text.codePoints()
                .map(c -> has(c) ? c : MISSING)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// A text drawn.
    ///
    /// @param shape from 0 to the right on a base line at 0, y growing downwards
    /// @param width how far it goes, in the unit of the size
    record Drawn(Path2D shape, double width) {}

    /// Draws a line of text, from left to right as it is seen.
    ///
    /// @param size of the letters
    synchronized Drawn drawn(String text, double size) {
        var shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = 0;
        for (int character : seen(text)) {
            if (isUnseen(character)) {
                continue;
            }
            int known = glyphs.getGlyphId(character);
            int glyph = known == 0 ? glyphs.getGlyphId(MISSING) : known;
            try {
                append(shape, glyph, new AffineTransform(size * unit, 0, 0, -size * unit, at, 0));
                at += font.getAdvanceWidth(glyph) * unit * size;
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
        return new Drawn(shape, at);
    }

    /// A letter without a shape, such as a blank, has no data.
    private void append(Path2D shape, int glyph, AffineTransform place) throws IOException {
        GlyphData data = font.getGlyph().getGlyph(glyph);
        if (data != null) {
            shape.append(data.getPath().getPathIterator(place), false);
        }
    }

    /// Marks that steer what is around them and are not drawn themselves.
    public static boolean isUnseen(int character) {
        return Character.getType(character) == Character.FORMAT
                || (character >= 0xfe00 && character <= 0xfe0f);
    }

    /// The characters in the order in which they are seen: Hebrew goes from right to left.
    private static int[] seen(String text) {
        int[] characters = text.codePoints().toArray();
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return characters;
        }
        var order = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        var levels = new byte[characters.length];
        var ordered = new Integer[characters.length];
        int at = 0;
        for (int i = 0; i < characters.length; i++) {
            levels[i] = (byte) order.getLevelAt(at);
            ordered[i] = characters[i];
            at += Character.charCount(characters[i]);
        }
        Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
        for (int i = 0; i < characters.length; i++) {
            characters[i] = ordered[i];
        }
        return characters;
    }
}
