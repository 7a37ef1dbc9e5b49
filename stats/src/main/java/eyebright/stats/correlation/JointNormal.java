package eyebright.stats.correlation;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Two standard normal variables with a correlation: the probability of a rectangle, and how it changes.
///
/// ```
/// P(X <= a, Y <= b) = Φ(a) Φ(b) + 1/(2π) · integral from 0 to asin(rho) of exp(-(a² + b² - 2 a b sin t) / (2 cos² t)) dt
/// density φ2 = its derivative by rho
/// ```
///
/// The integral is taken by Gauss and Legendre's rule of 20 points on each of the panels that halve towards
/// asin(rho), where the integrand is steep if the correlation is near 1.
///
/// Source: Drezner & Wesolowsky (1990) <https://doi.org/10.1080/00949659008811236>.
///
/// @param rho above -1 and below 1
record JointNormal(double rho) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int POINTS = 20;
    private static final int PANELS = 10;
    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        for (int i = 0; i < POINTS; i++) {
            double x = StrictMath.cos(StrictMath.PI * (i + 0.75) / (POINTS + 0.5));
            double slope = 1;
            for (int step = 0; step < 8; step++) {
                double[] legendre = {1, x};
                for (int k = 2; k <= POINTS; k++) {
                    double next = ((2 * k - 1) * x * legendre[1] - (k - 1) * legendre[0]) / k;
                    legendre[0] = legendre[1];
                    legendre[1] = next;
                }
                slope = POINTS * (legendre[0] - x * legendre[1]) / (1 - x * x);
                x -= legendre[1] / slope;
            }
            NODES[i] = x;
            WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }

    /// P(X <= a, Y <= b); a and b may be infinite.
    double cumulative(double a, double b) {
        double apart = lower(a) * lower(b);
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return apart;
        }
        double end = StrictMath.asin(rho);
        double sum = 0;
        double from = 0;
        for (int panel = 1; panel <= PANELS; panel++) {
            double to = panel == PANELS ? end : (from + end) / 2;
            double half = (to - from) / 2;
            for (int i = 0; i < POINTS; i++) {
                double t = from + half * (1 + NODES[i]);
                double sine = StrictMath.sin(t);
                double rest = (1 - sine) * (1 + sine);
                double square = (a - b) * (a - b) + 2 * a * b * (1 - sine);
                sum += half * WEIGHTS[i] * StrictMath.exp(-square / (2 * rest));
            }
            from = to;
        }
        return apart + sum / (2 * Math.PI);
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
