package eyebright.stats.model;

import eyebright.stats.matrix.DotProduct;
import eyebright.stats.matrix.Matrix;
import java.util.Arrays;
import java.util.List;

/// The rows of a generalized linear model as [Scoring] reads them: predictors centred and scaled,
/// respondents with equal predictors and offset joined to one row with how many they are and the sum
/// of their answers.
///
/// ```
/// x' = (x - mean) / sd      b = b' / sd,  intercept: b₀ = b₀' - Σ mean b' / sd
/// ```
///
/// Centred only if there is an intercept: a column of ones. Not for other threads to change: the arrays
/// are shared within the package and only read.
final class ModelRows {

    private final List<String> names;
    private final double[][] columns;
    private final double[] events;
    private final double[] trials;
    private final double[] offset;
    private final double[] centre;
    private final double[] scale;
    private final int intercept;

    private ModelRows(
            List<String> names,
            double[][] columns,
            double[] events,
            double[] trials,
            double[] offset,
            double[] centre,
            double[] scale,
            int intercept) {
        this.names = names;
        this.columns = columns;
        this.events = events;
        this.trials = trials;
        this.offset = offset;
        this.centre = centre;
        this.scale = scale;
        this.intercept = intercept;
    }

    /// The rows of these sums and counts of answers.
    static ModelRows of(
            List<String> names, Matrix x, double[] events, double[] trials, double[] offset) {
        var columns = new double[x.columns()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = x.column(j);
        }
        return scaled(names, columns, events, trials, offset);
    }

    /// Whether rows of equal predictors become one.
    enum Joining {
        /// One row for each pattern of predictors and offset.
        PATTERNS,
        /// One row for each respondent.
        NONE
    }

    private static ModelRows scaled(
            List<String> names,
            double[][] columns,
            double[] events,
            double[] trials,
            double[] offset) {
        int intercept = -1;
        for (int j = 0; j < columns.length && intercept < 0; j++) {
            intercept = isOne(columns[j]) ? j : -1;
        }
        double n = 0;
        for (double each : trials) {
            n += each;
        }
        var centre = new double[columns.length];
        var scale = new double[columns.length];
        var spare = new double[trials.length];
        for (int j = 0; j < columns.length; j++) {
            scale[j] = 1;
            if (j != intercept) {
                double[] column = columns[j];
                centre[j] = intercept < 0 ? 0 : centre(column, trials, n, spare);
                scale[j] = scale(column, trials, n, centre[j], spare);
                double middle = centre[j];
                double spread = scale[j];
                for (int i = 0; i < column.length; i++) {
                    column[i] = (column[i] - middle) / spread;
                }
            }
        }
        return new ModelRows(names, columns, events, trials, offset, centre, scale, intercept);
    }

    private static boolean isOne(double[] column) {
        for (double value : column) {
            if (value != 1) {
                return false;
            }
        }
        return true;
    }

    private static double centre(double[] values, double[] trials, double n, double[] spare) {
        double first = values[0];
        for (int i = 0; i < values.length; i++) {
            // Halves of shares, so that no difference of two doubles overflows, nor their sum.
            spare[i] = (values[i] / 2 - first / 2) / n;
        }
        return first + 2 * DotProduct.of(spare, trials);
    }

    private static double scale(
            double[] values, double[] trials, double n, double centre, double[] spare) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value - centre));
        }
        if (!(largest > 0 && Double.isFinite(largest))) {
            return 1;
        }
        for (int i = 0; i < values.length; i++) {
            double each = (values[i] - centre) / largest;
            spare[i] = each * each;
        }
        return largest * Math.sqrt(DotProduct.of(spare, trials) / n);
    }

    /// The rows of the intercept alone, for the model without predictors.
    ModelRows withoutPredictors() {
        return new ModelRows(
                List.of(names.get(intercept)),
                new double[][] {columns[intercept]},
                events,
                trials,
                offset,
                new double[1],
                new double[] {1},
                0);
    }

    /// Rows as they are, neither centred nor scaled, without intercept.
    static ModelRows asTheyAre(
            List<String> names, double[][] columns, double[] events, double[] trials) {
        var ones = new double[columns.length];
        Arrays.fill(ones, 1);
        return new ModelRows(
                names,
                columns,
                events,
                trials,
                new double[events.length],
                new double[columns.length],
                ones,
                -1);
    }

    /// The same rows with other answers; rows of nobody stay.
    ModelRows with(double[] otherEvents, double[] otherTrials) {
        return new ModelRows(
                names, columns, otherEvents, otherTrials, offset, centre, scale, intercept);
    }

    /// Some of the rows, with other answers.
    ModelRows part(int[] places, double[] partEvents, double[] partTrials) {
        var part = new double[columns.length][places.length];
        var partOffset = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            partOffset[i] = offset[places[i]];
            for (int j = 0; j < columns.length; j++) {
                part[j][i] = columns[j][places[i]];
            }
        }
        return new ModelRows(
                names, part, partEvents, partTrials, partOffset, centre, scale, intercept);
    }

    List<String> names() {
        return names;
    }

    int size() {
        return events.length;
    }

    int predictors() {
        return columns.length;
    }

    /// Centred and scaled; not to be changed.
    double[] column(int column) {
        return columns[column];
    }

    /// The sum of the answers of each row; not to be changed.
    double[] events() {
        return events;
    }

    /// How many respondents each row holds; not to be changed.
    double[] trials() {
        return trials;
    }

    /// What the linear predictor of each row starts from; not to be changed.
    double[] offset() {
        return offset;
    }

    /// The place of the intercept, or -1: a value that stays within the package.
    int intercept() {
        return intercept;
    }

    /// The coefficients of the predictors as they were, from those of the scaled ones.
    double[] unscaled(double[] coefficients) {
        var values = new double[coefficients.length];
        double shift = 0;
        for (int j = 0; j < values.length; j++) {
            values[j] = coefficients[j] / scale[j];
            if (j != intercept) {
                shift += centre[j] / scale[j] * coefficients[j];
            }
        }
        if (intercept >= 0) {
            values[intercept] = coefficients[intercept] - shift;
        }
        return values;
    }

    /// The coefficients of the scaled predictors, from those of the predictors as they were.
    double[] scaled(double[] coefficients) {
        var values = new double[coefficients.length];
        double shift = 0;
        for (int j = 0; j < values.length; j++) {
            values[j] = coefficients[j] * scale[j];
            shift += j == intercept ? 0 : centre[j] * coefficients[j];
        }
        if (intercept >= 0) {
            values[intercept] = coefficients[intercept] + shift;
        }
        return values;
    }

    /// The weights d with `dᵀ(scaled coefficients) = wᵀ(coefficients)`.
    double[] scaledWeights(double[] weights) {
        var values = new double[weights.length];
        double ofIntercept = intercept < 0 ? 0 : weights[intercept];
        for (int j = 0; j < values.length; j++) {
            values[j] =
                    j == intercept
                            ? ofIntercept
                            : weights[j] / scale[j] - ofIntercept * (centre[j] / scale[j]);
        }
        return values;
    }

    /// The weights w with `wᵀ(coefficients) = dᵀ(scaled coefficients)`.
    double[] unscaledWeights(double[] weights) {
        var values = new double[weights.length];
        double ofIntercept = intercept < 0 ? 0 : weights[intercept];
        for (int j = 0; j < values.length; j++) {
            values[j] =
                    j == intercept ? ofIntercept : weights[j] * scale[j] + ofIntercept * centre[j];
        }
        return values;
    }

    /// The linear predictor of rows that may be others than these.
    ///
    /// @param coefficients of the scaled predictors
    double[] predict(Matrix x, double[] from, double[] coefficients) {
        double[] eta = from.clone();
        for (int j = 0; j < coefficients.length; j++) {
            for (int i = 0; i < eta.length; i++) {
                eta[i] += (x.at(i, j) - centre[j]) / scale[j] * coefficients[j];
            }
        }
        return eta;
    }

    /// The linear predictor of each row.
    double[] predict(double[] coefficients) {
        double[] eta = offset.clone();
        for (int j = 0; j < coefficients.length; j++) {
            for (int i = 0; i < eta.length; i++) {
                eta[i] += columns[j][i] * coefficients[j];
            }
        }
        return eta;
    }

    /// What a predictor was divided by.
    double scale(int column) {
        return scale[column];
    }

    /// One row of predictors, centred and scaled.
    void scale(Matrix x, int row, double[] into) {
        for (int j = 0; j < into.length; j++) {
            into[j] = (x.at(row, j) - centre[j]) / scale[j];
        }
    }

    /// One row of derivatives of predictors, scaled.
    void scaleDerivative(Matrix derivative, int row, double[] into) {
        for (int j = 0; j < into.length; j++) {
            into[j] = derivative.at(row, j) / scale[j];
        }
    }

    /// The value of a row and column as it was, but for its last digits.
    double value(int row, int column) {
        return centre[column] + scale[column] * columns[column][row];
    }

    /// For each coefficient the weights of those of the scaled predictors.
    double[][] turn() {
        int p = columns.length;
        var turn = new double[p][];
        for (int i = 0; i < p; i++) {
            var unit = new double[p];
            unit[i] = 1;
            turn[i] = scaledWeights(unit);
        }
        return turn;
    }

    /// The covariance of the coefficients as they were, column by column; not finite where a unit is so
    /// small or large that it leaves the doubles.
    double[] unscaledCovariance(Matrix covariance) {
        int p = columns.length;
        double[][] turn = turn();
        var values = new double[p * p];
        for (int j = 0; j < p; j++) {
            double[] product = covariance.times(turn[j]);
            for (int i = 0; i <= j; i++) {
                double sum = 0;
                for (int k = 0; k < p; k++) {
                    sum += turn[i][k] * product[k];
                }
                values[j * p + i] = sum;
                values[i * p + j] = sum;
            }
        }
        return values;
    }
}
