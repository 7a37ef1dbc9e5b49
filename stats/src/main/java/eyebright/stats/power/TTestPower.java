package eyebright.stats.power;

import eyebright.stats.distribution.NoncentralT;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.distribution.Root;

/// The power of Student's t test of two groups of equal size, two-sided: how often it shows, in the
/// direction of the effect, a standardized difference that is there.
///
/// ```
/// power = P(T > t),  T noncentral t with df = 2 (n - 1), ncp = d sqrt(n / 2); t the critical value
/// ```
///
/// Shape: numbers, n per group. Unit: d is a difference in standard deviations. Missing values: none are
/// accepted. Edge cases: the other tail is not counted, as in R's `power.t.test(strict = FALSE)`, so that
/// at d = 0 power is alpha / 2; the sign of d does not matter. Errors: an argument out of range.
///
/// R: `power.t.test` solves for n and d to about 1e-4 relative only; here both are solved to the last
/// digits. `pwr::pwr.t.test` and G*Power count both tails. Source: Cohen (1988), Statistical Power
/// Analysis, chapter 2.
public final class TTestPower {

    private static final double FEWEST = 2;

    /// More respondents than there are people.
    private static final double MOST = 1e10;

    private TTestPower() {}

    /// The power with n in each group.
    ///
    /// @param n respondents in each group, whole or not: 2 to 1e10
    /// @param d standardized difference: finite
    /// @param alpha error level, two-sided: above 0 and below 1
    /// @throws IllegalArgumentException if an argument is out of range
    public static double power(double n, double d, double alpha) {
        if (!(n >= FEWEST && n <= MOST)) {
            throw new IllegalArgumentException("n must be from 2 to 1e10, not " + n);
        }
        if (!Double.isFinite(d)) {
            throw new IllegalArgumentException("d must be finite, not " + d);
        }
        Powers.requireAlpha(alpha);
        double df = 2 * (n - 1);
        return NoncentralT.survival(Quantiles.t(df, 1 - alpha), df, Math.abs(d) * Math.sqrt(n / 2));
    }

    /// The n in each group, not rounded, at which the power is reached; 2 where 2 are enough.
    ///
    /// @param d standardized difference: not 0, at least 1e-4 in size
    /// @throws IllegalArgumentException if an argument is out of range
    public static double n(double d, double power, double alpha) {
        if (!(Math.abs(d) >= Powers.SMALLEST_EFFECT)) {
            throw new IllegalArgumentException("d must be at least 1e-4 in size, not " + d);
        }
        Powers.requirePower(power, alpha);
        if (power(FEWEST, d, alpha) >= power) {
            return FEWEST;
        }
        return Root.between(
                FEWEST,
                Powers.reaching(power, n -> power(n, d, alpha), FEWEST),
                n -> power(n, d, alpha) - power);
    }

    /// The standardized difference, above 0, at which n in each group reach the power. With a power of
    /// 1/3 it is the effect that a study of this size could hardly have seen: the small telescope
    /// (Simonsohn 2015, <https://doi.org/10.1177/0956797614567341>).
    ///
    /// @throws IllegalArgumentException if an argument is out of range
    public static double d(double n, double power, double alpha) {
        Powers.requirePower(power, alpha);
        return Root.between(
                0,
                Powers.reaching(power, d -> power(n, d, alpha), 1),
                d -> power(n, d, alpha) - power);
    }
}
