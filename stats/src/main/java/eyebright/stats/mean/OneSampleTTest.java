package eyebright.stats.mean;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.Optional;

/// Student's test that the mean of one group is a given number.
///
/// ```
/// t = (mean - expected) / s        s = sd / sqrt(n),  df = n - 1
/// difference = mean - expected ± t(df; (1 + level) / 2) s
/// ```
///
/// Shape: the moments of one group, which merge. Unit: of the difference, that of the values. Missing
/// values: left out before the moments are made. Edge cases: fewer than 2 values, or values that are all
/// equal, are not estimable. Errors: an expected mean that is not finite, a level not between 0 and 1. p is
/// two-sided.
///
/// R: `t.test(x, mu = expected)`, whose interval is that of the mean, not of the difference; [Mean] has
/// that. SPSS (T-TEST) gives the interval of the difference, as here.
///
/// Source: Student (1908) <https://doi.org/10.1093/biomet/6.1.1>. Checked against R 4.2.2, see
/// `TTestsReferenceTest`.
///
/// @param difference the mean minus the expected one, with its t interval
/// @param test t, df and the two-sided p; there exactly if the difference is known
public record OneSampleTTest(Estimate difference, Optional<TestResult> test) {

    /// @throws IllegalArgumentException if only one of the two parts is known
    public OneSampleTTest {
        TRatio.requireBoth("difference", difference, test);
    }

    /// The test of the values against the expected mean.
    ///
    /// @param expected the mean under the null hypothesis; finite, in the unit of the values
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the expected mean is not finite or the level out of range
    public static OneSampleTTest of(Moments values, double expected, double level) {
        if (!Double.isFinite(expected)) {
            throw new IllegalArgumentException("expected must be finite, not " + expected);
        }
        Interval.requireLevel(level);
        int n = values.n();
        if (n < 2) {
            return none(n == 0 ? "there are no values" : "there is only 1 value");
        }
        if (values.squares() == 0) {
            return none("all %d values are equal".formatted(n));
        }
        var ratio =
                new TRatio(
                        values.minus(new Moments(1, expected, 0)),
                        values.sd() / Math.sqrt(n),
                        n - 1.0);
        return new OneSampleTTest(ratio.estimate(level, n), ratio.test("one-sample t-test"));
    }

    private static OneSampleTTest none(String reason) {
        return new OneSampleTTest(new NotEstimable(reason), Optional.empty());
    }
}
