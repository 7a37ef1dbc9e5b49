package eyebright.stats.replication;

import eyebright.stats.TestResult;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.distribution.Root;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Whether a new study, larger than the published one, says that the effect is too small for the published study
/// to have seen it: below the effect that study had one chance in three to find.
///
/// ```
/// θ33: the effect for which P(|z| > 1.96) = 1/3, which is 1.52857 so
/// test of an effect below it: z = (s r - θ33) / sr, s the sign of o; p = Φ(z); it is too small if p < .05
/// power, were there no effect:  Φ(θ33 / sr - 1.645), 80 % where so² / sr² is 2.646 or more
/// ```
///
/// Shape: two estimates on the same scale. Unit: that of the estimates. Missing values: a published figure
/// without an error has none. Edge cases: a published estimate of 0 has no direction; it is taken as above 0.
/// Errors: as [NormalEstimate]. Source: Simonsohn (2015) <https://doi.org/10.1177/0956797614567341>. Checked
/// against R ReplicationSuccess, see `ReplicationProjectsTest`.
///
/// @param effect θ33, above 0, in the direction of the published estimate
/// @param test one-sided, of a new effect below it
/// @param power the chance that a new study of this size says so where there is no effect: above 0
public record SmallTelescopes(double effect, TestResult test, double power) {

    /// What passes by chance.
    public static final double ALPHA = 0.05;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double IN_ERRORS = inErrors();

    /// The test of a pair.
    public static SmallTelescopes of(Replication pair) {
        double effect = IN_ERRORS * pair.original().error();
        double sign = pair.original().value() < 0 ? -1 : 1;
        double error = pair.replication().error();
        double z = (sign * pair.replication().value() - effect) / error;
        return new SmallTelescopes(
                effect,
                TestResult.of("small_telescopes", z, NORMAL.cumulativeProbability(z)),
                NORMAL.cumulativeProbability(effect / error - Quantiles.normal(1 - 2 * ALPHA)));
    }

    /// Whether the new effect is too small for the published study to have seen.
    public boolean isTooSmall() {
        return test.p() < ALPHA;
    }

    /// θ33 where the error is 1.
    private static double inErrors() {
        double critical = Quantiles.normal(1 - ALPHA);
        return Root.between(
                0,
                critical,
                effect ->
                        NORMAL.survivalProbability(critical - effect)
                                + NORMAL.cumulativeProbability(-critical - effect)
                                - 1.0 / 3);
    }
}
