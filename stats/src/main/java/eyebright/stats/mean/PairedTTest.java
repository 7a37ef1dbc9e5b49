package eyebright.stats.mean;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.Optional;

/// Student's test that two values of the same respondents have the same mean.
///
/// ```
/// d = first - second        t = mean(d) / (sd(d) / sqrt(n)),  df = n - 1        mean(d) ± t(df; (1 + level) / 2) sd(d) / sqrt(n)
/// ```
///
/// Shape: the moments of the differences, one of each respondent, which merge. Unit: that of the
/// values. Missing values: a respondent who lacks one of the two is left out before. Edge cases: fewer
/// than 2 pairs, or differences that are all equal, are not estimable. Errors: a level not between 0
/// and 1. p is two-sided.
///
/// R: `t.test(a, b, paired = TRUE)`. SPSS (T-TEST PAIRS), JASP and jamovi give the same.
///
/// Source: Student (1908) <https://doi.org/10.1093/biomet/6.1.1>. Checked against R 4.2.2, see
/// `TTestsReferenceTest`.
///
/// @param difference mean of the first values minus that of the second, with its t interval
/// @param test t, df and the two-sided p; there exactly if the difference is known
public record PairedTTest(Estimate difference, Optional<TestResult> test) {

    /// @throws IllegalArgumentException if only one of the two parts is known
    public PairedTTest {
        TRatio.requireBoth("difference", difference, test);
    }

    /// The moments of the differences of pairs: its summary.
    ///
    /// @param first a value of each respondent; finite
    /// @param second another value of the same respondents in the same order; finite
    /// @return moments in which a difference beyond the doubles is the largest of them
    /// @throws IllegalArgumentException if the two differ in length or a value is not finite
    public static Moments differences(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "second must have the %d values of first, not %d"
                            .formatted(first.length, second.length));
        }
        double[] differences = new double[first.length];
        for (int i = 0; i < first.length; i++) {
            differences[i] = difference(first[i], second[i]);
        }
        return Moments.of("differences", differences);
    }

    private static double difference(double first, double second) {
        double difference = first - second;
        return Double.isFinite(first) && Double.isFinite(second)
                ? Math.clamp(difference, -Double.MAX_VALUE, Double.MAX_VALUE)
                : difference;
    }

    /// The test of the differences against none.
    ///
    /// @param differences the moments of first minus second
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static PairedTTest of(Moments differences, double level) {
        Interval.requireLevel(level);
        int n = differences.n();
        if (n < 2) {
            return none(n == 0 ? "there are no pairs" : "there is only 1 pair");
        }
        if (differences.squares() == 0) {
            return none("all %d differences are equal".formatted(n));
        }
        var ratio =
                new TRatio(
                        differences.minus(new Moments(1, 0, 0)),
                        differences.sd() / Math.sqrt(n),
                        n - 1.0);
        return new PairedTTest(ratio.estimate(level, n), ratio.test("paired t-test"));
    }

    private static PairedTTest none(String reason) {
        return new PairedTTest(new NotEstimable(reason), Optional.empty());
    }
}
