package eyebright.stats.table;

/// The logarithm of a factorial, the same on every machine.
///
/// Sums up to 255, then Stirling's series, whose next term is below 1e-18.
final class LogFactorial {

    private static final double[] SMALL = new double[256];
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    static {
        double product = 1;
        double sum = 0;
        for (int k = 2; k < SMALL.length; k++) {
            product *= k;
            // A product of whole numbers is exact up to 2⁵³: a logarithm each is not needed.
            if (product > 0x1.0p40) {
                sum += StrictMath.log(product);
                product = 1;
            }
            SMALL[k] = sum + StrictMath.log(product);
        }
    }

    private LogFactorial() {}

    /// ln(k!) for k of 0 or more.
    static double of(int k) {
        if (k < SMALL.length) {
            return SMALL[k];
        }
        double x = k;
        double square = x * x;
        double tail = (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / x;
        return (x + 0.5) * StrictMath.log(x) - x + HALF_LOG_TWO_PI + tail;
    }

    /// ln of the number of ways to choose k of n.
    static double ofChoosing(int n, int k) {
        return of(n) - of(k) - of(n - k);
    }
}
