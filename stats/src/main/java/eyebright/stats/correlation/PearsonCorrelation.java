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
/// r = products / sqrt(squaresX squaresY)        interval: tanh(atanh(r) ± z / sqrt(n - 3))
/// t = r sqrt((n - 2) / (1 - r²)),  df = n - 2
/// ```
///
/// Shape: [CoMoments] of n pairs, 4 or more. Unit: none, -1 to 1. Missing values: pairs that lack one are
/// left out before. Edge cases: an answer that is the same for all, or pairs that all lie on one line (r
/// within 1e-14 of ±1), are not estimable. Errors: a level not between 0 and 1. p is two-sided. The
/// interval assumes normal values and is too narrow for heavy tails. Summary: co-moments, which merge.
///
/// R: `cor.test(x, y)`, which gives p (no interval) for 3 pairs too. SPSS and JASP give the same.
///
/// Source: Fisher (1921). Checked against R 4.2.2, see `CorrelationReferenceTest`.
///
/// @param r the correlation with its interval
/// @param test of no correlation: t, df, p; there exactly if r is known
public record PearsonCorrelation(Estimate r, Optional<TestResult> test) {

    private static final double ON_A_LINE = 1e-14;

    /// Squares below this have lost digits to the end of the doubles.
    private static final double SMALLEST = 1e-290;

    /// @throws IllegalArgumentException if only one of the two parts is known
    public PearsonCorrelation {
        requireBoth("r", r, test);
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
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public static PearsonCorrelation of(CoMoments moments, double level) {
        Interval.requireLevel(level);
        int n = moments.n();
        if (n < 4) {
            return none(tooFew(n, 4));
        }
        if (moments.squaresX() == 0 || moments.squaresY() == 0) {
            return none(allEqual(n, moments.squaresX() == 0));
        }
        double most = Math.max(moments.squaresX(), moments.squaresY());
        if (!Double.isFinite(most)) {
            return none("the values are too far apart to compute with");
        }
        if (Math.min(moments.squaresX(), moments.squaresY()) < SMALLEST) {
            return none("the values differ too little to compute with");
        }
        double r =
                moments.products()
                        / (Math.sqrt(moments.squaresX()) * Math.sqrt(moments.squaresY()));
        if (1 - Math.abs(r) < ON_A_LINE) {
            return none(
                    "all %d pairs lie on one line: the correlation is %d and its error unknown"
                            .formatted(n, r > 0 ? 1 : -1));
        }
        return new PearsonCorrelation(
                Known.of(r, FisherZ.interval(r, n, level), n),
                Optional.of(test("Correlation, t-test", r, n)));
    }

    /// The t-test that a correlation of n pairs is 0.
    static TestResult test(String name, double r, int n) {
        double df = n - 2.0;
        double t = r * Math.sqrt(df / ((1 - r) * (1 + r)));
        double p = Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
        return TestResult.of(name, t, p, df);
    }

    static String tooFew(int n, int needed) {
        return "%d pairs are too few, %d are needed".formatted(n, needed);
    }

    static String allEqual(int n, boolean first) {
        return "all %d values of the %s answer are equal".formatted(n, first ? "first" : "second");
    }

    private static PearsonCorrelation none(String reason) {
        return new PearsonCorrelation(new NotEstimable(reason), Optional.empty());
    }
}
