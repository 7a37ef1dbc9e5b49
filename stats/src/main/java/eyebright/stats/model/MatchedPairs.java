package eyebright.stats.model;

import eyebright.stats.matrix.RowPatterns;

/// The log-likelihood of which of two is the case, for pairs of one case and one control.
///
/// ```
/// -ln(1 + exp(-dᵀb)),  slopes (1 - π) d,  curvature π (1 - π) d dᵀ,  π = 1 / (1 + exp(-dᵀb))
/// ```
///
/// with d the predictors of the case less those of the control. Pairs with equal d are one row, which
/// counts as often as there are such pairs: answers to questions repeat.
final class MatchedPairs implements LikelihoodSurface {

    private final double[][] differences;
    private final double[] counts;

    private MatchedPairs(double[][] differences, double[] counts) {
        this.differences = differences;
        this.counts = counts;
    }

    /// @param members two rows for each pair, one of them a case
    static MatchedPairs of(ScaledPredictors predictors, int[][] members, int[] outcomes) {
        var columns = new double[predictors.count()][members.length];
        for (int s = 0; s < members.length; s++) {
            boolean first = outcomes[members[s][0]] == 1;
            double[] with = predictors.row(members[s][first ? 0 : 1]);
            double[] without = predictors.row(members[s][first ? 1 : 0]);
            for (int c = 0; c < columns.length; c++) {
                columns[c][s] = with[c] - without[c];
            }
        }
        var patterns = RowPatterns.of(members.length, columns);
        int[] firsts = patterns.firsts();
        var differences = new double[patterns.found()][columns.length];
        for (int row = 0; row < differences.length; row++) {
            for (int c = 0; c < columns.length; c++) {
                differences[row][c] = columns[c][firsts[row]];
            }
        }
        return new MatchedPairs(differences, patterns.counts());
    }

    @Override
    public Point at(double[] parameters) {
        int p = parameters.length;
        double value = 0;
        var gradient = new double[p];
        var information = new double[p][p];
        for (int row = 0; row < counts.length; row++) {
            double[] d = differences[row];
            double logit = 0;
            for (int c = 0; c < p; c++) {
                logit += d[c] * parameters[c];
            }
            double small = StrictMath.exp(-Math.abs(logit));
            double share = 1 / (1 + small);
            value -= counts[row] * (Math.max(0, -logit) + StrictMath.log1p(small));
            double left = counts[row] * (logit >= 0 ? small * share : share);
            double weight = counts[row] * small * share * share;
            for (int c = 0; c < p; c++) {
                gradient[c] += left * d[c];
                double each = weight * d[c];
                for (int k = 0; k <= c; k++) {
                    information[c][k] += each * d[k];
                }
            }
        }
        for (int c = 0; c < p; c++) {
            for (int k = 0; k < c; k++) {
                information[k][c] = information[c][k];
            }
        }
        return new Point(value, gradient, information);
    }
}
