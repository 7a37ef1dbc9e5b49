package eyebright.analysis;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Status;
import eyebright.source.Sha256;
import eyebright.study.Option;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.TreeMap;

/// The hash of what a frame holds: SHA-256 over its columns in the order of their names, each with its
/// name, its kind, the codes of its options, and its cells in the order of rows.
///
/// Columns of free text are left out: a published hash must not let anybody try whether a text they guess
/// was written. A cell is a byte for its status and, where answered, its value. Ids of respondents, labels
/// and the origin are not in it: the same answers in the same order give the same hash from the store and from a
/// table. Scales are scored later and are not in it either.
final class FrameHash {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest = Sha256.digest();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private FrameHash() {}

    /// 64 hex digits.
    static String of(Frame frame) {
        var hash = new FrameHash();
        hash.text("frame 2");
        hash.number(frame.size());
        var columns = new TreeMap<>(frame.columns());
        columns.values().removeIf(Column.Words.class::isInstance);
        columns.forEach(hash::column);
        hash.flush();
        return Sha256.hex(hash.digest.digest());
    }

    private void column(String name, Column column) {
        text(name);
        switch (column) {
            case Column.Choices choices -> codes("one", choices.options());
            case Column.Sets sets -> codes("several", sets.options());
            case Column.Numbers _ -> text("number");
            case Column.Words _ -> throw freeText(name);
        }
        for (int row = 0; row < column.size(); row++) {
            Status status = column.status(row);
            octet(status.code());
            if (status == Status.ANSWERED) {
                value(column, row);
            }
        }
    }

    private void value(Column column, int row) {
        switch (column) {
            case Column.Choices choices -> octet(choices.index(row));
            case Column.Sets sets -> {
                for (int option = 0; option < sets.options().size(); option++) {
                    octet(sets.names(row, option) ? 1 : 0);
                }
            }
            case Column.Numbers numbers -> {
                room(Double.BYTES);
                buffer.putDouble(numbers.value(row));
            }
            case Column.Words _ -> throw freeText("");
        }
    }

    private static IllegalStateException freeText(String name) {
        return new IllegalStateException("free text must not be hashed: " + name);
    }

    private void codes(String kind, List<Option> options) {
        text(kind);
        number(options.size());
        options.forEach(option -> text(option.code()));
    }

    private void octet(int value) {
        room(1);
        buffer.put((byte) value);
    }

    private void number(int value) {
        room(Integer.BYTES);
        buffer.putInt(value);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        flush();
        digest.update(bytes);
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }
}
