package eyebright.expression;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// The kinds of [Node.Logic].
final class LogicNodes {

    private LogicNodes() {}

    /// The same in every row.
    static final class Same extends Node.Logic {

        Same(byte truth) {
            Arrays.fill(truths, truth);
        }

        @Override
        void run(int from, int count) {
            // Filled once.
        }
    }

    /// A column of truth values.
    static final class Column extends Node.Logic {
        private final Series.Truths series;
        private final boolean[] holds = new boolean[BLOCK];
        private final boolean[] known = new boolean[BLOCK];

        Column(Series.Truths series) {
            this.series = series;
        }

        @Override
        void run(int from, int count) {
            series.read(from, count, holds, known);
            for (int i = 0; i < count; i++) {
                truths[i] = known[i] ? of(holds[i]) : UNKNOWN;
            }
        }
    }

    /// Not: the two bits change places.
    static final class Not extends Node.Logic {
        private final Node.Logic of;

        Not(Node.Logic of) {
            this.of = of;
        }

        @Override
        void run(int from, int count) {
            of.run(from, count);
            for (int i = 0; i < count; i++) {
                int truth = of.truths[i];
                truths[i] = (byte) ((truth >> 1) | ((truth & TRUE) << 1));
            }
        }
    }

    /// And: may be true if both may, may be false if either may.
    static final class And extends Node.Logic {
        private final Node.Logic left;
        private final Node.Logic right;

        And(Node.Logic left, Node.Logic right) {
            this.left = left;
            this.right = right;
        }

        @Override
        void run(int from, int count) {
            left.run(from, count);
            right.run(from, count);
            for (int i = 0; i < count; i++) {
                int one = left.truths[i];
                int two = right.truths[i];
                truths[i] = (byte) ((one & two & TRUE) | ((one | two) & FALSE));
            }
        }
    }

    /// Or: may be true if either may, may be false if both may.
    static final class Or extends Node.Logic {
        private final Node.Logic left;
        private final Node.Logic right;

        Or(Node.Logic left, Node.Logic right) {
            this.left = left;
            this.right = right;
        }

        @Override
        void run(int from, int count) {
            left.run(from, count);
            right.run(from, count);
            for (int i = 0; i < count; i++) {
                int one = left.truths[i];
                int two = right.truths[i];
                truths[i] = (byte) (((one | two) & TRUE) | (one & two & FALSE));
            }
        }
    }

    /// Whether something is known.
    static final class Answered extends Node.Logic {
        private final Node of;

        Answered(Node of) {
            this.of = of;
        }

        @Override
        void run(int from, int count) {
            of.run(from, count);
            for (int i = 0; i < count; i++) {
                truths[i] = of(of.isKnown(i));
            }
        }
    }

    /// Whether two texts are one.
    static final class SameText extends Node.Logic {
        private final Node.Text left;
        private final Node.Text right;

        SameText(Node.Text left, Node.Text right) {
            this.left = left;
            this.right = right;
        }

        @Override
        void run(int from, int count) {
            left.run(from, count);
            right.run(from, count);
            for (int i = 0; i < count; i++) {
                truths[i] =
                        left.isKnown(i) && right.isKnown(i)
                                ? of(left.numbers[i] == right.numbers[i])
                                : UNKNOWN;
            }
        }
    }

    /// Whether a text is one of a list.
    static final class OneOf extends Node.Logic {
        private final Node.Text of;
        private final BitSet numbers = new BitSet();

        OneOf(Node.Text of, int[] numbers) {
            this.of = of;
            for (int number : numbers) {
                this.numbers.set(number);
            }
        }

        @Override
        void run(int from, int count) {
            of.run(from, count);
            for (int i = 0; i < count; i++) {
                truths[i] = of.isKnown(i) ? of(numbers.get(of.numbers[i])) : UNKNOWN;
            }
        }
    }

    /// Whether the text of a column is one of some.
    static final class Answers extends Node.Logic {
        private final Series.Texts series;
        private final byte[] truthOf;
        private final int[] places = new int[BLOCK];

        Answers(Series.Texts series, List<String> wanted) {
            this.series = series;
            List<String> texts = series.texts();
            truthOf = new byte[texts.size()];
            for (int place = 0; place < truthOf.length; place++) {
                truthOf[place] = of(wanted.contains(texts.get(place)));
            }
        }

        @Override
        void run(int from, int count) {
            series.read(from, count, places);
            for (int i = 0; i < count; i++) {
                int place = places[i];
                truths[i] = place == Series.Texts.UNKNOWN ? UNKNOWN : truthOf[place];
            }
        }
    }

    /// How a number compares with one that is the same in every row.
    static final class ComparedWith extends Node.Logic {
        private final Term.Operator operator;
        private final Node.Amount of;
        private final double bound;
        private final Doubts doubts;

        /// @param bound a decimal that its double means
        ComparedWith(Term.Operator operator, Node.Amount of, double bound, Doubts doubts) {
            this.operator = operator;
            this.of = of;
            this.bound = bound;
            this.doubts = doubts;
        }

        @Override
        void run(int from, int count) {
            of.run(from, count);
            for (int i = 0; i < count; i++) {
                double value = of.values[i];
                truths[i] = of.known[i] ? of(Compared.holds(operator, value, bound)) : UNKNOWN;
                if (of.known[i] && value == bound && !of.exact[i]) {
                    doubts.add(i);
                }
            }
        }
    }

    /// How two numbers compare.
    static final class Compared extends Node.Logic {
        private final Term.Operator operator;
        private final Node.Amount left;
        private final Node.Amount right;
        private final Doubts doubts;

        Compared(Term.Operator operator, Node.Amount left, Node.Amount right, Doubts doubts) {
            this.operator = operator;
            this.left = left;
            this.right = right;
            this.doubts = doubts;
        }

        /// Rounding keeps the order of decimals, so only values that are equal after it can mislead.
        @Override
        void run(int from, int count) {
            left.run(from, count);
            right.run(from, count);
            for (int i = 0; i < count; i++) {
                if (!left.known[i] || !right.known[i]) {
                    truths[i] = UNKNOWN;
                    continue;
                }
                double one = left.values[i];
                double two = right.values[i];
                truths[i] = of(holds(operator, one, two));
                if (one == two && !(left.exact[i] && right.exact[i])) {
                    doubts.add(i);
                }
            }
        }

        static boolean holds(Term.Operator operator, double one, double two) {
            return switch (operator) {
                case EQUAL -> one == two;
                case UNEQUAL -> one != two;
                case LESS -> one < two;
                case AT_MOST -> one <= two;
                case MORE -> one > two;
                case AT_LEAST -> one >= two;
                case OR, AND, PLUS, MINUS, TIMES, OVER ->
                        throw new IllegalStateException("no comparison: " + operator);
            };
        }
    }
}
