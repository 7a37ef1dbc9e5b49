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
        double z = of(r);
        double reach = Quantiles.normal(level) * error;
        return new Interval(Math.tanh(z - reach), Math.tanh(z + reach), level);
    }

    /// The interval of a Pearson correlation of n pairs: the error of z is 1 / sqrt(n - 3).
    static Interval interval(double r, int n, double level) {
        return interval(r, 1 / Math.sqrt(n - 3.0), level);
    }
}
