package eyebright.stats.table;

import eyebright.stats.TestResult;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// The exact test that a share lies on one side of a bound.
///
/// ```
/// above: H0 share <= p0,   p = P(X >= x),  X ~ Binomial(n, p0)
/// below: H0 share >= p0,   p = P(X <= x)
/// ```
///
/// Shape: two counts, which add up when halves are merged. Unit: respondents. Missing values: leave them
/// out of the counts first. Edge cases: with n = 0 nothing speaks against the null hypothesis and p is 1;
/// a bound of 0 cannot be undercut, nor one of 1 exceeded. Errors: counts or a bound out of range.
///
/// It never rejects more often than it says, and p below alpha means that the exact one-sided limit
/// [Proportion#exact] with level 1 - 2 alpha lies beyond the bound; Wilson's limit is a little nearer.
/// R: `binom.test(x, n, p0, alternative = "greater")`. SPSS (NPAR TESTS) gives the side on which the data
/// are, whichever was claimed. Source: Clopper & Pearson (1934)
/// <https://doi.org/10.1093/biomet/26.4.404>.
public final class OneSidedBinomialTest {

    private OneSidedBinomialTest() {}

    /// The test that the share is above the bound; the statistic is the count of successes.
    ///
    /// @param successes how many of the n: 0 to n
    /// @param n how many respondents answered
    /// @param bound the share to be exceeded: 0 to 1
    /// @throws IllegalArgumentException if the counts or the bound are out of range
    public static TestResult above(int successes, int n, double bound) {
        require(successes, n, bound);
        return result(
                successes, BinomialDistribution.of(n, bound).survivalProbability(successes - 1));
    }

    /// The test that the share is below the bound; the statistic is the count of successes.
    ///
    /// @param successes how many of the n: 0 to n
    /// @param n how many respondents answered
    /// @param bound the share to be undercut: 0 to 1
    /// @throws IllegalArgumentException if the counts or the bound are out of range
    public static TestResult below(int successes, int n, double bound) {
        require(successes, n, bound);
        return result(
                successes, BinomialDistribution.of(n, bound).cumulativeProbability(successes));
    }

    private static TestResult result(int successes, double p) {
        return TestResult.of("One-sided exact binomial test", successes, Math.clamp(p, 0, 1));
    }

    private static void require(int successes, int n, double bound) {
        Proportion.requireCounts(successes, n);
        if (!(bound >= 0 && bound <= 1)) {
            throw new IllegalArgumentException("bound must be from 0 to 1, not " + bound);
        }
    }
}
