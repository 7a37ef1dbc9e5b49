package eyebright.server.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// What a page is for everybody, drawn before, with what is around it for one reader: as it stands, and in gzip without
/// compressing the large part again.
///
/// A stream of gzip (RFC 1952) holds blocks (RFC 1951). Those of a part that was compressed for itself and flushed in full look at
/// nothing outside it and end with a whole byte, so that they can stand between the blocks of other parts.
final class Drawn {

    private static final byte[] HEAD = {
        0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff
    };
    private static final int TAIL = 8;
    private static final int PIECE = 8192;

    private final byte[] bytes;
    private final byte[] blocks;

    Drawn(byte[] bytes) {
        this.bytes = bytes;
        var out = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            compress(bytes, deflater, out);
        } finally {
            deflater.end();
        }
        blocks = out.toByteArray();
    }

    /// A whole page. Its inside is not copied: a thousand who read slowly hold it once.
    ///
    /// @param parts one behind the other
    record Whole(List<byte[]> parts) {

        int length() {
            return parts.stream().mapToInt(part -> part.length).sum();
        }

        void writeTo(OutputStream out) throws IOException {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
    }

    /// The whole page.
    Whole between(byte[] before, byte[] after) {
        return new Whole(List.of(before, bytes, after));
    }

    /// The whole page in gzip.
    Whole compressedBetween(byte[] before, byte[] after) {
        var head = new ByteArrayOutputStream();
        head.writeBytes(HEAD);
        var tail = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            compress(before, deflater, head);
            deflater.reset();
            deflater.finish();
            compress(after, deflater, tail);
        } finally {
            deflater.end();
        }
        var sum = new CRC32();
        sum.update(before);
        sum.update(bytes);
        sum.update(after);
        tail.writeBytes(
                ByteBuffer.allocate(TAIL)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt((int) sum.getValue())
                        .putInt(before.length + bytes.length + after.length)
                        .array());
        return new Whole(List.of(head.toByteArray(), blocks, tail.toByteArray()));
    }

    private static void compress(byte[] part, Deflater deflater, ByteArrayOutputStream out) {
        deflater.setInput(part);
        byte[] piece = new byte[PIECE];
        int many;
        do {
            many = deflater.deflate(piece, 0, piece.length, Deflater.FULL_FLUSH);
            out.write(piece, 0, many);
        } while (many == piece.length);
    }
}
