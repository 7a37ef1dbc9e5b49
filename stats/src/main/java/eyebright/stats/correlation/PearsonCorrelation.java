package eyebright.stats.correlation;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/// The product-moment correlation of two answers.
///
/// ```
/// r = products / sqrt(squaresX squaresY)        interval: tanh(atanh(r) ± t(df; (1 + level) / 2) error)
/// t = r sqrt((n - 2) / (1 - r²)),  df = n - 2
/// ```
///
/// The error and its degrees of freedom are those of [CorrelationError]: they ask nothing of what the answers look
/// like. Fisher's 1 / sqrt(n - 3) takes both for normal, and where both are skewed to the same side holds the less
/// the larger r is: of two counts that go together by .5, 80 % instead of 95 (`docs/coverage.md`). The test of no
/// correlation stays Student's, which holds for any answers that have nothing to do with each other; the two may
/// differ by a hair where the interval ends at 0.
///
/// Shape: n pairs, 4 or more. Unit: none, -1 to 1. Missing values: pairs that lack one are
/// left out before. Edge cases: an answer that is the same for all, or pairs that all lie on one line (r
/// within 1e-14 of ±1) or all but one of them, or all of them on
/// two lines, are not estimable. Errors: arrays of different length, a value that is
/// not finite, a level not between 0 and 1. p is two-sided. Summary: the pairs.
///
/// R: `cor.test(x, y)` gives r, t and p, with Fisher's interval, and p (no interval) for 3 pairs too. SPSS and JASP give
/// the same; JASP has a bootstrap beside.
///
/// Sources: Fisher (1921); interval as [CorrelationError]; what Fisher's does: Bishara & Hittner (2017)
/// <https://doi.org/10.3758/s13428-016-0702-8>. Checked against R 4.2.2, see `CorrelationReferenceTest`.
///
/// @param r the correlation with its interval
/// @param test of no correlation: t, df, p; there exactly if r is known
/// @param error that of Fisher's z; there exactly if r is known
public record PearsonCorrelation(
        Estimate r, Optional<TestResult> test, Optional<CorrelationError> error) {

    /// @throws IllegalArgumentException if only some of the parts are known
    public PearsonCorrelation {
        requireBoth("r", r, test);
        if (error.isPresent() != test.isPresent()) {
            throw new IllegalArgumentException(
                    "error must be there exactly if test is, not %s with %s"
                            .formatted(error, test));
        }
    }

    static void requireBoth(String name, Estimate estimate, Optional<TestResult> test) {
        if (estimate instanceof Known != test.isPresent()) {
            throw new IllegalArgumentException(
                    "test must be there exactly if %s is known, not %s with %s"
                            .formatted(name, test, estimate));
        }
    }

    /// The correlation, its interval and its test.
    ///
    /// @param x finite
    /// @param y finite, as many
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the arrays differ in length, a value is not finite, or the level is out of
    ///   range
    public static PearsonCorrelation of(double[] x, double[] y, double level) {
        Interval.requireLevel(level);
        CoMoments moments = CoMoments.of(x, y);
        return switch (moments.correlation()) {
            case NotEstimable none -> none(none);
            case Known(double r, _, int n) ->
                    CorrelationError.of(x, y, moments, r)
                            .map(error -> with(error, r, n, level))
                            .orElseGet(() -> none(onFewLines(n)));
        };
    }

    private static NotEstimable onFewLines(int n) {
        return new NotEstimable(
                "the %d pairs lie on so few lines that the error of the correlation is unknown"
                        .formatted(n));
    }

    private static PearsonCorrelation with(CorrelationError error, double r, int n, double level) {
        return new PearsonCorrelation(
                Known.of(r, error.interval(r, level), n),
                Optional.of(test("Correlation, t-test", r, n)),
                Optional.of(error));
    }

    /// The t-test that a correlation of n pairs is 0.
    static TestResult test(String name, double r, int n) {
        double df = n - 2.0;
        double t = r * Math.sqrt(df / ((1 - r) * (1 + r)));
        double p = Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
        return TestResult.of(name, t, p, df);
    }

    private static PearsonCorrelation none(NotEstimable reason) {
        return new PearsonCorrelation(reason, Optional.empty(), Optional.empty());
    }
}
