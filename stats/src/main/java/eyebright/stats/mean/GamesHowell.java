package eyebright.stats.mean;

import eyebright.stats.Interval;
import java.util.List;

/// Games and Howell's comparisons of all pairs of group means, whatever their variances.
///
/// ```
/// v = variance / n        q = |mean_i - mean_j| / u,  u² = (v_i + v_j) / 2
/// df = (v_i + v_j)² / (v_i² / (n_i - 1) + v_j² / (n_j - 1))        p = P(range of k groups with df >= q)
/// interval: mean_i - mean_j ± q(level; k, df) u
/// ```
///
/// Shape: the moments of 2 or more groups, which merge. Unit: of the differences, that of the values.
/// Missing values: left out before the moments are made. Edge cases: pairs with a group of fewer than 2
/// values, or with two groups of equal values, are not estimable and say so; the other pairs are;
/// groups without values do not count among the k. Errors: a level not between 0 and 1. It is slightly
/// liberal where groups have fewer than about 6 values. With 2 groups p is that of [WelchTTest].
///
/// R: `rstatix::games_howell_test`, which takes the second minus the first and rounds p. SPSS (ONEWAY
/// /POSTHOC = GH) and JASP give the same.
///
/// Source: Games & Howell (1976) <https://doi.org/10.3102/10769986001002113>. Checked against R's
/// `ptukey` and `qtukey`, see `AnovaReferenceTest`.
public final class GamesHowell {

    private GamesHowell() {}

    /// The comparisons, in the order (0, 1), (0, 2), …, (1, 2), ….
    ///
    /// @param level coverage of all intervals together: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static List<GroupDifference> of(List<Moments> groups, double level) {
        Interval.requireLevel(level);
        int filled = (int) groups.stream().filter(group -> group.n() > 0).count();
        return TukeyHsd.pairs(groups, (i, j) -> pair(groups, i, j, filled, level));
    }

    private static GroupDifference pair(
            List<Moments> groups, int i, int j, int filled, double level) {
        var a = groups.get(i);
        var b = groups.get(j);
        if (a.n() < 2 || b.n() < 2) {
            return GroupDifference.none(
                    i, j, "group %d has fewer than 2 values".formatted((a.n() < 2 ? i : j) + 1));
        }
        if (a.squares() == 0 && b.squares() == 0) {
            return GroupDifference.none(
                    i, j, "no value differs within groups %d and %d".formatted(i + 1, j + 1));
        }
        var error = WelchError.of(a, b);
        if (!Double.isFinite(error.value()) || !Double.isFinite(a.minus(b))) {
            return GroupDifference.none(i, j, Moments.TOO_FAR_APART);
        }
        if (!Double.isFinite(error.df())
                || error.value() * error.value() < Moments.SMALLEST) {
            return GroupDifference.none(
                    i, j, "the values of groups %d and %d hardly differ".formatted(i + 1, j + 1));
        }
        return GroupDifference.of(
                "Games-Howell",
                i,
                j,
                a,
                b,
                error.value() / Math.sqrt(2),
                GroupDifference.Range.of(filled, error.df(), level));
    }
}
