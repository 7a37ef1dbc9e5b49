package eyebright.stats.table;

import eyebright.stats.TestResult;

/// The likelihood ratio test that rows and columns of a table are independent.
///
/// ```
/// G = 2 sum over cells of count log(count / expected)        df = (r - 1)(c - 1)
/// ```
///
/// An empty cell adds 0. Shape: r x c counts, 2 or more each way. Unit: none. Missing values: not in
/// the table. Edge cases: a table with an empty row or column, or only one, has no test: see
/// [ContingencyTable#whyNotTestable]. Errors: a table without a test.
/// Summary: the counts.
///
/// R has it in packages only (`DescTools::GTest`), some of which correct it by default; there is no
/// correction here. SPSS prints it as "Likelihood Ratio".
///
/// Source: Wilks (1938) <https://doi.org/10.1214/aoms/1177732360>. Checked against R 4.2.2, see
/// `ContingencyReferenceTest`.
public final class GTest {

    private GTest() {}

    /// The test of independence, without a correction.
    ///
    /// @throws IllegalArgumentException if the table has no test; the message says why
    public static TestResult of(ContingencyTable table) {
        table.requireTestable();
        double sum = 0;
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                int count = table.count(row, column);
                if (count > 0) {
                    sum += count * Math.log(count / table.expected(row, column));
                }
            }
        }
        // Rounding may leave a sum just below 0 where all counts are as expected.
        double statistic = Math.max(0, 2 * sum);
        return TestResult.of(
                "Likelihood ratio test (G)",
                statistic,
                ChiSquaredTest.upperTail(statistic, table.df()),
                (double) table.df());
    }
}
