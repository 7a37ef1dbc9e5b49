package eyebright.stats.mean;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.Optional;

/// Student's test that two independent groups have the same mean, if their variances are equal.
///
/// ```
/// t = (mean(a) - mean(b)) / s        s² = (squares(a) + squares(b)) / df (1/na + 1/nb),  df = na + nb - 2
/// difference ± t(df; (1 + level) / 2) s
/// ```
///
/// Shape: the moments of two groups, which merge. Unit: of the difference, that of the values. Missing
/// values: left out before the moments are made. Edge cases: an empty group, fewer than 3 values, or no
/// value that differs within its group, is not estimable; a group of 1 value is enough beside a larger
/// one. Errors: a level not between 0 and 1. p is two-sided. With unequal variances and unequal groups it
/// errs on either side; [WelchTTest] does not.
///
/// R: `t.test(a, b, var.equal = TRUE)`. SPSS (T-TEST): the line "equal variances assumed". JASP and
/// jamovi give it by default.
///
/// Source: Student (1908) <https://doi.org/10.1093/biomet/6.1.1>. Checked against R 4.2.2, see
/// `MeansReferenceTest`.
///
/// @param difference mean of the first group minus that of the second, with its t interval
/// @param test t, df and the two-sided p; there exactly if the difference is known
public record StudentTTest(Estimate difference, Optional<TestResult> test) {

    /// @throws IllegalArgumentException if only one of the two parts is known
    public StudentTTest {
        TRatio.requireBoth("difference", difference, test);
    }

    /// Student's test of the first group against the second.
    ///
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static StudentTTest of(Moments a, Moments b, double level) {
        Interval.requireLevel(level);
        var reason = PooledSd.whyNone(a, b);
        if (reason.isPresent()) {
            return new StudentTTest(new NotEstimable(reason.get()), Optional.empty());
        }
        var pooled = PooledSd.of(a, b);
        var ratio = new TRatio(a.minus(b), pooled.value() * Math.sqrt(pooled.unit()), pooled.df());
        return new StudentTTest(ratio.estimate(level, pooled.n()), ratio.test("Student's t-test"));
    }
}
