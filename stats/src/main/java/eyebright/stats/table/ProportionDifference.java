package eyebright.stats.table;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;

/// The difference between the shares of two independent groups.
///
/// ```
/// d = p1 - p2,  with Wilson's limits (l1, u1) of p1 and (l2, u2) of p2
/// low  = d - sqrt((p1 - l1)² + (u2 - p2)²)
/// high = d + sqrt((u1 - p1)² + (p2 - l2)²)
/// ```
///
/// Shape: two counts a group. Unit: a share from -1 to 1, not percentage points. Missing values: leave
/// them out of the counts first. Edge cases: shares of 0 and 1 have intervals of positive width; a
/// group of nobody is not estimable. Errors: counts out of range, a level not between 0 and 1.
/// Summary: the counts.
///
/// R: `prop.test` gives Wald's interval instead, which is too narrow for small groups; this one is
/// `DescTools::BinomDiffCI(method = "score")`. SPSS calls it Newcombe.
///
/// Source: Newcombe (1998), method 10 of 11
/// <https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I>. Checked
/// against R 4.2.2, see `ProportionDifferenceTest`.
public final class ProportionDifference {

    private ProportionDifference() {}

    /// The share of the first group minus that of the second, with Newcombe's hybrid score interval.
    ///
    /// @param x1 successes in the first group: 0 to n1
    /// @param n1 respondents in the first group
    /// @param x2 successes in the second group: 0 to n2
    /// @param n2 respondents in the second group
    /// @param level coverage of the interval: above 0 and below 1
    /// @return the difference; not estimable if a group has nobody
    /// @throws IllegalArgumentException if the counts or the level are out of range
    public static Estimate newcombe(int x1, int n1, int x2, int n2, double level) {
        TwoShares.require(x1, n1, x2, n2, level);
        if (n1 == 0 || n2 == 0) {
            return new NotEstimable(TwoShares.emptyGroup(n1));
        }
        double p1 = (double) x1 / n1;
        double p2 = (double) x2 / n2;
        Interval first = Proportion.wilsonInterval(x1, n1, level);
        Interval second = Proportion.wilsonInterval(x2, n2, level);
        double d = p1 - p2;
        double low = d - Math.hypot(p1 - first.low(), second.high() - p2);
        double high = d + Math.hypot(first.high() - p1, p2 - second.low());
        return Known.of(
                d,
                new Interval(Math.max(-1, low), Math.min(1, high), level),
                Math.addExact(n1, n2));
    }
}
