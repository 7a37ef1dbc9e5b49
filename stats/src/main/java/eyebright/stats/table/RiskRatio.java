package eyebright.stats.table;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.table.TwoShares.Cells;

/// How many times the share of one group is that of another.
///
/// ```
/// RR = (x1 / n1) / (x2 / n2)        exp(log RR ± z sqrt(1/x1 - 1/n1 + 1/x2 - 1/n2))
/// ```
///
/// Shape: two counts a group. Unit: a ratio above 0; 1 means no difference. Missing values: leave them
/// out of the counts first. Edge cases: a group without a success, or of nobody, is not estimable, and
/// the reason names it; when all of both groups are successes, the interval has no width. Errors:
/// counts out of range, a level not between 0 and 1.
/// Summary: the counts.
///
/// R: `epitools::riskratio.wald` gives the same. Some programs add 1/2 to each count when one is 0;
/// nothing is added here. SPSS (CROSSTABS, RISK) gives the same.
///
/// Source: Katz, Baptista, Azen & Pike (1978) <https://doi.org/10.2307/2530610>.
public final class RiskRatio {

    private RiskRatio() {}

    /// The share of the first group divided by that of the second, with the log interval of Katz.
    ///
    /// @param x1 successes in the first group: 0 to n1
    /// @param n1 respondents in the first group
    /// @param x2 successes in the second group: 0 to n2
    /// @param n2 respondents in the second group
    /// @param level coverage of the interval: above 0 and below 1
    /// @return the ratio; not estimable if a group has nobody or no success
    /// @throws IllegalArgumentException if the counts or the level are out of range
    public static Estimate of(int x1, int n1, int x2, int n2, double level) {
        TwoShares.require(x1, n1, x2, n2, level);
        var missing = TwoShares.zeroCell(x1, n1, x2, n2, Cells.SUCCESSES);
        if (missing.isPresent()) {
            return new NotEstimable(missing.get());
        }
        double ratio = ((double) x1 / n1) / ((double) x2 / n2);
        // 1/x - 1/n written so that it is 0, and not a rounding error below it, at x = n.
        double variance =
                ((double) n1 - x1) / ((double) n1 * x1) + ((double) n2 - x2) / ((double) n2 * x2);
        double reach = Math.exp(Quantiles.normal(level) * Math.sqrt(variance));
        return Known.of(
                ratio, new Interval(ratio / reach, ratio * reach, level), Math.addExact(n1, n2));
    }
}
