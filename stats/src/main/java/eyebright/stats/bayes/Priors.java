package eyebright.stats.bayes;

/// What all priors here have in common.
final class Priors {

    private Priors() {}

    /// @throws IllegalArgumentException if the scale is not finite and above 0
    static void requireScale(String name, double scale) {
        if (!(scale > 0 && Double.isFinite(scale))) {
            throw new IllegalArgumentException(
                    "%s must be finite and above 0, not %s".formatted(name, scale));
        }
    }

    /// log(1 + e^u), without overflow.
    static double logOnePlusExp(double u) {
        return Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));
    }
}
