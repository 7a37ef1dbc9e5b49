package eyebright.stats.weighting;

import eyebright.stats.matrix.Cholesky;
import eyebright.stats.matrix.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One weight for each respondent, with a mean of 1, and the margins that they were fitted to.
///
/// The margins matter for standard errors: what they explain of an answer no longer varies from sample
/// to sample. Immutable.
public final class Weights {

    private final double[] values;
    private final List<Margin> margins;

    Weights(double[] values, List<Margin> margins) {
        this.values = values;
        this.margins = margins;
    }

    /// Weights of 1: everyone stands for as many.
    ///
    /// @param n how many respondents: 1 or more
    /// @throws IllegalArgumentException if n is below 1
    public static Weights equal(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be 1 or more, not " + n);
        }
        var values = new double[n];
        Arrays.fill(values, 1);
        return new Weights(values, List.of());
    }

    /// How many respondents.
    public int size() {
        return values.length;
    }

    /// The weight of a respondent, from 0.
    public double of(int row) {
        return values[row];
    }

    /// The largest weight: how many times the average one respondent counts.
    public double largest() {
        return Arrays.stream(values).max().orElseThrow();
    }

    /// What the weights would cost if they had nothing to do with the answers (Kish): n sum(w²) / sum(w)².
    ///
    /// n divided by it is the effective number of respondents.
    ///
    /// Source: Kish (1965), Survey Sampling, section 11.7.
    public double kishEffect() {
        double squares = 0;
        double sum = 0;
        for (double value : values) {
            squares += value * value;
            sum += value;
        }
        return values.length * squares / sum / sum;
    }

    /// Scores without what the margins explain of them: residuals of their regression on the categories.
    double[] residuals(double[] scores) {
        if (margins.isEmpty()) {
            return scores.clone();
        }
        var columns = new ArrayList<double[]>();
        for (int m = 0; m < margins.size(); m++) {
            var margin = margins.get(m);
            // The first margin keeps all its categories and no intercept; the others leave one out.
            for (int code = m == 0 ? 0 : 1; code < margin.shares().size(); code++) {
                var is = new double[values.length];
                for (int row = 0; row < is.length; row++) {
                    is[row] = margin.codes().get(row) == code ? 1 : 0;
                }
                columns.add(is);
            }
        }
        int p = columns.size();
        var cross = new double[p][p];
        var moments = new double[p];
        for (int a = 0; a < p; a++) {
            for (int row = 0; row < values.length; row++) {
                moments[a] += columns.get(a)[row] * scores[row];
                for (int b = 0; b < p; b++) {
                    cross[a][b] += columns.get(a)[row] * columns.get(b)[row];
                }
            }
            // Margins that say the same twice, such as men and men's shoes, must not end the work.
            cross[a][a] *= 1 + 1e-12;
        }
        double[] slopes =
                Cholesky.of(Matrix.ofColumns(cross))
                        .map(root -> root.solve(moments))
                        .orElseGet(() -> new double[p]);
        double[] left = scores.clone();
        for (int a = 0; a < p; a++) {
            for (int row = 0; row < left.length; row++) {
                left[row] -= slopes[a] * columns.get(a)[row];
            }
        }
        return left;
    }
}
