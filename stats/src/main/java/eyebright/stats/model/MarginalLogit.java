package eyebright.stats.model;

import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import java.util.Arrays;

/// The log-likelihood of yes-no answers in groups whose level is normal, by adaptive quadrature.
///
/// ```
/// h(u) = Σ ln P(y_i | xᵀb + σu) - u²/2,   û its top,   τ = 1 / sqrt(-h''(û))
/// ln L_g = ln( τ / √π  Σ_k w_k e^(x_k²) e^h(û + √2 τ x_k) ),   nodes x_k, weights w_k of Gauss-Hermite
/// ```
///
/// Parameters: the constant, the coefficients, σ; σ and -σ are the same. The slopes are those of the sum
/// itself, with the moves of û and τ. The information is that of the integral (Louis 1982
/// <https://doi.org/10.1111/j.2517-6161.1982.tb01203.x>) with its parts by the same quadrature: it leads to
/// the top quickly; [#covariance] takes the differences of the slopes there instead.
/// Source: Pinheiro & Bates (1995) <https://doi.org/10.1080/10618600.1995.10474663>.
final class MarginalLogit implements LogLikelihood {

    private static final double MOST_SPREAD = 1e3;
    private static final double STEP = 1e-3;

    private final ScaledPredictors predictors;
    private final int[] outcomes;
    private final Groups groups;
    private final GaussHermite rule;
    private final int size;

    MarginalLogit(ScaledPredictors predictors, int[] outcomes, Groups groups, GaussHermite rule) {
        this.predictors = predictors;
        this.outcomes = outcomes;
        this.groups = groups;
        this.rule = rule;
        this.size = predictors.count() + 2;
    }

    /// Which parameter σ is: the last.
    int spread() {
        return size - 1;
    }

    /// The same answers with other predictors.
    MarginalLogit with(ScaledPredictors others) {
        return new MarginalLogit(others, outcomes, groups, rule);
    }

    /// The constant at the share of the sample, nothing else.
    double[] start() {
        int yes = Arrays.stream(outcomes).sum();
        var start = new double[size];
        start[0] = StrictMath.log(yes / (double) (outcomes.length - yes));
        return start;
    }

    @Override
    public Point at(double[] parameters) {
        if (Math.abs(parameters[spread()]) > MOST_SPREAD) {
            return Point.outside();
        }
        double value = 0;
        var gradient = new double[size];
        var information = new double[size][size];
        var complete = new double[size][size];
        for (int g = 0; g < groups.count(); g++) {
            value +=
                    new Group(groups.rows(g), parameters)
                            .integrate(gradient, information, complete);
        }
        if (!Double.isFinite(value)) {
            return Point.outside();
        }
        // Far from the top the likelihood may bend upwards; the complete-data information never
        // does.
        boolean bends = Cholesky.of(Matrix.ofColumns(information)).isEmpty();
        return new Point(value, gradient, bends ? complete : information);
    }

    /// The inverse of the negative second derivatives, by differences of the slopes.
    double[][] covariance(double[] top) {
        var curvature = new double[size][size];
        for (int j = 0; j < size; j++) {
            double[] near = difference(top, j, STEP);
            double[] wide = difference(top, j, 2 * STEP);
            for (int k = 0; k < size; k++) {
                double second = (8 * near[k] - wide[k]) / (12 * STEP);
                curvature[j][k] -= second / 2;
                curvature[k][j] -= second / 2;
            }
        }
        var inverse = new double[size][];
        Matrix found =
                Cholesky.of(Matrix.ofColumns(curvature)).map(Cholesky::inverse).orElseThrow();
        for (int j = 0; j < size; j++) {
            inverse[j] = found.row(j);
        }
        return inverse;
    }

    private double[] difference(double[] top, int parameter, double step) {
        double[] up = moved(top, parameter, step);
        double[] down = moved(top, parameter, -step);
        for (int k = 0; k < size; k++) {
            up[k] -= down[k];
        }
        return up;
    }

    private double[] moved(double[] top, int parameter, double step) {
        double[] place = top.clone();
        place[parameter] += step;
        return at(place).gradient;
    }

    /// One group at given parameters.
    private final class Group {

        private static final int MOST_STEPS = 100;

        private final int[] rows;
        private final double sigma;
        private final double[] etas;

        // Sums over the members at the last place looked at.
        private double h;
        private double residuals;
        private double weights;
        private double skews;

        Group(int[] rows, double[] parameters) {
            this.rows = rows;
            this.sigma = parameters[spread()];
            this.etas = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                double[] z = predictors.row(rows[i]);
                etas[i] = parameters[0];
                for (int c = 0; c < z.length; c++) {
                    etas[i] += z[c] * parameters[c + 1];
                }
            }
        }

        private void look(double u) {
            h = -u * u / 2;
            residuals = 0;
            weights = 0;
            skews = 0;
            for (int i = 0; i < rows.length; i++) {
                double eta = etas[i] + sigma * u;
                double chance = CumulativeLogit.chance(eta);
                double other = CumulativeLogit.chance(-eta);
                boolean yes = outcomes[rows[i]] == 1;
                h += CumulativeLogit.logChance(yes ? eta : -eta);
                residuals += yes ? other : -chance;
                weights += chance * other;
                skews += chance * other * (other - chance);
            }
        }

        /// The top of h.
        private double top() {
            double u = 0;
            look(u);
            for (int i = 0; i < MOST_STEPS; i++) {
                double step = (sigma * residuals - u) / (sigma * sigma * weights + 1);
                double before = h;
                double next = u + step;
                look(next);
                while (h < before - 1e-12 * Math.abs(before) && Math.abs(step) > 1e-15) {
                    step /= 2;
                    next = u + step;
                    look(next);
                }
                u = next;
                if (Math.abs(step) < 1e-13 * (1 + Math.abs(u))) {
                    return u;
                }
            }
            return u;
        }

        /// Adds the part of this group to slopes and information, and gives that of the log-likelihood.
        double integrate(double[] gradient, double[][] information, double[][] complete) {
            double u = top();
            double bend = sigma * sigma * weights + 1;
            double tau = 1 / Math.sqrt(bend);
            double[] topMoves = topMoves(u, bend);
            double[] tauMoves = tauMoves(u, tau, topMoves);
            int points = rule.points();
            var logs = new double[points];
            var slopes = new double[points][];
            var pulls = new double[points];
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < points; k++) {
                double node = u + Math.sqrt(2) * tau * rule.node(k);
                look(node);
                logs[k] = h + rule.logWeight(k);
                largest = Math.max(largest, logs[k]);
                slopes[k] = slopes(node);
                pulls[k] = sigma * residuals - node;
            }
            double total = 0;
            for (int k = 0; k < points; k++) {
                logs[k] = StrictMath.exp(logs[k] - largest);
                total += logs[k];
            }
            var mean = new double[size];
            for (int k = 0; k < points; k++) {
                double share = logs[k] / total;
                if (share > 0) {
                    double x = Math.sqrt(2) * rule.node(k);
                    addInformation(complete, u + tau * x, share);
                    addInformation(information, u + tau * x, share);
                    for (int c = 0; c < size; c++) {
                        mean[c] += share * slopes[k][c];
                        gradient[c] +=
                                share * (slopes[k][c] + pulls[k] * (topMoves[c] + x * tauMoves[c]));
                        for (int d = 0; d < size; d++) {
                            information[c][d] -= share * slopes[k][c] * slopes[k][d];
                        }
                    }
                }
            }
            for (int c = 0; c < size; c++) {
                gradient[c] += tauMoves[c] / tau;
                for (int d = 0; d < size; d++) {
                    information[c][d] += mean[c] * mean[d];
                }
            }
            return largest + StrictMath.log(total * tau / Math.sqrt(Math.PI));
        }

        /// The slopes of h by the parameters at a u.
        private double[] slopes(double u) {
            var slopes = new double[size];
            for (int i = 0; i < rows.length; i++) {
                double eta = etas[i] + sigma * u;
                boolean yes = outcomes[rows[i]] == 1;
                add(slopes, i, yes ? CumulativeLogit.chance(-eta) : -CumulativeLogit.chance(eta));
            }
            slopes[size - 1] = u * slopes[0];
            return slopes;
        }

        /// The negative second derivatives of h by the parameters at a u, times a share.
        private void addInformation(double[][] matrix, double u, double share) {
            for (int i = 0; i < rows.length; i++) {
                double eta = etas[i] + sigma * u;
                double weight = share * CumulativeLogit.chance(eta) * CumulativeLogit.chance(-eta);
                double[] z = predictors.row(rows[i]);
                addRow(matrix[0], i, u, weight);
                for (int c = 0; c < z.length; c++) {
                    addRow(matrix[c + 1], i, u, weight * z[c]);
                }
                addRow(matrix[size - 1], i, u, weight * u);
            }
        }

        private void addRow(double[] row, int member, double u, double factor) {
            add(row, member, factor);
            row[size - 1] += factor * u;
        }

        /// The slopes of a member's linear predictor but for σ, times a factor, added.
        private void add(double[] vector, int member, double factor) {
            double[] z = predictors.row(rows[member]);
            vector[0] += factor;
            for (int c = 0; c < z.length; c++) {
                vector[c + 1] += factor * z[c];
            }
        }

        /// How the top moves with the parameters: the slopes of h', over -h''.
        private double[] topMoves(double u, double bend) {
            look(u);
            var moves = new double[size];
            for (int i = 0; i < rows.length; i++) {
                double eta = etas[i] + sigma * u;
                double weight = CumulativeLogit.chance(eta) * CumulativeLogit.chance(-eta);
                add(moves, i, -sigma * weight / bend);
            }
            moves[size - 1] = (residuals - sigma * u * weights) / bend;
            return moves;
        }

        /// How τ moves with the parameters: τ³/2 times the slopes of h'' and of its place.
        private double[] tauMoves(double u, double tau, double[] topMoves) {
            var moves = new double[size];
            for (int i = 0; i < rows.length; i++) {
                double eta = etas[i] + sigma * u;
                double chance = CumulativeLogit.chance(eta);
                double other = CumulativeLogit.chance(-eta);
                add(moves, i, -sigma * sigma * chance * other * (other - chance));
            }
            moves[size - 1] = -2 * sigma * weights - sigma * sigma * u * skews;
            double third = -sigma * sigma * sigma * skews;
            for (int c = 0; c < size; c++) {
                moves[c] = tau * tau * tau / 2 * (moves[c] + third * topMoves[c]);
            }
            return moves;
        }
    }
}
