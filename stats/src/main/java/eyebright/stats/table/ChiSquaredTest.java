package eyebright.stats.table;

import eyebright.stats.TestResult;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Pearson's chi-squared test that rows and columns of a table are independent.
///
/// ```
/// X² = sum over cells of (count - expected)² / expected        df = (r - 1)(c - 1)
/// ```
///
/// Shape: r x c counts, 2 or more each way. Unit: none. Missing values: not in the table. Edge cases: a
/// table with an empty row or column, or only one, has no test: see
/// [ContingencyTable#whyNotTestable]. The approximation is poor when expected counts are small (a usual
/// rule: below 5); nothing is refused here. Errors: a table without a test.
///
/// R: `chisq.test` corrects 2 x 2 tables for continuity unless `correct = FALSE`; there is no
/// correction here. SPSS prints both, this one as "Pearson Chi-Square".
///
/// Source: Pearson (1900) <https://doi.org/10.1080/14786440009463897>. Checked against R 4.2.2, see
/// `ContingencyReferenceTest`.
public final class ChiSquaredTest {

    private ChiSquaredTest() {}

    /// The test of independence, without a correction for continuity.
    ///
    /// @throws IllegalArgumentException if the table has no test; the message says why
    public static TestResult of(ContingencyTable table) {
        table.requireTestable();
        double statistic = statistic(table);
        return TestResult.of(
                "Pearson's chi-squared test",
                statistic,
                upperTail(statistic, table.df()),
                (double) table.df());
    }

    /// Pearson's X² of a table that has a test.
    static double statistic(ContingencyTable table) {
        double sum = 0;
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                double expected = table.expected(row, column);
                double difference = table.count(row, column) - expected;
                sum += difference * difference / expected;
            }
        }
        return sum;
    }

    /// The probability of a larger chi-squared.
    static double upperTail(double statistic, double df) {
        return ChiSquaredDistribution.of(df).survivalProbability(statistic);
    }
}
