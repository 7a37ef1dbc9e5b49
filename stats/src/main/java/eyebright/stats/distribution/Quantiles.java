package eyebright.stats.distribution;

import eyebright.stats.Interval;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// Quantiles to the last digits of a double; those of commons-statistics are good to about 1e-9.
///
/// ```
/// the x with F(x) = p,  corrected by Newton's step (F(x) - p) / f(x)
/// ```
///
/// Shape: one number. Unit: that of the distribution. Missing values: none are accepted. Edge cases: a
/// level near 1 keeps its digits, since the tail is taken and not 1 minus it. Errors: a level not between 0
/// and 1. Source: any table of the distribution. R: `qnorm`, `qt`, `qbeta`.
public final class Quantiles {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static final double USUAL = 0.95;
    private static final double ONE_SIDED = 0.9;
    private static final double OF_USUAL = searched(USUAL);
    private static final double OF_ONE_SIDED = searched(ONE_SIDED);

    private Quantiles() {}

    /// The z with `level` of a standard normal between -z and z.
    public static double normal(double level) {
        Interval.requireLevel(level);
        // Nearly all limits are of one of two levels.
        if (level == USUAL) {
            return OF_USUAL;
        }
        return level == ONE_SIDED ? OF_ONE_SIDED : searched(level);
    }

    private static double searched(double level) {
        return NORMAL.inverseSurvivalProbability((1 - level) / 2);
    }

    /// The t with `level` of Student's t between -t and t.
    public static double t(double df, double level) {
        Interval.requireLevel(level);
        var distribution = TDistribution.of(df);
        double tail = (1 - level) / 2;
        double t = distribution.inverseSurvivalProbability(tail);
        // Newton's steps from a good start double the digits each time.
        for (int i = 0; i < 2; i++) {
            t += (distribution.survivalProbability(t) - tail) / distribution.density(t);
        }
        return t;
    }

    /// The x with probability `tail` below it under Beta(a, b).
    public static double betaLower(double a, double b, double tail) {
        var distribution = BetaDistribution.of(a, b);
        return Root.between(0, 1, x -> distribution.cumulativeProbability(x) - tail);
    }

    /// The x with probability `tail` above it under Beta(a, b).
    public static double betaUpper(double a, double b, double tail) {
        var distribution = BetaDistribution.of(a, b);
        return Root.between(0, 1, x -> distribution.survivalProbability(x) - tail);
    }
}
