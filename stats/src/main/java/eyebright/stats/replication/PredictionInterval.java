package eyebright.stats.replication;

import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;

/// Where a new study's estimate is to be expected, if it estimates the same as a published one: both
/// have errors.
///
/// ```
/// original ± z sqrt(se² + newSe²)
/// ```
///
/// Shape: two numbers each. Unit: that of the estimates, which should be on a scale where a normal fits:
/// Fisher z, log odds, a standardized difference. Missing values: none are accepted. Edge cases: an error
/// of 0 is allowed. Errors: a number that is not finite, an error below 0. R: by
/// hand, or `ReplicationSuccess::predictionInterval`. Source: Patil, Peng & Leek
/// (2016) <https://doi.org/10.1177/1745691616646366>.
public final class PredictionInterval {

    private static final int FEWEST = 4;

    private PredictionInterval() {}

    /// The interval for a new estimate.
    ///
    /// @throws IllegalArgumentException if an argument is out of range
    public static Interval of(double original, double se, double newSe, double level) {
        if (!Double.isFinite(original)) {
            throw new IllegalArgumentException("original must be finite, not " + original);
        }
        requireError("se", se);
        requireError("newSe", newSe);
        double reach = Quantiles.normal(level) * Math.hypot(se, newSe);
        return new Interval(original - reach, original + reach, level);
    }

    /// The interval for a new correlation, through Fisher's z with its error 1 / sqrt(n - 3).
    ///
    /// @param r the published correlation: above -1 and below 1
    /// @param n the respondents it rests on: 4 or more
    /// @param newN the respondents of the new study: 4 or more
    /// @throws IllegalArgumentException if an argument is out of range
    public static Interval ofCorrelation(double r, int n, int newN, double level) {
        if (!(Math.abs(r) < 1)) {
            throw new IllegalArgumentException("r must be above -1 and below 1, not " + r);
        }
        if (n < FEWEST || newN < FEWEST) {
            throw new IllegalArgumentException(
                    "n and newN must be 4 or more, not %s and %s".formatted(n, newN));
        }
        double z = (Math.log1p(r) - Math.log1p(-r)) / 2;
        Interval inZ = of(z, 1 / Math.sqrt(n - 3), 1 / Math.sqrt(newN - 3), level);
        return new Interval(Math.tanh(inZ.low()), Math.tanh(inZ.high()), level);
    }

    private static void requireError(String name, double error) {
        if (!(error >= 0 && Double.isFinite(error))) {
            throw new IllegalArgumentException(
                    "%s must be finite and 0 or more, not %s".formatted(name, error));
        }
    }
}
