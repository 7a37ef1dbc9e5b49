package eyebright.stats.formula;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.formula.Formula.Intercept;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.formula.Predictor.Numeric;
import eyebright.stats.matrix.CrossProducts;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.matrix.QrDecomposition;
import eyebright.stats.matrix.RowPatterns;
import eyebright.stats.matrix.Triangle;
import java.util.ArrayList;
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
/// Respondents with equal predictors have equal rows, which are made and kept once: [#patterns].
///
/// What cannot be told apart is refused with the reason: a predictor with one value, a level that nobody
/// has, a combination of other columns. R's `lm` drops such columns and prints `NA`.
///
/// Shape: n rows of k columns. Unit: that of each predictor. Missing values: none are accepted; leave out
/// or impute first. Edge cases: nobody left is a reason. Errors: a predictor that is not there, lengths
/// that differ. Summary: the rows. Source: Chambers & Hastie (1992), Statistical Models in S, chapter 2.
public final class Design {

    /// The sine of an angle that rounding cannot make.
    private static final double WIDE = 1e-4;

    private final Formula formula;
    private final List<Predictor> predictors;
    private final List<Column> columns;
    private final List<String> names;
    private final RowPatterns patterns;
    private final Matrix distinct;
    private final double[] offset;

    private Design(
            Formula formula,
            List<Predictor> predictors,
            List<Column> columns,
            RowPatterns patterns,
            Matrix distinct,
            double[] offset) {
        this.formula = formula;
        this.predictors = predictors;
        this.columns = columns;
        var named = new ArrayList<String>(columns.size());
        for (Column column : columns) {
            named.add(column.name());
        }
        this.names = List.copyOf(named);
        this.patterns = patterns;
        this.distinct = distinct;
        this.offset = offset;
    }

    /// The design of a formula, or the reason why its coefficients cannot be told apart.
    ///
    /// @param predictors those of the formula, and any others, in whatever order; complete rows only
    /// @throws IllegalArgumentException if a predictor of the formula is not there, or their lengths
    ///   differ
    public static Fitting<Design> of(Formula formula, List<Predictor> predictors) {
        var used = new ArrayList<Predictor>();
        for (String name : formula.predictors()) {
            used.add(Column.find(predictors, name));
        }
        int n = used.isEmpty() ? length(predictors) : length(used);
        if (n == 0) {
            return new NotFitted<>("nobody answered all of its questions");
        }
        for (Predictor each : used) {
            Optional<String> lacking = Fault.ofPredictor(each, formula);
            if (lacking.isPresent()) {
                return new NotFitted<>(lacking.get());
            }
        }
        List<Column> columns = Column.all(formula, predictors);
        if (columns.isEmpty()) {
            return new NotFitted<>("there is nothing to estimate in " + formula.text());
        }
        if (n < columns.size()) {
            return new NotFitted<>(
                    "%d respondents are too few for %d coefficients".formatted(n, columns.size()));
        }
        RowPatterns patterns = patterns(used, n);
        int[] firsts = patterns.firsts();
        boolean isAll = firsts.length == n;
        var different = new ArrayList<Predictor>();
        for (Predictor each : used) {
            different.add(isAll ? each : each.rows(firsts));
        }
        var values = new double[firsts.length * columns.size()];
        for (int j = 0; j < columns.size(); j++) {
            int from = j * firsts.length;
            columns.get(j).fill(values, from, different, firsts.length);
            Optional<String> fault = Fault.ofColumn(columns.get(j), values, from, firsts.length);
            if (fault.isPresent()) {
                return new NotFitted<>(fault.get());
            }
        }
        double[] offset = Column.offset(formula.offsets(), different, firsts.length);
        for (double each : offset) {
            if (!Double.isFinite(each)) {
                return new NotFitted<>(Fault.ofOffset(formula));
            }
        }
        var distinct = Matrix.keeping(firsts.length, columns.size(), values);
        if (firsts.length < columns.size() || !isFullRank(values, distinct)) {
            // Which column is the one too many is told by all respondents.
            var qr = QrDecomposition.of(patterns.spread(distinct));
            if (qr.rank() < columns.size()) {
                return new NotFitted<>(Fault.ofCombination(columns, qr));
            }
        }
        return new Fitted<>(
                new Design(formula, List.copyOf(predictors), columns, patterns, distinct, offset));
    }

    /// Whether no column follows from others: by their angles where these are wide, otherwise with all digits.
    private static boolean isFullRank(double[] values, Matrix distinct) {
        int p = distinct.columns();
        int n = distinct.rows();
        double[] cosines = CrossProducts.of(values, n, p);
        var lengths = new double[p];
        for (int j = 0; j < p; j++) {
            lengths[j] = Math.sqrt(cosines[j * p + j]);
            for (int k = 0; k <= j; k++) {
                cosines[j * p + k] = cosines[j * p + k] / lengths[j] / lengths[k];
            }
        }
        var triangle = new Triangle(p);
        boolean isWide = triangle.decompose(cosines) < 0 && triangle.least() > WIDE;
        return isWide || QrDecomposition.of(distinct).rank() == p;
    }

    private static RowPatterns patterns(List<Predictor> predictors, int n) {
        var columns = new double[predictors.size()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] =
                    switch (predictors.get(j)) {
                        case Numeric numeric -> numeric.shared();
                        case Categorical categorical -> numbers(categorical);
                    };
        }
        return RowPatterns.wherePaying(n, columns);
    }

    private static double[] numbers(Categorical categorical) {
        var numbers = new double[categorical.n()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = categorical.code(i);
        }
        return numbers;
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
        return names;
    }

    /// How many respondents.
    public int n() {
        return patterns.rows();
    }

    /// One row for each respondent, one column for each coefficient; of full rank.
    public Matrix matrix() {
        return patterns.spread(distinct);
    }

    /// Which respondents have equal predictors.
    public RowPatterns patterns() {
        return patterns;
    }

    /// The rows of [#matrix], each once: one for each pattern.
    public Matrix distinct() {
        return distinct;
    }

    /// The offset of each pattern.
    public double[] distinctOffset() {
        return offset.clone();
    }

    /// What is added to the linear predictor of each respondent: 0 without offset.
    public double[] offset() {
        return patterns.spread(offset);
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
