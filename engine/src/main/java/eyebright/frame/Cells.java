package eyebright.frame;

import eyebright.expression.Series;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// What columns of every kind have: a status per cell.
abstract class Cells {

    private static final byte ANSWERED = Status.ANSWERED.code();

    final byte[] statuses;
    private volatile @Nullable BitSet answered;

    /// @param statuses ordinals of [Status], one a row
    Cells(byte[] statuses) {
        this.statuses = statuses.clone();
    }

    Cells(Statuses statuses) {
        this.statuses = statuses.codes();
        this.answered = statuses.answered();
    }

    /// How many cells, those without an answer included.
    public int size() {
        return statuses.length;
    }

    /// Why the cell of that row holds a value or none.
    public Status status(int row) {
        return Status.of(statuses[row]);
    }

    /// Whether the cell of that row holds a value.
    public final boolean isAnswered(int row) {
        return statuses[row] == ANSWERED;
    }

    /// The rows that hold a value.
    public final BitSet answered() {
        BitSet found = answered;
        if (found == null) {
            found = count();
            // Whoever comes first: all find the same.
            answered = found;
        }
        return (BitSet) found.clone();
    }

    private BitSet count() {
        long[] words = new long[(statuses.length + Long.SIZE - 1) / Long.SIZE];
        for (int word = 0; word < words.length; word++) {
            int from = word * Long.SIZE;
            int here = Math.min(Long.SIZE, statuses.length - from);
            long bits = 0;
            for (int i = 0; i < here; i++) {
                bits |= (statuses[from + i] == ANSWERED ? 1L : 0L) << i;
            }
            words[word] = bits;
        }
        return BitSet.valueOf(words);
    }

    /// The values as expressions read them.
    abstract Series series();

    /// The statuses with those rows withheld.
    final byte[] withholding(BitSet rows) {
        byte[] changed = statuses.clone();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            changed[row] = Status.WITHHELD.code();
        }
        return changed;
    }

    /// The statuses of those rows.
    final byte[] statuses(int[] rows) {
        byte[] taken = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = statuses[rows[i]];
        }
        return taken;
    }
}
