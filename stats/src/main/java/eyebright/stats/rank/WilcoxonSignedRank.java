package eyebright.stats.rank;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Wilcoxon's signed-rank test that the differences of pairs lie symmetrically around 0.
///
/// ```
/// V = sum of the ranks of |d| over the positive d; differences of 0 are left out, n are left
/// normal: (|V - n (n + 1) / 4| - 1/2) / s,  s² = n (n + 1) (2 n + 1) / 24 - ties / 48
/// exact:  twice the smaller tail of V over all 2^n signs
/// ```
///
/// Shape: the value counts of one group, the differences, which merge. Unit: none. Missing values: a
/// respondent who lacks one of the two is left out before. Edge cases: no difference but 0 is not
/// estimable; the exact test is for fewer than 50 differences without ties and without 0. Errors: other
/// than 1 group, a level not between 0 and 1, an exact test where there is none. p is two-sided.
///
/// Equal differences must be equal as doubles to tie: 0.3 - 0.2 and 0.2 - 0.1 are not, so take the
/// differences of whole numbers and scale afterwards.
///
/// R: `wilcox.test(a, b, paired = TRUE)`, whose default is that of [Method#AUTOMATIC]; `exact = FALSE` is
/// [Method#NORMAL]. SPSS does not correct for continuity.
///
/// Source: Wilcoxon (1945) <https://doi.org/10.2307/3001968>. Checked against R 4.2.2, see
/// `RankReferenceTest`.
///
/// @param rankBiserial the share of rank sum that is positive minus the share that is negative, -1 to 1,
///   with the error of leaving out one difference after the other on the scale of Fisher's z as its interval where
///   it is not -1 or 1; R effectsize has another, [#asEffectsize]; n counts the differences of 0
/// @param test V and p; there exactly if the correlation is known
public record WilcoxonSignedRank(Estimate rankBiserial, Optional<TestResult> test) {

    /// How p is found.
    public enum Method {
        /// Exact where it can be had, else normal.
        AUTOMATIC,
        /// The exact distribution of V.
        EXACT,
        /// The normal approximation, corrected for continuity and ties.
        NORMAL
    }

    private static final int FEWEST_FOR_NORMAL = 50;

    /// @throws IllegalArgumentException if only one of the two parts is known
    public WilcoxonSignedRank {
        if (rankBiserial instanceof Known != test.isPresent()) {
            throw new IllegalArgumentException(
                    "test must be there exactly if the correlation is known, not %s with %s"
                            .formatted(test, rankBiserial));
        }
    }

    /// The rank-biserial correlation with the limits that R's `effectsize::rank_biserial(a - b)` prints, for
    /// comparison. They have the error of differences that lean to neither side: where they lean by one standard
    /// deviation they hold the truth in 78 of 100 samples, however many there are (`docs/coverage.md`).
    ///
    /// With `paired = TRUE` effectsize takes the differences of 0 out of r but counts them in its error; it
    /// prints an interval from 1 to 1 where this has none.
    ///
    /// @param differences the value counts of first minus second, as 1 group
    /// @param level coverage that the interval is meant to have: above 0 and below 1
    /// @throws IllegalArgumentException if there is not 1 group or the level is out of range
    public static Estimate asEffectsize(ValueCounts differences, double level) {
        return switch (of(differences, Method.NORMAL, level).rankBiserial()) {
            case NotEstimable none -> none;
            case Known(double _, var _, int all) ->
                    RankBiserial.ofSignedRanksAsEffectsize(sides(differences), all, level);
        };
    }

    /// The value counts of the differences of pairs: its summary.
    ///
    /// @param first a value of each respondent; finite
    /// @param second another value of the same respondents in the same order; finite
    /// @return counts in which a difference beyond the doubles is the largest of them
    /// @throws IllegalArgumentException if the two differ in length or a value is not finite
    public static ValueCounts differences(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "second must have the %d values of first, not %d"
                            .formatted(first.length, second.length));
        }
        double[] differences = first.clone();
        Arrays.setAll(differences, i -> difference(first[i], second[i]));
        return ValueCounts.of(new double[][] {differences});
    }

    private static double difference(double first, double second) {
        double difference = first - second;
        return Double.isFinite(first) && Double.isFinite(second)
                ? Math.clamp(difference, -Double.MAX_VALUE, Double.MAX_VALUE)
                : difference;
    }

    /// The test of the differences.
    ///
    /// @param differences the value counts of first minus second, as 1 group
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if there is not 1 group, the level is out of range, or an exact
    ///   test is asked for where there are ties, a 0 or 50 differences
    public static WilcoxonSignedRank of(ValueCounts differences, Method method, double level) {
        if (differences.groups() != 1) {
            throw new IllegalArgumentException(
                    "differences must have 1 group, not " + differences.groups());
        }
        Interval.requireLevel(level);
        int all = differences.total();
        if (all == 0) {
            return none("there are no pairs");
        }
        var sides = sides(differences);
        double n = sides.total();
        if (n == 0) {
            return none("all %d differences are 0".formatted(all));
        }
        var ranks = Ranks.of(sides);
        double v = ranks.sum(0);
        double p =
                isExact(all, sides, ranks, method)
                        ? ExactRankSum.twoSided((int) v, (int) n)
                        : NormalApproximation.p(
                                v - n * (n + 1) / 4,
                                Math.sqrt(n * (n + 1) * (2 * n + 1) / 24 - ranks.ties() / 48));
        return new WilcoxonSignedRank(
                RankBiserial.ofSignedRanks(sides, all, level),
                Optional.of(TestResult.of("Wilcoxon signed-rank test", v, p)));
    }

    /// The sizes of the differences above 0 and of those below it, as 2 groups.
    private static ValueCounts sides(ValueCounts differences) {
        int size = differences.size();
        int below = 0;
        while (below < size && differences.value(below) < 0) {
            below++;
        }
        int above = below < size && differences.value(below) == 0 ? below + 1 : below;
        double[] negative = new double[below];
        int[] negativeCounts = new int[below];
        for (int i = 0; i < below; i++) {
            negative[i] = -differences.value(below - 1 - i);
            negativeCounts[i] = differences.count(0, below - 1 - i);
        }
        double[] positive = new double[size - above];
        int[] positiveCounts = new int[size - above];
        for (int i = above; i < size; i++) {
            positive[i - above] = differences.value(i);
            positiveCounts[i - above] = differences.count(0, i);
        }
        return ValueCounts.ofCounts(positive, List.of(positiveCounts, new int[positive.length]))
                .merge(
                        ValueCounts.ofCounts(
                                negative, List.of(new int[negative.length], negativeCounts)));
    }

    private static boolean isExact(int all, ValueCounts sides, Ranks ranks, Method method) {
        boolean possible = ranks.ties() == 0 && sides.total() == all && all < FEWEST_FOR_NORMAL;
        return switch (method) {
            case NORMAL -> false;
            case AUTOMATIC -> possible;
            case EXACT -> {
                if (!possible) {
                    throw new IllegalArgumentException(
                            "method EXACT needs fewer than 50 differences without ties and without 0, not %d of %d with ties %s"
                                    .formatted(sides.total(), all, ranks.ties()));
                }
                yield true;
            }
        };
    }

    private static WilcoxonSignedRank none(String reason) {
        return new WilcoxonSignedRank(new NotEstimable(reason), Optional.empty());
    }
}
