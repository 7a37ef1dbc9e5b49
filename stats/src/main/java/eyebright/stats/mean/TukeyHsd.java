package eyebright.stats.mean;

import eyebright.stats.Interval;
import eyebright.stats.mean.GroupDifference.Range;
import java.util.ArrayList;
import java.util.List;

/// Tukey's comparisons of all pairs of group means after an analysis of variance.
///
/// ```
/// q = |mean_i - mean_j| / u,  u² = MS within (1/n_i + 1/n_j) / 2        p = P(range of k groups with N - k df >= q)
/// interval: mean_i - mean_j ± q(level; k, N - k) u
/// ```
///
/// Shape: the moments of 2 or more groups, which merge. Unit: of the differences, that of the values.
/// Missing values: left out before the moments are made. Edge cases: pairs with an empty group are not
/// estimable and do not count among the k; where there is no [Anova], no pair is estimable. Errors: a level
/// not between 0 and 1. Groups of unequal size are compared as Tukey and Kramer do, which is slightly
/// conservative; with unequal variances use [GamesHowell]. With 2 groups p is that of [StudentTTest].
///
/// R: `TukeyHSD(aov(y ~ g))`, which takes the second minus the first, and whose p are wrong in the last
/// digits below 1e-8 and 0 below 1e-14. SPSS (ONEWAY /POSTHOC = TUKEY) gives the same.
///
/// Sources: Tukey (1949) <https://doi.org/10.2307/3001913>; Kramer (1956)
/// <https://doi.org/10.2307/3001469>. Checked against R 4.2.2, see `AnovaReferenceTest`.
public final class TukeyHsd {

    private TukeyHsd() {}

    /// The comparisons, in the order (0, 1), (0, 2), …, (1, 2), ….
    ///
    /// @param level coverage of all intervals together: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static List<GroupDifference> of(List<Moments> groups, double level) {
        Interval.requireLevel(level);
        return switch (Anova.of(groups)) {
            case Anova.NotTestable(String reason) ->
                    pairs(groups, (i, j) -> GroupDifference.none(i, j, reason));
            case Anova.Table table -> {
                var range = Range.of(table.betweenDf() + 1, table.withinDf(), level);
                yield pairs(groups, (i, j) -> pair(table.withinMeanSquare(), groups, i, j, range));
            }
        };
    }

    /// What is made of two of the groups by their indices.
    interface Comparison {
        GroupDifference of(int first, int second);
    }

    static List<GroupDifference> pairs(List<Moments> groups, Comparison comparison) {
        var pairs = new ArrayList<GroupDifference>();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                pairs.add(comparison.of(i, j));
            }
        }
        return List.copyOf(pairs);
    }

    private static GroupDifference pair(
            double variance, List<Moments> groups, int i, int j, Range range) {
        var a = groups.get(i);
        var b = groups.get(j);
        if (a.n() == 0 || b.n() == 0) {
            return GroupDifference.none(
                    i, j, "group %d has no values".formatted((a.n() == 0 ? i : j) + 1));
        }
        double unit = Math.sqrt(variance / 2 * (1.0 / a.n() + 1.0 / b.n()));
        return GroupDifference.of("Tukey's HSD", i, j, a, b, unit, range);
    }
}
