package eyebright.stats.equivalence;

/// What counts as too small to matter, declared before the data: from `low` to `high`.
///
/// Unit: that of the effect, such as raw points, a share, or a correlation. Its reasons belong into the
/// plan: no rule of thumb replaces a smallest difference of interest.
///
/// @param low the lower bound; finite
/// @param high the upper bound; finite, above `low`
/// @see <a href="https://doi.org/10.1177/2515245918770963">Lakens, Scheel & Isager (2018)</a>
public record Margin(double low, double high) {

    /// @throws IllegalArgumentException if a bound is not finite or they are not in order
    public Margin {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
            throw new IllegalArgumentException(
                    "margin must go from low to high, both finite, not %s to %s"
                            .formatted(low, high));
        }
    }

    /// As far below no effect as above it.
    ///
    /// @param bound above 0
    /// @throws IllegalArgumentException if the bound is not finite and above 0
    public static Margin around0(double bound) {
        return new Margin(-bound, bound);
    }
}
