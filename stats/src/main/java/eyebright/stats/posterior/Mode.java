package eyebright.stats.posterior;

import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.posterior.LogDensity.Point;
import java.util.Optional;

/// Where a posterior density is highest, by Newton's steps, and how sharp it is there.
///
/// Proper priors bound every parameter, so that there always is such a place, also where predictors separate the
/// outcomes or nobody answered. Where the density is not yet concave, the curvature is damped until it is
/// (Levenberg 1944); a step that leads down is halved. It is at rest when the next step is below 1e-7 posterior standard
/// deviations, which leaves the square of that. The steps that make for the largest chance differ from those of
/// `NewtonAscent` in the model package, which has to find out that there is no peak.
final class Mode {

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 30;
    private static final int MOST_DAMPINGS = 40;
    private static final double REST = 1e-14;
    private static final double LEAST_DAMPING = 1e-6;
    private static final double ROUNDING = 1e-12;

    private final double[] place;
    private final double value;
    private final Cholesky triangle;

    private Mode(double[] place, double value, Cholesky triangle) {
        this.place = place;
        this.value = value;
        this.triangle = triangle;
    }

    /// The mode, from the prior's means on.
    static Mode of(LogDensity density) {
        return of(density, density.priorMeans());
    }

    /// The mode, from a place on at which the density is above 0.
    static Mode of(LogDensity density, double[] start) {
        double[] at = start.clone();
        Point point = density.at(at);
        for (int i = 0; i < MOST_STEPS; i++) {
            Damped damped = damped(point);
            double[] step = damped.triangle.solve(point.gradient);
            double[] next = plus(at, 1, step);
            Point there = density.at(next);
            double least = point.value - ROUNDING * (1 + Math.abs(point.value));
            double share = 1;
            for (int k = 0; k < MOST_HALVINGS && !isBetter(there, least); k++) {
                share /= 2;
                next = plus(at, share, step);
                there = density.at(next);
            }
            if (!isBetter(there, least)) {
                break;
            }
            boolean isAtRest = damped.by == 0 && product(step, point.gradient) < REST;
            at = next;
            point = there;
            if (isAtRest) {
                break;
            }
        }
        return new Mode(at, point.value, damped(point).triangle);
    }

    private static boolean isBetter(Point there, double least) {
        return there.value >= least && there.isFinite();
    }

    private record Damped(Cholesky triangle, double by) {}

    /// The curvature with as little added to its diagonal as makes it positive definite.
    private static Damped damped(Point point) {
        double by = 0;
        for (int i = 0; i < MOST_DAMPINGS; i++) {
            Optional<Cholesky> triangle = Cholesky.of(matrix(point.information, by));
            if (triangle.isPresent()) {
                return new Damped(triangle.get(), by);
            }
            by = by == 0 ? LEAST_DAMPING : 4 * by;
        }
        throw new IllegalStateException("a curvature with a large diagonal is positive definite");
    }

    /// Each value of the diagonal is raised in its own size, so that the unit of a predictor does not matter.
    private static Matrix matrix(double[][] information, double by) {
        int size = information.length;
        var values = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                values[i * size + j] = information[i][j];
            }
            double own = information[i][i];
            values[i * size + i] = own + by * Math.max(Math.abs(own), Double.MIN_NORMAL);
        }
        return Matrix.of(size, size, values);
    }

    private static double[] plus(double[] place, double share, double[] step) {
        double[] sum = place.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += share * step[i];
        }
        return sum;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    double[] place() {
        return place.clone();
    }

    /// The log density there.
    double value() {
        return value;
    }

    /// The covariance of Laplace's approximation.
    Matrix covariance() {
        return triangle.inverse();
    }

    /// The mode and a step from it whose covariance is Laplace's when the numbers are standard normal ones.
    double[] away(double[] normals) {
        int size = place.length;
        double[] step = normals.clone();
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                step[i] -= triangle.at(k, i) * step[k];
            }
            step[i] /= triangle.at(i, i);
        }
        return plus(place, 1, step);
    }
}
