package eyebright.stats.power;

import eyebright.stats.distribution.Quantiles;
import eyebright.stats.distribution.Root;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// The power of the chi-squared test of two shares in groups of equal size, without continuity
/// correction, two-sided.
///
/// ```
/// power = Phi((sqrt(n) |p1 - p2| - z sqrt((p1 + p2)(1 - (p1 + p2) / 2))) / sqrt(p1 q1 + p2 q2))
/// ```
///
/// Shape: numbers, n per group. Unit: shares from 0 to 1. Missing values: none are accepted. Edge cases:
/// the other tail is not counted, as in R's `power.prop.test(strict = FALSE)`. Errors: an argument out of
/// range; shares of 0 or 1. R solves for n to about 1e-4 relative only. Source: Fleiss, Levin & Paik
/// (2003), chapter 4 <https://doi.org/10.1002/0471445428>.
public final class ProportionsPower {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private ProportionsPower() {}

    /// The power with n in each group.
    ///
    /// @param n respondents in each group, whole or not: above 0
    /// @param p1 share in the one group: above 0 and below 1
    /// @param p2 share in the other: above 0 and below 1
    /// @param alpha error level, two-sided: above 0 and below 1
    /// @throws IllegalArgumentException if an argument is out of range
    public static double power(double n, double p1, double p2, double alpha) {
        if (!(n > 0 && Double.isFinite(n))) {
            throw new IllegalArgumentException("n must be finite and above 0, not " + n);
        }
        requireShare("p1", p1);
        requireShare("p2", p2);
        Powers.requireAlpha(alpha);
        double pooled = Math.sqrt((p1 + p2) * (1 - (p1 + p2) / 2));
        double apart = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        double z = Quantiles.normal(1 - alpha);
        return NORMAL.cumulativeProbability(
                (Math.sqrt(n) * Math.abs(p1 - p2) - z * pooled) / apart);
    }

    /// The n in each group, not rounded, at which the power is reached.
    ///
    /// @throws IllegalArgumentException if an argument is out of range, or the shares differ by less
    ///   than 1e-4
    public static double n(double p1, double p2, double power, double alpha) {
        if (!(Math.abs(p1 - p2) >= Powers.SMALLEST_EFFECT)) {
            throw new IllegalArgumentException(
                    "p1 and p2 must differ by 1e-4 or more, not be %s and %s".formatted(p1, p2));
        }
        Powers.requirePower(power, alpha);
        if (power(1, p1, p2, alpha) >= power) {
            return 1;
        }
        return Root.between(
                1,
                Powers.reaching(power, n -> power(n, p1, p2, alpha), 1),
                n -> power(n, p1, p2, alpha) - power);
    }

    private static void requireShare(String name, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "%s must be above 0 and below 1, not %s".formatted(name, share));
        }
    }
}
