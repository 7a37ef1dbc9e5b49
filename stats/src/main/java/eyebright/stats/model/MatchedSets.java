package eyebright.stats.model;

import eyebright.stats.matrix.Exponential;
import eyebright.stats.matrix.Logarithm;
import java.util.Arrays;
import java.util.Optional;

/// The log-likelihood of who in each matched set are the cases, given how many there are.
///
/// ```
/// Σ over sets: Σ over cases zᵀb - ln B(m),  B(m) = Σ over all choices of m members of exp(Σ zᵀb)
/// ```
///
/// B(m) is built member by member, B'(m) = B(m) + exp(zᵀb) B(m - 1), and its derivatives beside it, so
/// that the sum over all choices is exact. Sets of two, a case and a control, are [MatchedPairs].
/// Source: Gail, Lubin & Rubinstein (1981) <https://doi.org/10.1093/biomet/68.3.703>.
final class MatchedSets implements LikelihoodSurface {

    private final ScaledPredictors predictors;
    private final int[][] members;
    private final int[] cases;
    private final int[] outcomes;
    private final Optional<LikelihoodSurface> pairs;

    /// @param members the rows of each informative set
    MatchedSets(ScaledPredictors predictors, int[][] members, int[] outcomes) {
        this.predictors = predictors;
        this.members = members;
        this.outcomes = outcomes;
        this.cases = new int[members.length];
        for (int s = 0; s < cases.length; s++) {
            for (int member : members[s]) {
                cases[s] += outcomes[member];
            }
        }
        boolean ofTwo = true;
        for (int[] set : members) {
            ofTwo &= set.length == 2;
        }
        this.pairs =
                ofTwo
                        ? Optional.of(MatchedPairs.of(predictors, members, outcomes))
                        : Optional.empty();
    }

    @Override
    public Point at(double[] parameters) {
        return pairs.isPresent() ? pairs.get().at(parameters) : ofSets(parameters);
    }

    private Point ofSets(double[] parameters) {
        int p = parameters.length;
        double value = 0;
        var gradient = new double[p];
        var information = new double[p][p];
        for (int s = 0; s < members.length; s++) {
            var choices = new Choices(cases[s], p);
            double[] logits = logits(members[s], parameters);
            double largest = Arrays.stream(logits).max().orElseThrow();
            for (int k = 0; k < logits.length; k++) {
                double[] z = predictors.row(members[s][k]);
                choices.add(Exponential.of(logits[k] - largest), z);
                if (outcomes[members[s][k]] == 1) {
                    value += logits[k] - largest;
                    for (int c = 0; c < p; c++) {
                        gradient[c] += z[c];
                    }
                }
            }
            double sum = choices.sums[cases[s]];
            if (!(sum > 0)) {
                return Point.outside();
            }
            value -= Logarithm.of(sum);
            double[] slopes = choices.slopes[cases[s]];
            for (int c = 0; c < p; c++) {
                gradient[c] -= slopes[c] / sum;
                for (int d = 0; d < p; d++) {
                    information[c][d] +=
                            choices.curves[cases[s]][c][d] / sum
                                    - slopes[c] / sum * (slopes[d] / sum);
                }
            }
        }
        return new Point(value, gradient, information);
    }

    private double[] logits(int[] rows, double[] parameters) {
        var logits = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            double[] z = predictors.row(rows[k]);
            for (int c = 0; c < z.length; c++) {
                logits[k] += z[c] * parameters[c];
            }
        }
        return logits;
    }

    /// B(0) to B(m) with their first and second derivatives.
    private static final class Choices {

        final double[] sums;
        final double[][] slopes;
        final double[][][] curves;

        Choices(int most, int p) {
            sums = new double[most + 1];
            slopes = new double[most + 1][p];
            curves = new double[most + 1][p][p];
            sums[0] = 1;
        }

        /// One more member, who has this weight.
        void add(double weight, double[] z) {
            for (int m = sums.length - 1; m > 0; m--) {
                for (int c = 0; c < z.length; c++) {
                    for (int d = 0; d < z.length; d++) {
                        curves[m][c][d] +=
                                weight
                                        * (curves[m - 1][c][d]
                                                + slopes[m - 1][c] * z[d]
                                                + z[c] * slopes[m - 1][d]
                                                + sums[m - 1] * z[c] * z[d]);
                    }
                }
                for (int c = 0; c < z.length; c++) {
                    slopes[m][c] += weight * (slopes[m - 1][c] + sums[m - 1] * z[c]);
                }
                sums[m] += weight * sums[m - 1];
            }
        }
    }
}
