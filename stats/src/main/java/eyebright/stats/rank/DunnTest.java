package eyebright.stats.rank;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Dunn's comparisons of all pairs of groups by their mean ranks, after a [KruskalWallis] test.
///
/// ```
/// z = (mean rank_i - mean rank_j) / s,  s² = (N (N + 1) - ties / (N - 1)) / 12 (1 / n_i + 1 / n_j)
/// ```
///
/// The ranks are those among all groups, not among the two. p is two-sided and **not adjusted**: the pairs
/// are a family, and Holm's or another method is applied to it.
///
/// Shape: the value counts of 2 or more groups, which merge. Unit: z has none. Missing values: left out
/// before. Edge cases: pairs with an empty group are not estimable; where there is no Kruskal-Wallis test,
/// no pair is. Errors: none.
///
/// R: `rstatix::dunn_test`, `FSA::dunnTest` (which adjust by Holm's method by default) and
/// `dunn.test::dunn.test`, whose p are one-sided. SPSS prints it after Kruskal-Wallis, adjusted by
/// Bonferroni's.
///
/// Source: Dunn (1964) <https://doi.org/10.1080/00401706.1964.10490181>. Checked against its formula in R,
/// see `RankReferenceTest`.
public final class DunnTest {

    private DunnTest() {}

    /// Two of the groups compared.
    ///
    /// @param first index of the first group: 0 or more
    /// @param second index of the second group: above that of the first
    /// @param difference mean rank of the first minus that of the second, in ranks among all groups,
    ///   without an interval
    /// @param test z and the unadjusted p; there exactly if the difference is known
    public record Pair(int first, int second, Estimate difference, Optional<TestResult> test) {

        /// @throws IllegalArgumentException if the groups are not in order or only one part is known
        public Pair {
            if (first < 0 || second <= first) {
                throw new IllegalArgumentException(
                        "second must be above first, and both 0 or more, not %d and %d"
                                .formatted(second, first));
            }
            if (difference instanceof Known != test.isPresent()) {
                throw new IllegalArgumentException(
                        "test must be there exactly if the difference is known, not %s with %s"
                                .formatted(test, difference));
            }
        }
    }

    /// The comparisons, in the order (0, 1), (0, 2), …, (1, 2), ….
    public static List<Pair> of(ValueCounts counts) {
        var reason = KruskalWallis.whyNotTestable(counts);
        var ranks = Ranks.of(counts);
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < counts.groups(); i++) {
            for (int j = i + 1; j < counts.groups(); j++) {
                pairs.add(
                        reason.isPresent() ? none(i, j, reason.get()) : pair(counts, ranks, i, j));
            }
        }
        return List.copyOf(pairs);
    }

    private static Pair pair(ValueCounts counts, Ranks ranks, int i, int j) {
        double ni = counts.total(i);
        double nj = counts.total(j);
        if (ni == 0 || nj == 0) {
            return none(i, j, "group %d has no values".formatted((ni == 0 ? i : j) + 1));
        }
        double n = counts.total();
        double difference = ranks.mean(i) - ranks.mean(j);
        double squared = (n * (n + 1) - ranks.ties() / (n - 1)) / 12 * (1 / ni + 1 / nj);
        double z = difference / Math.sqrt(squared);
        return new Pair(
                i,
                j,
                Known.bare(difference, counts.total()),
                Optional.of(TestResult.of("Dunn's test", z, NormalApproximation.twoSided(z))));
    }

    private static Pair none(int i, int j, String reason) {
        return new Pair(i, j, new NotEstimable(reason), Optional.empty());
    }
}
