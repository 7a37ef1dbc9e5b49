package eyebright.stats.formula;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.formula.Formula.Intercept;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.matrix.QrDecomposition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The numbers that a formula makes of predictors: one row for each respondent, one column for each
/// coefficient.
///
/// ```
/// (intercept)   1 for everyone                        age, age / 10, log(age)   the number
/// sex.male      1 for the level male of sex, else 0   age:sex.male              the product
/// ```
///
/// A level has a column unless it is the reference. Where a term stands without what it is made of
/// (`sex - 1`, or `age:sex` without `age`), the reference has a column too: the coding of R's
/// `model.matrix`, whose columns are called `sexmale`. Columns stand in the order of the terms, those of
/// an interaction with the level of its first variable changing fastest.
///
/// What cannot be told apart is refused with the reason: a predictor with one value, a level that nobody
/// has, a combination of other columns. R's `lm` drops such columns and prints `NA`.
public final class Design {

    private final Formula formula;
    private final List<Predictor> predictors;
    private final List<Column> columns;
    private final Matrix matrix;
    private final double[] offset;

    private Design(
            Formula formula,
            List<Predictor> predictors,
            List<Column> columns,
            Matrix matrix,
            double[] offset) {
        this.formula = formula;
        this.predictors = predictors;
        this.columns = columns;
        this.matrix = matrix;
        this.offset = offset;
    }

    /// The design of a formula, or the reason why its coefficients cannot be told apart.
    ///
    /// @param predictors those of the formula, and any others, in whatever order; complete rows only
    /// @throws IllegalArgumentException if a predictor of the formula is not there, or their lengths
    ///   differ
    public static Fitting<Design> of(Formula formula, List<Predictor> predictors) {
        var used =
                formula.predictors().stream().map(name -> Column.find(predictors, name)).toList();
        int n = used.isEmpty() ? length(predictors) : length(used);
        if (n == 0) {
            return new NotFitted<>("nobody answered all of its questions");
        }
        Optional<String> lacking =
                used.stream()
                        .flatMap(each -> Fault.ofPredictor(each, formula).stream())
                        .findFirst();
        if (lacking.isPresent()) {
            return new NotFitted<>(lacking.get());
        }
        List<Column> columns = Column.all(formula, predictors);
        if (columns.isEmpty()) {
            return new NotFitted<>("there is nothing to estimate in " + formula.text());
        }
        if (n < columns.size()) {
            return new NotFitted<>(
                    "%d respondents are too few for %d coefficients".formatted(n, columns.size()));
        }
        var values = new double[columns.size()][];
        for (int j = 0; j < values.length; j++) {
            values[j] = columns.get(j).values(predictors, n);
            Optional<String> fault = Fault.ofColumn(columns.get(j), values[j]);
            if (fault.isPresent()) {
                return new NotFitted<>(fault.get());
            }
        }
        double[] offset = Column.offset(formula.offsets(), predictors, n);
        if (!Arrays.stream(offset).allMatch(Double::isFinite)) {
            return new NotFitted<>(Fault.ofOffset(formula));
        }
        var matrix = Matrix.ofColumns(values);
        var qr = QrDecomposition.of(matrix);
        if (qr.rank() < columns.size()) {
            return new NotFitted<>(Fault.ofCombination(columns, qr));
        }
        return new Fitted<>(new Design(formula, List.copyOf(predictors), columns, matrix, offset));
    }

    private static int length(List<Predictor> predictors) {
        int n = predictors.isEmpty() ? 0 : predictors.getFirst().n();
        for (Predictor each : predictors) {
            if (each.n() != n) {
                throw new IllegalArgumentException(
                        "predictor %s must have %d values as %s, not %d"
                                .formatted(each.name(), n, predictors.getFirst().name(), each.n()));
            }
        }
        return n;
    }

    /// What this is the design of.
    public Formula formula() {
        return formula;
    }

    /// What it was made of.
    public List<Predictor> predictors() {
        return predictors;
    }

    /// The predictor of that name.
    ///
    /// @throws IllegalArgumentException if there is none; the message says which there are
    public Predictor predictor(String name) {
        return Column.find(predictors, name);
    }

    /// The names of the columns, which are those of the coefficients; `(intercept)` first where there is
    /// one.
    public List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    /// How many respondents.
    public int n() {
        return matrix.rows();
    }

    /// One row for each respondent, one column for each coefficient; of full rank.
    public Matrix matrix() {
        return matrix;
    }

    /// What is added to the linear predictor of each respondent: 0 without offset.
    public double[] offset() {
        return offset.clone();
    }

    /// Whether there is a constant.
    public boolean hasIntercept() {
        return formula.intercept() == Intercept.THERE;
    }

    /// The term that a column is of.
    ///
    /// @throws IllegalArgumentException if there is no such column; the message says which there are
    public Term termOf(String column) {
        return columns.stream()
                .filter(each -> each.name().equals(column))
                .map(Column::term)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no column %s; there are %s".formatted(column, columns())));
    }

    /// The terms that have columns, the intercept among them.
    public List<Term> terms() {
        return columns.stream().map(Column::term).distinct().toList();
    }

    /// The places of the columns of a term, from 0; none if it is not in the formula.
    public int[] columnsOf(Term term) {
        return IntStream.range(0, columns.size())
                .filter(j -> columns.get(j).term().equals(term))
                .toArray();
    }

    /// The names of the columns of a term.
    public List<String> namesOf(Term term) {
        return Arrays.stream(columnsOf(term)).mapToObj(j -> columns.get(j).name()).toList();
    }

    /// The rows of other respondents under the coding of this design. Levels are matched by their text.
    ///
    /// @param others the predictors of the formula, 1 respondent or more
    /// @throws IllegalArgumentException if one is not there, is of another kind, has a level that this
    ///   design has not, or lengths differ, or a value is not finite after its change
    public Matrix rowsOf(List<Predictor> others) {
        int n = length(others);
        List<Predictor> coded = coded(others);
        return Matrix.ofColumns(
                columns.stream().map(column -> column.values(coded, n)).toArray(double[][]::new));
    }

    /// The offset of other respondents.
    ///
    /// @throws IllegalArgumentException as [#rowsOf]
    public double[] offsetOf(List<Predictor> others) {
        return Column.offset(formula.offsets(), coded(others), length(others));
    }

    /// How each column changes with a numeric predictor: one row for each respondent, 0 in the columns
    /// without it.
    ///
    /// @throws IllegalArgumentException if there is no such predictor or it is categorical
    public Matrix derivative(String predictor) {
        if (!(predictor(predictor) instanceof Predictor.Numeric numbers)) {
            throw new IllegalArgumentException(
                    "predictor %s must be numeric, not categorical".formatted(predictor));
        }
        return Matrix.ofColumns(
                columns.stream()
                        .map(column -> column.derivative(numbers, predictors))
                        .toArray(double[][]::new));
    }

    private List<Predictor> coded(List<Predictor> others) {
        return formula.predictors().stream()
                .map(
                        name ->
                                Column.recoded(
                                        Column.find(others, name), Column.find(predictors, name)))
                .toList();
    }
}
