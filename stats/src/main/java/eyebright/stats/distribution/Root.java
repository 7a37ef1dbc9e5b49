package eyebright.stats.distribution;

import java.util.function.DoubleUnaryOperator;

/// The zero of a continuous function of one variable, to the last digits of a double.
///
/// Brent's method: inverse quadratic steps, and bisection where they do not pay. The solvers of
/// commons-statistics stop at an absolute 1e-9, too early for a limit near 0.
///
/// Shape: one function and two ends. Edge cases: an end that is itself the zero. Errors: the same sign at
/// both ends. Source: Brent (1973), Algorithms for Minimization without Derivatives, chapter 4.
public final class Root {

    private static final int MOST_STEPS = 200;
    private static final double HALF_ULP = Math.ulp(1.0) / 2;

    private Root() {}

    /// The zero of `f` between `low` and `high`, where `f` has different signs or is zero.
    ///
    /// @throws IllegalArgumentException if `f` has the same sign at both ends
    public static double between(double low, double high, DoubleUnaryOperator f) {
        double a = low;
        double b = high;
        double fa = f.applyAsDouble(a);
        double fb = f.applyAsDouble(b);
        if (fa == 0) {
            return a;
        }
        if (fb == 0) {
            return b;
        }
        if (!(fa < 0 && fb > 0) && !(fa > 0 && fb < 0)) {
            throw new IllegalArgumentException(
                    "f must change its sign between %s and %s, not go from %s to %s"
                            .formatted(low, high, fa, fb));
        }
        // b is the best so far, a the one before, c the end on the other side of the zero.
        double c = a;
        double fc = fa;
        double step = b - a;
        double before = step;
        for (int i = 0; i < MOST_STEPS; i++) {
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double tolerance = 2 * HALF_ULP * Math.abs(b) + Double.MIN_NORMAL;
            double middle = (c - b) / 2;
            if (Math.abs(middle) <= tolerance || fb == 0) {
                return b;
            }
            if (Math.abs(before) < tolerance || Math.abs(fa) <= Math.abs(fb)) {
                step = middle;
                before = middle;
            } else {
                double s = fb / fa;
                double p;
                double q;
                if (a == c) {
                    p = 2 * middle * s;
                    q = 1 - s;
                } else {
                    double r = fb / fc;
                    double t = fa / fc;
                    p = s * (2 * middle * t * (t - r) - (b - a) * (r - 1));
                    q = (t - 1) * (r - 1) * (s - 1);
                }
                if (p > 0) {
                    q = -q;
                } else {
                    p = -p;
                }
                if (2 * p
                        < Math.min(
                                3 * middle * q - Math.abs(tolerance * q), Math.abs(before * q))) {
                    before = step;
                    step = p / q;
                } else {
                    step = middle;
                    before = middle;
                }
            }
            a = b;
            fa = fb;
            b += Math.abs(step) > tolerance ? step : Math.copySign(tolerance, middle);
            fb = f.applyAsDouble(b);
            if (fb > 0 == fc > 0) {
                c = a;
                fc = fa;
                step = b - a;
                before = step;
            }
        }
        return b;
    }
}
