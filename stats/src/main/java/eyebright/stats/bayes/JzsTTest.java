package eyebright.stats.bayes;

import eyebright.stats.distribution.PeakIntegral;

/// The Bayes factor of a t test with the prior of Jeffreys, Zellner and Siow: a standardized difference
/// that is Cauchy about 0, and a standard deviation of which nothing is known.
///
/// ```
/// BF10 = integral of (1 + N g)^(-1/2) ((1 + t²/df) / (1 + t²/((1 + N g) df)))^((df + 1)/2)
///        scale (2 pi)^(-1/2) g^(-3/2) exp(-scale²/(2 g)) dg over g > 0
/// one sample or pairs: N = n, df = n - 1;  two: N = n1 n2/(n1 + n2), df = n1 + n2 - 2
/// ```
///
/// Shape: the t statistic of Student's test, and the sizes: all that is needed of the data, so that halves
/// merge by their moments. Unit: none. Missing values: left out before t. Edge cases: fewer respondents
/// than a t needs are not estimable. Errors: a t that is not finite, a scale not above 0.
///
/// R: `BayesFactor::ttestBF` integrates to about 1e-5 relative. JASP: the same prior, scale 0.707. Two
/// sided. Source: Rouder, Speckman, Sun, Morey & Iverson (2009) <https://doi.org/10.3758/PBR.16.2.225>.
public final class JzsTTest {

    /// The scale that R and JASP call medium: half of all differences are expected within it.
    public static final double MEDIUM = Math.sqrt(2) / 2;

    /// Beyond this 1 + x² is x².
    private static final double LARGE = 1e9;

    private JzsTTest() {}

    /// The factor of one sample's, or of paired differences', Student's t.
    ///
    /// @param t finite
    /// @param n respondents, or pairs
    /// @param scale of the Cauchy prior, such as [#MEDIUM]
    /// @throws IllegalArgumentException if t is not finite, n negative or the scale not above 0
    public static BayesFactor oneSample(double t, int n, double scale) {
        require(t, scale);
        requireSize("n", n);
        return n < 2
                ? new BayesFactor.NotEstimable("a t test needs 2 respondents, and there are " + n)
                : new BayesFactor.Known(log(t, n, n - 1.0, scale), n);
    }

    /// The factor of two independent groups' Student's t, with equal variances.
    ///
    /// @param t finite
    /// @param n1 respondents of the one group
    /// @param n2 respondents of the other
    /// @param scale of the Cauchy prior, such as [#MEDIUM]
    /// @throws IllegalArgumentException if t is not finite, a size negative or the scale not above 0
    public static BayesFactor twoSamples(double t, int n1, int n2, double scale) {
        require(t, scale);
        requireSize("n1", n1);
        requireSize("n2", n2);
        if (n1 < 1 || n2 < 1 || n1 + n2 < 3) {
            return new BayesFactor.NotEstimable(
                    "a t test needs 3 respondents in two groups, and there are %s and %s"
                            .formatted(n1, n2));
        }
        double n = (double) n1 * n2 / ((double) n1 + n2);
        return new BayesFactor.Known(log(t, n, n1 + n2 - 2.0, scale), n1 + n2);
    }

    private static double log(double t, double n, double df, double scale) {
        double x = t / Math.sqrt(df);
        double none = logOnePlusSquare(x);
        double constant = Math.log(scale) - Math.log(2 * Math.PI) / 2;
        // Over the logarithm of g.
        return PeakIntegral.log(
                2 * Math.log(scale),
                1,
                u -> {
                    double g = Math.exp(u);
                    double some = logOnePlusSquare(x / Math.sqrt(1 + n * g));
                    return constant
                            - Math.log1p(n * g) / 2
                            + (df + 1) / 2 * (none - some)
                            - u / 2
                            - scale * scale / (2 * g);
                });
    }

    private static double logOnePlusSquare(double x) {
        return Math.abs(x) > LARGE ? 2 * Math.log(Math.abs(x)) : Math.log1p(x * x);
    }

    private static void require(double t, double scale) {
        if (!Double.isFinite(t)) {
            throw new IllegalArgumentException("t must be finite, not " + t);
        }
        Priors.requireScale("scale", scale);
    }

    private static void requireSize(String name, int size) {
        if (size < 0) {
            throw new IllegalArgumentException(name + " must be 0 or more, not " + size);
        }
    }
}
