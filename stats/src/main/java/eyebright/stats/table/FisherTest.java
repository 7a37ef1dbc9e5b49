package eyebright.stats.table;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;

/// Fisher's exact test that rows and columns of a 2 x 2 table are independent, and the odds ratio that
/// belongs to it.
///
/// ```
/// table a b     given the margins, a has the noncentral hypergeometric distribution
///       c d     P(a) = C(a+b, a) C(c+d, c) OR^a / (the sum of these)
/// p      sum of P at OR = 1 over all tables that are no more likely than the one seen
/// OR     the one that makes the expectation of a equal to a (conditional maximum likelihood)
/// limits the OR at which P(A >= a) and P(A <= a) are (1 - level) / 2
/// ```
///
/// Shape: 2 x 2 counts. Unit: the odds ratio has none; 1 means independence. Missing values: not in the
/// table. Edge cases: with an empty row or column p is 1 and the odds ratio not estimable; where `a` is
/// the smallest the margins allow, the odds ratio is 0 and so is its lower limit; where it is the
/// largest, there is no finite odds ratio, which is not estimable and says so. Errors: a table that is
/// not 2 x 2, a level not between 0 and 1.
/// Summary: the counts.
///
/// R: `fisher.test`, which prints `Inf` where this has a reason, and solves for the odds ratio and
/// its limits to a tolerance of 1.2e-4 (off by up to 4.5e-5 in the reference cases); as there, a table whose probability is within 1e-7
/// (relative) of the one seen is taken to be equally likely. This odds ratio is not that of
/// [OddsRatio]. SPSS prints p only.
///
/// Sources: Fisher (1935) <https://doi.org/10.2307/2342435>; interval: Cornfield (1956). Checked against
/// R 4.2.2 and a computation to 40 digits, see `ContingencyReferenceTest`.
///
/// @param test the two-sided test; it has no statistic
/// @param oddsRatio the conditional odds ratio with its exact interval
public record FisherTest(TestResult test, Estimate oddsRatio) {

    /// The test, with an interval of 95 %.
    ///
    /// @throws IllegalArgumentException if the table is not 2 x 2
    public static FisherTest of(ContingencyTable table) {
        return of(table, 0.95);
    }

    /// The test, with an interval of the given level.
    ///
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the table is not 2 x 2 or the level is out of range
    public static FisherTest of(ContingencyTable table, double level) {
        var margins = margins(table);
        Interval.requireLevel(level);
        int seen = table.count(0, 0);
        return new FisherTest(test(margins, seen), oddsRatio(table, margins, seen, level));
    }

    /// The test alone.
    ///
    /// @throws IllegalArgumentException if the table is not 2 x 2
    public static TestResult test(ContingencyTable table) {
        return test(margins(table), table.count(0, 0));
    }

    private static TestResult test(NoncentralHypergeometric margins, int seen) {
        return TestResult.exact("Fisher's exact test", margins.twoSided(seen));
    }

    private static NoncentralHypergeometric margins(ContingencyTable table) {
        if (table.rows() != 2 || table.columns() != 2) {
            throw new IllegalArgumentException(
                    "table must be 2 x 2, not %d x %d".formatted(table.rows(), table.columns()));
        }
        return new NoncentralHypergeometric(
                table.rowTotal(0), table.rowTotal(1), table.columnTotal(0));
    }

    private static Estimate oddsRatio(
            ContingencyTable table, NoncentralHypergeometric margins, int seen, double level) {
        var reason = table.whyNotTestable();
        if (reason.isPresent()) {
            return new NotEstimable(reason.get());
        }
        double tail = (1 - level) / 2;
        if (seen == margins.largest()) {
            double low = margins.oddsWithUpperTail(seen, tail);
            return new NotEstimable(
                    "the odds ratio has no upper bound, as no respondent is in %s; the data speak for %.3g or more"
                            .formatted(
                                    table.count(0, 1) == 0
                                            ? "row 0, column 1 of the table"
                                            : "row 1, column 0 of the table",
                                    low));
        }
        double high = margins.oddsWithLowerTail(seen, tail);
        if (seen == margins.smallest()) {
            return Known.of(0, new Interval(0, high, level), table.total());
        }
        double low = margins.oddsWithUpperTail(seen, tail);
        return Known.of(margins.oddsWithMean(seen), new Interval(low, high, level), table.total());
    }
}
