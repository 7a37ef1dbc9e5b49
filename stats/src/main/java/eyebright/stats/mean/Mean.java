package eyebright.stats.mean;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import java.util.Optional;

/// The mean of the population that the values are a sample of.
///
/// ```
/// mean ± t(n - 1; (1 + level) / 2) sd / sqrt(n)
/// ```
///
/// Shape: the moments of any number of values. Unit: that of the values. Missing values: left out
/// before the moments are made. Edge cases: fewer than 2 values, or values that are all equal, say
/// nothing of how far the mean may be off and are not estimable; [Moments#mean] is still there to be
/// described. Errors: a level not between 0 and 1. The interval is exact for normal values and good for
/// others if n is not small; for skewed values read [SkewedMean].
/// Summary: the moments, which merge.
///
/// R: `t.test(x)`, which stops with "data are essentially constant". SPSS (EXAMINE) gives the same.
///
/// Source: Student (1908) <https://doi.org/10.1093/biomet/6.1.1>.
public final class Mean {

    private Mean() {}

    /// The mean with its t interval.
    ///
    /// @param level coverage of the interval: above 0 and below 1
    /// @return the mean; not estimable if there are fewer than 2 values or all are equal
    /// @throws IllegalArgumentException if the level is out of range
    public static Estimate of(Moments moments, double level) {
        Interval.requireLevel(level);
        Optional<NotEstimable> none = whyNone(moments);
        if (none.isPresent()) {
            return none.get();
        }
        int n = moments.n();
        double reach = Quantiles.t(n - 1.0, level) * moments.sd() / Math.sqrt(n);
        return Known.of(
                moments.mean(),
                new Interval(moments.mean() - reach, moments.mean() + reach, level),
                n);
    }

    /// Why values have no interval of their mean; empty where they have.
    static Optional<NotEstimable> whyNone(Moments moments) {
        int n = moments.n();
        if (n < 2) {
            return none(n == 0 ? "there are no values" : "there is only 1 value");
        }
        if (moments.squares() == 0) {
            return none("all %d values are equal".formatted(n));
        }
        if (moments.squares() < Moments.SMALLEST) {
            return none("the values differ too little to compute with");
        }
        return Double.isFinite(moments.squares()) ? Optional.empty() : none(Moments.TOO_FAR_APART);
    }

    private static Optional<NotEstimable> none(String reason) {
        return Optional.of(new NotEstimable(reason));
    }
}
