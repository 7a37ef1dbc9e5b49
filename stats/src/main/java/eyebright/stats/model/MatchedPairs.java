package eyebright.stats.model;

import eyebright.stats.matrix.RowPatterns;

/// The log-likelihood of which of two is the case, for pairs of one case and one control.
///
/// ```
/// -ln(1 + exp(-dᵀb)),  slopes (1 - π) d,  curvature π (1 - π) d dᵀ,  π = 1 / (1 + exp(-dᵀb))
/// ```
///
/// with d the predictors of the case less those of the control: a logistic regression without intercept.
/// Pairs with equal d, and with the opposite d and the other of the two the case, are one row, which counts as
/// often as there are such pairs: answers to questions repeat.
final class MatchedPairs {

    private MatchedPairs() {}

    /// @param members two rows for each pair, one of them a case
    static LikelihoodSurface of(ScaledPredictors predictors, int[][] members, int[] outcomes) {
        var columns = new double[predictors.count()][members.length];
        // 1 or -1 by the first predictor in which the two differ; 0 until there is one.
        var signs = new double[members.length];
        for (int c = 0; c < columns.length; c++) {
            double[] values = predictors.column(c);
            for (int s = 0; s < members.length; s++) {
                double difference = values[members[s][0]] - values[members[s][1]];
                if (signs[s] == 0) {
                    signs[s] = Math.signum(difference);
                }
                columns[c][s] = signs[s] < 0 ? -difference : difference;
            }
        }
        var firsts = new double[members.length];
        for (int s = 0; s < members.length; s++) {
            boolean turned = signs[s] < 0;
            firsts[s] = (outcomes[members[s][0]] == 1) == turned ? 0 : 1;
        }
        var patterns = RowPatterns.wherePaying(members.length, columns);
        int[] places = patterns.firsts();
        var differences = new double[columns.length][places.length];
        for (int c = 0; c < columns.length; c++) {
            for (int row = 0; row < places.length; row++) {
                differences[c][row] = columns[c][places[row]];
            }
        }
        return new RowLikelihood(
                ModelRows.asTheyAre(
                        predictors.names(), differences, patterns.sums(firsts), patterns.counts()),
                new Response.Binary());
    }
}
