package eyebright.frame;

import eyebright.source.Sha256;
import eyebright.study.Option;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
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

    private static final byte ANSWERED = Status.ANSWERED.code();

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

    // One loop a kind, over the arrays themselves and a block of rows for which there is room: a
    // million respondents have a hundred million cells.

    private void choices(Column.Choices choices) {
        codes("one", choices.options());
        blocks(
                choices.size(),
                2,
                (from, to) -> choices(choices.statuses, choices.indexes, from, to));
    }

    private void choices(byte[] statuses, short[] indexes, int from, int to) {
        int at = filled;
        for (int row = from; row < to; row++) {
            buffer[at++] = statuses[row];
            if (statuses[row] == ANSWERED) {
                buffer[at++] = (byte) indexes[row];
            }
        }
        filled = at;
    }

    private void sets(Column.Sets sets) {
        codes("several", sets.options());
        int options = sets.options().size();
        long[][] named = new long[options][];
        for (int option = 0; option < options; option++) {
            named[option] =
                    Arrays.copyOf(sets.named.get(option).toLongArray(), sets.size() / 64 + 1);
        }
        blocks(sets.size(), 1 + options, (from, to) -> sets(sets.statuses, named, from, to));
    }

    private void sets(byte[] statuses, long[][] named, int from, int to) {
        int at = filled;
        for (int row = from; row < to; row++) {
            buffer[at++] = statuses[row];
            if (statuses[row] == ANSWERED) {
                for (long[] names : named) {
                    buffer[at++] = (byte) ((names[row >> 6] >>> row) & 1);
                }
            }
        }
        filled = at;
    }

    private void numbers(Column.Numbers numbers) {
        text("number");
        blocks(
                numbers.size(),
                1 + Double.BYTES,
                (from, to) -> numbers(numbers.statuses, numbers.values, from, to));
    }

    private void numbers(byte[] statuses, double[] values, int from, int to) {
        int at = filled;
        for (int row = from; row < to; row++) {
            buffer[at++] = statuses[row];
            if (statuses[row] == ANSWERED) {
                LONGS.set(buffer, at, Double.doubleToLongBits(values[row]));
                at += Double.BYTES;
            }
        }
        filled = at;
    }

    /// Writes some rows, for which there is room.
    @FunctionalInterface
    private interface Block {
        void write(int from, int to);
    }

    /// @param most so many bytes a row at most
    private void blocks(int rows, int most, Block block) {
        int once = BUFFER / most;
        for (int from = 0; from < rows; from += once) {
            flush();
            block.write(from, Math.min(rows, from + once));
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
