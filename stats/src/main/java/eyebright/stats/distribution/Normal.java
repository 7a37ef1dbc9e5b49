package eyebright.stats.distribution;

import org.apache.commons.numbers.gamma.ErfDifference;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/// The standard normal distribution where commons-statistics has no digits left: as logarithms.
final class Normal {

    static final double LOG_ROOT_TWO_PI = Math.log(2 * Math.PI) / 2;
    private static final double ROOT_TWO = Math.sqrt(2);

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

    /// The logarithm of the probability of a value between low and high, which is above low.
    static double logBetween(double low, double high) {
        if (low > 0) {
            return logBetween(-high, -low);
        }
        // The exponential of the difference of logarithms keeps far tails; the difference of error
        // functions keeps near values.
        return high < -1
                ? logCumulative(high)
                        + Math.log(-Math.expm1(logCumulative(low) - logCumulative(high)))
                : Math.log(ErfDifference.value(low / ROOT_TWO, high / ROOT_TWO) / 2);
    }

    /// The logarithm of the density at x.
    static double logDensity(double x) {
        return -x * x / 2 - LOG_ROOT_TWO_PI;
    }
}
