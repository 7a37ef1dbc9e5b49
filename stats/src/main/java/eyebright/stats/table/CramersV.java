package eyebright.stats.table;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.NoncentralChiSquared;

/// How strongly the rows and columns of a table go together.
///
/// ```
/// V = sqrt(X² / n / (min(r, c) - 1))
/// limits: sqrt(ncp / n / (min(r, c) - 1)), cut at 1, where a noncentral chi-squared with df = (r - 1)(c - 1)
///         and noncentrality ncp is at most X² with probability (1 + level) / 2 and (1 - level) / 2
/// adjusted: sqrt(max(0, X²/n - (r-1)(c-1)/(n-1)) / min(r' - 1, c' - 1)),  k' = k - (k-1)² / (n-1)
/// ```
///
/// Shape: r x c counts, 2 or more each way. Unit: none, 0 (independent) to 1 (each row knows its
/// column). Missing values: not in the table. Edge cases: a limit is 0 where no noncentrality reaches
/// it, so that the interval may lie wholly below V; above a chi-squared of 1e8 there is none; an empty row or column, or only one, is not
/// estimable. Errors: a level not between 0 and 1.
/// Summary: the counts.
///
/// R: `effectsize::cramers_v` with `adjust = FALSE, alternative = "two.sided"`, whose defaults are the
/// adjusted value and a one-sided interval; its limits are off by up to 1.5e-6 in the reference cases. SPSS prints V without
/// an interval and without adjustment.
///
/// Sources: Cramér (1946); interval: Smithson (2003) <https://doi.org/10.4135/9781412983761>;
/// adjustment: Bergsma (2013) <https://doi.org/10.1016/j.jkss.2012.10.002>. Checked against R 4.2.2 and
/// effectsize, see `ContingencyReferenceTest`.
public final class CramersV {

    /// A statistic beyond this has no noncentralities, and a V of hundreds of millions no use for an interval.
    private static final double LARGEST = 1e8;

    private CramersV() {}

    /// V with the interval of the inverted noncentral chi-squared distribution.
    ///
    /// @param level coverage of the interval: above 0 and below 1
    /// @return V; not estimable if the table has no test
    /// @throws IllegalArgumentException if the level is out of range
    public static Estimate of(ContingencyTable table, double level) {
        Interval.requireLevel(level);
        var reason = table.whyNotTestable();
        if (reason.isPresent()) {
            return new NotEstimable(reason.get());
        }
        double chi2 = ChiSquaredTest.statistic(table);
        double largest = (double) table.total() * (Math.min(table.rows(), table.columns()) - 1);
        double v = Math.min(1, Math.sqrt(chi2 / largest));
        if (chi2 > LARGEST) {
            return Known.bare(v, table.total());
        }
        Interval limits = NoncentralChiSquared.limits(chi2, table.df(), level);
        return Known.of(
                v,
                new Interval(
                        Math.min(1, Math.sqrt(limits.low() / largest)),
                        Math.min(1, Math.sqrt(limits.high() / largest)),
                        level),
                table.total());
    }

    /// V adjusted for its bias: near 0 on average if rows and columns are independent.
    ///
    /// @return the adjusted V, without an interval; not estimable if the table has no test or so few
    ///   respondents that the adjustment leaves nothing to divide by
    public static Estimate adjusted(ContingencyTable table) {
        var reason = table.whyNotTestable();
        if (reason.isPresent()) {
            return new NotEstimable(reason.get());
        }
        int n = table.total();
        double fewest =
                Math.min(adjustedSize(table.rows(), n), adjustedSize(table.columns(), n)) - 1;
        if (fewest <= 0) {
            return new NotEstimable(
                    "%d answers are too few for a table of %d by %d"
                            .formatted(n, table.rows(), table.columns()));
        }
        double phi2 = Math.max(0, ChiSquaredTest.statistic(table) / n - table.df() / (n - 1.0));
        return Known.bare(Math.min(1, Math.sqrt(phi2 / fewest)), n);
    }

    private static double adjustedSize(int size, int n) {
        return size - (size - 1.0) * (size - 1.0) / (n - 1.0);
    }
}
