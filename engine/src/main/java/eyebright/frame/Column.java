package eyebright.frame;

import eyebright.expression.Series;
import eyebright.study.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// One named column of a [Frame]: a status per cell, and a value where it is ANSWERED.
///
/// Columns are made by [Frame]'s makers, hold their own copies, or arrays that were given to them, and never change. Two columns are equal
/// where their statuses and the values of their answered cells are.
public sealed interface Column {

    /// How many cells, those without an answer included.
    int size();

    /// Why the cell of that row holds a value or none.
    Status status(int row);

    /// Whether the cell of that row holds a value.
    boolean isAnswered(int row);

    /// The rows whose cells hold a value.
    BitSet answered();

    /// The cells of those rows, in that order; a row may come more than once, or not at all.
    ///
    /// @throws IndexOutOfBoundsException if there is no such row
    Column rows(int[] rows);

    /// The same, with the cells of those rows WITHHELD, whatever they held.
    Column withheld(BitSet rows);

    /// How many cells have that status.
    default int count(Status status) {
        int count = 0;
        for (int row = 0; row < size(); row++) {
            if (status(row) == status) {
                count++;
            }
        }
        return count;
    }

    /// Codes of a one-of question: `index(row)` is the place of the chosen option in `options`.
    final class Choices extends Cells implements Column {
        final short[] indexes;
        private final List<Option> options;

        /// @param statuses [Status#code] of each row
        /// @param indexes places in `options`, undefined unless ANSWERED
        Choices(byte[] statuses, short[] indexes, List<Option> options) {
            super(statuses);
            this.indexes = indexes.clone();
            this.options = List.copyOf(options);
            for (int row = 0; row < statuses.length; row++) {
                if (statuses[row] != Status.ANSWERED.code()) {
                    this.indexes[row] = 0;
                }
            }
        }

        private Choices(Statuses statuses, short[] indexes, List<Option> options) {
            super(statuses);
            this.indexes = indexes;
            this.options = List.copyOf(options);
        }

        /// Codes by their places.
        ///
        /// @param indexes places in `options`, undefined unless ANSWERED; the column takes the array over, and
        ///   nobody else may read or write it from then on
        public static Choices of(Statuses statuses, short[] indexes, List<Option> options) {
            statuses.clear(indexes);
            return new Choices(statuses, indexes, options);
        }

        /// The place of the chosen option in [#options]; defined where ANSWERED.
        public int index(int row) {
            return indexes[row];
        }

        /// The options in the order of the questionnaire.
        public List<Option> options() {
            return options;
        }

        /// The codes of the options, in that order.
        List<String> codes() {
            var codes = new ArrayList<String>(options.size());
            for (Option option : options) {
                codes.add(option.code());
            }
            return List.copyOf(codes);
        }

        @Override
        Series.Texts series() {
            return new Series.Texts() {
                @Override
                public List<String> texts() {
                    return codes();
                }

                @Override
                public void read(int from, int count, int[] places) {
                    for (int i = 0; i < count; i++) {
                        places[i] = isAnswered(from + i) ? indexes[from + i] : UNKNOWN;
                    }
                }
            };
        }

        /// The same answers under other options.
        ///
        /// @param others the options in their order
        /// @param places of each option of this column the place of that which it is put under
        public Choices under(List<Option> others, List<Integer> places) {
            short[] put = new short[indexes.length];
            for (int row = 0; row < put.length; row++) {
                put[row] = isAnswered(row) ? places.get(indexes[row]).shortValue() : 0;
            }
            return new Choices(statuses, put, others);
        }

        @Override
        public Choices withheld(BitSet rows) {
            return new Choices(withholding(rows), indexes, options);
        }

        @Override
        public Choices rows(int[] rows) {
            short[] chosen = new short[rows.length];
            for (int i = 0; i < rows.length; i++) {
                chosen[i] = indexes[rows[i]];
            }
            return new Choices(statuses(rows), chosen, options);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Choices choices
                    && Arrays.equals(statuses, choices.statuses)
                    && Arrays.equals(indexes, choices.indexes)
                    && options.equals(choices.options);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(statuses) + Arrays.hashCode(indexes);
        }
    }

    /// Options of a several-of question, a bit each.
    final class Sets extends Cells implements Column {
        final List<BitSet> named;
        private final List<Option> options;

        /// @param statuses [Status#code] of each row
        /// @param named for each option, the rows that named it
        Sets(byte[] statuses, List<BitSet> named, List<Option> options) {
            super(statuses);
            this.named = named.stream().map(rows -> (BitSet) rows.clone()).toList();
            this.options = List.copyOf(options);
            for (int row = 0; row < statuses.length; row++) {
                if (statuses[row] != Status.ANSWERED.code()) {
                    for (BitSet rows : this.named) {
                        rows.clear(row);
                    }
                }
            }
        }

        private Sets(Statuses statuses, List<BitSet> named, List<Option> options) {
            super(statuses);
            this.named = named;
            this.options = List.copyOf(options);
        }

        /// Options by the rows that name them.
        ///
        /// @param named for each option, a bit for each row that names it, 64 in a word
        public static Sets of(Statuses statuses, long[][] named, List<Option> options) {
            var rows = new BitSet[named.length];
            for (int option = 0; option < named.length; option++) {
                rows[option] = BitSet.valueOf(statuses.among(named[option]));
            }
            return new Sets(statuses, List.of(rows), options);
        }

        /// Whether that row names the option at that place; defined where ANSWERED.
        public boolean names(int row, int option) {
            return named.get(option).get(row);
        }

        /// The rows that name the option at that place, as a copy.
        public BitSet naming(int option) {
            return (BitSet) named.get(option).clone();
        }

        /// The options in the order of the questionnaire.
        public List<Option> options() {
            return options;
        }

        /// Whether a row answered: what the question itself says in an expression.
        @Override
        Series.Truths series() {
            return (from, count, holds, known) -> {
                for (int i = 0; i < count; i++) {
                    holds[i] = true;
                    known[i] = isAnswered(from + i);
                }
            };
        }

        /// Whether a row names the option at that place, for all rows.
        Series.Truths option(int option) {
            BitSet names = named.get(option);
            return (from, count, holds, known) -> {
                for (int i = 0; i < count; i++) {
                    holds[i] = names.get(from + i);
                    known[i] = isAnswered(from + i);
                }
            };
        }

        @Override
        public Sets withheld(BitSet rows) {
            return new Sets(withholding(rows), named, options);
        }

        @Override
        public Sets rows(int[] rows) {
            List<BitSet> taken = new ArrayList<>();
            for (BitSet names : named) {
                var bits = new BitSet(rows.length);
                for (int i = 0; i < rows.length; i++) {
                    bits.set(i, names.get(rows[i]));
                }
                taken.add(bits);
            }
            return new Sets(statuses(rows), taken, options);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Sets sets
                    && Arrays.equals(statuses, sets.statuses)
                    && named.equals(sets.named)
                    && options.equals(sets.options);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(statuses) + named.hashCode();
        }
    }

    /// Numbers, undefined unless ANSWERED: no NaN stands for "missing".
    final class Numbers extends Cells implements Column {
        final double[] values;

        /// @param values finite where ANSWERED
        public Numbers(byte[] statuses, double[] values) {
            super(statuses);
            this.values = values.clone();
            if (statuses.length != values.length) {
                throw new IllegalArgumentException(
                        "statuses and values must be equally many, not %d and %d"
                                .formatted(statuses.length, values.length));
            }
            for (int row = 0; row < statuses.length; row++) {
                // Also -0 becomes 0: no respondent meant the difference.
                this.values[row] = statuses[row] == Status.ANSWERED.code() ? values[row] + 0.0 : 0;
                if (!Double.isFinite(this.values[row])) {
                    throw new IllegalArgumentException(
                            "values[%d] must be finite, not %s".formatted(row, values[row]));
                }
            }
        }

        private Numbers(Statuses statuses, double[] values) {
            super(statuses);
            this.values = values;
        }

        /// Numbers of people who went the whole way.
        ///
        /// @param values finite; the column takes the array over, and nobody else may read or write it from then on
        public static Numbers of(Statuses statuses, double[] values) {
            if (statuses.size() != values.length) {
                throw new IllegalArgumentException(
                        "statuses and values must be equally many, not %d and %d"
                                .formatted(statuses.size(), values.length));
            }
            statuses.clear(values);
            boolean isFinite = true;
            for (double value : values) {
                isFinite &= Math.abs(value) <= Double.MAX_VALUE;
            }
            if (!isFinite) {
                throw new IllegalArgumentException("values must be finite");
            }
            for (int row = 0; row < values.length; row++) {
                // Also -0 becomes 0: no respondent meant the difference.
                values[row] += 0.0;
            }
            return new Numbers(statuses, values);
        }

        /// The number; defined where ANSWERED.
        public double value(int row) {
            return values[row];
        }

        @Override
        Series.Numbers series() {
            return (from, count, into, known) -> {
                System.arraycopy(values, from, into, 0, count);
                for (int i = 0; i < count; i++) {
                    known[i] = isAnswered(from + i);
                }
            };
        }

        /// The same with another number in place of each.
        public Numbers each(DoubleUnaryOperator other) {
            double[] others = new double[values.length];
            for (int row = 0; row < others.length; row++) {
                others[row] = isAnswered(row) ? other.applyAsDouble(values[row]) : 0;
            }
            return new Numbers(statuses, others);
        }

        @Override
        public Numbers withheld(BitSet rows) {
            return new Numbers(withholding(rows), values);
        }

        @Override
        public Numbers rows(int[] rows) {
            double[] taken = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                taken[i] = values[rows[i]];
            }
            return new Numbers(statuses(rows), taken);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbers numbers
                    && Arrays.equals(statuses, numbers.statuses)
                    && Arrays.equals(values, numbers.values);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(statuses) + Arrays.hashCode(values);
        }
    }

    /// Free words; never analysed, never public.
    final class Words extends Cells implements Column {
        private final String[] texts;

        Words(byte[] statuses, String[] texts) {
            super(statuses);
            this.texts = Arrays.copyOf(texts, texts.length);
            for (int row = 0; row < statuses.length; row++) {
                if (statuses[row] != Status.ANSWERED.code()) {
                    this.texts[row] = "";
                }
            }
        }

        private Words(Statuses statuses, String[] texts) {
            super(statuses);
            this.texts = texts;
        }

        /// A column in which nobody wrote anything.
        ///
        /// @param statuses none of them ANSWERED
        public static Words none(Statuses statuses) {
            String[] texts = new String[statuses.size()];
            Arrays.fill(texts, "");
            return new Words(statuses, texts);
        }

        /// The words; empty unless ANSWERED.
        public String text(int row) {
            return texts[row];
        }

        @Override
        Series.Texts series() {
            var places = new LinkedHashMap<String, Integer>();
            int[] placeOf = new int[texts.length];
            for (int row = 0; row < texts.length; row++) {
                placeOf[row] =
                        isAnswered(row)
                                ? places.computeIfAbsent(texts[row], _ -> places.size())
                                : Series.Texts.UNKNOWN;
            }
            List<String> all = List.copyOf(places.keySet());
            return new Series.Texts() {
                @Override
                public List<String> texts() {
                    return all;
                }

                @Override
                public void read(int from, int count, int[] into) {
                    System.arraycopy(placeOf, from, into, 0, count);
                }
            };
        }

        @Override
        public Words withheld(BitSet rows) {
            return new Words(withholding(rows), texts);
        }

        @Override
        public Words rows(int[] rows) {
            String[] taken = new String[rows.length];
            for (int i = 0; i < rows.length; i++) {
                taken[i] = texts[rows[i]];
            }
            return new Words(statuses(rows), taken);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Words words
                    && Arrays.equals(statuses, words.statuses)
                    && Arrays.equals(texts, words.texts);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(statuses) + Arrays.hashCode(texts);
        }
    }
}
