package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.distribution.Root;
import eyebright.stats.model.NewtonAscent.NoPeak;
import eyebright.stats.model.NewtonAscent.Peak;
import java.util.Optional;
import java.util.OptionalDouble;

/// The values of a parameter that a likelihood-ratio test does not reject, the others fitted anew for each.
///
/// ```
/// limits: 2 (l(all at their best) - l(parameter held, others at their best)) = q²,  q of the standard normal
/// ```
///
/// Source: Venzon & Moolgavkar (1988) <https://doi.org/10.2307/2347496>.
final class ProfileInterval {

    private static final int MOST_WIDENINGS = 12;

    private final LikelihoodSurface likelihood;
    private final Peak peak;
    private final int parameter;
    private final double drop;

    private ProfileInterval(LikelihoodSurface likelihood, Peak peak, int parameter, double drop) {
        this.likelihood = likelihood;
        this.peak = peak;
        this.parameter = parameter;
        this.drop = drop;
    }

    /// The limits; none where the likelihood does not fall far enough on one side.
    static Optional<Interval> of(
            LikelihoodSurface likelihood, Peak peak, int parameter, double level) {
        return of(likelihood, peak, parameter, level, Double.NEGATIVE_INFINITY);
    }

    /// The limits of a parameter that has a least value, which is a limit if it is accepted.
    static Optional<Interval> of(
            LikelihoodSurface likelihood, Peak peak, int parameter, double level, double least) {
        double q = Quantiles.normal(level);
        var profile = new ProfileInterval(likelihood, peak, parameter, q * q);
        double reach = q * Math.sqrt(peak.covariance[parameter][parameter]);
        OptionalDouble low = profile.limit(-reach, least);
        OptionalDouble high = profile.limit(reach, least);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Interval(low.getAsDouble(), high.getAsDouble(), level));
    }

    /// The coefficient of a scaled predictor in the unit of the data, with these limits.
    ///
    /// @param spread by which the predictor was divided
    static Estimate estimate(
            LikelihoodSurface likelihood,
            Peak peak,
            int parameter,
            double spread,
            int n,
            double level) {
        Optional<Interval> limits = of(likelihood, peak, parameter, level);
        if (limits.isEmpty()) {
            return new NotEstimable("the likelihood falls too little on one side for a limit");
        }
        return Known.of(
                peak.parameters[parameter] / spread,
                new Interval(limits.get().low() / spread, limits.get().high() / spread, level),
                n);
    }

    private OptionalDouble limit(double reach, double least) {
        double centre = peak.parameters[parameter];
        double inner = centre;
        double outer = Math.max(least, centre + reach);
        for (int i = 0; i < MOST_WIDENINGS; i++) {
            if (excess(outer) >= 0) {
                return OptionalDouble.of(Root.between(inner, outer, this::excess));
            }
            if (outer == least) {
                return OptionalDouble.of(least);
            }
            inner = outer;
            outer = Math.max(least, centre + 2 * (outer - centre));
        }
        return OptionalDouble.empty();
    }

    /// How far the deviance at a held value lies above the one that is still accepted.
    private double excess(double held) {
        double[] start = peak.parameters.clone();
        double move = held - start[parameter];
        if (move == 0) {
            return -drop;
        }
        double variance = peak.covariance[parameter][parameter];
        for (int i = 0; i < start.length; i++) {
            start[i] += peak.covariance[i][parameter] / variance * move;
        }
        start[parameter] = held;
        if (likelihood.at(start).isOutside()) {
            start = peak.parameters.clone();
            start[parameter] = held;
        }
        double value =
                switch (NewtonAscent.holding(parameter, start, likelihood)) {
                    case Peak there -> there.value;
                    case NoPeak there -> there.value;
                };
        return Math.min(Double.MAX_VALUE, 2 * (peak.value - value)) - drop;
    }
}
