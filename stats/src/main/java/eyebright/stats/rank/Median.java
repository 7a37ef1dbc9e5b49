package eyebright.stats.rank;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// The median, with an interval that holds whatever the distribution is.
///
/// ```
/// median:   the middle value, or half the sum of the two middle ones
/// interval: x(k) to x(n + 1 - k) of the ordered values, k the least number with P(X <= k) >= (1 - level) / 2,
///           X ~ Binomial(n, 1/2)
/// ```
///
/// Shape: values, which are copied and sorted. Unit: that of the values. Missing values: left out before;
/// NaN is an error. Edge cases: no values are not estimable; up to 5 values at 95 % not even the smallest
/// and the largest hold the median often enough, and the median stands without an interval. Errors: a
/// value that is not finite, a level not between 0 and 1. Summary: the values.
///
/// Its ends are values that were seen, so that it stays within what is possible. It holds the median at
/// least as often as its level says, with ties more often. R: `sort(x)[c(k, n + 1 - k)]` with
/// `k <- qbinom((1 - level) / 2, n, 0.5)`, as `DescTools::MedianCI` gives it. SPSS (EXAMINE) has none; JASP
/// bootstraps.
///
/// Source: Thompson (1936) <https://doi.org/10.1214/aoms/1177732502>.
public final class Median {

    private Median() {}

    /// The median of the values.
    ///
    /// @param level coverage of the interval, at least: above 0 and below 1
    /// @throws IllegalArgumentException if a value is not finite or the level out of range
    public static Estimate of(double[] values, double level) {
        Interval.requireLevel(level);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "value %d must be finite, not %s".formatted(i, values[i]));
            }
        }
        int n = values.length;
        if (n == 0) {
            return new NotEstimable("nobody answered");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        // Halved before they are added, as the sum of two large values may not exist.
        double median = n % 2 == 1 ? sorted[n / 2] : midway(sorted[n / 2 - 1], sorted[n / 2]);
        int k = BinomialDistribution.of(n, 0.5).inverseCumulativeProbability((1 - level) / 2);
        // A median of an even number of values lies between two, and k never passes the first of
        // them.
        return k == 0
                ? Known.bare(median, n)
                : Known.of(median, new Interval(sorted[k - 1], sorted[n - k], level), n);
    }

    private static double midway(double low, double high) {
        double sum = low + high;
        return Double.isFinite(sum) ? sum / 2 : low / 2 + high / 2;
    }
}
