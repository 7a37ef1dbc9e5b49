package eyebright.stats.distribution;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;

/// The distribution of a standard deviation over its expectation: s = sqrt(chi-squared / df), by the
/// logarithm u of s. What is divided by such an s has a t or a studentized range for its distribution.
record Chi(double df) {

    /// Above this Stirling's series for the logarithm of the gamma function has all digits.
    private static final double LARGE = 50;

    Chi {
        if (!(df > 0 && Double.isFinite(df))) {
            throw new IllegalArgumentException("df must be finite and above 0, not " + df);
        }
    }

    /// The logarithm of the integral of the density of u times exp(f(u)).
    double logMean(double start, DoubleUnaryOperator f) {
        double constant = logDensityAtOne();
        return PeakIntegral.log(
                start, width(), u -> constant - df * excess(2 * u) / 2 + f.applyAsDouble(u));
    }

    /// About how widely u is spread.
    double width() {
        return Math.min(1, 1 / Math.sqrt(2 * df));
    }

    /// The logarithm of the density of u at u = 0, log 2 + a log a - a - log Gamma(a) with a = df/2,
    /// without the cancellation of its large terms.
    private double logDensityAtOne() {
        double a = df / 2;
        if (a < LARGE) {
            return Math.log(2) + a * Math.log(a) - a - LogGamma.value(a);
        }
        double q = 1 / (a * a);
        double stirling =
                (1 / 12.0 - q * (1 / 360.0 - q * (1 / 1260.0 - q * (1 / 1680.0 - q / 1188)))) / a;
        return Math.log(2 * a / Math.PI) / 2 - stirling;
    }

    /// e^w - 1 - w, with all digits near 0.
    static double excess(double w) {
        if (Math.abs(w) > 0.5) {
            return Math.expm1(w) - w;
        }
        double term = w * w / 2;
        double sum = term;
        for (int i = 3; Math.abs(term) > 1e-17 * sum; i++) {
            term *= w / i;
            sum += term;
        }
        return sum;
    }
}
