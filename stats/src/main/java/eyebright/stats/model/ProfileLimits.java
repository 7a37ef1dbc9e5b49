package eyebright.stats.model;

import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import java.util.Optional;
import java.util.OptionalDouble;

/// Limits by profile likelihood: the values of a combination of coefficients that a likelihood-ratio
/// test does not reject, the other coefficients being fitted anew for each.
///
/// ```
/// { v : 2 (l(b) - max of l with dᵀb = v) <= z² }
/// ```
///
/// The signed root of the left side is nearly linear in v, so that a secant finds each limit in a few
/// steps, each a short iteration from where the one before ended.
///
/// R: `confint(glm)` interpolates the same profile by a spline and is good to about 1e-6 of the
/// standard error. Source: Venzon & Moolgavkar (1988) <https://doi.org/10.2307/2347496>.
final class ProfileLimits {

    private static final int MOST_STEPS = 100;

    /// Of the signed root: from here one step of the secant reaches its rounding.
    private static final double CLOSE = 1e-7;

    private final Scoring scoring;
    private final double[] best;
    private final double likelihood;
    private final double[] direction;
    private final double z;

    private ProfileLimits(Scoring scoring, double[] best, double[] direction, double z) {
        this.scoring = scoring;
        this.best = best;
        this.likelihood = scoring.likelihood();
        this.direction = direction;
        this.z = z;
    }

    /// The limits of a combination of coefficients; none where the likelihood falls too little on a side.
    ///
    /// @param scoring at its maximum; left wherever the last limit was
    /// @param direction weights of the coefficients of the scaled predictors
    /// @param error standard error of the combination: where the search starts
    static Optional<Interval> of(Scoring scoring, double[] direction, double error, double level) {
        double[] best = scoring.coefficients().clone();
        var limits = new ProfileLimits(scoring, best, direction, Quantiles.normal(level));
        double value = 0;
        for (int j = 0; j < best.length; j++) {
            value += direction[j] * best[j];
        }
        OptionalDouble low = limits.limit(value, -error);
        OptionalDouble high = limits.limit(value, error);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Interval(low.getAsDouble(), high.getAsDouble(), level));
    }

    /// The zero of the signed root minus z, on one side: by the secant, or the middle where that leaves the
    /// range in which the zero is known to be.
    private OptionalDouble limit(double value, double error) {
        scoring.start(best);
        double inner = 0;
        double innerExcess = -z;
        double outer = Double.POSITIVE_INFINITY;
        double before = 0;
        double beforeExcess = -z;
        double at = z;
        for (int i = 0; i < MOST_STEPS; i++) {
            double excess = excess(value + at * error);
            double next =
                    Double.isFinite(excess) && excess != beforeExcess
                            ? at - excess * (at - before) / (excess - beforeExcess)
                            : outer;
            if (Math.abs(excess) <= CLOSE) {
                return OptionalDouble.of(value + next * error);
            }
            if (excess < 0) {
                inner = at;
                innerExcess = excess;
            } else {
                outer = at;
            }
            if (Double.isFinite(excess)) {
                before = at;
                beforeExcess = excess;
            } else {
                before = inner;
                beforeExcess = innerExcess;
                scoring.start(best);
            }
            double farthest = Double.isFinite(outer) ? outer : 3 * inner;
            at = next > inner && next < farthest ? next : (inner + farthest) / 2;
            if (at == inner || at == outer) {
                return OptionalDouble.of(value + at * error);
            }
        }
        return OptionalDouble.empty();
    }

    private double excess(double held) {
        if (scoring.maximiseAt(direction, held) != Scoring.End.MAXIMUM) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.sqrt(Math.max(0, 2 * (likelihood - scoring.likelihood()))) - z;
    }
}
