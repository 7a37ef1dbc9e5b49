package eyebright.stats.model;

import eyebright.stats.matrix.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a generalized linear model is fitted to: names, predictors, answers and offset, one row for
/// each respondent.
final class ModelInput {

    private final List<String> names;
    private final Matrix x;
    private final double[] answers;
    private final double[] offset;
    private final double[] start;

    private ModelInput(
            List<String> names, Matrix x, double[] answers, double[] offset, double[] start) {
        this.names = names;
        this.x = x;
        this.answers = answers;
        this.offset = offset;
        this.start = start;
    }

    /// @throws IllegalArgumentException if sizes differ
    static ModelInput of(List<String> names, Matrix x, double[] answers, double[] offset) {
        if (names.size() != x.columns()) {
            throw new IllegalArgumentException(
                    "names must be %d, one for each column, not %d"
                            .formatted(x.columns(), names.size()));
        }
        if (answers.length != x.rows()) {
            throw new IllegalArgumentException(
                    "answers must be %d, one for each row, not %d"
                            .formatted(x.rows(), answers.length));
        }
        if (offset.length != x.rows()) {
            throw new IllegalArgumentException(
                    "offset must have %d values, one for each row, not %d"
                            .formatted(x.rows(), offset.length));
        }
        for (int i = 0; i < offset.length; i++) {
            if (!Double.isFinite(offset[i])) {
                throw new IllegalArgumentException(
                        "offset of row %d must be finite, not %s".formatted(i, offset[i]));
            }
        }
        return new ModelInput(
                List.copyOf(names), x, answers.clone(), offset.clone(), new double[0]);
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
        return new ModelInput(names, x, answers, offset, coefficients.clone());
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
            for (int i = 1; i < n() && constant; i++) {
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
        return ModelRows.of(names, x, answers, offset, joining);
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

    Matrix x() {
        return x;
    }

    /// How many respondents.
    int n() {
        return answers.length;
    }

    /// Not to be changed.
    double[] answers() {
        return answers;
    }

    /// Not to be changed.
    double[] offset() {
        return offset;
    }
}
