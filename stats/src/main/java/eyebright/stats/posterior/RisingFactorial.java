package eyebright.stats.posterior;

import eyebright.stats.matrix.Logarithm;

/// The logarithm of `x (x + 1) … (x + m - 1)` and its first two derivatives by x, which replace differences of gamma
/// functions, since those lose all digits where x is large.
///
/// ```
/// ln Γ(x + m) - ln Γ(x),   Σ 1 / (x + k),   -Σ 1 / (x + k)²
/// ```
///
/// Of few factors term by term; of many by Stirling's series, from 16 on, whose next term is below 1e-13.
final class RisingFactorial {

    private static final int FEW = 64;
    private static final double FAR = 16;
    private static final double LARGE = 1e200;

    /// Below it a product of [#FEW] factors does not overflow.
    private static final double SMALL = 4000;

    private RisingFactorial() {}

    /// @param x above 0
    /// @param m 0 or more
    static double log(double x, int m) {
        if (m == 0) {
            return 0;
        }
        if (m <= FEW && x < SMALL) {
            return logOf(product(x, m));
        }
        double sum = 0;
        double product = 1;
        double at = x;
        int left = m;
        while (left > 0 && (m <= FEW || at < FAR)) {
            product *= at;
            if (product > LARGE || product < 1 / LARGE) {
                sum += logOf(product);
                product = 1;
            }
            at++;
            left--;
        }
        sum += logOf(product);
        if (left == 0) {
            return sum;
        }
        double end = at + left;
        // ln Γ(end) - ln Γ(at) without the difference of two large numbers.
        return sum
                + left * (Logarithm.of(end) - 1)
                + (at - 0.5) * Logarithm.ofOnePlus(left / at)
                + tail(end)
                - tail(at);
    }

    /// Four products side by side, which a processor takes at once.
    private static double product(double x, int m) {
        double one = 1;
        double two = 1;
        double three = 1;
        double four = 1;
        int k = 0;
        for (; k < m - 3; k += 4) {
            one *= x + k;
            two *= x + (k + 1);
            three *= x + (k + 2);
            four *= x + (k + 3);
        }
        for (; k < m; k++) {
            one *= x + k;
        }
        return one * two * (three * four);
    }

    private static double logOf(double value) {
        return value >= 1 ? Logarithm.of(value) : -Logarithm.of(1 / value);
    }

    private static double tail(double x) {
        double square = 1 / (x * x);
        return (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / x;
    }

    /// The first derivative: the sum of 1 / (x + k).
    static double slope(double x, int m) {
        double sum = 0;
        double at = x;
        int left = m;
        while (left > 0 && (m <= FEW || at < FAR)) {
            sum += 1 / at;
            at++;
            left--;
        }
        if (left == 0) {
            return sum;
        }
        double end = at + left;
        return sum + Logarithm.ofOnePlus(left / at) + slopeTail(end) - slopeTail(at);
    }

    private static double slopeTail(double x) {
        double square = 1 / (x * x);
        return -0.5 / x
                - square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square / 240)));
    }

    /// The second derivative: minus the sum of 1 / (x + k)².
    static double curvature(double x, int m) {
        double sum = 0;
        double at = x;
        int left = m;
        while (left > 0 && (m <= FEW || at < FAR)) {
            sum -= 1 / at / at;
            at++;
            left--;
        }
        if (left == 0) {
            return sum;
        }
        double end = at + left;
        return sum - left / at / end + curvatureTail(end) - curvatureTail(at);
    }

    private static double curvatureTail(double x) {
        double inverse = 1 / x;
        double square = inverse * inverse;
        return square
                * (0.5
                        + inverse
                                * (1.0 / 6
                                        - square * (1.0 / 30 - square * (1.0 / 42 - square / 30))));
    }
}
