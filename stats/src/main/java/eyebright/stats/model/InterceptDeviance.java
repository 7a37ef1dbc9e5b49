package eyebright.stats.model;

import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.RandomInterceptModel.Criterion;
import java.util.Optional;

/// Twice the negative log-likelihood of a model with random intercepts, all but the ratio of the two
/// variances at their best.
///
/// ```
/// λ = group variance / residual variance,   c_g = n_g / (1 + λ n_g),   X̃, ỹ moved by the means of the groups
/// A = X̃ᵀX̃ + Σ c_g x̄_g x̄_gᵀ,   b = A⁻¹ (X̃ᵀỹ + Σ c_g x̄_g ȳ_g),   S = |ỹ - X̃b|² + Σ c_g (ȳ_g - x̄_gᵀb)²
/// ML:   Σ ln(1 + λ n_g) + n (1 + ln(2π S / n))
/// REML: Σ ln(1 + λ n_g) + ln|A| + (n - q) (1 + ln(2π S / (n - q)))
/// ```
final class InterceptDeviance {

    private final ScaledPredictors predictors;
    private final double[] outcome;
    private final Groups groups;
    private final Criterion criterion;
    private final int width;
    private final double[][] means;
    private final double[] outcomeMeans;
    private final double[][] within;
    private final double[] withOutcome;

    /// @param outcome scaled like the predictors
    InterceptDeviance(
            ScaledPredictors predictors, double[] outcome, Groups groups, Criterion criterion) {
        this.predictors = predictors;
        this.outcome = outcome;
        this.groups = groups;
        this.criterion = criterion;
        this.width = predictors.count() + 1;
        this.means = new double[groups.count()][width];
        this.outcomeMeans = new double[groups.count()];
        this.within = new double[width][width];
        this.withOutcome = new double[width];
        for (int g = 0; g < groups.count(); g++) {
            int[] rows = groups.rows(g);
            means[g][0] = 1;
            for (int i : rows) {
                double[] z = predictors.row(i);
                outcomeMeans[g] += outcome[i] / rows.length;
                for (int c = 1; c < width; c++) {
                    means[g][c] += z[c - 1] / rows.length;
                }
            }
            for (int i : rows) {
                for (int c = 1; c < width; c++) {
                    double moved = predictors.row(i)[c - 1] - means[g][c];
                    withOutcome[c] += moved * (outcome[i] - outcomeMeans[g]);
                    for (int d = 1; d < width; d++) {
                        within[c][d] += moved * (predictors.row(i)[d - 1] - means[g][d]);
                    }
                }
            }
        }
    }

    /// What the model is at one ratio of the variances.
    final class At {

        final double[] coefficients;

        /// S, the weighted sum of squares.
        final double squares;

        /// A⁻¹: times the residual variance the covariance of the coefficients.
        final Matrix inverse;

        final double deviance;

        /// The derivative of the deviance by λ.
        final double slope;

        private At(double lambda, Cholesky triangle) {
            var right = withOutcome.clone();
            for (int g = 0; g < groups.count(); g++) {
                double c = share(g, lambda);
                for (int j = 0; j < width; j++) {
                    right[j] += c * means[g][j] * outcomeMeans[g];
                }
            }
            coefficients = triangle.solve(right);
            inverse = triangle.inverse();
            double logs = 0;
            double slopes = 0;
            double between = 0;
            double pull = 0;
            double inner = 0;
            for (int g = 0; g < groups.count(); g++) {
                double c = share(g, lambda);
                double residual = outcomeMeans[g] - fitted(means[g]);
                logs += StrictMath.log1p(lambda * groups.rows(g).length);
                slopes += c;
                between += c * residual * residual;
                pull += c * residual * (c * residual);
                if (criterion == Criterion.REML) {
                    slopes -= c * c * form(means[g]);
                }
                inner += inner(g);
            }
            squares = inner + between;
            int df = degrees();
            double logA = criterion == Criterion.REML ? triangle.logDeterminant() : 0;
            deviance = logs + logA + df * (1 + StrictMath.log(2 * Math.PI * squares / df));
            slope = slopes - df * (pull / squares);
        }

        private double inner(int g) {
            double sum = 0;
            for (int i : groups.rows(g)) {
                double residual = outcome[i] - outcomeMeans[g];
                double[] z = predictors.row(i);
                for (int c = 1; c < width; c++) {
                    residual -= (z[c - 1] - means[g][c]) * coefficients[c];
                }
                sum += residual * residual;
            }
            return sum;
        }

        private double fitted(double[] x) {
            double sum = 0;
            for (int j = 0; j < width; j++) {
                sum += x[j] * coefficients[j];
            }
            return sum;
        }

        private double form(double[] x) {
            double sum = 0;
            for (int j = 0; j < width; j++) {
                for (int k = 0; k < width; k++) {
                    sum += x[j] * inverse.at(j, k) * x[k];
                }
            }
            return sum;
        }

        /// The residual variance, in the scale of the outcome.
        double residualVariance() {
            return squares / degrees();
        }
    }

    /// n, or n less the coefficients.
    int degrees() {
        return criterion == Criterion.REML ? outcome.length - width : outcome.length;
    }

    /// The model at a ratio of the variances: 0 or more.
    At at(double lambda) {
        return new At(lambda, triangle(lambda).orElseThrow());
    }

    /// Whether A can be inverted to all digits.
    boolean isRegular(double lambda) {
        return triangle(lambda).isPresent();
    }

    private Optional<Cholesky> triangle(double lambda) {
        var sums = new double[width][width];
        for (int j = 0; j < width; j++) {
            sums[j] = within[j].clone();
        }
        for (int g = 0; g < groups.count(); g++) {
            double c = share(g, lambda);
            for (int j = 0; j < width; j++) {
                for (int k = 0; k < width; k++) {
                    sums[j][k] += c * means[g][j] * means[g][k];
                }
            }
        }
        return Cholesky.of(Matrix.ofColumns(sums));
    }

    private double share(int group, double lambda) {
        int size = groups.rows(group).length;
        return size / (1 + lambda * size);
    }
}
