package eyebright.stats.table;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.TestResult;
import java.util.List;
import java.util.Optional;

/// Mantel's test of a trend: that the scores of rows and columns of a table go up or down together.
///
/// ```
/// M² = (n - 1) r²,  r the correlation of row score and column score over all respondents        df = 1
/// ```
///
/// It finds a trend that [ChiSquaredTest] spreads over (r - 1)(c - 1) degrees of freedom, and nothing else.
///
/// Shape: r x c counts, both ways ordered (or of two categories), and a score for each. Unit: none; r from
/// -1 to 1. The scale and the origin of the scores do not matter, their spacing does. Missing values: not
/// in the table. Edge cases: empty rows and columns do not matter; if all respondents have one row score or
/// one column score, r is not estimable and there is no test. Errors: a number of scores other than the
/// table's, a score that is not finite. Summary: the counts.
///
/// R: `coin::lbl_test(t)`, whose Z is the root of M²; `DescTools::MHChisqTest`. SPSS (CROSSTABS) prints it
/// as "Linear-by-Linear Association".
///
/// Source: Mantel (1963) <https://doi.org/10.1080/01621459.1963.10500879>; Agresti (2013), Categorical Data
/// Analysis, section 3.4. Checked against coin, see `TrendTest`.
///
/// @param correlation of the scores; without an interval
/// @param test M², its df and p; there exactly if the correlation is known
public record LinearByLinear(Estimate correlation, Optional<TestResult> test) {

    /// @throws IllegalArgumentException if only one of the two parts is known
    public LinearByLinear {
        if (correlation instanceof Known != test.isPresent()) {
            throw new IllegalArgumentException(
                    "test must be there exactly if the correlation is known, not %s with %s"
                            .formatted(test, correlation));
        }
    }

    /// The test with scores 1, 2, 3, … both ways.
    public static LinearByLinear of(ContingencyTable table) {
        return of(table, Scores.equallySpaced(table.rows()), Scores.equallySpaced(table.columns()));
    }

    /// The test with the given scores.
    ///
    /// @throws IllegalArgumentException if there are not as many scores as rows and columns, or one is not
    ///   finite
    public static LinearByLinear of(
            ContingencyTable table, List<Double> rowScores, List<Double> columnScores) {
        Scores.require("rowScores", rowScores, table.rows());
        Scores.require("columnScores", columnScores, table.columns());
        int n = table.total();
        if (n == 0) {
            return none("nobody answered both");
        }
        double[] u = Scores.toUnit(rowScores);
        double[] v = Scores.toUnit(columnScores);
        double meanU = 0;
        double meanV = 0;
        for (int row = 0; row < u.length; row++) {
            for (int column = 0; column < v.length; column++) {
                double share = (double) table.count(row, column) / n;
                meanU += share * u[row];
                meanV += share * v[column];
            }
        }
        double uu = 0;
        double vv = 0;
        double uv = 0;
        for (int row = 0; row < u.length; row++) {
            for (int column = 0; column < v.length; column++) {
                int count = table.count(row, column);
                double du = u[row] - meanU;
                double dv = v[column] - meanV;
                uu += count * du * du;
                vv += count * dv * dv;
                uv += count * du * dv;
            }
        }
        if (oneScore(u, table, Way.ROWS) || uu == 0) {
            return none("all %d respondents have one row score".formatted(n));
        }
        if (oneScore(v, table, Way.COLUMNS) || vv == 0) {
            return none("all %d respondents have one column score".formatted(n));
        }
        double r = Math.clamp(uv / Math.sqrt(uu) / Math.sqrt(vv), -1, 1);
        double statistic = (n - 1.0) * r * r;
        return new LinearByLinear(
                Known.bare(r, n),
                Optional.of(
                        TestResult.of(
                                "Linear-by-linear test",
                                statistic,
                                ChiSquaredTest.upperTail(statistic, 1),
                                1.0)));
    }

    private enum Way {
        ROWS,
        COLUMNS
    }

    /// Whether everybody has the same score, which rounding of the mean must not hide.
    private static boolean oneScore(double[] scores, ContingencyTable table, Way way) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            int total =
                    switch (way) {
                        case ROWS -> table.rowTotal(i);
                        case COLUMNS -> table.columnTotal(i);
                    };
            if (total > 0) {
                low = Math.min(low, scores[i]);
                high = Math.max(high, scores[i]);
            }
        }
        return low == high;
    }

    private static LinearByLinear none(String reason) {
        return new LinearByLinear(new NotEstimable(reason), Optional.empty());
    }
}
