package eyebright.stats.table;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.table.TwoShares.Cells;

/// How many times the odds of one group are those of another.
///
/// ```
/// OR = (x1 / (n1 - x1)) / (x2 / (n2 - x2))
/// exp(log OR ± z sqrt(1/x1 + 1/(n1 - x1) + 1/x2 + 1/(n2 - x2)))
/// ```
///
/// Shape: two counts a group. Unit: a ratio of odds above 0; 1 means no difference. Missing values:
/// leave them out of the counts first. Edge cases: a group of nobody, without a success or without a
/// failure is not estimable, and the reason names it. Errors: counts out of range, a level not between
/// 0 and 1.
/// Summary: the counts.
///
/// R: `fisher.test` gives another estimate, the conditional one, see [FisherTest]; `glm(binomial)`
/// gives this one. SPSS (CROSSTABS, RISK) gives the same. Some programs add 1/2 to each count when one
/// is 0; nothing is added here.
///
/// Source: Woolf (1955) <https://doi.org/10.1111/j.1469-1809.1955.tb01348.x>.
public final class OddsRatio {

    private OddsRatio() {}

    /// The odds of the first group divided by those of the second, with Woolf's log interval.
    ///
    /// @param x1 successes in the first group: 0 to n1
    /// @param n1 respondents in the first group
    /// @param x2 successes in the second group: 0 to n2
    /// @param n2 respondents in the second group
    /// @param level coverage of the interval: above 0 and below 1
    /// @return the ratio; not estimable if a group has nobody, no success or no failure
    /// @throws IllegalArgumentException if the counts or the level are out of range
    public static Estimate of(int x1, int n1, int x2, int n2, double level) {
        TwoShares.require(x1, n1, x2, n2, level);
        var missing = TwoShares.zeroCell(x1, n1, x2, n2, Cells.ALL_FOUR);
        if (missing.isPresent()) {
            return new NotEstimable(missing.get());
        }
        double failures1 = (double) n1 - x1;
        double failures2 = (double) n2 - x2;
        double ratio = (x1 * failures2) / (failures1 * x2);
        double variance = 1.0 / x1 + 1 / failures1 + 1.0 / x2 + 1 / failures2;
        double reach = Math.exp(Quantiles.normal(level) * Math.sqrt(variance));
        return Known.of(
                ratio, new Interval(ratio / reach, ratio * reach, level), Math.addExact(n1, n2));
    }
}
