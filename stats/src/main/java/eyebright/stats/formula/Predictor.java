package eyebright.stats.formula;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// A variable that explains, with one value for each respondent.
///
/// Missing values are left out before: a model is fitted to the respondents who have all its variables.
public sealed interface Predictor {

    /// Its name in formulas and columns.
    String name();

    /// How many respondents.
    int n();

    /// The same predictor for some of the respondents, in the order named, from 0; a respondent may come
    /// more than once.
    Predictor rows(int[] rows);

    /// Numbers, whose differences mean the same everywhere on the scale.
    final class Numeric implements Predictor {

        private final String name;
        private final double[] values;

        /// A numeric predictor.
        ///
        /// @param name not blank
        /// @param values finite
        /// @throws IllegalArgumentException if the name is blank or a value is not finite
        public Numeric(String name, double[] values) {
            this.name = named(name);
            this.values = values.clone();
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i])) {
                    throw new IllegalArgumentException(
                            "value %d of %s must be finite, not %s".formatted(i, name, values[i]));
                }
            }
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int n() {
            return values.length;
        }

        private Numeric(double[] values, String name) {
            this.name = name;
            this.values = values;
        }

        /// A numeric predictor of values that nobody changes from now on: they are not copied.
        ///
        /// @param name not blank
        /// @param values finite
        /// @throws IllegalArgumentException if the name is blank or a value is not finite
        public static Numeric of(String name, double[] values) {
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i])) {
                    throw new IllegalArgumentException(
                            "value %d of %s must be finite, not %s".formatted(i, name, values[i]));
                }
            }
            return new Numeric(values, named(name));
        }

        /// The values; not to be changed.
        double[] shared() {
            return values;
        }

        /// A copy of the values.
        public double[] values() {
            return values.clone();
        }

        /// The value of a respondent, from 0.
        public double value(int row) {
            return values[row];
        }

        @Override
        public Numeric rows(int[] rows) {
            var some = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                some[i] = values[rows[i]];
            }
            return new Numeric(some, name);
        }
    }

    /// One of several levels. Each level but the first has a column; the first is the reference, to which
    /// they are compared.
    final class Categorical implements Predictor {

        private final String name;
        private final List<String> levels;
        private final int[] codes;

        /// A categorical predictor.
        ///
        /// @param name not blank
        /// @param levels 1 or more different texts; the first is the reference
        /// @param codes places in `levels`, from 0
        /// @throws IllegalArgumentException if the name is blank, levels repeat or are none, or a code has
        ///   no level
        public Categorical(String name, List<String> levels, int[] codes) {
            this.name = named(name);
            this.levels = List.copyOf(levels);
            this.codes = codes.clone();
            if (levels.isEmpty() || new HashSet<>(levels).size() != levels.size()) {
                throw new IllegalArgumentException(
                        "levels of %s must be 1 or more different texts, not %s"
                                .formatted(name, levels));
            }
            for (int code : codes) {
                if (code < 0 || code >= levels.size()) {
                    throw new IllegalArgumentException(
                            "codes of %s must be 0 to %d, not %d"
                                    .formatted(name, levels.size() - 1, code));
                }
            }
        }

        private Categorical(int[] codes, String name, List<String> levels) {
            this.name = name;
            this.levels = levels;
            this.codes = codes;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int n() {
            return codes.length;
        }

        /// The levels; the first is the reference.
        public List<String> levels() {
            return levels;
        }

        /// A copy of the codes.
        public int[] codes() {
            return codes.clone();
        }

        /// The code of a respondent, from 0.
        public int code(int row) {
            return codes[row];
        }

        /// The level to which the others are compared.
        public String reference() {
            return levels.getFirst();
        }

        /// The same with another reference; the other levels keep their order.
        ///
        /// @throws IllegalArgumentException if there is no such level; the message says which there are
        public Categorical withReference(String level) {
            if (!levels.contains(level)) {
                throw new IllegalArgumentException(
                        "no level %s of %s; there are %s".formatted(level, name, levels));
            }
            return withLevels(
                    IntStream.concat(
                                    IntStream.of(levels.indexOf(level)),
                                    IntStream.range(0, levels.size())
                                            .filter(i -> !levels.get(i).equals(level)))
                            .toArray());
        }

        /// The same without the levels that nobody has; the reference is the first that is left.
        public Categorical withUsedLevels() {
            int[] counts = counts();
            int[] used = IntStream.range(0, levels.size()).filter(i -> counts[i] > 0).toArray();
            return used.length == 0 ? this : withLevels(used);
        }

        /// How many respondents have each level.
        int[] counts() {
            var counts = new int[levels.size()];
            for (int code : codes) {
                counts[code]++;
            }
            return counts;
        }

        private Categorical withLevels(int[] kept) {
            var place = new int[levels.size()];
            for (int i = 0; i < kept.length; i++) {
                place[kept[i]] = i;
            }
            return new Categorical(
                    name,
                    Arrays.stream(kept).mapToObj(levels::get).toList(),
                    Arrays.stream(codes).map(code -> place[code]).toArray());
        }

        @Override
        public Categorical rows(int[] rows) {
            var some = new int[rows.length];
            for (int i = 0; i < rows.length; i++) {
                some[i] = codes[rows[i]];
            }
            return new Categorical(some, name, levels);
        }
    }

    private static String named(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of a predictor must not be blank");
        }
        return name;
    }
}
