package eyebright.stats.posterior;

import eyebright.stats.matrix.DotProduct;
import eyebright.stats.matrix.Exponential;
import eyebright.stats.posterior.Outcome.Shared;
import eyebright.stats.posterior.Outcome.Slopes;
import java.util.Arrays;
import java.util.List;

/// The logarithm of a posterior density, but for a constant, with its gradient and curvature.
///
/// ```
/// log likelihood - Σ ½ ((parameter - prior mean) / prior sd)²
/// ```
///
/// Parameters: the intercept, one coefficient for each predictor, and the shape where the outcome has one. Rows are
/// taken in blocks of 1,024, which stay in the processor's nearest memory and whose sums are added in order. Mutable
/// inside: for one thread.
final class LogDensity {

    /// e to the power of more is no shape that data could have.
    private static final double FARTHEST_SHAPE = 300;

    private final Outcome outcome;
    private final double[][] predictors;
    private final double[] means;
    private final double[] precisions;
    private final int coefficients;
    private final Slopes block = new Slopes();
    private final double[][] weighted;

    /// @param predictors one column each, as long as the outcome
    LogDensity(Outcome outcome, double[][] predictors, List<NormalPrior> priors) {
        this.outcome = outcome;
        this.predictors = predictors;
        means = priors.stream().mapToDouble(NormalPrior::mean).toArray();
        precisions = priors.stream().mapToDouble(each -> 1 / each.sd() / each.sd()).toArray();
        coefficients = predictors.length + 1;
        weighted = new double[coefficients][Slopes.SIZE];
    }

    /// What the density is at one place.
    static final class Point {

        final double value;
        final double[] gradient;

        /// The second derivatives with the sign turned.
        final double[][] information;

        Point(double value, double[] gradient, double[][] information) {
            this.value = value;
            this.gradient = gradient;
            this.information = information;
        }

        boolean isFinite() {
            double sum = value;
            for (int i = 0; i < gradient.length; i++) {
                sum += gradient[i] + Arrays.stream(information[i]).sum();
            }
            return Double.isFinite(sum);
        }
    }

    int size() {
        return means.length;
    }

    double[] priorMeans() {
        return means.clone();
    }

    /// The value only; minus infinity where the parameters make no distribution.
    double value(double[] parameters) {
        double shape = shape(parameters);
        double sum = -penalty(parameters);
        if (Math.abs(shape) > FARTHEST_SHAPE) {
            return Double.NEGATIVE_INFINITY;
        }
        sum += outcome.shared(shape).value();
        for (int from = 0; from < outcome.n(); from += Slopes.SIZE) {
            int rows = Math.min(Slopes.SIZE, outcome.n() - from);
            fillEta(parameters, from, rows);
            sum += outcome.logLikelihood(shape, from, block.eta, rows);
        }
        return Double.isFinite(sum) ? sum : Double.NEGATIVE_INFINITY;
    }

    /// The value with its derivatives.
    Point at(double[] parameters) {
        double shape = shape(parameters);
        int size = size();
        var gradient = new double[size];
        var information = new double[size][size];
        if (Math.abs(shape) > FARTHEST_SHAPE) {
            return new Point(Double.NEGATIVE_INFINITY, gradient, information);
        }
        Shared shared = outcome.shared(shape);
        double value = shared.value() - penalty(parameters);
        for (int j = 0; j < size; j++) {
            gradient[j] = -precisions[j] * (parameters[j] - means[j]);
            information[j][j] = precisions[j];
        }
        if (outcome.hasShape()) {
            gradient[size - 1] += shared.slope();
            information[size - 1][size - 1] -= shared.curvature();
        }
        for (int from = 0; from < outcome.n(); from += Slopes.SIZE) {
            int rows = Math.min(Slopes.SIZE, outcome.n() - from);
            fillEta(parameters, from, rows);
            block.clear();
            outcome.slopes(shape, from, rows, block);
            value += block.value;
            add(from, rows, gradient, information);
        }
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                information[k][j] = information[j][k];
            }
        }
        return new Point(value, gradient, information);
    }

    private double shape(double[] parameters) {
        return outcome.hasShape() ? parameters[coefficients] : 0;
    }

    private double penalty(double[] parameters) {
        double sum = 0;
        for (int j = 0; j < means.length; j++) {
            double off = parameters[j] - means[j];
            sum += precisions[j] * off * off / 2;
        }
        return sum;
    }

    /// The linear predictor of one respondent.
    static double eta(double[] parameters, double[] x) {
        return parameters[0] + DotProduct.of(x, 0, parameters, 1, x.length);
    }

    private void fillEta(double[] parameters, int from, int rows) {
        double[] eta = block.eta;
        Arrays.fill(eta, 0, rows, parameters[0]);
        for (int j = 1; j < coefficients; j++) {
            double[] x = predictors[j - 1];
            double b = parameters[j];
            for (int i = 0; i < rows; i++) {
                eta[i] += b * x[from + i];
            }
        }
    }

    /// Adds a block's part to the gradient and, below its diagonal, to the information.
    private void add(int from, int rows, double[] gradient, double[][] information) {
        for (int j = 0; j < coefficients; j++) {
            double[] by = weighted[j];
            if (j == 0) {
                System.arraycopy(block.second, 0, by, 0, rows);
                gradient[0] += sum(block.first, rows);
            } else {
                double[] x = predictors[j - 1];
                for (int i = 0; i < rows; i++) {
                    by[i] = block.second[i] * x[from + i];
                }
                gradient[j] += DotProduct.of(block.first, 0, x, from, rows);
            }
            information[j][0] -= sum(by, rows);
            for (int k = 1; k <= j; k++) {
                information[j][k] -= DotProduct.of(by, 0, predictors[k - 1], from, rows);
            }
        }
        if (outcome.hasShape()) {
            int last = coefficients;
            gradient[last] += block.byShape;
            information[last][last] -= block.byShapeTwice;
            information[last][0] -= sum(block.crossed, rows);
            for (int k = 1; k < coefficients; k++) {
                information[last][k] -=
                        DotProduct.of(block.crossed, 0, predictors[k - 1], from, rows);
            }
        }
    }

    private static double sum(double[] values, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i];
        }
        return sum;
    }

    /// The chance of what a parameter vector says, of one respondent.
    double chance(Event event, double[] parameters, int row) {
        double eta = parameters[0];
        for (int j = 1; j < coefficients; j++) {
            eta += parameters[j] * predictors[j - 1][row];
        }
        return event.chance(eta, Exponential.of(shape(parameters)));
    }
}
