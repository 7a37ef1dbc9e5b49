package eyebright.frame;

import java.util.Arrays;
import java.util.BitSet;

/// The statuses of a column of people who went the whole way: each cell is ANSWERED, or SKIPPED where its page was
/// shown, or NOT_SHOWN. Immutable.
public final class Statuses {

    private static final int NOT_SHOWN = Status.NOT_SHOWN.code();

    private final byte[] codes;
    private final long[] answered;

    private Statuses(byte[] codes, long[] answered) {
        this.codes = codes;
        this.answered = answered;
    }

    /// The statuses of so many rows.
    ///
    /// @param answered a bit for each row that answered, 64 in a word, and none beyond the last row
    /// @param shown the same for each to whom the page was shown
    public static Statuses of(int rows, long[] answered, long[] shown) {
        byte[] codes = new byte[rows];
        for (int from = 0; from < rows; from += Long.SIZE) {
            int to = Math.min(rows, from + Long.SIZE);
            long page = shown[from / Long.SIZE];
            if (page == 0 && answered[from / Long.SIZE] == 0) {
                Arrays.fill(codes, from, to, Status.NOT_SHOWN.code());
                continue;
            }
            // Answered is code 0, so only the others are written; skipped is one less than not
            // shown.
            for (long left = open(answered[from / Long.SIZE], to - from);
                    left != 0;
                    left &= left - 1) {
                int row = Long.numberOfTrailingZeros(left);
                codes[from + row] = (byte) (NOT_SHOWN - (page >>> row & 1));
            }
        }
        return new Statuses(codes, answered.clone());
    }

    /// How many rows.
    public int size() {
        return codes.length;
    }

    /// [Status#code] of each row; never to be changed.
    byte[] codes() {
        return codes;
    }

    /// The rows that answered, as a copy.
    BitSet answered() {
        return BitSet.valueOf(answered);
    }

    /// The rows of those that answered, 64 in a word.
    long[] among(long[] rows) {
        long[] among = new long[answered.length];
        for (int word = 0; word < among.length; word++) {
            among[word] = rows[word] & answered[word];
        }
        return among;
    }

    /// Puts 0 where nobody answered.
    void clear(double[] values) {
        for (int from = 0; from < values.length; from += Long.SIZE) {
            int to = Math.min(values.length, from + Long.SIZE);
            long here = answered[from / Long.SIZE];
            if (here == 0) {
                Arrays.fill(values, from, to, 0);
                continue;
            }
            for (long left = open(here, to - from); left != 0; left &= left - 1) {
                values[from + Long.numberOfTrailingZeros(left)] = 0;
            }
        }
    }

    /// Puts 0 where nobody answered.
    void clear(short[] values) {
        for (int from = 0; from < values.length; from += Long.SIZE) {
            int here = Math.min(Long.SIZE, values.length - from);
            for (long left = open(answered[from / Long.SIZE], here); left != 0; left &= left - 1) {
                values[from + Long.numberOfTrailingZeros(left)] = 0;
            }
        }
    }

    /// The bits of the first rows of a word that are not set.
    private static long open(long word, int rows) {
        return ~word & -1L >>> (Long.SIZE - rows);
    }
}
