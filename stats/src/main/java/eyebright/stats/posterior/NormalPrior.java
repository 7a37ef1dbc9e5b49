package eyebright.stats.posterior;

/// What is held of a parameter before there are answers: a normal distribution.
///
/// @param mean the value that is held most likely; finite
/// @param sd how far from it the parameter may be expected to lie; above 0 and finite
public record NormalPrior(double mean, double sd) {

    /// @throws IllegalArgumentException if a number is out of range
    public NormalPrior {
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("mean must be finite, not " + mean);
        }
        if (!(sd > 0) || !Double.isFinite(sd)) {
            throw new IllegalArgumentException("sd must be above 0 and finite, not " + sd);
        }
    }

    /// The same distribution about another mean.
    public NormalPrior withMean(double other) {
        return new NormalPrior(other, sd);
    }
}
