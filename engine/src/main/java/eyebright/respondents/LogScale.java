package eyebright.respondents;

import eyebright.stats.matrix.Exponential;

/// Rates, odds and chances that are given as logarithms: the same bits on every machine, and never 0 or
/// infinite, whatever effects add up to.
final class LogScale {

    private static final double MOST = 700;

    private LogScale() {}

    /// The number whose natural logarithm is x; what lies beyond -700 and 700 counts as these.
    static double value(double x) {
        return Exponential.of(Math.max(-MOST, Math.min(MOST, x)));
    }

    /// The chance whose log odds are x.
    static double chance(double x) {
        return 1 / (1 + value(-x));
    }
}
