package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.TestResult;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Predictor;
import eyebright.stats.matrix.LeastSquares;
import eyebright.stats.matrix.Magnitude;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.SandwichCovariance.Adjustment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.FDistribution;

/// Linear regression: the mean of an outcome as a weighted sum of predictors, by least squares.
///
/// ```
/// b = (XᵀWX)⁻¹ XᵀW y        s² = Σ w e² / (n - p)        V = s² (XᵀWX)⁻¹        t = b / se, df = n - p
/// R² = 1 - Σ w e² / Σ w (y - mean(y))²        F = (R² / k) / ((1 - R²) / (n - p))
/// ```
///
/// Shape: a design and one outcome for each of its respondents. Unit: of a coefficient, that of the
/// outcome per unit of the predictor. Missing values: left out before. Weights say how precise an answer
/// is (its variance is s² / w); weights of a survey need their own standard errors. Edge cases: an
/// outcome that is the same for everyone, or as many coefficients as respondents, is not fitted; where
/// the predictors leave no error, there is no F and no likelihood, and coefficients have no interval.
/// An offset is taken from the outcome before all else; R² is of what is left. Without intercept, R²
/// and F compare with 0 instead of the mean, as in R and SPSS.
///
/// [#robust] is to be reported: survey answers seldom have errors of one size. R: `lm`, robust by
/// `sandwich::vcovHC`; SPSS: REGRESSION, robust by GENLINMIXED or a macro.
///
/// Summary: its rows; coefficients alone follow from cross-products.
///
/// Source: Fox (2016), chapters 5 to 7; solved as [LeastSquares] says. Checked against R 4.2.2 and the
/// certified values of NIST, see `LinearRegressionTest`.
public final class LinearRegression {

    /// Residuals below this share of the outcome, squared, are rounding.
    private static final double ROUNDING = 1e-30;

    private final Design design;
    private final double[] weights;
    private final double[] roots;
    private final LeastSquares solution;
    private final Matrix inverse;
    private final double residualSquares;
    private final double totalSquares;

    private LinearRegression(
            Design design,
            double[] weights,
            double[] roots,
            LeastSquares solution,
            double residualSquares,
            double totalSquares) {
        this.design = design;
        this.weights = weights;
        this.roots = roots;
        this.solution = solution;
        this.inverse = solution.decomposition().inverseOfCrossProduct();
        this.residualSquares = residualSquares;
        this.totalSquares = totalSquares;
    }

    /// The regression of an outcome, or the reason why there is none.
    ///
    /// @param outcome one finite value for each respondent of the design
    /// @throws IllegalArgumentException if the number of values is another, or one is not finite
    public static Fitting<LinearRegression> fit(Design design, double[] outcome) {
        var ones = new double[design.n()];
        Arrays.fill(ones, 1);
        return fit(design, outcome, ones);
    }

    /// The regression of an outcome whose values are known with different precision.
    ///
    /// @param outcome one finite value for each respondent of the design
    /// @param weights one for each respondent, above 0; the variance of a value is s² / weight
    /// @throws IllegalArgumentException if the number of values is another, or one is out of range
    public static Fitting<LinearRegression> fit(Design design, double[] outcome, double[] weights) {
        String name = design.formula().outcome();
        requireLength(name, outcome, design.n());
        requireLength("weights", weights, design.n());
        for (double weight : weights) {
            if (!(weight > 0)) {
                throw new IllegalArgumentException("weights must be above 0, not " + weight);
            }
        }
        Optional<String> fault = Magnitude.fault(name, outcome);
        if (fault.isPresent()) {
            return new NotFitted<>(fault.get());
        }
        int p = design.columns().size();
        if (design.n() <= p) {
            return new NotFitted<>(
                    "%d respondents are too few for %d coefficients and their error"
                            .formatted(design.n(), p));
        }
        double[] roots = Arrays.stream(weights).map(Math::sqrt).toArray();
        double[] offset = design.offset();
        var y = new double[outcome.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = outcome[i] - offset[i];
        }
        double total = squares(y, weights, design.hasIntercept());
        if (total == 0) {
            return new NotFitted<>(
                    design.hasIntercept()
                            ? name + " has the same value for everyone"
                            : name + " is 0 for everyone");
        }
        Matrix rows = scaled(design.matrix(), roots);
        double rowSquares = 0;
        for (int i = 0; i < y.length; i++) {
            y[i] *= roots[i];
            rowSquares += y[i] * y[i];
        }
        Optional<LeastSquares> solution = LeastSquares.of(rows, y);
        if (solution.isEmpty()) {
            return new NotFitted<>("its predictors are combinations of each other once weighted");
        }
        double left = solution.get().residualSquares();
        return new Fitted<>(
                new LinearRegression(
                        design,
                        weights.clone(),
                        roots,
                        solution.get(),
                        left > ROUNDING * rowSquares ? left : 0,
                        total));
    }

    private static void requireLength(String name, double[] values, int n) {
        if (values.length != n) {
            throw new IllegalArgumentException(
                    "%s must have %d values, not %d".formatted(name, n, values.length));
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "values of %s must be finite, not %s".formatted(name, value));
            }
        }
    }

    /// The weighted sum of squares around the weighted mean, or around 0.
    private static double squares(double[] y, double[] weights, boolean aroundMean) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < y.length; i++) {
            // Taken from the first value, sums keep their digits where all values are huge.
            sum += weights[i] * (y[i] - y[0]);
            weight += weights[i];
        }
        double mean = aroundMean ? y[0] + sum / weight : 0;
        double squares = 0;
        double rest = 0;
        for (int i = 0; i < y.length; i++) {
            double off = y[i] - mean;
            squares += weights[i] * off * off;
            rest += weights[i] * off;
        }
        return aroundMean ? Math.max(0, squares - rest * rest / weight) : squares;
    }

    private static Matrix scaled(Matrix matrix, double[] roots) {
        var columns = new double[matrix.columns()][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = matrix.column(j);
            for (int i = 0; i < roots.length; i++) {
                columns[j][i] *= roots[i];
            }
        }
        return Matrix.ofColumns(columns);
    }

    /// What was fitted to.
    public Design design() {
        return design;
    }

    /// How many respondents.
    public int n() {
        return design.n();
    }

    /// Degrees of freedom of the residuals: n less the number of coefficients.
    public int df() {
        return design.n() - design.columns().size();
    }

    /// The coefficients, with standard errors that hold where errors have one size.
    public Coefficients coefficients() {
        return coefficients(times(inverse, variance()), df());
    }

    /// The coefficients with standard errors that hold whatever the sizes of the errors: HC3.
    ///
    /// ```
    /// V = B (Σ x xᵀ e² / (1 - h)²) B,  B = (XᵀX)⁻¹,  h = leverage; t with n - p degrees of freedom
    /// ```
    ///
    /// Source: MacKinnon & White (1985) <https://doi.org/10.1016/0304-4076(85)90158-7>; why it is to be
    /// the rule: Long & Ervin (2000) <https://doi.org/10.1080/00031305.2000.10474549>. R:
    /// `sandwich::vcovHC(model)`, which prints `NaN` where a leverage is 1.
    public Fitting<Coefficients> robust() {
        double[] leverages = leverages();
        double[] e = solution.residuals();
        for (int i = 0; i < e.length; i++) {
            double left = 1 - leverages[i];
            if (left < 1e-10) {
                return new NotFitted<>(
                        "one respondent alone decides a coefficient, so that the size of the errors"
                                + " there is unknown");
            }
            e[i] /= left;
        }
        int[] single = new int[e.length];
        Arrays.setAll(single, i -> i);
        return sandwich(e, single, 1, df());
    }

    /// The coefficients with standard errors that hold where respondents of one cluster, such as a pair
    /// or a class, resemble each other; t with one degree of freedom less than clusters, as in Stata.
    /// R's `coeftest` keeps those of the residuals.
    ///
    /// @param cluster any number for each respondent, the same within a cluster
    /// @throws IllegalArgumentException if the number of values is another
    public Fitting<Coefficients> clustered(int[] cluster, ClusterVariance variance) {
        int clusters = (int) Arrays.stream(cluster).distinct().count();
        double factor = variance.factor(clusters, n(), design.columns().size());
        return sandwich(solution.residuals(), cluster, factor, clusters - 1);
    }

    private Fitting<Coefficients> sandwich(
            double[] errors, int[] cluster, double factor, double df) {
        if (residualSquares == 0) {
            return new NotFitted<>("its predictors leave no error at all");
        }
        var sandwich = new SandwichCovariance(inverse, List.of(Scores.of(scores(errors))));
        return switch (sandwich.of(List.of(cluster), Adjustment.NONE)) {
            case NotFitted<Matrix>(String reason) -> new NotFitted<>(reason);
            case Fitted<Matrix>(Matrix covariance) ->
                    new Fitted<>(coefficients(times(covariance, factor), df));
        };
    }

    private Coefficients coefficients(Matrix covariance, double df) {
        return Coefficients.withT(
                design.columns(), solution.coefficients(), covariance, df, design.n());
    }

    private Matrix scores(double[] errors) {
        var both = new double[errors.length];
        for (int i = 0; i < errors.length; i++) {
            both[i] = errors[i] * roots[i];
        }
        return scaled(design.matrix(), both);
    }

    private static Matrix times(Matrix matrix, double factor) {
        double[] values = matrix.values();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return Matrix.of(matrix.rows(), matrix.columns(), values);
    }

    private double variance() {
        return residualSquares / df();
    }

    /// The standard deviation of the errors, in the unit of the outcome.
    public double residualSd() {
        return Math.sqrt(variance());
    }

    /// The share of the variance of the outcome that the predictors explain: 0 to 1.
    public double rSquared() {
        return Math.clamp(1 - residualSquares / totalSquares, 0, 1);
    }

    /// R² less what chance alone would explain; below 0 where they explain less than that.
    ///
    /// Source: Ezekiel (1930); the formula of R and SPSS.
    public double adjustedRSquared() {
        int dfTotal = n() - (design.hasIntercept() ? 1 : 0);
        return 1 - variance() / (totalSquares / dfTotal);
    }

    /// The F-test that no predictor explains anything; none without predictors, or without error.
    public Optional<TestResult> test() {
        int k = design.columns().size() - (design.hasIntercept() ? 1 : 0);
        if (k == 0 || residualSquares == 0) {
            return Optional.empty();
        }
        double f = Math.max(0, totalSquares - residualSquares) / k / variance();
        if (!Double.isFinite(f)) {
            return Optional.empty();
        }
        double p = FDistribution.of(k, df()).survivalProbability(f);
        return Optional.of(TestResult.of("F-test", f, p, (double) k, (double) df()));
    }

    /// The logarithm of the likelihood at normal errors; none where there is no error.
    public OptionalDouble logLikelihood() {
        if (residualSquares == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (double weight : weights) {
            sum += Math.log(weight);
        }
        double n = n();
        return OptionalDouble.of(
                (sum - n * (Math.log(2 * Math.PI) + Math.log(residualSquares / n) + 1)) / 2);
    }

    /// Akaike's criterion, the error's standard deviation counted as a parameter, as R's `AIC` does.
    public OptionalDouble aic() {
        var likelihood = logLikelihood();
        return likelihood.isEmpty()
                ? likelihood
                : OptionalDouble.of(
                        2 * (design.columns().size() + 1) - 2 * likelihood.getAsDouble());
    }

    /// How much of its own fitted value each respondent makes: 0 to 1 each.
    public double[] leverages() {
        return solution.decomposition().leverages();
    }

    /// What the outcome of each respondent has more than predicted.
    public double[] residuals() {
        double[] residuals = solution.residuals();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] /= roots[i];
        }
        return residuals;
    }

    /// The outcome predicted for others, each with its interval.
    ///
    /// @param others the predictors of the formula, 1 respondent or more
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException as [Design#rowsOf]
    public List<Estimate> predictions(List<Predictor> others, Predicted what, double level) {
        return Prediction.of(this, what, level).at(others);
    }
}
