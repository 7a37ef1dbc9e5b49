package eyebright.stats.distribution;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/// The noncentral beta distribution: of X / (X + Y), where X is a noncentral chi-squared with 2a and Y
/// a central one with 2b degrees of freedom.
///
/// ```
/// P(B <= x) = sum over j of Poisson(j; ncp/2) I(x; a + j, b)
/// ```
///
/// Both tails keep their relative accuracy: within 1e-11 (relative) of the 300 points of the
/// reference, down to 1e-164. Below about 1e-230 digits are lost, and 0 follows.
///
/// Shape: numbers. Unit: none. Missing values: none are accepted. Edge cases: `ncp` 0 is the central
/// distribution. Errors: an argument that is not finite or out of range; `ncp` is 0 to 4e9.
///
/// R: `pbeta(x, a, b, ncp)` is good to about 1e-12 absolute. Sources: Johnson, Kotz & Balakrishnan
/// (1995), chapter 30; Benton & Krishnamoorthy (2003)
/// <https://doi.org/10.1016/S0167-9473(02)00283-9>.
public final class NoncentralBeta {

    private NoncentralBeta() {}

    /// The probability of a value of at most x.
    ///
    /// @param x 0 to 1
    /// @param a first shape: above 0
    /// @param b second shape: above 0
    /// @param ncp noncentrality: 0 to 4e9
    /// @throws IllegalArgumentException if an argument is out of range
    public static double cumulative(double x, double a, double b, double ncp) {
        requireX(x);
        return cumulative(x, 1 - x, a, b, ncp);
    }

    /// The probability of a value above x.
    ///
    /// @param x 0 to 1
    /// @param a first shape: above 0
    /// @param b second shape: above 0
    /// @param ncp noncentrality: 0 to 4e9
    /// @throws IllegalArgumentException if an argument is out of range
    public static double survival(double x, double a, double b, double ncp) {
        requireX(x);
        return survival(x, 1 - x, a, b, ncp);
    }

    /// The same with y = 1 - x given, which has digits where x is near 1.
    static double cumulative(double x, double y, double a, double b, double ncp) {
        var central = new Betas(x, y, a, b);
        Noncentrality.require(ncp);
        if (x == 0) {
            return 0;
        }
        return y == 0 ? 1 : new PoissonMixture(ncp / 2, central).below();
    }

    /// The same with y = 1 - x given, which has digits where x is near 1.
    static double survival(double x, double y, double a, double b, double ncp) {
        var central = new Betas(x, y, a, b);
        Noncentrality.require(ncp);
        if (x == 0) {
            return 1;
        }
        return y == 0 ? 0 : new PoissonMixture(ncp / 2, central).above();
    }

    /// Beta distributions of a + j and b at one point.
    private record Betas(double x, double y, double a, double b) implements PoissonMixture.Central {

        Betas {
            requireShape("a", a);
            requireShape("b", b);
        }

        @Override
        public double below(int j) {
            return x <= y
                    ? RegularizedBeta.value(x, a + j, b)
                    : RegularizedBeta.complement(y, b, a + j);
        }

        @Override
        public double above(int j) {
            return x <= y
                    ? RegularizedBeta.complement(x, a + j, b)
                    : RegularizedBeta.value(y, b, a + j);
        }

        @Override
        public double step(int j) {
            double density =
                    x <= y
                            ? RegularizedBeta.derivative(x, a + j, b)
                            : RegularizedBeta.derivative(y, b, a + j);
            return density * x * y / (a + j);
        }

        @Override
        public double ratio(int j) {
            return x * (a + b + j - 1) / (a + j);
        }

        private static void requireShape(String name, double value) {
            if (!(value > 0 && Double.isFinite(value))) {
                throw new IllegalArgumentException(
                        "%s must be finite and above 0, not %s".formatted(name, value));
            }
        }
    }

    private static void requireX(double x) {
        if (!(x >= 0 && x <= 1)) {
            throw new IllegalArgumentException("x must be from 0 to 1, not " + x);
        }
    }
}
