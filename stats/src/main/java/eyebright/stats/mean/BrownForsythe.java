package eyebright.stats.mean;

import eyebright.stats.rank.ValueCounts;
import java.util.ArrayList;

/// Brown and Forsythe's test that groups have the same variance: Levene's test around the medians.
///
/// ```
/// z = |value - median of its group|        F and p of the one-way analysis of variance of z
/// ```
///
/// Shape: the value counts of 2 or more groups, which merge. Unit: of the table's sums of squares, that of
/// the values squared. Missing values: left out before. Edge cases: those of [Anova]; where the values of
/// each group are equally far from their median (as 2 values always are), nothing can be tested. Errors:
/// none.
///
/// R: `car::leveneTest(y, g)`, whose default is the median; `center = mean` is Levene's own test, which SPSS
/// and JASP print by default and which errs with skewed values.
///
/// Sources: Brown & Forsythe (1974) <https://doi.org/10.1080/01621459.1974.10482955>; Levene (1960).
/// Checked against R car, see `MeansReferenceTest`.
public final class BrownForsythe {

    private BrownForsythe() {}

    /// The analysis of the distances from the medians.
    ///
    /// @param counts the values of the groups
    public static Anova of(ValueCounts counts) {
        var groups = new ArrayList<Moments>();
        for (int group = 0; group < counts.groups(); group++) {
            groups.add(distances(counts, group));
        }
        var anova = Anova.of("Brown-Forsythe test", groups);
        return anova instanceof Anova.Table table && isRounding(table, counts)
                ? new Anova.NotTestable("the values of each group are equally far from its median")
                : anova;
    }

    private static Moments distances(ValueCounts counts, int group) {
        if (counts.total(group) == 0) {
            return Moments.NONE;
        }
        double median = median(counts, group);
        var moments = Moments.NONE;
        for (int i = 0; i < counts.size(); i++) {
            if (counts.count(group, i) > 0) {
                double distance = Math.abs(counts.value(i) - median);
                moments = moments.merge(new Moments(counts.count(group, i), distance, 0));
            }
        }
        return moments;
    }

    private static double median(ValueCounts counts, int group) {
        int n = counts.total(group);
        double low = at(counts, group, (n - 1) / 2);
        double high = at(counts, group, n / 2);
        return low + (high - low) / 2;
    }

    /// The value at that place, from 0, of the sorted values of a group.
    private static double at(ValueCounts counts, int group, int place) {
        int index = 0;
        int seen = counts.count(group, 0);
        while (seen <= place) {
            index++;
            seen += counts.count(group, index);
        }
        return counts.value(index);
    }

    /// Whether the distances within the groups differ by no more than the last digits of the values.
    private static boolean isRounding(Anova.Table table, ValueCounts counts) {
        double most =
                Math.max(Math.abs(counts.value(0)), Math.abs(counts.value(counts.size() - 1)));
        double digit = 4 * Math.ulp(most);
        return table.withinSquares() <= table.n() * digit * digit;
    }
}
