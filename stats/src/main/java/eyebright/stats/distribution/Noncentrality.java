package eyebright.stats.distribution;

import java.util.function.DoubleUnaryOperator;

/// The noncentrality at which a statistic that is 0 or more has a given tail probability.
final class Noncentrality {

    private Noncentrality() {}

    /// @throws IllegalArgumentException if ncp is not from 0 to 4e9
    static void require(double ncp) {
        if (!(ncp >= 0 && ncp <= 2 * PoissonMixture.LARGEST_MEAN)) {
            throw new IllegalArgumentException("ncp must be from 0 to 4e9, not " + ncp);
        }
    }

    /// Where the lower tail, which falls with the noncentrality, is `tail`; 0 where it never is more.
    ///
    /// @param scale about how large the noncentrality will be
    static double fromBelow(double scale, double tail, DoubleUnaryOperator below) {
        return below.applyAsDouble(0) <= tail
                ? 0
                : solve(scale + 1, ncp -> below.applyAsDouble(ncp) - tail);
    }

    /// Where the upper tail, which rises with the noncentrality, is `tail`; 0 where it never is less.
    static double fromAbove(double scale, double tail, DoubleUnaryOperator above) {
        return above.applyAsDouble(0) >= tail
                ? 0
                : solve(scale + 1, ncp -> tail - above.applyAsDouble(ncp));
    }

    private static double solve(double start, DoubleUnaryOperator falling) {
        double low = 0;
        double high = start;
        while (falling.applyAsDouble(high) > 0) {
            low = high;
            high *= 2;
        }
        return Root.between(low, high, falling);
    }
}
