package eyebright.stats.model;

import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Exponential;
import eyebright.stats.matrix.Logarithm;
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
final class MarginalLogit implements LikelihoodSurface {

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
        var louis = new double[size][size];
        var complete = new double[size][size];
        for (int g = 0; g < groups.count(); g++) {
            value += new Group(groups.rows(g), parameters).integrate(gradient, louis, complete);
        }
        if (!Double.isFinite(value)) {
            return Point.outside();
        }
        for (int c = 0; c < size; c++) {
            for (int d = 0; d < size; d++) {
                louis[c][d] += complete[c][d];
            }
        }
        // Far from the top the likelihood may bend upwards; the complete-data information never
        // does.
        boolean bends = Cholesky.of(Matrix.ofColumns(louis)).isEmpty();
        return new Point(value, gradient, bends ? complete : louis);
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

        // What h is made of at the last u looked at: each member's residual and weight, and sums.
        private final double[] residual;
        private final double[] weight;
        private double h;
        private double residuals;
        private double weights;

        Group(int[] rows, double[] parameters) {
            this.rows = rows;
            this.sigma = parameters[spread()];
            this.etas = new double[rows.length];
            this.residual = new double[rows.length];
            this.weight = new double[rows.length];
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
            for (int i = 0; i < rows.length; i++) {
                double eta = etas[i] + sigma * u;
                double small = Exponential.of(-Math.abs(eta));
                boolean yes = outcomes[rows[i]] == 1;
                // The chance of the answer that was not given.
                double missed = (eta > 0 == yes ? small : 1) / (1 + small);
                h -= Logarithm.ofOnePlus(small) + (eta > 0 == yes ? 0 : Math.abs(eta));
                residual[i] = yes ? missed : -missed;
                weight[i] = small / ((1 + small) * (1 + small));
                residuals += residual[i];
                weights += weight[i];
            }
        }

        /// The top of h.
        private double top() {
            double u = 0;
            look(u);
            for (int i = 0; i < MOST_STEPS; i++) {
                double step = (sigma * residuals - u) / (sigma * sigma * weights + 1);
                double before = h;
                look(u + step);
                while (h < before - 1e-12 * Math.abs(before) && Math.abs(step) > 1e-15) {
                    step /= 2;
                    look(u + step);
                }
                u += step;
                if (Math.abs(step) < 1e-13 * (1 + Math.abs(u))) {
                    return u;
                }
            }
            return u;
        }

        /// Adds the part of this group to the slopes, to the information and to its complete-data part,
        /// and gives that of the log-likelihood.
        double integrate(double[] gradient, double[][] louis, double[][] complete) {
            double u = top();
            double bend = sigma * sigma * weights + 1;
            double tau = 1 / Math.sqrt(bend);
            double[] topMoves = topMoves(u, bend);
            double[] tauMoves = tauMoves(u, tau, topMoves);
            int points = rule.points();
            var shares = new double[points];
            var slopes = new double[points][];
            var pulls = new double[points];
            var spreads = new double[points][];
            double largest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < points; k++) {
                double node = u + Math.sqrt(2) * tau * rule.node(k);
                look(node);
                shares[k] = h + rule.logWeight(k);
                largest = Math.max(largest, shares[k]);
                slopes[k] = sum(residual, node);
                pulls[k] = sigma * residuals - node;
                spreads[k] = weight.clone();
            }
            double total = 0;
            for (int k = 0; k < points; k++) {
                shares[k] = Exponential.of(shares[k] - largest);
                total += shares[k];
            }
            var mean = new double[size];
            var moments = new double[rows.length][3];
            for (int k = 0; k < points; k++) {
                double share = shares[k] / total;
                double x = Math.sqrt(2) * rule.node(k);
                double node = u + tau * x;
                for (int i = 0; i < rows.length; i++) {
                    double part = share * spreads[k][i];
                    moments[i][0] += part;
                    moments[i][1] += part * node;
                    moments[i][2] += part * node * node;
                }
                for (int c = 0; c < size; c++) {
                    double slope = slopes[k][c];
                    mean[c] += share * slope;
                    gradient[c] += share * (slope + pulls[k] * (topMoves[c] + x * tauMoves[c]));
                    for (int d = 0; d < size; d++) {
                        louis[c][d] -= share * slope * slopes[k][d];
                    }
                }
            }
            for (int c = 0; c < size; c++) {
                gradient[c] += tauMoves[c] / tau;
                for (int d = 0; d < size; d++) {
                    louis[c][d] += mean[c] * mean[d];
                }
            }
            addInformation(complete, moments);
            return largest + StrictMath.log(total * tau / Math.sqrt(Math.PI));
        }

        /// The expected negative second derivatives of h by the parameters.
        ///
        /// @param moments for each member the mean of its weight, of that times u and times u²
        private void addInformation(double[][] matrix, double[][] moments) {
            for (int i = 0; i < rows.length; i++) {
                double[] z = predictors.row(rows[i]);
                addRow(matrix[0], i, moments[i][0], moments[i][1]);
                for (int c = 0; c < z.length; c++) {
                    addRow(matrix[c + 1], i, moments[i][0] * z[c], moments[i][1] * z[c]);
                }
                addRow(matrix[size - 1], i, moments[i][1], moments[i][2]);
            }
        }

        private void addRow(double[] row, int member, double factor, double last) {
            add(row, member, factor);
            row[size - 1] += last;
        }

        /// The slopes of a member's linear predictor but for σ, times a factor, added.
        private void add(double[] vector, int member, double factor) {
            double[] z = predictors.row(rows[member]);
            vector[0] += factor;
            for (int c = 0; c < z.length; c++) {
                vector[c + 1] += factor * z[c];
            }
        }

        /// The sum over members of factors times the slopes of their linear predictors.
        ///
        /// @param last the slope for σ
        private double[] sum(double[] factors, double last) {
            var sum = new double[size];
            for (int i = 0; i < rows.length; i++) {
                add(sum, i, factors[i]);
            }
            sum[size - 1] = last * sum[0];
            return sum;
        }

        /// How the top moves with the parameters: the slopes of h', over -h''.
        private double[] topMoves(double u, double bend) {
            look(u);
            double[] moves = sum(weight, u);
            for (int c = 0; c < size; c++) {
                moves[c] *= -sigma / bend;
            }
            moves[size - 1] += residuals / bend;
            return moves;
        }

        /// How τ moves with the parameters: τ³/2 times the slopes of h'' and of its place.
        private double[] tauMoves(double u, double tau, double[] topMoves) {
            look(u);
            var skew = new double[rows.length];
            double skews = 0;
            for (int i = 0; i < rows.length; i++) {
                // The chance of no less that of yes.
                skew[i] = -weight[i] * StrictMath.tanh((etas[i] + sigma * u) / 2);
                skews += skew[i];
            }
            double[] moves = sum(skew, u);
            for (int c = 0; c < size; c++) {
                double last = c == size - 1 ? 2 * sigma * weights : 0;
                double second = -sigma * sigma * moves[c] - last;
                double third = -sigma * sigma * sigma * skews * topMoves[c];
                moves[c] = tau * tau * tau / 2 * (second + third);
            }
            return moves;
        }
    }
}
