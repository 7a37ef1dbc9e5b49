package eyebright.stats.reliability;

import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import java.util.Optional;

/// The one-factor model of a correlation matrix: Σ = λ λᵀ + diag(ψ), by maximum likelihood.
///
/// Minimises F = ln|Σ| + tr(R Σ⁻¹) by Fisher scoring with halved steps, near the minimum by Newton's.
final class OneFactorModel {

    private static final int MOST_STEPS = 500;
    private static final double SETTLED = 1e-12;

    /// Nearer than this to the minimum the second derivatives themselves lead there, and fast, however badly
    /// one factor fits; the expected ones lead there from afar.
    private static final double NEAR = 0.1;

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
        double[] next = new double[k];
        double length = 0;
        for (int round = 0; round < 100; round++) {
            double squares = 0;
            for (int i = 0; i < k; i++) {
                double sum = 0;
                for (int j = 0; j < k; j++) {
                    sum += correlations[i][j] * direction[j];
                }
                next[i] = sum;
                squares += sum * sum;
            }
            length = Math.sqrt(squares);
            for (int i = 0; i < k; i++) {
                direction[i] = next[i] / length;
            }
        }
        double root = Math.sqrt(length);
        var uniquenesses = new double[k];
        for (int i = 0; i < k; i++) {
            // Inside, so that every uniqueness begins well above 0.
            direction[i] = Math.clamp(0.8 * root * direction[i], -0.9, 0.9);
            uniquenesses[i] = 1 - direction[i] * direction[i];
        }
        return from(new OneFactorModel(direction, uniquenesses), correlations);
    }

    private static Optional<OneFactorModel> from(OneFactorModel start, double[][] correlations) {
        var model = start;
        double lack = model.lack(correlations);
        boolean isNear = false;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = model.gradient(correlations);
            double[] move = new double[0];
            if (isNear) {
                move = solved(model.curvature(correlations), gradient);
            }
            if (move.length == 0) {
                move = solved(model.information(), gradient);
            }
            if (move.length == 0) {
                return Optional.empty();
            }
            isNear = isWithin(move, NEAR);
            if (isWithin(move, SETTLED)) {
                return Optional.of(model);
            }
            boolean moved = false;
            for (double share = 1; share > 1e-9; share /= 2) {
                var next = model.moved(move, share);
                if (!next.isProper()) {
                    continue;
                }
                double left = next.lack(correlations);
                // Near the minimum the gradient is known to more digits than the function.
                if (left < lack || (share == 1 && isWithin(move, 1e-6))) {
                    model = next;
                    lack = left;
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

    /// The step that a matrix of second derivatives asks for; empty if it is not positive definite.
    private static double[] solved(Matrix second, double[] gradient) {
        return Cholesky.of(second).map(each -> each.solve(gradient)).orElse(new double[0]);
    }

    private static boolean isWithin(double[] move, double reach) {
        for (double each : move) {
            if (!(Math.abs(each) < reach)) {
                return false;
            }
        }
        return true;
    }

    private boolean isProper() {
        for (double each : uniquenesses) {
            if (!(each > LEAST_UNIQUENESS)) {
                return false;
            }
        }
        return true;
    }

    /// How fast a figure of the model moves with each correlation, of which i, j and j, i move together, though
    /// the model is fitted anew: at the minimum the derivatives of F stay 0.
    ///
    /// ```
    /// u = (second derivatives of F)⁻¹ (derivatives of the figure)
    /// by the variance of i: (D M D)_ii,  by the correlation of i and j: 2 (D M D)_ij
    /// D = Σ⁻¹,  M = u_λ λᵀ + λ u_λᵀ + diag(u_ψ)
    /// ```
    ///
    /// @param figure its derivatives by the loadings, then by the uniquenesses
    /// @return the lower triangle; none if the minimum is flat
    Optional<double[][]> slopes(double[] figure, double[][] correlations) {
        double[] u = solved(curvature(correlations), figure);
        if (u.length == 0) {
            return Optional.empty();
        }
        int k = loadings.length;
        double[][] inverse = inverse();
        var turned = new double[k];
        var loaded = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                turned[i] += inverse[i][j] * u[j];
                loaded[i] += inverse[i][j] * loadings[j];
            }
        }
        var slopes = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = turned[i] * loaded[j] + loaded[i] * turned[j];
                for (int m = 0; m < k; m++) {
                    sum += inverse[i][m] * u[k + m] * inverse[m][j];
                }
                slopes[i][j] = i == j ? sum : 2 * sum;
            }
        }
        return Optional.of(slopes);
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
        double[][] misfit = misfit(correlations);
        var gradient = new double[2 * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                gradient[i] += 2 * misfit[i][j] * loadings[j];
            }
            gradient[k + i] = misfit[i][i];
        }
        return gradient;
    }

    /// G = Σ⁻¹ (Σ - R) Σ⁻¹.
    private double[][] misfit(double[][] correlations) {
        int k = loadings.length;
        double[][] inverse = inverse();
        var half = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double sum = 0;
                for (int m = 0; m < k; m++) {
                    double fitted = loadings[m] * loadings[j] + (m == j ? uniquenesses[m] : 0);
                    sum += inverse[i][m] * (fitted - correlations[m][j]);
                }
                half[i][j] = sum;
            }
        }
        var misfit = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double sum = 0;
                for (int m = 0; m < k; m++) {
                    sum += half[i][m] * inverse[m][j];
                }
                misfit[i][j] = sum;
            }
        }
        return misfit;
    }

    /// The second derivatives of F: tr(G Σ_ab) + tr(D Σ_a D Σ_b) - 2 tr(D Σ_a G Σ_b), D = Σ⁻¹.
    private Matrix curvature(double[][] correlations) {
        int k = loadings.length;
        double[][] d = inverse();
        double[][] g = misfit(correlations);
        // Of E = D - 2 G, made symmetric: tr(D Σ_a E Σ_b).
        var e = new double[k][k];
        var dl = new double[k];
        var el = new double[k];
        double ldl = 0;
        double lel = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                e[i][j] = d[i][j] - 2 * g[i][j];
                dl[i] += d[i][j] * loadings[j];
                el[i] += e[i][j] * loadings[j];
            }
        }
        for (int i = 0; i < k; i++) {
            ldl += loadings[i] * dl[i];
            lel += loadings[i] * el[i];
        }
        var columns = new double[2 * k][2 * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                columns[i][j] =
                        2 * g[i][j] + d[i][j] * lel + e[i][j] * ldl + dl[i] * el[j] + el[i] * dl[j];
                columns[k + i][j] = dl[i] * e[i][j] + el[i] * d[i][j];
                columns[j][k + i] = columns[k + i][j];
                columns[k + i][k + j] = d[i][j] * e[i][j];
            }
        }
        return Matrix.ofColumns(columns);
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
