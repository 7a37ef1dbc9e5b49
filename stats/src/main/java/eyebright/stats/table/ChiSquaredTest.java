package eyebright.stats.table;

import eyebright.stats.TestResult;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Pearson's chi-squared test that rows and columns of a table are independent.
///
/// ```
/// X² = sum over cells of (count - expected)² / expected        df = (r - 1)(c - 1)
/// Yates: (max(0, |count - expected| - 1/2))² in place of (count - expected)², 2 x 2 only
/// ```
///
/// Shape: r x c counts, 2 or more each way. Unit: none. Missing values: not in the table. Edge cases: a
/// table with an empty row or column, or only one, has no test: see
/// [ContingencyTable#whyNotTestable]. The approximation is poor when expected counts are small (a usual
/// rule: below 5); nothing is refused here. Errors: a table without a test, a correction of a table that is
/// not 2 x 2. Summary: the counts.
///
/// R: `chisq.test` corrects 2 x 2 tables for continuity unless `correct = FALSE`. SPSS prints both, as
/// "Pearson Chi-Square" and "Continuity Correction". The correction errs on the safe side, often far
/// (Haviland 1990 <https://doi.org/10.1002/sim.4780090403>): the plain test is the usual one here.
///
/// Sources: Pearson (1900) <https://doi.org/10.1080/14786440009463897>; Yates (1934)
/// <https://doi.org/10.2307/2983604>. Checked against R 4.2.2, see
/// `ContingencyReferenceTest`.
public final class ChiSquaredTest {

    private ChiSquaredTest() {}

    /// Whether the test allows for counts being whole numbers.
    public enum Continuity {
        /// The plain statistic.
        UNCORRECTED,
        /// A half taken off each difference, as Yates proposed for 2 x 2 tables.
        YATES
    }

    /// The test of independence, with or without a correction for continuity.
    ///
    /// @throws IllegalArgumentException if the table has no test, the message says why; or if it is to be
    ///   corrected and is not 2 x 2
    public static TestResult of(ContingencyTable table, Continuity continuity) {
        return switch (continuity) {
            case UNCORRECTED -> of(table);
            case YATES -> corrected(table);
        };
    }

    private static TestResult corrected(ContingencyTable table) {
        if (table.rows() != 2 || table.columns() != 2) {
            throw new IllegalArgumentException(
                    "table with Yates's correction must be 2 x 2, not %d x %d"
                            .formatted(table.rows(), table.columns()));
        }
        table.requireTestable();
        // All four cells are equally far from what is expected.
        double expected = table.expected(0, 0);
        double difference = Math.max(0, Math.abs(table.count(0, 0) - expected) - 0.5);
        double sum = 0;
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 2; column++) {
                sum += difference * difference / table.expected(row, column);
            }
        }
        return TestResult.of(
                "Pearson's chi-squared test with Yates's correction", sum, upperTail(sum, 1), 1.0);
    }

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
