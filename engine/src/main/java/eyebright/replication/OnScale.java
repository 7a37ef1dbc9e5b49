package eyebright.replication;

import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.replication.NormalEstimate;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// On which scale an estimate is normal enough to be compared, and the way there and back.
public enum OnScale {
    /// As it is: a slope, a difference, a mean.
    AS_IS(x -> x, x -> x),
    /// Fisher's z of a correlation.
    FISHER_Z(x -> (Math.log1p(x) - Math.log1p(-x)) / 2, Math::tanh),
    /// The logarithm of a ratio.
    LOGARITHM(Math::log, Math::exp),
    /// The log odds of a share.
    LOG_ODDS(x -> Math.log(x) - Math.log1p(-x), x -> 1 / (1 + Math.exp(-x)));

    private final DoubleUnaryOperator to;
    private final DoubleUnaryOperator from;

    OnScale(DoubleUnaryOperator to, DoubleUnaryOperator from) {
        this.to = to;
        this.from = from;
    }

    /// A value in its own unit, on the scale.
    public double of(double value) {
        return to.applyAsDouble(value);
    }

    /// A value on the scale, in its own unit.
    public double back(double value) {
        return from.applyAsDouble(value);
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
