package eyebright.stats.model;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.LikelihoodRatio.LogLikelihood;
import eyebright.stats.model.LikelihoodSurface.Point;
import java.util.List;
import java.util.Optional;

/// The way up a concave log-likelihood by Newton's steps, halved where a whole one leads down.
///
/// Parameters must be of the size of 1 (predictors scaled to a spread of 1). Near the top each step
/// doubles the digits, so that a step of 1e-9 leaves nothing to gain. Where predictors separate the
/// outcomes there is no top: every step goes on by about 1 although the log-likelihood no longer
/// rises, and the way ends with [NoPeak.Why#RUNS_AWAY].
/// Source: Albert & Anderson (1984) <https://doi.org/10.1093/biomet/71.1.1>.
final class NewtonAscent {

    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;
    private static final double SMALL_STEP = 1e-9;
    private static final double NEARLY = 1e-4;
    private static final double LOST = 1e-15;
    private static final double NO_RISE = 1e-9;
    private static final double LONG_STEP = 0.2;
    private static final double FAR = 10;
    private static final double DAMPING = 1e-8;
    private static final double ROUNDING = 1e-12;
    private static final int NONE = -1;

    private final LikelihoodSurface likelihood;
    private final int fixed;

    private NewtonAscent(LikelihoodSurface likelihood, int fixed) {
        this.likelihood = likelihood;
        this.fixed = fixed;
    }

    /// Where the way up ended.
    sealed interface Ascent {

        /// The likelihood ratio of a larger model against this smaller one.
        default Fitting<LikelihoodRatio> against(LogLikelihood larger, double level) {
            return switch (this) {
                case NoPeak none -> new NotFitted<>(none.reason(List.of(), none.direction));
                case Peak peak -> {
                    int size = peak.parameters.length;
                    var smaller = new LogLikelihood(peak.value, size, larger.n());
                    yield new Fitted<>(LikelihoodRatio.of(smaller, larger, level));
                }
            };
        }
    }

    /// The highest place.
    static final class Peak implements Ascent {

        final double[] parameters;
        final double value;

        /// The inverse of the observed information; zeros where a parameter was held.
        final double[][] covariance;

        Peak(double[] parameters, double value, double[][] covariance) {
            this.parameters = parameters;
            this.value = value;
            this.covariance = covariance;
        }

        /// The variance of a linear combination of the parameters.
        double variance(double[] weights) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                for (int j = 0; j < weights.length; j++) {
                    sum += weights[i] * covariance[i][j] * weights[j];
                }
            }
            return Math.max(0, sum);
        }

        /// The same top of a likelihood that does not know the sign of one parameter.
        Peak mirrored(int parameter) {
            double[] turned = parameters.clone();
            turned[parameter] = -turned[parameter];
            var mirror = new double[turned.length][turned.length];
            for (int i = 0; i < turned.length; i++) {
                for (int j = 0; j < turned.length; j++) {
                    boolean one = (i == parameter) != (j == parameter);
                    mirror[i][j] = one ? -covariance[i][j] : covariance[i][j];
                }
            }
            return new Peak(turned, value, mirror);
        }

        /// Linear combinations of the parameters as coefficients.
        ///
        /// @param turn one row of weights for each name
        Coefficients turned(List<String> names, double[][] turn, int n) {
            var values = new double[turn.length];
            for (int i = 0; i < turn.length; i++) {
                values[i] = product(turn[i], parameters);
            }
            return Coefficients.withNormal(
                    names, values, ScaledPredictors.turned(turn, covariance), n);
        }
    }

    /// No highest place.
    static final class NoPeak implements Ascent {

        /// Why there is none.
        enum Why {
            /// The log-likelihood rises, ever less, as parameters grow without end.
            RUNS_AWAY,
            /// The log-likelihood is flat along some line.
            FLAT,
            /// The steps did not become small.
            UNSETTLED
        }

        final Why why;

        /// The log-likelihood that was reached; its least upper bound where it runs away.
        final double value;

        /// Where the way ended.
        final double[] parameters;

        /// The last step: the parameters that run away are the large ones.
        final double[] direction;

        private NoPeak(Why why, double value, double[] parameters, double[] direction) {
            this.why = why;
            this.parameters = parameters;
            this.value = value;
            this.direction = direction;
        }

        /// The reason in words.
        ///
        /// @param names what may run away: one name for each part of the direction
        /// @param parts the direction of these
        String reason(List<String> names, double[] parts) {
            int largest = 0;
            for (int i = 1; i < parts.length; i++) {
                largest = Math.abs(parts[i]) > Math.abs(parts[largest]) ? i : largest;
            }
            return switch (why) {
                case RUNS_AWAY ->
                        names.isEmpty()
                                ? "the estimates grow without end"
                                : "%s separates the outcomes: its coefficient grows without end"
                                        .formatted(names.get(largest));
                case FLAT -> "there are too few respondents for this many coefficients";
                case UNSETTLED -> "the fit did not settle in %d steps".formatted(MOST_STEPS);
            };
        }
    }

    /// The way up from a start at which the log-likelihood is finite.
    static Ascent from(double[] start, LikelihoodSurface likelihood) {
        return new NewtonAscent(likelihood, NONE).climb(start);
    }

    /// The way up with one parameter held at its start.
    static Ascent holding(int parameter, double[] start, LikelihoodSurface likelihood) {
        return new NewtonAscent(likelihood, parameter).climb(start);
    }

    private Ascent climb(double[] start) {
        double[] place = start.clone();
        Point point = likelihood.at(place);
        if (point.isOutside()) {
            return new NoPeak(NoPeak.Why.UNSETTLED, point.value, place, new double[start.length]);
        }
        if (place.length == (fixed == NONE ? 0 : 1)) {
            return new Peak(place, point.value, new double[place.length][place.length]);
        }
        // The whole step before this one.
        double before = Double.MIN_NORMAL;
        for (int i = 0; i < MOST_STEPS; i++) {
            Optional<Cholesky> triangle = triangle(point, 0);
            // Far out what runs away is flat to a double, while the others may still have to rise.
            boolean isDamped = triangle.isEmpty() && size(place) > FAR;
            if (isDamped) {
                triangle = triangle(point, DAMPING);
            }
            if (triangle.isEmpty()) {
                var why = size(place) > FAR ? NoPeak.Why.RUNS_AWAY : NoPeak.Why.FLAT;
                return new NoPeak(why, point.value, place, place);
            }
            double[] step = whole(triangle.get().solve(free(point.gradient)));
            double size = size(step);
            double rise = product(step, point.gradient);
            if ((isDamped || size > LONG_STEP) && rise < NO_RISE) {
                return new NoPeak(NoPeak.Why.RUNS_AWAY, point.value, place, step);
            }
            double share = 1;
            double[] next = sum(place, share, step);
            Point there = likelihood.at(next);
            double least = point.value - ROUNDING * (1 + Math.abs(point.value));
            for (int k = 0; k < MOST_HALVINGS && !(there.value >= least); k++) {
                share /= 2;
                next = sum(place, share, step);
                there = likelihood.at(next);
            }
            if (!(there.value >= least)) {
                return new NoPeak(NoPeak.Why.UNSETTLED, point.value, place, step);
            }
            place = next;
            point = there;
            double reach = 1 + size(place);
            // Newton's steps shrink with their square: where the next would be lost in the digits,
            // it is left out.
            boolean last =
                    size < NEARLY * reach
                            && size * size * (size / (before * before)) < LOST * reach;
            if (share == 1 && (size <= SMALL_STEP * reach || last)) {
                return peak(place, point);
            }
            before = share == 1 ? size : Double.MIN_NORMAL;
        }
        return new NoPeak(NoPeak.Why.UNSETTLED, point.value, place, place);
    }

    private Ascent peak(double[] place, Point point) {
        Optional<Cholesky> triangle = triangle(point, 0);
        if (triangle.isEmpty()) {
            return new NoPeak(NoPeak.Why.FLAT, point.value, place, place);
        }
        Matrix inverse = triangle.get().inverse();
        var covariance = new double[place.length][place.length];
        for (int i = 0; i < inverse.rows(); i++) {
            for (int j = 0; j < inverse.rows(); j++) {
                covariance[whole(i)][whole(j)] = inverse.at(i, j);
            }
        }
        return new Peak(place, point.value, covariance);
    }

    private int whole(int freeIndex) {
        return fixed == NONE || freeIndex < fixed ? freeIndex : freeIndex + 1;
    }

    private double[] free(double[] values) {
        var free = new double[values.length - (fixed == NONE ? 0 : 1)];
        for (int i = 0; i < free.length; i++) {
            free[i] = values[whole(i)];
        }
        return free;
    }

    private double[] whole(double[] free) {
        var whole = new double[free.length + (fixed == NONE ? 0 : 1)];
        for (int i = 0; i < free.length; i++) {
            whole[whole(i)] = free[i];
        }
        return whole;
    }

    /// @param damping what is added to the diagonal, as a part of its largest entry
    private Optional<Cholesky> triangle(Point point, double damping) {
        int size = point.gradient.length - (fixed == NONE ? 0 : 1);
        var values = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double value = point.information[whole(i)][whole(j)];
                if (!Double.isFinite(value)) {
                    return Optional.empty();
                }
                values[j * size + i] = value;
            }
        }
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, values[i * size + i]);
        }
        for (int i = 0; i < size && damping > 0; i++) {
            values[i * size + i] += damping * largest;
        }
        return Cholesky.of(Matrix.of(size, size, values));
    }

    private static double size(double[] values) {
        double size = 0;
        for (double value : values) {
            size = Math.max(size, Math.abs(value));
        }
        return size;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double[] sum(double[] place, double share, double[] step) {
        double[] sum = place.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += share * step[i];
        }
        return sum;
    }
}
