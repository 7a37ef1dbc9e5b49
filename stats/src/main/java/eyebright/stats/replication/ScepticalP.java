package eyebright.stats.replication;

import eyebright.stats.distribution.PeakIntegral;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// How far a published estimate and a new one convince together somebody who doubts the published one: whoever doubts
/// takes a prior around 0 that is just narrow enough to make the published study unconvincing, and the
/// new study has to stand against that prior.
///
/// ```
/// zS² = zH² / 2                                              if c = 1, else
/// zS² = (sqrt(zA² (zA² + (c - 1) zH²)) - zA²) / (c - 1)
/// zA² = (zo² + zr²) / 2        zH² = 2 / (1 / zo² + 1 / zr²)        c = so² / sr²
///
/// NOMINAL     p = 1 - Φ(zS)
/// GOLDEN      p = 1 - Φ(√G zS),  G = (1 + √5) / 2
/// CONTROLLED  p = √P,  P the chance of a zS as large in one direction where neither study has an effect
/// ```
///
/// One-sided; where the signs differ it is 1 minus that.
///
/// Shape: two estimates on the same scale. Unit: none. Missing values: a published figure without an error
/// has none. Edge cases: where one of them is 0, p is .5. Errors: as [NormalEstimate]. Sources: Held (2020)
/// <https://doi.org/10.1111/rssa.12493>; Held, Micheloud & Pawel (2022)
/// <https://doi.org/10.1214/21-AOAS1502>; Micheloud, Balabdaoui & Held (2023), Statistics in Medicine. Checked against
/// R ReplicationSuccess and, where its integral is not exact enough, against mpmath, see
/// `ReplicationProjectsTest`.
public final class ScepticalP {

    /// How zS becomes a p value.
    public enum Scale {
        /// As a z value: strict, since both studies must convince by themselves.
        NOMINAL,
        /// A published study just at the bound can be replicated if the new estimate is as large.
        GOLDEN,
        /// As often below a bound by chance as two studies each below it.
        CONTROLLED
    }

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

    private ScepticalP() {}

    /// The one-sided p value.
    public static double of(Replication pair, Scale scale) {
        double c = pair.varianceRatio();
        double z = z(pair.original().z(), pair.replication().z(), c);
        if (z == 0) {
            return 0.5;
        }
        double p =
                switch (scale) {
                    case NOMINAL -> NORMAL.survivalProbability(z);
                    case GOLDEN -> NORMAL.survivalProbability(Math.sqrt(GOLDEN_RATIO) * z);
                    case CONTROLLED -> Math.exp(logChance(z, c) / 2);
                };
        return pair.agreeInSign() ? p : 1 - p;
    }

    private static double z(double original, double replication, double c) {
        if (original == 0 || replication == 0) {
            return 0;
        }
        double arithmetic = (original * original + replication * replication) / 2;
        double harmonic = 2 / (1 / (original * original) + 1 / (replication * replication));
        // (sqrt(a (a + d h)) - a) / d without taking nearly equal numbers from each other.
        double d = c - 1;
        return Math.sqrt(
                arithmetic
                        * harmonic
                        / (Math.sqrt(arithmetic * (arithmetic + d * harmonic)) + arithmetic));
    }

    /// The logarithm of the chance of a zS as large: the published z is larger than it, and the new one larger
    /// than what that asks for. By the logarithm of how much larger, as the integrand ends steeply at 0.
    private static double logChance(double z, double c) {
        return PeakIntegral.log(
                Math.log(0.5),
                1,
                log -> {
                    double more = Math.exp(log);
                    double relative = more / z;
                    double needed = z * Math.sqrt(1 + c / (relative * (2 + relative)));
                    return NORMAL.logDensity(z + more)
                            + Math.log(NORMAL.survivalProbability(needed))
                            + log;
                });
    }
}
