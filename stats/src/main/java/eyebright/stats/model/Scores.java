package eyebright.stats.model;

import eyebright.stats.matrix.Matrix;
import java.util.function.IntUnaryOperator;

/// How much each respondent pulls at each coefficient: the slopes of their log-likelihood.
interface Scores {

    /// How many respondents.
    int n();

    /// How many coefficients.
    int width();

    /// Adds the scores of a respondent to a sum.
    ///
    /// @param from the place of the first coefficient
    void add(int respondent, double[] sum, int from);

    /// One row for each respondent, one column for each coefficient.
    static Scores of(Matrix matrix) {
        return new Scores() {
            @Override
            public int n() {
                return matrix.rows();
            }

            @Override
            public int width() {
                return matrix.columns();
            }

            @Override
            public void add(int respondent, double[] sum, int from) {
                for (int j = 0; j < matrix.columns(); j++) {
                    sum[from + j] += matrix.at(respondent, j);
                }
            }
        };
    }

    /// The residual of each respondent times the predictors of a row.
    ///
    /// @param place the row of each respondent
    static Scores of(ModelRows rows, IntUnaryOperator place, double[] residuals) {
        return new Scores() {
            @Override
            public int n() {
                return residuals.length;
            }

            @Override
            public int width() {
                return rows.predictors();
            }

            @Override
            public void add(int respondent, double[] sum, int from) {
                int row = place.applyAsInt(respondent);
                for (int j = 0; j < rows.predictors(); j++) {
                    sum[from + j] += residuals[respondent] * rows.column(j)[row];
                }
            }
        };
    }
}
