package eyebright.expression;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/// The kinds of [Node.Amount].
final class AmountNodes {

    private AmountNodes() {}

    /// The same in every row.
    static final class Same extends Node.Amount {

        Same(BigDecimal number) {
            double value = number.doubleValue();
            Arrays.fill(values, value);
            Arrays.fill(known, true);
            Arrays.fill(exact, isExact(number));
        }

        /// Whether a double means this decimal.
        static boolean isExact(BigDecimal number) {
            double value = number.doubleValue();
            return Double.isFinite(value) && BigDecimal.valueOf(value).compareTo(number) == 0;
        }

        @Override
        void run(int from, int count) {
            // Filled once.
        }
    }

    /// Unknown in every row, as a number that is none.
    static final class Nothing extends Node.Amount {
        @Override
        void run(int from, int count) {
            // Nothing is known.
        }
    }

    /// A column of numbers.
    static final class Column extends Node.Amount {
        private final Series.Numbers series;

        Column(Series.Numbers series) {
            this.series = series;
            Arrays.fill(exact, true);
        }

        @Override
        void run(int from, int count) {
            series.read(from, count, values, known);
        }
    }

    /// A number with its sign changed.
    static final class Minus extends Node.Amount {
        private final Node.Amount of;

        Minus(Node.Amount of) {
            this.of = of;
        }

        @Override
        void run(int from, int count) {
            of.run(from, count);
            for (int i = 0; i < count; i++) {
                known[i] = of.known[i];
                // Zero has no sign.
                values[i] = 0.0 - of.values[i];
                exact[i] = of.exact[i];
            }
        }
    }

    /// Two numbers computed into one.
    static final class Computed extends Node.Amount {
        private final Term.Operator operator;
        private final Node.Amount left;
        private final Node.Amount right;
        private final Doubts doubts;

        Computed(Term.Operator operator, Node.Amount left, Node.Amount right, Doubts doubts) {
            this.operator = operator;
            this.left = left;
            this.right = right;
            this.doubts = doubts;
        }

        boolean isQuotient() {
            return operator == Term.Operator.OVER;
        }

        @Override
        void run(int from, int count) {
            left.run(from, count);
            right.run(from, count);
            for (int i = 0; i < count; i++) {
                if (!left.known[i] || !right.known[i]) {
                    unknown(i);
                } else if (left.exact[i] && right.exact[i]) {
                    compute(i, left.values[i], right.values[i]);
                } else {
                    unknown(i);
                    doubts.add(i);
                }
            }
        }

        private void compute(int row, double x, double y) {
            if (operator == Term.Operator.OVER && y == 0) {
                unknown(row);
                return;
            }
            double value =
                    switch (operator) {
                        case PLUS -> Decimals.sum(x, y);
                        case MINUS -> Decimals.sum(x, -y);
                        case TIMES -> Decimals.product(x, y);
                        case OVER -> Decimals.quotient(x, y);
                        case OR, AND, EQUAL, UNEQUAL, LESS, AT_MOST, MORE, AT_LEAST ->
                                throw new IllegalStateException("computes nothing: " + operator);
                    };
            if (Double.isNaN(value)) {
                unknown(row);
                doubts.add(row);
            } else {
                set(row, value, operator != Term.Operator.OVER || Decimals.isExact(x, y, value));
            }
        }
    }

    /// A number and a quotient added, or taken off: years and twelfths of a year. As one quotient of whole
    /// numbers it is rounded once, by the division, as it would be after 34 digits; see [Decimals].
    static final class WithQuotient extends Node.Amount {
        private final boolean isSum;
        private final Node.Amount number;
        private final Computed quotient;
        private final Doubts doubts;

        /// @param operator PLUS or MINUS
        WithQuotient(Term.Operator operator, Node.Amount number, Computed quotient, Doubts doubts) {
            this.isSum = operator == Term.Operator.PLUS;
            this.number = number;
            this.quotient = quotient;
            this.doubts = doubts;
        }

        @Override
        void run(int from, int count) {
            number.run(from, count);
            Node.Amount over = quotient.left;
            Node.Amount by = quotient.right;
            over.run(from, count);
            by.run(from, count);
            for (int i = 0; i < count; i++) {
                if (!number.known[i] || !over.known[i] || !by.known[i]) {
                    unknown(i);
                } else if (number.exact[i] && over.exact[i] && by.exact[i]) {
                    compute(i, number.values[i], over.values[i], by.values[i]);
                } else {
                    unknown(i);
                    doubts.add(i);
                }
            }
        }

        private void compute(int row, double x, double y, double z) {
            if (z == 0) {
                unknown(row);
                return;
            }
            double dividend = Decimals.sum(Decimals.product(x, z), isSum ? y : -y);
            double value = Decimals.quotient(dividend, z);
            // A dividend that is none has no quotient either.
            if (Double.isNaN(dividend) || Double.isNaN(value)) {
                unknown(row);
                doubts.add(row);
            } else {
                set(row, value, Decimals.isExact(dividend, z, value));
            }
        }
    }

    /// The sum or the mean of those numbers that are known.
    static final class Gathered extends Node.Amount {
        private final Term.Function function;
        private final List<Node.Amount> numbers;
        private final int least;
        private final Doubts doubts;

        /// @param function SUM or MEAN
        /// @param least so many must be known, and one at least
        Gathered(Term.Function function, List<Node.Amount> numbers, int least, Doubts doubts) {
            this.function = function;
            this.numbers = List.copyOf(numbers);
            this.least = Math.max(1, least);
            this.doubts = doubts;
        }

        @Override
        void run(int from, int count) {
            for (Node.Amount each : numbers) {
                each.run(from, count);
            }
            for (int i = 0; i < count; i++) {
                gather(i);
            }
        }

        private void gather(int row) {
            double sum = 0;
            int n = 0;
            for (int i = 0; i < numbers.size(); i++) {
                Node.Amount each = numbers.get(i);
                if (each.known[row]) {
                    n++;
                    sum = each.exact[row] ? Decimals.sum(sum, each.values[row]) : Double.NaN;
                }
            }
            if (n < least) {
                unknown(row);
                return;
            }
            double value = function == Term.Function.SUM ? sum : Decimals.quotient(sum, n);
            if (Double.isNaN(value)) {
                unknown(row);
                doubts.add(row);
            } else {
                set(row, value, function == Term.Function.SUM || Decimals.isExact(sum, n, value));
            }
        }
    }

    /// How many of the conditions are true, or of the other values are known.
    static final class Counted extends Node.Amount {
        private final List<Node> of;
        private final int least;

        /// @param least so many must be known
        Counted(List<Node> of, int least) {
            this.of = List.copyOf(of);
            this.least = least;
        }

        @Override
        void run(int from, int count) {
            for (Node each : of) {
                each.run(from, count);
            }
            for (int i = 0; i < count; i++) {
                int answered = 0;
                int counted = 0;
                for (int j = 0; j < of.size(); j++) {
                    answered += of.get(j).isKnown(i) ? 1 : 0;
                    counted += of.get(j).isCounted(i) ? 1 : 0;
                }
                if (answered < least) {
                    unknown(i);
                } else {
                    set(i, counted, true);
                }
            }
        }
    }
}
