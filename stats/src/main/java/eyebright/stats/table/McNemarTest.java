package eyebright.stats.table;

import eyebright.stats.TestResult;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// McNemar's test that two shares of the same respondents are equal.
///
/// ```
/// b = onlyFirst, c = onlySecond, under the null hypothesis b is Binomial(b + c, 1/2)
/// exact:        p = 2 P(B <= min(b, c)), at most 1
/// mid-p:        p = 2 P(B <= min(b, c)) - P(B = min(b, c))
/// chi-squared:  (b - c)² / (b + c), df = 1, without a correction for continuity
/// ```
///
/// Shape: two counts; those who said the same twice do not matter. Unit: respondents. Missing values:
/// only respondents with both answers count. Edge cases: if nobody changed, both exact p are 1 and
/// there is no chi-squared. Errors: a negative count. The exact test errs on the safe side; mid-p keeps
/// near its level and is preferred by Fagerland and others.
/// Summary: the counts.
///
/// R: `mcnemar.test` corrects for continuity unless `correct = FALSE`; `binom.test(b, b + c)` gives the
/// exact p. SPSS prints the exact p for small counts, else a corrected chi-squared.
///
/// Sources: McNemar (1947) <https://doi.org/10.1007/BF02295996>; Fagerland, Lydersen & Laake (2013)
/// <https://doi.org/10.1186/1471-2288-13-91>. Checked against R 4.2.2, see `PairedReferenceTest`.
///
/// @param exact the exact test; its statistic is the count of `onlyFirst`
/// @param midP the mid-p test; its statistic is the same
/// @param chiSquared the approximate test; absent if nobody changed
public record McNemarTest(TestResult exact, TestResult midP, Optional<TestResult> chiSquared) {

    /// The three tests.
    ///
    /// @param onlyFirst respondents with a success in the first share only
    /// @param onlySecond respondents with a success in the second share only
    /// @throws IllegalArgumentException if a count is negative
    public static McNemarTest of(int onlyFirst, int onlySecond) {
        PairedProportionDifference.requireCount("onlyFirst", onlyFirst);
        PairedProportionDifference.requireCount("onlySecond", onlySecond);
        int changed = Math.addExact(onlyFirst, onlySecond);
        if (changed == 0) {
            return result(onlyFirst, 1, 1, Optional.empty());
        }
        var half = BinomialDistribution.of(changed, 0.5);
        int fewer = Math.min(onlyFirst, onlySecond);
        double twice = 2 * half.cumulativeProbability(fewer);
        double difference = (double) onlyFirst - onlySecond;
        double statistic = difference * difference / changed;
        return result(
                onlyFirst,
                Math.min(1, twice),
                Math.clamp(twice - half.probability(fewer), 0, 1),
                Optional.of(
                        TestResult.of(
                                "McNemar's chi-squared test",
                                statistic,
                                ChiSquaredTest.upperTail(statistic, 1),
                                1.0)));
    }

    private static McNemarTest result(
            int onlyFirst, double exact, double midP, Optional<TestResult> chiSquared) {
        return new McNemarTest(
                TestResult.of("McNemar's exact test", onlyFirst, exact),
                TestResult.of("McNemar's mid-p test", onlyFirst, midP),
                chiSquared);
    }
}
