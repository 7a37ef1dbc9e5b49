package eyebright.stats.rank;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.Optional;

/// Mann and Whitney's test (Wilcoxon's rank-sum test) that values of two independent groups are equally
/// often above each other.
///
/// ```
/// W = sum of ranks of the first group - n1 (n1 + 1) / 2: pairs in which the first is above, ties as half
/// normal: (|W - n1 n2 / 2| - 1/2) / s,  s² = n1 n2 / 12 (N + 1 - ties / (N (N - 1)))
/// exact:  twice the smaller tail of W over all choose(N, n1) ways to deal out the ranks
/// ```
///
/// Shape: the value counts of two groups, which merge. Unit: none. Missing values: left out before.
/// Edge cases: an empty group, or values that are all equal, are not estimable; the exact test is for
/// values without ties and fewer than 50 a group. Errors: other than 2 groups, a level not between 0 and 1,
/// an exact test where there is none. p is two-sided.
///
/// R: `wilcox.test(a, b)`, whose default is that of [Method#AUTOMATIC]; `exact = FALSE` is
/// [Method#NORMAL]. SPSS does not correct for continuity, and prints the smaller U.
///
/// Source: Mann & Whitney (1947) <https://doi.org/10.1214/aoms/1177730491>. Checked against R 4.2.2, see
/// `RankReferenceTest`.
///
/// @param rankBiserial the share of pairs that favour the first group minus those that favour the
///   second, -1 to 1, with DeLong's error on the scale of Fisher's z as its interval where it is not -1 or 1 and each
///   group has 2 values or more; R effectsize has another, [#asEffectsize]
/// @param test W and p; there exactly if the correlation is known
public record MannWhitney(Estimate rankBiserial, Optional<TestResult> test) {

    /// How p is found.
    public enum Method {
        /// Exact where it can be had, else normal.
        AUTOMATIC,
        /// The exact distribution of W.
        EXACT,
        /// The normal approximation, corrected for continuity and ties.
        NORMAL
    }

    private static final int FEWEST_FOR_NORMAL = 50;

    /// @throws IllegalArgumentException if only one of the two parts is known
    public MannWhitney {
        if (rankBiserial instanceof Known != test.isPresent()) {
            throw new IllegalArgumentException(
                    "test must be there exactly if the correlation is known, not %s with %s"
                            .formatted(test, rankBiserial));
        }
    }

    /// The rank-biserial correlation with the limits that R's `effectsize::rank_biserial(a, b)` prints, for
    /// comparison. They have the error of two equal distributions: of 60 respondents they hold the truth in 90 of
    /// 100 samples where groups differ by one standard deviation, and in 88 where the smaller group varies twice
    /// as much as the other (`docs/coverage.md`).
    ///
    /// @param counts the values of 2 groups
    /// @param level coverage that the interval is meant to have: above 0 and below 1
    /// @throws IllegalArgumentException if there are not 2 groups or the level is out of range
    public static Estimate asEffectsize(ValueCounts counts, double level) {
        return switch (of(counts, Method.NORMAL, level).rankBiserial()) {
            case NotEstimable none -> none;
            case Known _ -> RankBiserial.ofGroupsAsEffectsize(counts, level);
        };
    }

    /// The test of the first group against the second.
    ///
    /// @param counts the values of 2 groups
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if there are not 2 groups, the level is out of range, or an exact
    ///   test is asked for where there are ties or 50 values in a group
    public static MannWhitney of(ValueCounts counts, Method method, double level) {
        if (counts.groups() != 2) {
            throw new IllegalArgumentException("counts must have 2 groups, not " + counts.groups());
        }
        Interval.requireLevel(level);
        double n1 = counts.total(0);
        double n2 = counts.total(1);
        if (n1 == 0 || n2 == 0) {
            return none("the %s group has no values".formatted(n1 == 0 ? "first" : "second"));
        }
        if (counts.size() == 1) {
            return none("all %d values are equal".formatted(counts.total()));
        }
        var ranks = Ranks.of(counts);
        double w = ranks.sum(0) - n1 * (n1 + 1) / 2;
        double n = n1 + n2;
        double p =
                isExact(counts, ranks, method)
                        ? ExactRankSum.twoSided((int) w, (int) n1, (int) n2)
                        : NormalApproximation.p(
                                w - n1 * n2 / 2,
                                Math.sqrt(n1 * n2 / 12 * (n + 1 - ranks.ties() / (n * (n - 1)))));
        return new MannWhitney(
                RankBiserial.ofGroups(counts, level),
                Optional.of(TestResult.of("Mann-Whitney test", w, p)));
    }

    private static boolean isExact(ValueCounts counts, Ranks ranks, Method method) {
        boolean possible =
                ranks.ties() == 0
                        && counts.total(0) < FEWEST_FOR_NORMAL
                        && counts.total(1) < FEWEST_FOR_NORMAL;
        return switch (method) {
            case NORMAL -> false;
            case AUTOMATIC -> possible;
            case EXACT -> {
                if (!possible) {
                    throw new IllegalArgumentException(
                            "method EXACT needs values without ties and fewer than 50 a group, not %d and %d with ties %s"
                                    .formatted(counts.total(0), counts.total(1), ranks.ties()));
                }
                yield true;
            }
        };
    }

    private static MannWhitney none(String reason) {
        return new MannWhitney(new NotEstimable(reason), Optional.empty());
    }
}
