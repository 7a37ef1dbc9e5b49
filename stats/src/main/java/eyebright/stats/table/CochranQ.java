package eyebright.stats.table;

import eyebright.stats.TestResult;
import java.util.Optional;

/// Cochran's test that several shares of the same respondents are equal.
///
/// ```
/// C(j) = respondents who said yes to question j,  R(i) = how many of the k questions respondent i said yes to
/// Q = (k - 1) (k sum C(j)² - (sum C(j))²) / (k sum R(i) - sum R(i)²)        df = k - 1
/// ```
///
/// Shape: k yes-or-no answers, 2 or more, of the same respondents. Unit: none. Missing values: only
/// respondents with all k answers count. Edge cases: those who said yes to all or to none do not matter;
/// if there are no others, there is no Q. With two questions Q is McNemar's chi-squared. Errors: none.
/// Summary: [JointCounts], as sum R(i)² = sum C(j) + 2 (the sum of joint counts).
///
/// Pairs of questions are compared by [McNemarTest] with [eyebright.stats.family.Adjustment]; see
/// [SeveralAnswers].
///
/// R: `DescTools::CochranQTest`; base R has none. SPSS (NPTESTS) gives the same.
///
/// Source: Cochran (1950) <https://doi.org/10.1093/biomet/37.3-4.256>. Checked against R 4.2.2, see
/// `PairedReferenceTest`.
public final class CochranQ {

    private CochranQ() {}

    /// The test.
    ///
    /// @return empty if there is one question only, or nobody answered two of them differently
    public static Optional<TestResult> of(JointCounts counts) {
        int k = counts.options();
        double sum = 0;
        double squares = 0;
        double both = 0;
        for (int j = 0; j < k; j++) {
            double yes = counts.chose(j);
            sum += yes;
            squares += yes * yes;
            for (int i = 0; i < j; i++) {
                both += counts.choseBoth(i, j);
            }
        }
        double within = (k - 1) * sum - 2 * both;
        if (within == 0) {
            return Optional.empty();
        }
        double statistic = (k - 1) * (k * squares - sum * sum) / within;
        return Optional.of(
                TestResult.of(
                        "Cochran's Q test",
                        statistic,
                        ChiSquaredTest.upperTail(statistic, k - 1.0),
                        k - 1.0));
    }
}
