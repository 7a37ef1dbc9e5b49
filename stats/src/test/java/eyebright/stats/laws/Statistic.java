package eyebright.stats.laws;

import java.util.function.Function;

/// A statistic as the laws see it: what it makes of a sample.
///
/// @param name of its class, with what is special here
/// @param exactness how near its figures come when the order of rows changes
/// @param of every figure it gives
record Statistic(String name, Exactness exactness, Function<Sample, Object> of) {

    /// What another order of the same rows may change.
    enum Exactness {
        /// Nothing: it is made of counts, or of values in order.
        COUNTS(0),
        /// The last digits, since sums are rounded in their order.
        SUMS(1e-12),
        /// Digits beyond those to which an iteration goes.
        ITERATED(1e-7),
        /// Everything that chance decides: draws fall on other rows.
        CHANCE(Double.POSITIVE_INFINITY);

        private final double tolerance;

        Exactness(double tolerance) {
            this.tolerance = tolerance;
        }

        double tolerance() {
            return tolerance;
        }
    }

    static Statistic ofCounts(String name, Function<Sample, Object> of) {
        return new Statistic(name, Exactness.COUNTS, of);
    }

    static Statistic ofSums(String name, Function<Sample, Object> of) {
        return new Statistic(name, Exactness.SUMS, of);
    }

    static Statistic iterated(String name, Function<Sample, Object> of) {
        return new Statistic(name, Exactness.ITERATED, of);
    }

    static Statistic byChance(String name, Function<Sample, Object> of) {
        return new Statistic(name, Exactness.CHANCE, of);
    }

    /// On how many samples a law is tried: fewer where one takes long.
    int seeds() {
        return name.matches(
                        "GamesHowell|TukeyHsd|OmegaTotal|Polychoric|Bootstrap|PermutationTest"
                                + "|RandomInterceptLogistic|EquivalenceTest of a correlation")
                ? 2
                : 5;
    }

    Figures figures(Sample sample) {
        return Figures.of(of.apply(sample), sample.level());
    }

    @Override
    public String toString() {
        return name;
    }
}
