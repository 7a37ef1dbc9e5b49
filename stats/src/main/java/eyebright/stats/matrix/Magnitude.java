package eyebright.stats.matrix;

import java.util.Arrays;
import java.util.Optional;

/// How large values may be for their squares to stay in the range of a double.
public final class Magnitude {

    private static final double LARGE = 1e150;

    private Magnitude() {}

    /// Why values cannot be computed with, if they cannot: a clause that names them.
    ///
    /// @param name of what they are values of
    public static Optional<String> fault(String name, double[] values) {
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        if (largest == 0 || (largest <= LARGE && largest >= 1 / LARGE)) {
            return Optional.empty();
        }
        return Optional.of(
                "the values of %s are too %s to compute with"
                        .formatted(name, largest > LARGE ? "large" : "small"));
    }
}
