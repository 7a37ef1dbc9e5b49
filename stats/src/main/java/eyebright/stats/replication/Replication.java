package eyebright.stats.replication;

import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// A published estimate and a new one of the same thing.
///
/// ```
/// ratio of variances  c = so² / sr²
/// prediction          o ± z(level) sqrt(so² + sr²)
/// heterogeneity       Q = (o - r)² / (so² + sr²), chi-squared with 1 degree of freedom
/// combined            (o / so² + r / sr²) / (1 / so² + 1 / sr²), its error 1 / sqrt(1 / so² + 1 / sr²)
/// ```
///
/// That both have the same sign and the new one a p below .05 is the oldest of all criteria and the
/// weakest: it says nothing of how large the effects are, and calls two small studies without effect a
/// failure. It never stands alone. The prediction interval holds what a new study of this size should find if
/// both estimate the same; where the published study was small it is wide, and hardly anything can fail.
///
/// Shape: two estimates on the same scale. Unit: theirs. Missing values: a published figure without an error
/// has none of these. Edge cases: an estimate of 0 has no sign and agrees with none. Errors: as
/// [NormalEstimate]. Sources: Open Science Collaboration (2015) <https://doi.org/10.1126/science.aac4716>; Patil, Peng
/// & Leek (2016) <https://doi.org/10.1177/1745691616646366>; Hedges & Schauer (2019), Journal of
/// Educational and Behavioral Statistics 44. Checked against R ReplicationSuccess, see
/// `ReplicationProjectsTest`.
///
/// @param original the published one
/// @param replication the new one
public record Replication(NormalEstimate original, NormalEstimate replication) {

    private static final ChiSquaredDistribution ONE = ChiSquaredDistribution.of(1);

    /// How many times as large the variance of the published estimate is.
    public double varianceRatio() {
        double ratio = original.error() / replication.error();
        return ratio * ratio;
    }

    /// Whether both point the same way.
    public boolean agreeInSign() {
        return original.value() * replication.value() > 0;
    }

    /// Whether both point the same way and the new p is below a bound.
    ///
    /// @param alpha above 0 and below 1
    public boolean isNominal(double alpha) {
        return agreeInSign() && replication.test().p() < alpha;
    }

    /// Where the new estimate is to be expected if both estimate the same.
    ///
    /// @throws IllegalArgumentException if the level is out of range
    public Interval predicted(double level) {
        return PredictionInterval.of(
                original.value(), original.error(), replication.error(), level);
    }

    /// Whether the new estimate is where it is to be expected.
    ///
    /// @throws IllegalArgumentException if the level is out of range
    public boolean isAsPredicted(double level) {
        return predicted(level).contains(replication.value());
    }

    /// Whether the interval of the new estimate holds the published one, as if that had no error.
    ///
    /// @throws IllegalArgumentException if the level is out of range
    public boolean holdsOriginal(double level) {
        return replication.interval(level).contains(original.value());
    }

    /// The test of whether both estimate the same.
    public TestResult heterogeneity() {
        double distance =
                (original.value() - replication.value())
                        / Math.hypot(original.error(), replication.error());
        double q = distance * distance;
        return TestResult.of("Q", q, ONE.survivalProbability(q), 1.0);
    }

    /// Both together, each with the weight of its precision.
    public NormalEstimate combined() {
        double one = 1 / (original.error() * original.error());
        double other = 1 / (replication.error() * replication.error());
        return new NormalEstimate(
                (one * original.value() + other * replication.value()) / (one + other),
                1 / Math.sqrt(one + other));
    }
}
