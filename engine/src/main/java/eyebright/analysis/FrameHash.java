package eyebright.analysis;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.source.Sha256;
import eyebright.study.Option;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest digest = Sha256.digest();
    private final byte[] buffer = new byte[BUFFER];
    private int filled;

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
            case Column.Choices choices -> choices(choices);
            case Column.Sets sets -> sets(sets);
            case Column.Numbers numbers -> numbers(numbers);
            case Column.Words _ ->
                    throw new IllegalStateException("free text must not be hashed: " + name);
        }
    }

    // One loop a kind: a loop for all of them would ask each cell anew of which kind it is, and a
    // million
    // respondents have a hundred million cells.

    private void choices(Column.Choices choices) {
        codes("one", choices.options());
        for (int row = 0; row < choices.size(); row++) {
            room(2);
            buffer[filled++] = choices.status(row).code();
            if (choices.isAnswered(row)) {
                buffer[filled++] = (byte) choices.index(row);
            }
        }
    }

    private void sets(Column.Sets sets) {
        int options = sets.options().size();
        codes("several", sets.options());
        for (int row = 0; row < sets.size(); row++) {
            room(1 + options);
            buffer[filled++] = sets.status(row).code();
            if (sets.isAnswered(row)) {
                for (int option = 0; option < options; option++) {
                    buffer[filled++] = (byte) (sets.names(row, option) ? 1 : 0);
                }
            }
        }
    }

    private void numbers(Column.Numbers numbers) {
        text("number");
        for (int row = 0; row < numbers.size(); row++) {
            room(1 + Double.BYTES);
            buffer[filled++] = numbers.status(row).code();
            if (numbers.isAnswered(row)) {
                LONGS.set(buffer, filled, Double.doubleToLongBits(numbers.value(row)));
                filled += Double.BYTES;
            }
        }
    }

    private void codes(String kind, List<Option> options) {
        text(kind);
        number(options.size());
        options.forEach(option -> text(option.code()));
    }

    private void number(int value) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            buffer[filled++] = (byte) (value >> shift);
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        flush();
        digest.update(bytes);
    }

    /// Sees that so many bytes find room.
    private void room(int bytes) {
        if (BUFFER - filled < bytes) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer, 0, filled);
        filled = 0;
    }
}
