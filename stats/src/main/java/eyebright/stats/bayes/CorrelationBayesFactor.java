package eyebright.stats.bayes;

import eyebright.stats.distribution.PeakIntegral;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;

/// The Bayes factor of a Pearson correlation with a stretched beta prior: (rho + 1)/2 is
/// Beta(1/kappa, 1/kappa), and nothing is known of means and standard deviations.
///
/// ```
/// BF10 = 2^(1 - 2/kappa) sqrt(pi) / B(1/kappa, 1/kappa)
///        * Gamma(c - 1/2) / Gamma(c) * 2F1(a, a; c; r²),  a = (n - 1)/2, c = n/2 + 1/kappa
/// ```
///
/// 2F1 is Euler's integral here, of a positive function. Shape: r and n: all that is needed of the data,
/// so that halves merge by their cross-products. Unit: none. Missing values: pairs without both are left
/// out before r. Edge cases: fewer than 3 pairs, or r of exactly 1 or -1, are not estimable. Errors: r not
/// from -1 to 1, kappa not above 0.
///
/// R: `BayesFactor::correlationBF(rscale)` is kappa, by default 1/3; JASP's and this project's plans take
/// kappa 1, where every rho is as likely as any other. Two-sided. Source: Ly, Verhagen & Wagenmakers
/// (2016) <https://doi.org/10.1016/j.jmp.2015.06.004>.
public final class CorrelationBayesFactor {

    /// The kappa at which every correlation is as likely as any other: JASP's default.
    public static final double UNIFORM = 1;

    /// What R calls medium, its default.
    public static final double MEDIUM = 1 / 3.0;

    private static final int FEWEST = 3;

    private CorrelationBayesFactor() {}

    /// The factor of a correlation.
    ///
    /// @param r Pearson's correlation: -1 to 1
    /// @param n pairs it rests on
    /// @param kappa width of the prior, such as [#UNIFORM]: above 0
    /// @throws IllegalArgumentException if an argument is out of range
    public static BayesFactor of(double r, int n, double kappa) {
        if (!(r >= -1 && r <= 1)) {
            throw new IllegalArgumentException("r must be from -1 to 1, not " + r);
        }
        Priors.requireScale("kappa", kappa);
        if (n < FEWEST) {
            return new BayesFactor.NotEstimable(
                    "a correlation needs 3 respondents, and there are " + n);
        }
        if (Math.abs(r) == 1) {
            return new BayesFactor.NotEstimable(
                    "all respondents lie on one line, which no finite evidence can weigh");
        }
        double shape = 1 / kappa;
        double a = (n - 1) / 2.0;
        double rest = (1 - r) * (1 + r);
        // Euler's integral over x from 0 to 1, by u = log(x / (1 - x)).
        double integral =
                PeakIntegral.log(
                        Math.log(a),
                        1,
                        u ->
                                a * (u - Priors.logOnePlusExp(u + Math.log(rest)))
                                        - (0.5 + shape) * Priors.logOnePlusExp(u));
        double constant =
                (1 - 2 * shape) * Math.log(2)
                        + Math.log(Math.PI) / 2
                        - LogBeta.value(shape, shape)
                        + LogGamma.value(shape)
                        - LogGamma.value(shape + 0.5)
                        - LogBeta.value(a, shape);
        return new BayesFactor.Known(constant + integral, n);
    }
}
