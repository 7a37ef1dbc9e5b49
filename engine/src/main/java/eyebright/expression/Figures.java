package eyebright.expression;

import java.util.BitSet;

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

    /// The rows that have a number.
    BitSet known();

    /// The number of a row that has one.
    double number(int row);

    /// The numbers of rows that have one, in that order.
    double[] numbers(int[] rows);

    record OfNumber(Amounts amounts) implements Figures {

        @Override
        public BitSet known() {
            return amounts.known();
        }

        @Override
        public double number(int row) {
            return amounts.value(row);
        }

        @Override
        public double[] numbers(int[] rows) {
            return amounts.values(rows);
        }
    }

    record OfCondition(Truths truths) implements Figures {

        @Override
        public BitSet known() {
            return truths.known();
        }

        @Override
        public double number(int row) {
            return truths.truth(row) == Truth.TRUE ? 1 : 0;
        }

        @Override
        public double[] numbers(int[] rows) {
            BitSet holding = truths.holding();
            double[] numbers = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                numbers[i] = holding.get(rows[i]) ? 1 : 0;
            }
            return numbers;
        }
    }
}
