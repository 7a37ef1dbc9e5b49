package eyebright.stats.correlation;

import eyebright.stats.distribution.BivariateNormal;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Two standard normal variables with a correlation: the probability of a rectangle, and how it changes.
///
/// ```
/// P(X <= a, Y <= b) of [BivariateNormal]        density φ2 = its derivative by rho
/// ```
///
/// @param rho above -1 and below 1
record JointNormal(double rho) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// P(X <= a, Y <= b); a and b may be infinite.
    double cumulative(double a, double b) {
        return BivariateNormal.cumulative(a, b, rho);
    }

    /// φ2: the joint density, and the derivative of [#cumulative] by rho; 0 at infinity.
    double density(double a, double b) {
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return 0;
        }
        double rest = (1 - rho) * (1 + rho);
        double square = (a - b) * (a - b) + 2 * a * b * (1 - rho);
        return StrictMath.exp(-square / (2 * rest)) / (2 * Math.PI * Math.sqrt(rest));
    }

    /// The derivative of the density by rho.
    double densityByRho(double a, double b) {
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return 0;
        }
        double rest = (1 - rho) * (1 + rho);
        double slope =
                rho / rest + (a * b * (1 + rho * rho) - rho * (a * a + b * b)) / (rest * rest);
        return density(a, b) * slope;
    }

    /// The derivative of the density by its first argument.
    double densityByFirst(double a, double b) {
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return 0;
        }
        return -density(a, b) * (a - rho * b) / ((1 - rho) * (1 + rho));
    }

    /// The derivative of [#cumulative] by its first argument: φ(a) P(Y <= b | X = a).
    double cumulativeByFirst(double a, double b) {
        if (Double.isInfinite(a)) {
            return 0;
        }
        double above = Double.isInfinite(b) ? b : (b - rho * a) / Math.sqrt((1 - rho) * (1 + rho));
        return NORMAL.density(a) * lower(above);
    }

    /// Φ.
    static double lower(double x) {
        return NORMAL.cumulativeProbability(x);
    }

    /// φ.
    static double marginalDensity(double x) {
        return NORMAL.density(x);
    }

    /// The thresholds that cut a standard normal variable into categories of these sizes: minus infinity,
    /// those between the categories, infinity.
    static double[] thresholds(int[] totals) {
        double n = Arrays.stream(totals).asLongStream().sum();
        double[] thresholds = new double[totals.length + 1];
        thresholds[0] = Double.NEGATIVE_INFINITY;
        long below = 0;
        for (int i = 0; i < totals.length - 1; i++) {
            below += totals[i];
            // From the nearer tail, whose share has all its digits.
            thresholds[i + 1] =
                    below <= n / 2
                            ? NORMAL.inverseCumulativeProbability(below / n)
                            : NORMAL.inverseSurvivalProbability((n - below) / n);
        }
        thresholds[totals.length] = Double.POSITIVE_INFINITY;
        return thresholds;
    }
}
