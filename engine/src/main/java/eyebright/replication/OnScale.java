package eyebright.replication;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.replication.NormalEstimate;
import java.util.Optional;

/// On which scale an estimate is normal enough to be compared, and the way there and back.
public enum OnScale {
    /// As it is: a slope, a difference, a mean.
    AS_IS,
    /// Fisher's z of a correlation.
    FISHER_Z,
    /// The logarithm of a ratio.
    LOGARITHM,
    /// The log odds of a share.
    LOG_ODDS;

    /// A value in its own unit, on the scale.
    public double of(double value) {
        return switch (this) {
            case AS_IS -> value;
            case FISHER_Z -> (Math.log1p(value) - Math.log1p(-value)) / 2;
            case LOGARITHM -> Math.log(value);
            case LOG_ODDS -> Math.log(value) - Math.log1p(-value);
        };
    }

    /// A value on the scale, in its own unit.
    public double back(double value) {
        return switch (this) {
            case AS_IS -> value;
            case FISHER_Z -> Math.tanh(value);
            case LOGARITHM -> Math.exp(value);
            case LOG_ODDS -> 1 / (1 + Math.exp(-value));
        };
    }

    Interval back(Interval interval) {
        return new Interval(back(interval.low()), back(interval.high()), interval.level());
    }

    /// An estimate with its error on the scale, from a value and its interval in their own unit: the error is half
    /// the width of the interval there, by its quantile. Empty where that is not finite and above 0.
    public Optional<NormalEstimate> estimate(double value, Interval interval) {
        double error =
                (of(interval.high()) - of(interval.low()))
                        / (2 * Quantiles.normal(interval.level()));
        return Double.isFinite(of(value)) && error > 0 && Double.isFinite(error)
                ? Optional.of(new NormalEstimate(of(value), error))
                : Optional.empty();
    }

    /// The same of an estimate; empty where it has no interval.
    public Optional<NormalEstimate> estimate(Known known) {
        return known.interval().flatMap(interval -> estimate(known.value(), interval));
    }
}
