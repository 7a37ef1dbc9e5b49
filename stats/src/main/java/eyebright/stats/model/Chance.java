package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;

/// A predicted chance with the interval of the delta method, taken on its log odds so that it stays
/// between 0 and 1.
///
/// ```
/// limits: F(ln(P / (1 - P)) ± q se / (P (1 - P))),  se² = gᵀ V g,  g the slopes of P
/// ```
final class Chance {

    private Chance() {}

    /// @param variance that of the chance by the delta method
    static Estimate of(double chance, double variance, double level, int n) {
        Interval.requireLevel(level);
        double spread = chance * (1 - chance);
        double reach = Quantiles.normal(level) * Math.sqrt(variance) / spread;
        if (!(spread > 0) || !Double.isFinite(reach)) {
            return new NotEstimable("the predicted chance is 0 or 1 to all digits");
        }
        double logit = StrictMath.log(chance) - StrictMath.log1p(-chance);
        var limits =
                new Interval(
                        CumulativeLogit.chance(logit - reach),
                        CumulativeLogit.chance(logit + reach),
                        level);
        return Known.of(chance, limits, n);
    }

    /// The exponential of an estimate of log odds, its limits too.
    static Estimate ratio(Estimate logOdds) {
        return switch (logOdds) {
            case NotEstimable none -> none;
            case Known(double value, var interval, int n) -> {
                double ratio = StrictMath.exp(value);
                if (interval.isEmpty() || !Double.isFinite(ratio)) {
                    yield new NotEstimable("the odds ratio is too large for a number");
                }
                double high = StrictMath.exp(interval.get().high());
                if (!Double.isFinite(high)) {
                    yield new NotEstimable("the upper limit of the odds ratio is too large");
                }
                double low = StrictMath.exp(interval.get().low());
                yield Known.of(ratio, new Interval(low, high, interval.get().level()), n);
            }
        };
    }
}
