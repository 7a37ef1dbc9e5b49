package eyebright.expression;

import java.util.OptionalDouble;

/// A number for each row, of an expression that is a number or a condition.
public sealed interface Figures {

    /// What an expression gives.
    enum Counts {
        /// A number.
        NUMBER,
        /// True or false, counted 1 and 0.
        CONDITION
    }

    /// Worked out for every row.
    static Figures of(Expression expression, Counts counts, Rows rows) {
        return switch (counts) {
            case NUMBER -> new OfNumber(expression.amounts(rows));
            case CONDITION -> new OfCondition(expression.truths(rows));
        };
    }

    /// Whether that row has a number.
    boolean isKnown(int row);

    /// The number of a row that has one.
    double number(int row);

    /// The number of a row; empty if it is not known.
    default OptionalDouble value(int row) {
        return isKnown(row) ? OptionalDouble.of(number(row)) : OptionalDouble.empty();
    }

    record OfNumber(Amounts amounts) implements Figures {

        @Override
        public boolean isKnown(int row) {
            return amounts.isKnown(row);
        }

        @Override
        public double number(int row) {
            return amounts.value(row);
        }
    }

    record OfCondition(Truths truths) implements Figures {

        @Override
        public boolean isKnown(int row) {
            return truths.truth(row) != Truth.UNKNOWN;
        }

        @Override
        public double number(int row) {
            return truths.truth(row) == Truth.TRUE ? 1 : 0;
        }
    }
}
