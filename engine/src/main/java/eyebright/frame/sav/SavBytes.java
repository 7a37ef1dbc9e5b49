package eyebright.frame.sav;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes numbers and texts as a system file holds them: the lowest byte first, texts in UTF-8.
final class SavBytes {

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);

    SavBytes(OutputStream out) {
        this.out = out;
    }

    void whole(int... numbers) throws IOException {
        for (int number : numbers) {
            buffer.clear().putInt(number);
            out.write(buffer.array(), 0, Integer.BYTES);
        }
    }

    void number(double number) throws IOException {
        buffer.clear().putDouble(number);
        out.write(buffer.array(), 0, Double.BYTES);
    }

    void octet(int value) throws IOException {
        out.write(value);
    }

    void raw(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /// A text in exactly so many bytes: cut at the border of a character, or filled with blanks.
    void padded(String text, int bytes) throws IOException {
        out.write(padded(utf8(text, bytes), bytes));
    }

    /// Those bytes, filled with blanks to a length.
    static byte[] padded(byte[] bytes, int length) {
        byte[] all = Arrays.copyOf(bytes, length);
        if (length > bytes.length) {
            Arrays.fill(all, bytes.length, length, (byte) ' ');
        }
        return all;
    }

    /// A text in UTF-8, of at most so many bytes: cut before the character that does not fit whole.
    static byte[] utf8(String text, int most) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= most) {
            return bytes;
        }
        int end = most;
        // A byte 10xxxxxx continues a character.
        while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    /// A text on one line: what ends lines or is no character becomes a blank.
    static String line(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return line.toString().strip();
    }

    /// The next multiple.
    static int up(int number, int to) {
        return (number + to - 1) / to * to;
    }
}
