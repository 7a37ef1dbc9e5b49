package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Value;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Status;
import eyebright.stats.mean.Moments;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/// A number computed from each row of one frame. Used by one thread.
final class Numbers {

    private final Expression expression;
    private final Frame frame;
    private final Optional<Column.Numbers> column;

    private Numbers(Expression expression, Frame frame, Optional<Column.Numbers> column) {
        this.expression = expression;
        this.frame = frame;
        this.column = column;
    }

    static Numbers of(Expression expression, Frame frame) {
        Optional<Column.Numbers> column =
                expression
                        .onlyVariable()
                        .map(frame::column)
                        .filter(Column.Numbers.class::isInstance)
                        .map(Column.Numbers.class::cast);
        return new Numbers(expression, frame, column);
    }

    /// The number of that row; empty if it is not known.
    OptionalDouble number(int row) {
        if (column.isPresent()) {
            return column.get().status(row) == Status.ANSWERED
                    ? OptionalDouble.of(column.get().value(row))
                    : OptionalDouble.empty();
        }
        return expression.value(frame.row(row)) instanceof Value.Decimal(var decimal)
                ? OptionalDouble.of(decimal.doubleValue())
                : OptionalDouble.empty();
    }

    /// A list of numbers that grows.
    static final class Gathered {

        private double[] values = new double[64];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        Moments moments() {
            return Moments.of(Arrays.copyOf(values, size));
        }
    }
}
