package eyebright.stats.reliability;

import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import java.util.Arrays;
import java.util.Optional;

/// The one-factor model of a correlation matrix: Σ = λ λᵀ + diag(ψ), by maximum likelihood.
///
/// Minimises F = ln|Σ| + tr(R Σ⁻¹) by Fisher scoring with halved steps.
final class OneFactorModel {

    private static final int MOST_STEPS = 500;
    private static final double SETTLED = 1e-12;

    /// A uniqueness below this is no longer that of an answer with an error: a Heywood case.
    private static final double LEAST_UNIQUENESS = 1e-4;

    private final double[] loadings;
    private final double[] uniquenesses;

    private OneFactorModel(double[] loadings, double[] uniquenesses) {
        this.loadings = loadings;
        this.uniquenesses = uniquenesses;
    }

    double loading(int item) {
        return loadings[item];
    }

    double uniqueness(int item) {
        return uniquenesses[item];
    }

    /// The model of a correlation matrix, begun at its first principal component; none if it does not
    /// settle with every uniqueness above 0.
    static Optional<OneFactorModel> of(double[][] correlations) {
        int k = correlations.length;
        double[] direction = correlations[0].clone();
        double length = 0;
        for (int round = 0; round < 100; round++) {
            double[] next = new double[k];
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    next[i] += correlations[i][j] * direction[j];
                }
            }
            length = Math.sqrt(Arrays.stream(next).map(each -> each * each).sum());
            double divisor = length;
            direction = Arrays.stream(next).map(each -> each / divisor).toArray();
        }
        double root = Math.sqrt(length);
        // Inside, so that every uniqueness begins well above 0.
        double[] start =
                Arrays.stream(direction)
                        .map(each -> Math.clamp(0.8 * root * each, -0.9, 0.9))
                        .toArray();
        return from(
                new OneFactorModel(
                        start, Arrays.stream(start).map(each -> 1 - each * each).toArray()),
                correlations);
    }

    /// The model, begun where another ended.
    static Optional<OneFactorModel> from(OneFactorModel start, double[][] correlations) {
        var model = start;
        double lack = model.lack(correlations);
        for (int step = 0; step < MOST_STEPS; step++) {
            var information = Cholesky.of(model.information());
            if (information.isEmpty()) {
                return Optional.empty();
            }
            double[] move = information.get().solve(model.gradient(correlations));
            if (isWithin(move, SETTLED)) {
                return Optional.of(model);
            }
            boolean moved = false;
            for (double share = 1; share > 1e-9; share /= 2) {
                var next = model.moved(move, share);
                // Near the minimum the gradient is known to more digits than the function.
                if (next.isProper()
                        && (next.lack(correlations) < lack
                                || (share == 1 && isWithin(move, 1e-6)))) {
                    model = next;
                    lack = next.lack(correlations);
                    moved = true;
                    break;
                }
            }
            if (!moved) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isWithin(double[] move, double reach) {
        return Arrays.stream(move).allMatch(each -> Math.abs(each) < reach);
    }

    private boolean isProper() {
        return Arrays.stream(uniquenesses).allMatch(each -> each > LEAST_UNIQUENESS);
    }

    private OneFactorModel moved(double[] move, double share) {
        int k = loadings.length;
        var moved = new OneFactorModel(loadings.clone(), uniquenesses.clone());
        for (int i = 0; i < k; i++) {
            moved.loadings[i] -= share * move[i];
            moved.uniquenesses[i] -= share * move[k + i];
        }
        return moved;
    }

    /// Σ⁻¹ by the formula of Sherman and Morrison.
    private double[][] inverse() {
        int k = loadings.length;
        double communal = 1;
        for (int i = 0; i < k; i++) {
            communal += loadings[i] * loadings[i] / uniquenesses[i];
        }
        var inverse = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                inverse[i][j] =
                        (i == j ? 1 / uniquenesses[i] : 0)
                                - loadings[i]
                                        / uniquenesses[i]
                                        * (loadings[j] / uniquenesses[j])
                                        / communal;
            }
        }
        return inverse;
    }

    private double lack(double[][] correlations) {
        double communal = 1;
        double lack = 0;
        double[][] inverse = inverse();
        for (int i = 0; i < loadings.length; i++) {
            communal += loadings[i] * loadings[i] / uniquenesses[i];
            lack += Math.log(uniquenesses[i]);
            for (int j = 0; j < loadings.length; j++) {
                lack += inverse[i][j] * correlations[j][i];
            }
        }
        return lack + Math.log(communal);
    }

    /// The derivatives of F by the loadings, then by the uniquenesses: of G = Σ⁻¹ (Σ - R) Σ⁻¹ they are
    /// 2 G λ and the diagonal of G.
    private double[] gradient(double[][] correlations) {
        int k = loadings.length;
        double[][] inverse = inverse();
        var half = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int m = 0; m < k; m++) {
                    double fitted = loadings[m] * loadings[j] + (m == j ? uniquenesses[m] : 0);
                    half[i][j] += inverse[i][m] * (fitted - correlations[m][j]);
                }
            }
        }
        var gradient = new double[2 * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double each = 0;
                for (int m = 0; m < k; m++) {
                    each += half[i][m] * inverse[m][j];
                }
                gradient[i] += 2 * each * loadings[j];
                if (i == j) {
                    gradient[k + i] = each;
                }
            }
        }
        return gradient;
    }

    /// The expected second derivatives of F: tr(Σ⁻¹ Σ_a Σ⁻¹ Σ_b).
    private Matrix information() {
        int k = loadings.length;
        double[][] inverse = inverse();
        var weighted = new double[k];
        double length = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                weighted[i] += inverse[i][j] * loadings[j];
            }
            length += weighted[i] * loadings[i];
        }
        var columns = new double[2 * k][2 * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                columns[i][j] = 2 * (inverse[i][j] * length + weighted[i] * weighted[j]);
                columns[k + i][j] = 2 * weighted[i] * inverse[i][j];
                columns[j][k + i] = columns[k + i][j];
                columns[k + i][k + j] = inverse[i][j] * inverse[i][j];
            }
        }
        return Matrix.ofColumns(columns);
    }
}
