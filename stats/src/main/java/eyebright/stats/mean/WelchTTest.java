package eyebright.stats.mean;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.Optional;

/// Welch's test that two independent groups have the same mean, whatever their variances.
///
/// ```
/// t = (mean(a) - mean(b)) / s        s² = va + vb,  va = var(a) / na,  vb = var(b) / nb
/// df = s⁴ / (va² / (na - 1) + vb² / (nb - 1))        difference ± t(df; (1 + level) / 2) s
/// ```
///
/// Shape: the moments of two groups, which merge. Unit: of the difference, that of the values. Missing values: left
/// out before the moments are made. Edge cases: a group of fewer than 2 values, or no value that
/// differs within its group, is not estimable; one group may be constant. Errors: a level not between 0
/// and 1. p is two-sided.
///
/// R: `t.test(a, b)`, which also refuses variances that are tiny beside the means. SPSS (T-TEST) prints
/// it as "equal variances not assumed", below Student's test.
///
/// Source: Welch (1947) <https://doi.org/10.1093/biomet/34.1-2.28>. Checked against R 4.2.2, see
/// `MeansReferenceTest`.
///
/// @param difference mean of the first group minus that of the second, with its t interval
/// @param test t, df and the two-sided p; there exactly if the difference is known
public record WelchTTest(Estimate difference, Optional<TestResult> test) {

    /// @throws IllegalArgumentException if only one of the two parts is known
    public WelchTTest {
        TRatio.requireBoth("difference", difference, test);
    }

    /// Welch's test of the first group against the second.
    ///
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static WelchTTest of(Moments a, Moments b, double level) {
        Interval.requireLevel(level);
        if (a.n() < 2 || b.n() < 2) {
            return none(
                    "the %s group has fewer than 2 values"
                            .formatted(a.n() < 2 ? "first" : "second"));
        }
        if (a.squares() == 0 && b.squares() == 0) {
            return none("no value differs within its group");
        }
        var error = WelchError.of(a, b);
        var ratio = new TRatio(a.minus(b), error.value(), error.df());
        return new WelchTTest(
                ratio.estimate(level, Math.addExact(a.n(), b.n())), ratio.test("Welch's t-test"));
    }

    private static WelchTTest none(String reason) {
        return new WelchTTest(new NotEstimable(reason), Optional.empty());
    }
}
