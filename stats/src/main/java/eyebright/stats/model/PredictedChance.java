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
final class PredictedChance {

    private PredictedChance() {}

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
}
