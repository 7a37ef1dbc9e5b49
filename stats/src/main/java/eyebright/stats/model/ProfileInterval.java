package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.distribution.Root;
import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.LikelihoodSurface.Point;
import eyebright.stats.model.NewtonAscent.NoPeak;
import eyebright.stats.model.NewtonAscent.Peak;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// The values of a parameter that a likelihood-ratio test does not reject, the others fitted anew for each.
///
/// ```
/// limits: 2 (l(all at their best) - l(parameter held, others at their best)) = q²,  q of the standard normal
/// ```
///
/// A limit is sought by Newton's steps of all parameters together: where the log-likelihood has its value
/// and its slopes along the others are 0. Where they do not come to rest the parameter is held at one value
/// after another, between two that lie on both sides of the limit.
///
/// Source: Venzon & Moolgavkar (1988) <https://doi.org/10.2307/2347496>.
final class ProfileInterval {

    private static final int MOST_WIDENINGS = 12;
    private static final int MOST_STEPS = 25;

    /// The step after one this small leaves nothing to gain: each doubles the digits.
    private static final double AT_REST = 1e-8;

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
        OptionalDouble low = profile.nearest(-reach, least);
        OptionalDouble high = profile.nearest(reach, least);
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

    /// One limit by steps of all parameters; none where they do not come to rest.
    ///
    /// @param q the root of how far twice the log-likelihood falls
    /// @param sign -1 for the lower limit, 1 for the upper
    static OptionalDouble side(
            LikelihoodSurface likelihood, Peak peak, int parameter, double q, double sign) {
        return new ProfileInterval(likelihood, peak, parameter, q * q)
                .together(sign * q * Math.sqrt(peak.covariance[parameter][parameter]));
    }

    private OptionalDouble nearest(double reach, double least) {
        if (least == Double.NEGATIVE_INFINITY) {
            OptionalDouble together = together(reach);
            if (together.isPresent()) {
                return together;
            }
        }
        return limit(reach, least);
    }

    /// The limit by steps of all parameters; none where they do not come to rest on the right side.
    private OptionalDouble together(double reach) {
        double[] at = peak.parameters.clone();
        double variance = peak.covariance[parameter][parameter];
        for (int i = 0; i < at.length; i++) {
            at[i] += peak.covariance[i][parameter] / variance * reach;
        }
        for (int i = 0; i < MOST_STEPS; i++) {
            Point point = likelihood.at(at);
            if (point.isOutside()) {
                return OptionalDouble.empty();
            }
            double[] step = step(point);
            double size = 0;
            double reached = 1;
            for (int j = 0; j < step.length; j++) {
                at[j] += step[j];
                size = Math.max(size, Math.abs(step[j]));
                reached = Math.max(reached, Math.abs(at[j]));
            }
            double side = (at[parameter] - peak.parameters[parameter]) * reach;
            if (!(size < Double.POSITIVE_INFINITY) || !(side > 0)) {
                return OptionalDouble.empty();
            }
            if (size <= AT_REST * reached) {
                return OptionalDouble.of(at[parameter]);
            }
        }
        return OptionalDouble.empty();
    }

    /// With the others at their best for each value of the parameter, the log-likelihood is taken for a
    /// parabola in that value; the nearer of the two places where it has the value sought.
    ///
    /// ```
    /// rest: I⁻¹ g - t I⁻¹ I_j,   ½ D t² - s t + (sought - l - ½ gᵀ I⁻¹ g) = 0,   s, D: slope and curvature along t
    /// ```
    private double[] step(Point point) {
        int p = point.gradient.length;
        var none = new double[] {Double.POSITIVE_INFINITY};
        double[] best = new double[p];
        double[] turn = new double[p];
        if (p > 1) {
            int[] rest = IntStream.range(0, p).filter(i -> i != parameter).toArray();
            var values = new double[rest.length * rest.length];
            var gradient = new double[rest.length];
            var crossed = new double[rest.length];
            for (int i = 0; i < rest.length; i++) {
                gradient[i] = point.gradient[rest[i]];
                crossed[i] = point.information[rest[i]][parameter];
                for (int j = 0; j < rest.length; j++) {
                    values[j * rest.length + i] = point.information[rest[i]][rest[j]];
                }
            }
            if (!Arrays.stream(values).allMatch(Double::isFinite)) {
                return none;
            }
            Optional<Cholesky> triangle = Cholesky.of(Matrix.of(rest.length, rest.length, values));
            if (triangle.isEmpty()) {
                return none;
            }
            double[] up = triangle.get().solve(gradient);
            double[] along = triangle.get().solve(crossed);
            for (int i = 0; i < rest.length; i++) {
                best[rest[i]] = up[i];
                turn[rest[i]] = -along[i];
            }
        }
        turn[parameter] = 1;
        double slope = 0;
        double curvature = 0;
        double gain = 0;
        for (int i = 0; i < p; i++) {
            slope += point.gradient[i] * turn[i];
            gain += point.gradient[i] * best[i] / 2;
            curvature += point.information[i][parameter] * turn[i];
        }
        double missing = peak.value - drop / 2 - point.value - gain;
        double inside = slope * slope - 2 * curvature * missing;
        double move = 2 * missing / (slope + Math.copySign(Math.sqrt(inside), slope));
        if (!Double.isFinite(move)) {
            return none;
        }
        for (int i = 0; i < p; i++) {
            best[i] += move * turn[i];
        }
        return best;
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
