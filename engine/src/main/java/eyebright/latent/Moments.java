package eyebright.latent;

/// A mean and a standard deviation, of answers as they are observed.
///
/// @param deviation of the population, above 0
public record Moments(double mean, double deviation) {

    public Moments {
        if (!Double.isFinite(mean) || !Double.isFinite(deviation) || !(deviation > 0)) {
            throw new IllegalArgumentException(
                    "moments must be a mean and a deviation above 0, not %s and %s"
                            .formatted(mean, deviation));
        }
    }
}
