package eyebright.stats.distribution;

import org.apache.commons.numbers.gamma.ErfDifference;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/// The standard normal distribution where commons-statistics has no digits left: as logarithms.
final class Normal {

    static final double LOG_ROOT_TWO_PI = Math.log(2 * Math.PI) / 2;
    private static final double ROOT_TWO = Math.sqrt(2);

    /// The positive nodes of the Gauss-Legendre rule of 8 points on -1 to 1, and their weights.
    private static final double[] NODES = {
        0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975362
    };

    private static final double[] WEIGHTS = {
        0.362683783378362, 0.3137066458778873, 0.22238103445337448, 0.10122853629037626
    };

    private Normal() {}

    /// The probability of a value below x.
    static double cumulative(double x) {
        return Erfc.value(-x / ROOT_TWO) / 2;
    }

    /// The logarithm of the probability of a value below x.
    static double logCumulative(double x) {
        if (x > 0) {
            return Math.log1p(-Erfc.value(x / ROOT_TWO) / 2);
        }
        if (x > -2) {
            return Math.log(cumulative(x));
        }
        return Math.log(Erfcx.value(-x / ROOT_TWO) / 2) - x * x / 2;
    }

    /// The logarithm of the probability of a value within `half` of the middle.
    static double logAround(double middle, double half) {
        if (middle > 0) {
            return logAround(-middle, half);
        }
        if (half < 0.5 && -middle * half < 0.5) {
            return logDensity(middle) + Math.log(overMiddle(middle, half));
        }
        double low = middle - half;
        double high = middle + half;
        // The difference of logarithms keeps far tails, the difference of error functions the rest.
        return high < -1
                ? logCumulative(high)
                        + Math.log(-Math.expm1(logCumulative(low) - logCumulative(high)))
                : Math.log(ErfDifference.value(low / ROOT_TWO, high / ROOT_TWO) / 2);
    }

    /// The integral of the density over that at the middle, half a width to each side, where it changes
    /// little: that of 2 cosh(m v) exp(-v^2 / 2) over v from 0 to h, by Gauss and Legendre.
    private static double overMiddle(double m, double h) {
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            double left = h * (1 - NODES[i]) / 2;
            double right = h * (1 + NODES[i]) / 2;
            sum +=
                    WEIGHTS[i]
                            * (Math.cosh(m * left) * Math.exp(-left * left / 2)
                                    + Math.cosh(m * right) * Math.exp(-right * right / 2));
        }
        return h * sum;
    }

    /// The logarithm of the density at x.
    static double logDensity(double x) {
        return -x * x / 2 - LOG_ROOT_TWO_PI;
    }
}
