package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import java.util.Optional;

/// An estimate on a logarithmic scale as the ratio it stands for: a log odds ratio as an odds ratio, a
/// log rate ratio as a rate ratio.
///
/// ```
/// e^b with limits e^low and e^high: the interval holds what that of the logarithm holds
/// ```
///
/// Shape: one estimate. Unit: none; 1 is no difference. Missing values and summary: those of the
/// estimate. Edge cases: a ratio or limit beyond the doubles is not estimable; what is not stays so, with
/// its reason. Errors: none. R: `exp(confint(model))`. Source: Agresti (2013), Categorical Data Analysis,
/// section 3.1.
public final class ExponentialEstimate {

    private ExponentialEstimate() {}

    /// The ratio with the limits of its logarithm; not estimable where it leaves the doubles.
    public static Estimate of(Estimate logarithm) {
        return switch (logarithm) {
            case NotEstimable none -> none;
            case Known(double value, Optional<Interval> limits, int n) -> {
                double ratio = StrictMath.exp(value);
                double highest = StrictMath.exp(limits.map(Interval::high).orElse(value));
                yield ratio > 0 && Double.isFinite(ratio) && Double.isFinite(highest)
                        ? new Known(ratio, limits.map(ExponentialEstimate::ratios), n)
                        : new NotEstimable("the ratio is too far from 1 for a number");
            }
        };
    }

    private static Interval ratios(Interval logarithms) {
        return new Interval(
                StrictMath.exp(logarithms.low()),
                StrictMath.exp(logarithms.high()),
                logarithms.level());
    }
}
