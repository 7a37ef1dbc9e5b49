package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.distribution.Root;
import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Whether the coefficients of one outcome are one multiple of those of another: the same predictors,
/// only stronger or weaker.
///
/// ```
/// Q(k) = r(k)ᵀ S(k)⁻¹ r(k),  r = b₂ - k b₁,  S = V₂₂ - k (V₁₂ + V₂₁) + k² V₁₁
/// k at the minimum of Q      test: Q(k), chi-squared with one df less than predictors      limits: Q(v) = Q(k) + z²
/// ```
///
/// Q is the distance of both sets of coefficients from the nearest that are proportional, so that neither
/// outcome is taken as known. Unit of k: none; 1 is equal, 0 is nothing. Edge cases: coefficients of the
/// first outcome that may all be 0 leave k without limits, and it is not estimable though the test is
/// there; one predictor has a k and no test.
/// Missing values: those of the two models. Errors: a level not between 0 and 1. R and SPSS have none.
/// Summary: the coefficients with their covariance.
///
/// Sources: minimum distance: Chamberlain (1982) <https://doi.org/10.1016/0304-4076(82)90094-X>; limits of
/// a ratio: Fieller (1954) <https://doi.org/10.1111/j.2517-6161.1954.tb00159.x>.
///
/// @param multiple k with its interval
/// @param test that there is one k for all predictors; none for one predictor, or where the covariance is
///   singular
public record ProportionalSlopes(Estimate multiple, Optional<TestResult> test) {

    /// Steps of half a turn: Q is a smooth function of the angle whose tangent is k.
    private static final int STEPS = 720;

    private static final double STEP = Math.PI / STEPS;

    static ProportionalSlopes of(Coefficients both, int[] first, int p, double level) {
        Interval.requireLevel(level);
        var distance = new Distance(both, first, p);
        if (distance.isSingular()) {
            return new ProportionalSlopes(
                    new NotEstimable("there are too few people for so many predictors"),
                    Optional.empty());
        }
        double angle = distance.lowest();
        double least = distance.at(angle);
        Optional<TestResult> test = Optional.empty();
        if (first.length > 1) {
            double df = first.length - 1.0;
            test =
                    Optional.of(
                            TestResult.of(
                                    "Wald chi-squared test of proportional coefficients",
                                    least,
                                    ChiSquaredDistribution.of(df).survivalProbability(least),
                                    df));
        }
        double z = Quantiles.normal(level);
        OptionalDouble low = distance.reach(angle, -STEP, least + z * z);
        OptionalDouble high = distance.reach(angle, STEP, least + z * z);
        if (low.isEmpty() || high.isEmpty()) {
            return new ProportionalSlopes(
                    new NotEstimable(
                            "the coefficients of the first outcome may all be 0, so that no multiple"
                                    + " of them has limits"),
                    test);
        }
        return new ProportionalSlopes(
                Known.of(
                        distance.multiple(angle),
                        new Interval(
                                distance.multiple(low.getAsDouble()),
                                distance.multiple(high.getAsDouble()),
                                level),
                        both.n()),
                test);
    }

    /// Q as a function of the angle.
    private static final class Distance {

        private final int size;
        private final double unit;
        private final double[] one;
        private final double[] two;
        private final Matrix v11;
        private final Matrix cross;
        private final Matrix v22;

        Distance(Coefficients both, int[] first, int p) {
            size = first.length;
            var second = new int[size];
            double sum = 0;
            for (int j = 0; j < size; j++) {
                second[j] = first[j] + p;
                sum +=
                        both.covariance().at(second[j], second[j])
                                / both.covariance().at(first[j], first[j]);
            }
            // In units of their errors the angles of interest are spread over the half turn.
            unit = Math.sqrt(sum / size);
            one = new double[size];
            two = new double[size];
            double[] values = both.values();
            for (int j = 0; j < size; j++) {
                one[j] = unit * values[first[j]];
                two[j] = values[second[j]];
            }
            v11 = both.covariance().part(first, first);
            v22 = both.covariance().part(second, second);
            cross = both.covariance().part(first, second);
        }

        boolean isSingular() {
            // Where all of a model's residuals are 0 its errors are, and nothing can be measured in
            // them.
            if (!(unit > 0 && Double.isFinite(unit))) {
                return true;
            }
            for (int i = 0; i < STEPS; i++) {
                if (triangle(i * STEP).isEmpty()) {
                    return true;
                }
            }
            return false;
        }

        double multiple(double angle) {
            return unit * Math.tan(angle);
        }

        private Optional<Cholesky> triangle(double angle) {
            double c = StrictMath.cos(angle);
            double s = StrictMath.sin(angle) * unit;
            return Cholesky.of(combined(c * c, -c * s, s * s));
        }

        private Matrix combined(double of22, double ofCross, double of11) {
            var values = new double[size * size];
            for (int j = 0; j < size; j++) {
                for (int i = 0; i < size; i++) {
                    values[j * size + i] =
                            of22 * v22.at(i, j)
                                    + ofCross * (cross.at(i, j) + cross.at(j, i))
                                    + of11 * v11.at(i, j);
                }
            }
            return Matrix.of(size, size, values);
        }

        private double[] rest(double angle) {
            double c = StrictMath.cos(angle);
            double s = StrictMath.sin(angle);
            var rest = new double[size];
            for (int j = 0; j < size; j++) {
                rest[j] = c * two[j] - s * one[j];
            }
            return rest;
        }

        double at(double angle) {
            double sum = 0;
            for (double each : triangle(angle).orElseThrow().halfSolve(rest(angle))) {
                sum += each * each;
            }
            return sum;
        }

        /// The derivative of Q by the angle.
        private double slope(double angle) {
            double c = StrictMath.cos(angle);
            double s = StrictMath.sin(angle);
            double[] u = triangle(angle).orElseThrow().solve(rest(angle));
            Matrix turning = combined(-2 * c * s, -(c * c - s * s) * unit, 2 * c * s * unit * unit);
            double[] product = turning.times(u);
            double sum = 0;
            for (int j = 0; j < size; j++) {
                sum += u[j] * (2 * (-s * two[j] - c * one[j]) - product[j]);
            }
            return sum;
        }

        /// The angle of the least Q, between minus and plus a quarter turn.
        double lowest() {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < STEPS; i++) {
                double value = at(i * STEP - Math.PI / 2);
                if (value < least) {
                    least = value;
                    best = i;
                }
            }
            double low = (best - 1) * STEP - Math.PI / 2;
            double high = (best + 1) * STEP - Math.PI / 2;
            double angle =
                    slope(low) < 0 && slope(high) > 0
                            ? Root.between(low, high, this::slope)
                            : best * STEP - Math.PI / 2;
            return angle > Math.PI / 2 ? angle - Math.PI : angle;
        }

        /// The angle at which Q has grown to a value; none if it has not before k has no bound.
        OptionalDouble reach(double from, double step, double value) {
            double inner = from;
            while (Math.abs(inner) < Math.PI / 2) {
                double outer = Math.clamp(inner + step, -Math.PI / 2, Math.PI / 2);
                if (at(outer) > value) {
                    double angle = Root.between(inner, outer, each -> at(each) - value);
                    return Math.abs(angle) < Math.PI / 2
                            ? OptionalDouble.of(angle)
                            : OptionalDouble.empty();
                }
                inner = outer;
            }
            return OptionalDouble.empty();
        }
    }
}
