package eyebright.expression;

import eyebright.expression.Value.Decimal;
import java.math.BigDecimal;
import java.util.Arrays;

/// A number for each of many rows, as far as it is known. Immutable.
public final class Amounts {

    private final double[] values;
    private final boolean[] known;

    private Amounts(double[] values, boolean[] known) {
        this.values = values;
        this.known = known;
    }

    static Amounts of(Term term, Rows rows) {
        double[] values = new double[rows.size()];
        boolean[] known = new boolean[rows.size()];
        var compiler = new Compiler(rows);
        Node.Amount node = compiler.amount(term);
        for (int from = 0; from < values.length; from += Node.BLOCK) {
            int count = Math.min(Node.BLOCK, values.length - from);
            compiler.doubts().clear();
            node.run(from, count);
            System.arraycopy(node.values, 0, values, from, count);
            System.arraycopy(node.known, 0, known, from, count);
            for (int i = compiler.doubts().next(0, count);
                    i < count;
                    i = compiler.doubts().next(i + 1, count)) {
                Value value = new Evaluator(rows.row(from + i)).value(term);
                known[from + i] = value instanceof Decimal;
                if (value instanceof Decimal(BigDecimal number)) {
                    values[from + i] = number.doubleValue();
                }
            }
        }
        return new Amounts(values, known);
    }

    /// How many rows, those without a number included.
    public int size() {
        return values.length;
    }

    /// Whether that row has a number.
    public boolean isKnown(int row) {
        return known[row];
    }

    /// The number of that row: the double nearest to the decimal it comes to.
    ///
    /// @throws IllegalStateException if it is not known
    public double value(int row) {
        if (!known[row]) {
            throw new IllegalStateException("the number of row %d is not known".formatted(row));
        }
        return values[row];
    }

    /// The numbers of those rows, in that order.
    ///
    /// @throws IllegalStateException if one of them is not known
    public double[] values(int[] rows) {
        return Arrays.stream(rows).mapToDouble(this::value).toArray();
    }
}
