package eyebright.stats.correlation;

import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;

/// Fisher's transformation of a correlation, on which its error hardly depends on its size.
///
/// ```
/// z = ½ ln((1 + r) / (1 - r))        r = tanh(z)
/// ```
final class FisherZ {

    private FisherZ() {}

    /// z of a correlation between -1 and 1, both excluded.
    static double of(double r) {
        return 0.5 * Math.log1p(2 * r / (1 - r));
    }

    /// The interval of a correlation whose z has this standard error.
    static Interval interval(double r, double error, double level) {
        return around(r, Quantiles.normal(level) * error, level);
    }

    /// The interval that reaches so far from z to both sides.
    static Interval around(double r, double reach, double level) {
        double z = of(r);
        return new Interval(Math.tanh(z - reach), Math.tanh(z + reach), level);
    }

    /// The interval of a correlation of n pairs of normal answers, where no more is known of them: the error of z is
    /// 1 / sqrt(n - 3).
    static Interval interval(double r, int n, double level) {
        return interval(r, 1 / Math.sqrt(n - 3.0), level);
    }
}
