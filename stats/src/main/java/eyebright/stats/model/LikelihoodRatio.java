package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.NoncentralChiSquared;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// How much better a model explains an outcome than the same model without some of its terms.
///
/// ```
/// x = 2 (l larger - l smaller) = D smaller - D larger, chi-squared with as many df as coefficients more
/// share = 1 - exp(-x / n)        its interval: 1 - exp(-λ / n) for the λ at which x is a limit of χ²(df, λ)
/// ```
///
/// The share is Cox and Snell's R² of the terms given the others: for linear regression exactly their
/// partial R², for other models its counterpart, since λ / n is what a respondent adds to the
/// noncentrality. Chance alone gives it about df / n, so that a claim that it is small is judged by the
/// upper limit: at level .90 that limit is below a bound exactly if a one-sided test at .05 says so.
/// Both limits may be 0.
///
/// Shape: two models of the same respondents, one nested in the other: who lacks a value of the larger one
/// (missing values) is left out of both. Unit: none; 0 to 1. Edge cases:
/// a larger model that is worse by rounding has a statistic of 0. Errors: models that cannot be nested.
/// Summary: the two likelihoods.
///
/// Sources: Wilks (1938) <https://doi.org/10.1214/aoms/1177732360>; Cox & Snell (1989); Nagelkerke
/// (1991) <https://doi.org/10.1093/biomet/78.3.691>; inverted noncentrality: Steiger (2004)
/// <https://doi.org/10.1037/1082-989X.9.2.164>. R: `anova(smaller, larger, test = "LRT")` without share.
/// SPSS prints Cox and Snell's R² of whole models, without interval. Checked against R 4.2.2, see
/// `LikelihoodRatioTest`.
///
/// @param test the likelihood-ratio test
/// @param share the share explained by the terms given the others, with its interval
public record LikelihoodRatio(TestResult test, Estimate share) {

    /// The likelihood that a model reaches.
    ///
    /// @param value its logarithm; finite
    /// @param coefficients how many coefficients it has
    /// @param n how many respondents
    public record LogLikelihood(double value, int coefficients, int n) {

        /// @throws IllegalArgumentException if the value is not finite, or a number out of range
        public LogLikelihood {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value must be finite, not " + value);
            }
            if (coefficients < 0 || n < 1) {
                throw new IllegalArgumentException(
                        "coefficients must be 0 or more of 1 respondent or more, not %d of %d"
                                .formatted(coefficients, n));
            }
        }
    }

    /// The ratio of two nested models.
    ///
    /// @param level coverage of the interval: above 0 and below 1
    /// @throws IllegalArgumentException if the larger has no more coefficients, or the models are not of
    ///   the same respondents
    public static LikelihoodRatio of(LogLikelihood smaller, LogLikelihood larger, double level) {
        Interval.requireLevel(level);
        TestResult test = test(smaller, larger);
        double x = test.statistic().orElseThrow();
        int n = larger.n();
        var limits = NoncentralChiSquared.limits(x, test.df().getFirst(), level);
        return new LikelihoodRatio(
                test,
                Known.of(
                        share(x, n),
                        new Interval(share(limits.low(), n), share(limits.high(), n), level),
                        n));
    }

    /// The test of two nested models alone.
    ///
    /// @throws IllegalArgumentException if the larger has no more coefficients, or the models are not of
    ///   the same respondents
    public static TestResult test(LogLikelihood smaller, LogLikelihood larger) {
        int df = larger.coefficients() - smaller.coefficients();
        if (df < 1 || smaller.n() != larger.n()) {
            throw new IllegalArgumentException(
                    "larger must have more coefficients of as many respondents, not %s beside %s"
                            .formatted(larger, smaller));
        }
        double x = Math.max(0, 2 * (larger.value() - smaller.value()));
        double p = ChiSquaredDistribution.of(df).survivalProbability(x);
        return TestResult.of("Likelihood-ratio test", x, p, (double) df);
    }

    private static double share(double noncentrality, int n) {
        return -Math.expm1(-noncentrality / n);
    }
}
