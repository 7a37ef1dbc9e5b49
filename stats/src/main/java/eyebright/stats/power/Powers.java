package eyebright.stats.power;

import java.util.function.DoubleUnaryOperator;

/// What all powers have in common: their bounds, and where one is reached.
final class Powers {

    static final double SMALLEST_EFFECT = 1e-4;

    private Powers() {}

    static void requireAlpha(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be above 0 and below 1, not " + alpha);
        }
    }

    /// A power that is not above alpha / 2 is had without any effect.
    static void requirePower(double power, double alpha) {
        requireAlpha(alpha);
        if (!(power > alpha / 2 && power < 1)) {
            throw new IllegalArgumentException(
                    "power must be above alpha / 2 and below 1, not " + power);
        }
    }

    /// A number, doubled from the start, at which the power is reached.
    static double reaching(double power, DoubleUnaryOperator of, double start) {
        double high = start;
        while (of.applyAsDouble(high) < power) {
            high *= 2;
        }
        return high;
    }
}
