package eyebright.analysis;

import eyebright.stats.TestResult;
import java.util.OptionalDouble;

/// A test of a finding, and its p value beside those of the family it belongs to.
///
/// @param result the test by its name in JSON, such as `welch_t`
/// @param adjusted the p value adjusted within the family, by Holm's method; absent where the test is one
///   of no family
public record Tested(TestResult result, OptionalDouble adjusted) {

    /// @throws IllegalArgumentException if the adjusted p is not from the raw one to 1
    public Tested {
        if (adjusted.isPresent()
                && !(adjusted.getAsDouble() >= result.p() && adjusted.getAsDouble() <= 1)) {
            throw new IllegalArgumentException(
                    "adjusted p of %s must be from %s to 1, not %s"
                            .formatted(result.name(), result.p(), adjusted.getAsDouble()));
        }
    }

    /// A test of no family.
    static Tested alone(TestResult result) {
        return new Tested(result, OptionalDouble.empty());
    }

    /// The name in JSON.
    public String name() {
        return result.name();
    }

    /// This test with its p value adjusted.
    Tested adjusted(double p) {
        return new Tested(result, OptionalDouble.of(p));
    }
}
