package eyebright.stats.equivalence;

/// A share, or a difference of shares, with the score limits of any width z.
sealed interface Shares {

    /// The share or the difference.
    double value();

    /// The limit below it that is z standard errors off: not above the value.
    double lower(double z);

    /// The limit above it that is z standard errors off: not below the value.
    double upper(double z);

    /// How many respondents.
    int n();

    /// The least that value and limits can be; the most is 1.
    double least();

    /// The share of one group, with Wilson's limits.
    record One(int successes, int n) implements Shares {

        /// @throws IllegalArgumentException if the counts are out of range
        public One {
            if (n < 1) {
                throw new IllegalArgumentException("n must be 1 or more, not " + n);
            }
            if (successes < 0 || successes > n) {
                throw new IllegalArgumentException(
                        "successes must be 0 to n = %d, not %d".formatted(n, successes));
            }
        }

        @Override
        public double value() {
            return (double) successes / n;
        }

        @Override
        public double lower(double z) {
            return wilson(successes, z);
        }

        @Override
        public double upper(double z) {
            return 1 - wilson(n - successes, z);
        }

        @Override
        public double least() {
            return 0;
        }

        private double wilson(double x, double z) {
            double root = z * Math.sqrt(x * (n - x) / n + z * z / 4);
            return x == 0 ? 0 : x * x / n / (x + z * z / 2 + root);
        }
    }

    /// The share of the first group minus that of the second, with Newcombe's limits.
    record Two(One first, One second) implements Shares {

        @Override
        public double value() {
            return first.value() - second.value();
        }

        @Override
        public double lower(double z) {
            return value() - reach(first, second, z, 0);
        }

        @Override
        public double upper(double z) {
            return value() + reach(second, first, z, 0);
        }

        @Override
        public int n() {
            return Math.addExact(first.n(), second.n());
        }

        @Override
        public double least() {
            return -1;
        }

        /// How far the limit is off that lowers `falling` and raises `rising`, whose estimates correlate.
        static double reach(One falling, One rising, double z, double phi) {
            double down = falling.value() - falling.lower(z);
            double up = rising.upper(z) - rising.value();
            return Math.sqrt(Math.max(0, down * down - 2 * phi * down * up + up * up));
        }
    }

    /// The first share minus the second of the same respondents, with Newcombe's limits for pairs.
    record Paired(int both, int onlyFirst, int onlySecond, int neither) implements Shares {

        /// @throws IllegalArgumentException if a count is negative
        public Paired {
            requireCount("both", both);
            requireCount("onlyFirst", onlyFirst);
            requireCount("onlySecond", onlySecond);
            requireCount("neither", neither);
        }

        @Override
        public double value() {
            return ((double) onlyFirst - onlySecond) / n();
        }

        @Override
        public double lower(double z) {
            return value() - Two.reach(first(), second(), z, phi());
        }

        @Override
        public double upper(double z) {
            return value() + Two.reach(second(), first(), z, phi());
        }

        @Override
        public int n() {
            return Math.addExact(
                    Math.addExact(both, onlyFirst), Math.addExact(onlySecond, neither));
        }

        @Override
        public double least() {
            return -1;
        }

        private One first() {
            return new One(both + onlyFirst, n());
        }

        private One second() {
            return new One(both + onlySecond, n());
        }

        /// The correlation of the two answers, with Newcombe's correction.
        private double phi() {
            double yes = (double) first().successes() * second().successes();
            double no = (double) (n() - first().successes()) * (n() - second().successes());
            if (yes == 0 || no == 0) {
                return 0;
            }
            double q = (double) both * neither - (double) onlyFirst * onlySecond;
            return (q > 0 ? Math.max(0, q - n() / 2.0) : q) / Math.sqrt(yes) / Math.sqrt(no);
        }

        private static void requireCount(String name, int count) {
            if (count < 0) {
                throw new IllegalArgumentException(
                        "%s must be 0 or more, not %d".formatted(name, count));
            }
        }
    }
}
