package eyebright.stats.rank;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// A rank statistic as a normal with its mean and error under the null hypothesis, corrected for
/// continuity: half a step towards the mean, as the statistic moves in steps.
final class NormalApproximation {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private NormalApproximation() {}

    /// The two-sided p of a statistic that is so far from its mean.
    static double p(double distance, double error) {
        return twoSided(Math.max(0, Math.abs(distance) - 0.5) / error);
    }

    /// The two-sided p of a z.
    static double twoSided(double z) {
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }
}
