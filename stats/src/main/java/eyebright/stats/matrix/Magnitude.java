package eyebright.stats.matrix;

import java.util.Optional;

/// How large values may be for their squares to stay in the range of a double.
///
/// Shape: any values, judged by the largest: 1e-150 to 1e150 in size. Edge cases: no values, or zeros
/// alone, are fine. Errors: none.
public final class Magnitude {

    private static final double LARGE = 1e150;

    private Magnitude() {}

    /// Why values cannot be computed with, if they cannot: a clause that names them.
    ///
    /// @param name of what they are values of
    public static Optional<String> fault(String name, double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return fault(name, largest);
    }

    /// The same of values whose largest is known.
    public static Optional<String> fault(String name, double largest) {
        if (largest == 0 || (largest <= LARGE && largest >= 1 / LARGE)) {
            return Optional.empty();
        }
        return Optional.of(
                "the values of %s are too %s to compute with"
                        .formatted(name, largest > LARGE ? "large" : "small"));
    }
}
