package eyebright.stats.model;

import eyebright.stats.formula.Design;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.matrix.RowPatterns;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a generalized linear model is fitted to: names, predictors and offset, one row for each pattern
/// of them, and answers, one for each respondent.
final class ModelInput {

    private final List<String> names;
    private final RowPatterns patterns;
    private final Matrix x;
    private final double[] offset;
    private final double[] answers;
    private final double[] start;

    private ModelInput(
            List<String> names,
            RowPatterns patterns,
            Matrix x,
            double[] offset,
            double[] answers,
            double[] start) {
        this.names = names;
        this.patterns = patterns;
        this.x = x;
        this.offset = offset;
        this.answers = answers;
        this.start = start;
    }

    /// Rows of respondents.
    ///
    /// @throws IllegalArgumentException if sizes differ
    static ModelInput of(List<String> names, Matrix x, double[] answers, double[] offset) {
        if (names.size() != x.columns()) {
            throw new IllegalArgumentException(
                    "names must be %d, one for each column, not %d"
                            .formatted(x.columns(), names.size()));
        }
        requireLength("answers", answers, x.rows());
        requireOffset(offset, x.rows());
        var columns = new double[x.columns() + 1][];
        for (int j = 0; j < x.columns(); j++) {
            columns[j] = x.column(j);
        }
        columns[x.columns()] = offset;
        var patterns = RowPatterns.wherePaying(x.rows(), columns);
        return new ModelInput(
                List.copyOf(names),
                patterns,
                part(x, patterns.firsts()),
                part(offset, patterns.firsts()),
                answers.clone(),
                new double[0]);
    }

    /// The rows of a design.
    ///
    /// @throws IllegalArgumentException if there are not as many answers as respondents
    static ModelInput of(Design design, double[] answers) {
        requireLength("answers", answers, design.n());
        return new ModelInput(
                design.columns(),
                design.patterns(),
                design.distinct(),
                design.distinctOffset(),
                answers.clone(),
                new double[0]);
    }

    /// The rows of a design with more to add to the linear predictor of each respondent.
    ///
    /// @throws IllegalArgumentException if sizes differ
    static ModelInput of(Design design, double[] answers, double[] more) {
        requireLength("answers", answers, design.n());
        requireOffset(more, design.n());
        var numbers = new double[more.length];
        Arrays.setAll(numbers, row -> design.patterns().at(row));
        var patterns = RowPatterns.wherePaying(more.length, numbers, more);
        int[] firsts = patterns.firsts();
        int[] places = Arrays.stream(firsts).map(row -> design.patterns().at(row)).toArray();
        double[] offset = part(design.distinctOffset(), places);
        Arrays.setAll(offset, row -> offset[row] + more[firsts[row]]);
        return new ModelInput(
                design.columns(),
                patterns,
                part(design.distinct(), places),
                offset,
                answers.clone(),
                new double[0]);
    }

    private static void requireLength(String name, double[] values, int rows) {
        if (values.length != rows) {
            throw new IllegalArgumentException(
                    "%s must be %d, one for each row, not %d".formatted(name, rows, values.length));
        }
    }

    private static void requireOffset(double[] offset, int rows) {
        requireLength("offset", offset, rows);
        for (int i = 0; i < offset.length; i++) {
            if (!Double.isFinite(offset[i])) {
                throw new IllegalArgumentException(
                        "offset of row %d must be finite, not %s".formatted(i, offset[i]));
            }
        }
    }

    private static Matrix part(Matrix x, int[] rows) {
        var columns = new double[x.columns()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = part(x.column(j), rows);
        }
        return Matrix.ofColumns(columns);
    }

    private static double[] part(double[] values, int[] rows) {
        if (rows.length == values.length) {
            // The firsts of so many patterns are all rows in their order.
            return values.clone();
        }
        var part = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            part[i] = values[rows[i]];
        }
        return part;
    }

    /// The same, the iteration starting from these coefficients.
    ///
    /// @throws IllegalArgumentException if there are not as many as columns, or one is not finite
    ModelInput startingAt(double[] coefficients) {
        if (coefficients.length != names.size()
                || !Arrays.stream(coefficients).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "start must be %d finite coefficients, not %s"
                            .formatted(names.size(), Arrays.toString(coefficients)));
        }
        return new ModelInput(names, patterns, x, offset, answers, coefficients.clone());
    }

    /// Why no model can be fitted, whatever the answers.
    Optional<String> whyNotFitted() {
        if (n() < names.size()) {
            return Optional.of(
                    "%d %s too few for %d coefficients"
                            .formatted(
                                    n(),
                                    n() == 1 ? "respondent is" : "respondents are",
                                    names.size()));
        }
        boolean intercept = false;
        for (int j = 0; j < names.size(); j++) {
            double first = x.at(0, j);
            boolean constant = true;
            for (int i = 1; i < x.rows() && constant; i++) {
                constant = x.at(i, j) == first;
            }
            if (constant && (intercept || first != 1)) {
                return Optional.of(names.get(j) + " has the same value for everyone");
            }
            intercept |= constant;
        }
        return Optional.empty();
    }

    /// The rows as the iteration reads them.
    ModelRows rows(ModelRows.Joining joining) {
        return switch (joining) {
            case PATTERNS ->
                    ModelRows.of(names, x, patterns.sums(answers), patterns.counts(), offset);
            case NONE -> {
                var ones = new double[n()];
                Arrays.fill(ones, 1);
                yield ModelRows.of(
                        names, patterns.spread(x), answers, ones, patterns.spread(offset));
            }
        };
    }

    /// Sets an iteration to where it starts.
    void start(ModelRows rows, Scoring scoring) {
        if (start.length == 0) {
            scoring.startAtMean();
        } else {
            scoring.start(rows.scaled(start));
        }
    }

    List<String> names() {
        return names;
    }

    /// Which respondents have equal predictors and offset.
    RowPatterns patterns() {
        return patterns;
    }

    /// The predictors of each pattern.
    Matrix x() {
        return x;
    }

    /// How many respondents.
    int n() {
        return answers.length;
    }

    /// Those of the respondents; not to be changed.
    double[] answers() {
        return answers;
    }

    /// Those of the patterns; not to be changed.
    double[] offset() {
        return offset;
    }
}
