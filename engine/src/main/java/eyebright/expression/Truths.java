package eyebright.expression;

import java.util.BitSet;

/// Whether a condition holds, for each of many rows: two bits a row. Immutable.
public final class Truths {

    private final int size;
    private final BitSet holding;
    private final BitSet known;

    private Truths(int size, BitSet holding, BitSet known) {
        this.size = size;
        this.holding = holding;
        this.known = known;
    }

    static Truths of(Term term, Rows rows) {
        int size = rows.size();
        long[] holding = new long[words(size)];
        long[] known = new long[words(size)];
        var compiler = new Compiler(rows);
        Node.Logic node = compiler.logic(term);
        var worked = new WorkedOut(term, rows);
        byte[] codes = new byte[Node.BLOCK];
        for (int from = 0; from < size; from += Node.BLOCK) {
            int count = Math.min(Node.BLOCK, size - from);
            compiler.doubts().clear();
            node.run(from, count);
            System.arraycopy(node.truths, 0, codes, 0, count);
            for (int i = compiler.doubts().next(0, count);
                    i < count;
                    i = compiler.doubts().next(i + 1, count)) {
                codes[i] = code(worked.of(from + i).truth());
            }
            pack(codes, count, from / Long.SIZE, holding, known);
        }
        return new Truths(size, BitSet.valueOf(holding), BitSet.valueOf(known));
    }

    /// Puts the codes of a block into its words.
    private static void pack(byte[] codes, int count, int word, long[] holding, long[] known) {
        for (int from = 0; from < count; from += Long.SIZE) {
            long mayBeTrue = 0;
            long mayBeFalse = 0;
            int here = Math.min(Long.SIZE, count - from);
            for (int i = 0; i < here; i++) {
                long code = codes[from + i];
                mayBeTrue |= (code & Node.Logic.TRUE) << i;
                mayBeFalse |= (code >> 1) << i;
            }
            holding[word + from / Long.SIZE] = mayBeTrue & ~mayBeFalse;
            known[word + from / Long.SIZE] = mayBeTrue ^ mayBeFalse;
        }
    }

    static int words(int rows) {
        return (rows + Long.SIZE - 1) / Long.SIZE;
    }

    static byte code(Truth truth) {
        return switch (truth) {
            case TRUE -> Node.Logic.TRUE;
            case FALSE -> Node.Logic.FALSE;
            case UNKNOWN -> Node.Logic.UNKNOWN;
        };
    }

    /// How many rows.
    public int size() {
        return size;
    }

    /// Whether it holds in that row.
    public Truth truth(int row) {
        if (holding.get(row)) {
            return Truth.TRUE;
        }
        return known.get(row) ? Truth.FALSE : Truth.UNKNOWN;
    }

    /// Whether it is known of that row.
    public boolean isKnown(int row) {
        return known.get(row);
    }

    /// The rows in which it holds, as a copy.
    public BitSet holding() {
        return (BitSet) holding.clone();
    }

    /// The rows of which it is known, as a copy.
    public BitSet known() {
        return (BitSet) known.clone();
    }

    /// Whether it holds in those rows, in that order.
    ///
    /// @throws IllegalStateException if it is not known of one of them
    public boolean[] holds(int[] rows) {
        boolean[] holds = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (!isKnown(rows[i])) {
                throw new IllegalStateException(
                        "whether it holds in row %d is not known".formatted(rows[i]));
            }
            holds[i] = holding.get(rows[i]);
        }
        return holds;
    }
}
