package eyebright.feedback;

/// A range in which a ratio is expected with 95 % certainty: odds, a hazard ratio, or any number above 0
/// whose logarithm has a normal prior.
///
/// @param low above 0
/// @param high above `low`
public record OddsRange(double low, double high) {

    /// The 97.5 % point of the standard normal distribution.
    private static final double Z = 1.959963984540054;

    public OddsRange {
        if (!(low > 0) || !(high > low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "a range must go from above 0 to something higher, not from %s to %s"
                            .formatted(low, high));
        }
    }

    /// The mean of the normal prior of the logarithm: half-way between the two ends.
    public double mean() {
        return (StrictMath.log(low) + StrictMath.log(high)) / 2;
    }

    /// The standard deviation of that prior: the range holds 95 % of it.
    public double sd() {
        return (StrictMath.log(high) - StrictMath.log(low)) / (2 * Z);
    }
}
