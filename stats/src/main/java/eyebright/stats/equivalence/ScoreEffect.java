package eyebright.stats.equivalence;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.distribution.Root;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// A share or a difference of shares, tested by where its score limits meet a bound.
record ScoreEffect(Shares shares) implements Effect {

    /// From here on p is below 1e-300 and vanishes.
    private static final double FARTHEST = 37;

    @Override
    public Estimate estimate(double level) {
        double z = Quantiles.normal(level);
        double low = Math.clamp(shares.lower(z), shares.least(), shares.value());
        double high = Math.clamp(shares.upper(z), shares.value(), 1);
        return Known.of(shares.value(), new Interval(low, high, level), shares.n());
    }

    @Override
    public TestResult against(double bound, Side side) {
        if (!(bound >= shares.least() && bound <= 1)) {
            throw new IllegalArgumentException(
                    "bound must be from %s to 1, not %s".formatted(shares.least(), bound));
        }
        double z = distance(bound);
        double p =
                NormalDistribution.of(0, 1)
                        .survivalProbability(
                                switch (side) {
                                    case ABOVE -> z;
                                    case BELOW -> -z;
                                });
        return TestResult.of("One-sided score test", z, p);
    }

    /// The z of the limit that meets the bound: above 0 if the bound lies below the value.
    private double distance(double bound) {
        double value = shares.value();
        if (bound == value) {
            return 0;
        }
        boolean below = bound < value;
        DoubleUnaryOperator gap =
                below ? z -> shares.lower(z) - bound : z -> bound - shares.upper(z);
        if (!(gap.applyAsDouble(0) > 0)) {
            // The value is the bound but for the rounding of a difference.
            return 0;
        }
        double z = gap.applyAsDouble(FARTHEST) >= 0 ? FARTHEST : Root.between(0, FARTHEST, gap);
        return below ? z : -z;
    }
}
