package eyebright.expression;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;

/// A number for each of many rows, as far as it is known. Immutable.
public final class Amounts {

    private final double[] values;
    private final BitSet known;

    private Amounts(double[] values, BitSet known) {
        this.values = values;
        this.known = known;
    }

    static Amounts of(Term term, Rows rows) {
        double[] values = new double[rows.size()];
        long[] known = new long[Truths.words(values.length)];
        if (term instanceof Term.Name(_, String variable)
                && rows.series(variable) instanceof Series.Numbers numbers) {
            boolean[] there = new boolean[values.length];
            numbers.read(0, values.length, values, there);
            pack(there, values.length, known, 0);
            return new Amounts(values, BitSet.valueOf(known));
        }
        if (term instanceof Term.Constant(_, Value.Decimal(BigDecimal number))) {
            Arrays.fill(values, number.doubleValue());
            var all = new BitSet(values.length);
            all.set(0, values.length);
            return new Amounts(values, all);
        }
        var compiler = new Compiler(rows);
        Node.Amount node = compiler.amount(term);
        var worked = new WorkedOut(term, rows);
        for (int from = 0; from < values.length; from += Node.BLOCK) {
            int count = Math.min(Node.BLOCK, values.length - from);
            compiler.doubts().clear();
            node.run(from, count);
            System.arraycopy(node.values, 0, values, from, count);
            pack(node.known, count, known, from / Long.SIZE);
            for (int i = compiler.doubts().next(0, count);
                    i < count;
                    i = compiler.doubts().next(i + 1, count)) {
                int row = from + i;
                known[row / Long.SIZE] &= ~(1L << row);
                WorkedOut.Kept kept = worked.of(row);
                if (kept.isNumber()) {
                    known[row / Long.SIZE] |= 1L << row;
                    values[row] = kept.number();
                }
            }
        }
        return new Amounts(values, BitSet.valueOf(known));
    }

    /// Puts a block into its words.
    private static void pack(boolean[] known, int count, long[] words, int word) {
        for (int from = 0; from < count; from += Long.SIZE) {
            long bits = 0;
            int here = Math.min(Long.SIZE, count - from);
            for (int i = 0; i < here; i++) {
                bits |= (known[from + i] ? 1L : 0L) << i;
            }
            words[word + from / Long.SIZE] = bits;
        }
    }

    /// How many rows, those without a number included.
    public int size() {
        return values.length;
    }

    /// Whether that row has a number.
    public boolean isKnown(int row) {
        return known.get(row);
    }

    /// The rows that have a number, as a copy.
    public BitSet known() {
        return (BitSet) known.clone();
    }

    /// The number of that row: the double nearest to the decimal it comes to.
    ///
    /// @throws IllegalStateException if it is not known
    public double value(int row) {
        if (!known.get(row)) {
            throw new IllegalStateException("the number of row %d is not known".formatted(row));
        }
        return values[row];
    }

    /// The numbers of those rows, in that order.
    ///
    /// @throws IllegalStateException if one of them is not known
    public double[] values(int[] rows) {
        double[] taken = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = value(rows[i]);
        }
        return taken;
    }
}
