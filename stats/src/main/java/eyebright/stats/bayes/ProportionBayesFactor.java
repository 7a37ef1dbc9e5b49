package eyebright.stats.bayes;

import eyebright.stats.distribution.PeakIntegral;

/// The Bayes factor of a share against a given one: under the alternative its log odds have a logistic
/// prior about those of the given share.
///
/// ```
/// BF10 = integral of (p/p0)^x ((1-p)/(1-p0))^(n-x) logistic(logit p; logit p0, scale) d logit p
/// ```
///
/// Shape: x of n. Unit: respondents. Missing values: left out before counting. Edge cases: no respondents
/// are not estimable; 0 or n of n are fine. Errors: x not from 0 to n, p0 not inside 0 and 1, scale not
/// above 0.
/// Summary: the counts.
///
/// R: `BayesFactor::proportionBF(rscale)`, by default 1/2. JASP's binomial test has a beta prior instead
/// and another factor. Two-sided. Source: Morey & Rouder (2018), the BayesFactor package, after Gunel &
/// Dickey (1974).
public final class ProportionBayesFactor {

    /// R's default scale of the log odds.
    public static final double MEDIUM = 0.5;

    private ProportionBayesFactor() {}

    /// The factor of x of n against the share p0.
    ///
    /// @param x respondents who have it
    /// @param n respondents
    /// @param p0 share without effect: above 0 and below 1
    /// @param scale of the prior of the log odds, such as [#MEDIUM]: above 0
    /// @throws IllegalArgumentException if an argument is out of range
    public static BayesFactor of(int x, int n, double p0, double scale) {
        if (!(x >= 0 && x <= n)) {
            throw new IllegalArgumentException(
                    "x must be from 0 to n, not %s of %s".formatted(x, n));
        }
        if (!(p0 > 0 && p0 < 1)) {
            throw new IllegalArgumentException("p0 must be above 0 and below 1, not " + p0);
        }
        Priors.requireScale("scale", scale);
        if (n == 0) {
            return new BayesFactor.NotEstimable("there are no respondents");
        }
        double logit = Math.log(p0) - Math.log1p(-p0);
        double none = x * Math.log(p0) + (n - x) * Math.log1p(-p0);
        double integral =
                PeakIntegral.log(
                        logit,
                        Math.min(scale, 1 / Math.sqrt(n)),
                        u -> {
                            double z = Math.abs(u - logit) / scale;
                            double prior = -z - 2 * Math.log1p(Math.exp(-z)) - Math.log(scale);
                            return prior
                                    - x * Priors.logOnePlusExp(-u)
                                    - (n - x) * Priors.logOnePlusExp(u);
                        });
        return new BayesFactor.Known(integral - none, n);
    }
}
