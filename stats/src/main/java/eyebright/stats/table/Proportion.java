package eyebright.stats.table;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.Quantiles;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// The share of successes among respondents, with its interval and its exact test.
///
/// ```
/// p = successes / n
/// Wilson:           (p + z²/2n ± z sqrt(p (1 - p) / n + z²/4n²)) / (1 + z²/n)
/// Clopper-Pearson:  quantile (1 - level)/2 of Beta(x, n - x + 1) to quantile (1 + level)/2 of Beta(x + 1, n - x)
/// ```
///
/// Shape: two counts. Unit: a share from 0 to 1, not percent. Missing values: leave them out of both
/// counts first. Edge cases: at 0 successes both intervals begin at exactly 0, at n successes they end
/// at exactly 1; n = 0 is not estimable. Errors: counts that are negative or out of order, a level not
/// between 0 and 1, are an [IllegalArgumentException] that names them.
///
/// R: `prop.test(x, n, correct = FALSE)` gives the Wilson interval, but its default corrects for
/// continuity and is wider; `binom.test` gives the exact interval and test. SPSS (PROPORTIONS) offers
/// both intervals among others.
///
/// Sources: Wilson (1927) <https://doi.org/10.1080/01621459.1927.10502953>; Clopper & Pearson (1934)
/// <https://doi.org/10.1093/biomet/26.4.404>. Checked against R 4.2.2, see `ProportionTest`.
public final class Proportion {

    private Proportion() {}

    /// The share with Wilson's score interval, whose coverage is near its level on average.
    ///
    /// @param successes how many of the n: 0 to n
    /// @param n how many respondents answered
    /// @param level coverage of the interval: above 0 and below 1
    /// @return the share; not estimable if n is 0
    /// @throws IllegalArgumentException if the counts or the level are out of range
    public static Estimate wilson(int successes, int n, double level) {
        requireCounts(successes, n, level);
        if (n == 0) {
            return nobody();
        }
        return Known.of((double) successes / n, wilsonInterval(successes, n, level), n);
    }

    /// The share with the interval of Clopper and Pearson, whose coverage is never below its level.
    ///
    /// @param successes how many of the n: 0 to n
    /// @param n how many respondents answered
    /// @param level coverage of the interval: above 0 and below 1
    /// @return the share; not estimable if n is 0
    /// @throws IllegalArgumentException if the counts or the level are out of range
    public static Estimate exact(int successes, int n, double level) {
        requireCounts(successes, n, level);
        if (n == 0) {
            return nobody();
        }
        double tail = (1 - level) / 2;
        double low = successes == 0 ? 0 : Quantiles.betaLower(successes, n - successes + 1.0, tail);
        double high =
                successes == n ? 1 : Quantiles.betaUpper(successes + 1.0, n - successes, tail);
        return Known.of((double) successes / n, new Interval(low, high, level), n);
    }

    /// The exact two-sided test that the share is p0: the probability of all counts that are no more
    /// likely than the one seen.
    ///
    /// The statistic is the count of successes. As in R, a count whose probability is within 1e-7
    /// (relative) of that of the one seen is taken to be equally likely. SPSS (NPAR TESTS) gives a
    /// one-sided p unless p0 is 1/2. With n = 0 nothing speaks against p0 and p is 1.
    ///
    /// @param successes how many of the n: 0 to n
    /// @param n how many respondents answered
    /// @param p0 the share under the null hypothesis: 0 to 1
    /// @throws IllegalArgumentException if the counts or p0 are out of range
    public static TestResult exactTest(int successes, int n, double p0) {
        requireCounts(successes, n);
        if (!(p0 >= 0 && p0 <= 1)) {
            throw new IllegalArgumentException("p0 must be from 0 to 1, not " + p0);
        }
        return TestResult.of("Exact binomial test", successes, exactP(successes, n, p0));
    }

    /// Wilson's interval of counts that are known to be in order and of n above 0.
    static Interval wilsonInterval(int successes, int n, double level) {
        double z = Quantiles.normal(level);
        double zz = z * z;
        double x = successes;
        double rest = (double) n - x;
        double root = z * Math.sqrt(x * rest / n + zz / 4);
        // Each limit is a quotient of sums of like sign: no digits are lost near 0 and near 1.
        double low = x * x / n / (x + zz / 2 + root);
        double high = 1 - rest * rest / n / (rest + zz / 2 + root);
        return new Interval(low, high, level);
    }

    private static double exactP(int successes, int n, double p0) {
        if (p0 == 0 || p0 == 1) {
            return successes == (p0 == 0 ? 0 : n) ? 1 : 0;
        }
        if (n == 0) {
            return 1;
        }
        var binomial = BinomialDistribution.of(n, p0);
        double expected = n * p0;
        if (successes == expected) {
            return 1;
        }
        double seen = binomial.probability(successes) * (1 + 1e-7);
        if (successes < expected) {
            // The first count of the upper side that is no more likely: probabilities fall there.
            int low = (int) Math.ceil(expected);
            int high = n + 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (binomial.probability(middle) <= seen) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return Math.min(
                    1,
                    binomial.cumulativeProbability(successes)
                            + binomial.survivalProbability(low - 1));
        }
        // The last count of the lower side that is no more likely; -1 if there is none.
        int low = -1;
        int high = (int) Math.floor(expected);
        while (low < high) {
            int middle = Math.floorDiv(low + high + 1, 2);
            if (binomial.probability(middle) <= seen) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        double below = low < 0 ? 0 : binomial.cumulativeProbability(low);
        return Math.min(1, below + binomial.survivalProbability(successes - 1));
    }

    static NotEstimable nobody() {
        return new NotEstimable("nobody answered");
    }

    static void requireCounts(int successes, int n, double level) {
        requireCounts(successes, n);
        Interval.requireLevel(level);
    }

    static void requireCounts(int successes, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must be 0 or more, not " + n);
        }
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException(
                    "successes must be 0 to n = %d, not %d".formatted(n, successes));
        }
    }
}
