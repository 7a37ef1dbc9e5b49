package eyebright.stats;

/// A range of values around an estimate, and how often such a range is meant to hold the truth.
///
/// Unit: that of the estimate. Both ends belong to the interval and are finite: a side without bound
/// is not an interval here, and an estimate that would have one is not estimable and says so. Other
/// software prints `Inf` for such a side. `low` may equal `high`.
///
/// @param low the lower limit; finite
/// @param high the upper limit; finite, not below `low`
/// @param level the coverage aimed at: above 0 and below 1, such as 0.95
/// @see <a href="https://doi.org/10.1098/rsta.1937.0005">Neyman (1937)</a>
public record Interval(double low, double high, double level) {

    /// @throws IllegalArgumentException if a limit is not finite, the limits are not in order, or the
    ///   level is not above 0 and below 1
    public Interval {
        if (!Double.isFinite(low)) {
            throw new IllegalArgumentException("low must be finite, not " + low);
        }
        if (!Double.isFinite(high)) {
            throw new IllegalArgumentException("high must be finite, not " + high);
        }
        if (low > high) {
            throw new IllegalArgumentException(
                    "low must be at most high, not %s to %s".formatted(low, high));
        }
        requireLevel(level);
    }

    /// Whether the value lies between the limits, both included.
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /// Refuses a level that is none.
    ///
    /// @throws IllegalArgumentException if the level is not above 0 and below 1
    public static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be above 0 and below 1, not " + level);
        }
    }
}
