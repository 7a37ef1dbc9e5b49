package eyebright.stats.rank;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.TestResult;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Kruskal and Wallis' test that the values of independent groups are equally often above each other.
///
/// ```
/// H = 12 / (N (N + 1)) sum of n (mean rank - (N + 1) / 2)² / (1 - ties / (N³ - N)),  chi-squared(k - 1)
/// epsilon² = H / (N - 1)
/// ```
///
/// Shape: the value counts of 2 or more groups, which merge. Unit: none; epsilon squared is the share of
/// the variance of the ranks between the groups, 0 to 1. Missing values: left out before. Edge cases:
/// empty groups are left out; fewer than 2 groups, or values that are all equal, are not estimable. Errors:
/// none. With 2 groups H is the square of the z of [MannWhitney] without its continuity correction.
/// Epsilon squared has no interval of a known formula; it is one for the bootstrap.
///
/// R: `kruskal.test`; `effectsize::rank_epsilon_squared`. SPSS and JASP give the same H.
///
/// Sources: Kruskal & Wallis (1952) <https://doi.org/10.1080/01621459.1952.10483441>; epsilon squared:
/// Kelley (1935), as in Tomczak & Tomczak (2014). Checked against R 4.2.2, see `RankReferenceTest`.
///
/// @param epsilonSquared the effect size, without an interval
/// @param test H, its df and p; there exactly if epsilon squared is known
public record KruskalWallis(Estimate epsilonSquared, Optional<TestResult> test) {

    /// @throws IllegalArgumentException if only one of the two parts is known
    public KruskalWallis {
        if (epsilonSquared instanceof Known != test.isPresent()) {
            throw new IllegalArgumentException(
                    "test must be there exactly if epsilon squared is known, not %s with %s"
                            .formatted(test, epsilonSquared));
        }
    }

    /// The test of the groups.
    public static KruskalWallis of(ValueCounts counts) {
        var reason = whyNotTestable(counts);
        if (reason.isPresent()) {
            return new KruskalWallis(new NotEstimable(reason.get()), Optional.empty());
        }
        var ranks = Ranks.of(counts);
        double n = counts.total();
        int k = 0;
        double squares = 0;
        for (int group = 0; group < counts.groups(); group++) {
            if (counts.total(group) > 0) {
                double deviation = ranks.mean(group) - (n + 1) / 2;
                squares += counts.total(group) * deviation * deviation;
                k++;
            }
        }
        // The ties are t³ - t, so that all but a few values tied leaves few digits of 1 - ties /
        // (N³ - N).
        double h = 12 * squares * (n - 1) / (n * (n * n - 1) - ranks.ties());
        double p = ChiSquaredDistribution.of(k - 1.0).survivalProbability(h);
        return new KruskalWallis(
                Known.bare(Math.min(1, h / (n - 1)), counts.total()),
                Optional.of(TestResult.of("Kruskal-Wallis test", h, p, k - 1.0)));
    }

    /// Why the groups have no test: a clause, or empty if they have one.
    static Optional<String> whyNotTestable(ValueCounts counts) {
        int filled = 0;
        for (int group = 0; group < counts.groups(); group++) {
            filled += counts.total(group) > 0 ? 1 : 0;
        }
        if (filled < 2) {
            return Optional.of(filled == 0 ? "no group has values" : "only 1 group has values");
        }
        if (counts.size() == 1) {
            return Optional.of("all %d values are equal".formatted(counts.total()));
        }
        return Optional.empty();
    }
}
