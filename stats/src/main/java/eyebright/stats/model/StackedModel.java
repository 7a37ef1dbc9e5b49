package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.TestResult;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.SandwichCovariance.Adjustment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The same predictors for two outcomes of the same people: do they matter alike?
///
/// ```
/// g(E y₁) = x₁ᵀb₁,  g(E y₂) = x₂ᵀb₂        g: log odds of yes or no, or log rate of counts
/// V = A (Σ over people of s sᵀ) A           s: a person's scores of both outcomes, A: inverse information
/// differences: d = b₂ - b₁ without the intercepts        equality: dᵀ V(d)⁻¹ d, chi-squared with one df each
/// ```
///
/// One regression of the rows of both outcomes below each other, with every predictor multiplied by the
/// outcome, has exactly these coefficients and this covariance, clustered by person: what one person
/// answers twice is not taken for two people. Shape: two [StackedOutcome]s of one kind; a person may have
/// only one of them. Unit: log odds or log rates per unit of the predictor; e^d is a ratio of odds ratios or
/// of rate ratios. For counts the variance need not be that of Poisson. Missing values: none are accepted;
/// leave out the row of that outcome. Edge cases: an outcome without a model gives its reason.
/// Errors: outcomes of different kinds or with different columns.
///
/// R: `glm(y ~ outcome * (…))` and `sandwich::vcovCL(~ person, type = "HC0", cadjust = FALSE)`. jamovi, JASP
/// and SPSS menus have none. Sources: Weesie (1999) Stata Technical Bulletin 52, "suest"; Liang & Zeger
/// (1986) <https://doi.org/10.1093/biomet/73.1.13>. With few events read [StackedErrors#SMALL_SAMPLES], which plans
/// do. Summary: the rows.
public final class StackedModel {

    private final List<String> slopes;
    private final Coefficients coefficients;
    private final Coefficients differences;
    private final int intercept;

    private StackedModel(
            List<String> slopes,
            Coefficients coefficients,
            Coefficients differences,
            int intercept) {
        this.slopes = slopes;
        this.coefficients = coefficients;
        this.differences = differences;
        this.intercept = intercept;
    }

    /// The model of two outcomes, with the errors of large samples.
    ///
    /// @return the reason where one of the outcomes has no model or no predictor
    /// @throws IllegalArgumentException if the outcomes are of different kinds or have different columns
    public static Fitting<StackedModel> of(StackedOutcome first, StackedOutcome second) {
        return of(first, second, StackedErrors.LARGE_SAMPLES);
    }

    /// The model of two outcomes, with errors of a choice.
    ///
    /// @return the reason where one of the outcomes has no model or no predictor, or an error cannot be had
    /// @throws IllegalArgumentException if the outcomes are of different kinds or have different columns, or a person has
    ///   several rows in one where they may have one
    public static Fitting<StackedModel> of(
            StackedOutcome first, StackedOutcome second, StackedErrors errors) {
        if (!first.names().equals(second.names())) {
            throw new IllegalArgumentException(
                    "outcomes must have the same columns, not %s and %s"
                            .formatted(first.names(), second.names()));
        }
        if (!first.response().equals(second.response())) {
            throw new IllegalArgumentException(
                    "%s and %s must be of one kind, both yes or no or both counts"
                            .formatted(first.name(), second.name()));
        }
        return switch (first.fit()) {
            case NotFitted<GeneralizedFit>(String reason) ->
                    new NotFitted<>("%s: %s".formatted(first.name(), reason));
            case Fitted<GeneralizedFit>(GeneralizedFit one) ->
                    switch (second.fit()) {
                        case NotFitted<GeneralizedFit>(String reason) ->
                                new NotFitted<>("%s: %s".formatted(second.name(), reason));
                        case Fitted<GeneralizedFit>(GeneralizedFit other) ->
                                joined(first, one, second, other, errors);
                    };
        };
    }

    private static Fitting<StackedModel> joined(
            StackedOutcome first,
            GeneralizedFit one,
            StackedOutcome second,
            GeneralizedFit other,
            StackedErrors errors) {
        int p = one.scaled().length;
        int intercept = one.rows().intercept();
        int[] places = IntStream.range(0, p).filter(j -> j != intercept).toArray();
        if (places.length == 0) {
            return new NotFitted<>("there is no predictor to compare");
        }
        var values = Arrays.copyOf(one.coefficients().values(), 2 * p);
        System.arraycopy(other.coefficients().values(), 0, values, p, p);
        var stack = new Stack(first, second, values, places);
        return switch (errors) {
            case LARGE_SAMPLES -> ofSandwich(stack, first, one, second, other, intercept);
            case SMALL_SAMPLES -> ofInfluences(stack, one, other, intercept);
        };
    }

    private static Fitting<StackedModel> ofSandwich(
            Stack stack,
            StackedOutcome first,
            GeneralizedFit one,
            StackedOutcome second,
            GeneralizedFit other,
            int intercept) {
        var sandwich =
                new SandwichCovariance(
                        blocks(one.scaledCovariance(), other.scaledCovariance()),
                        List.of(one.scores(), other.scores()));
        return switch (sandwich.of(List.of(first.persons(), second.persons()), Adjustment.NONE)) {
            case NotFitted<Matrix>(String reason) -> new NotFitted<>(reason);
            case Fitted<Matrix>(Matrix scaled) -> {
                Matrix turn =
                        blocks(
                                Matrix.ofColumns(one.rows().turn()),
                                Matrix.ofColumns(other.rows().turn()));
                Matrix covariance = turn.transposed().times(scaled).times(turn);
                var both =
                        Coefficients.withNormal(
                                stack.names(), stack.values(), covariance, stack.people());
                yield new Fitted<>(
                        new StackedModel(
                                stack.slopes(), both, differences(stack, both), intercept));
            }
        };
    }

    private static Fitting<StackedModel> ofInfluences(
            Stack stack, GeneralizedFit one, GeneralizedFit other, int intercept) {
        return switch (stack.influences(one, other)) {
            case NotFitted<Influences>(String reason) -> new NotFitted<>(reason);
            case Fitted<Influences>(Influences influences) ->
                    new Fitted<>(
                            new StackedModel(
                                    stack.slopes(),
                                    Coefficients.withInfluences(
                                            stack.names(), stack.values(), influences),
                                    Coefficients.withInfluences(
                                            stack.slopes(),
                                            stack.differences(),
                                            influences.differences(
                                                    stack.firsts(), stack.seconds())),
                                    intercept));
        };
    }

    private static Coefficients differences(Stack stack, Coefficients both) {
        int[] first = stack.firsts();
        int[] second = stack.seconds();
        int k = first.length;
        Matrix all = both.covariance();
        var covariance = new double[k * k];
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < k; i++) {
                covariance[j * k + i] =
                        all.at(first[i], first[j])
                                - all.at(first[i], second[j])
                                - all.at(second[i], first[j])
                                + all.at(second[i], second[j]);
            }
        }
        return Coefficients.withNormal(
                stack.slopes(), stack.differences(), Matrix.of(k, k, covariance), both.n());
    }

    private static Matrix blocks(Matrix upper, Matrix lower) {
        int p = upper.rows();
        int size = p + lower.rows();
        var values = new double[size * size];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < p; i++) {
                values[j * size + i] = upper.at(i, j);
            }
        }
        for (int j = 0; j < lower.rows(); j++) {
            for (int i = 0; i < lower.rows(); i++) {
                values[(p + j) * size + p + i] = lower.at(i, j);
            }
        }
        return Matrix.of(size, size, values);
    }

    /// The coefficients of both outcomes, named `therapy: age` and `daily: age`, with their joint
    /// covariance.
    public Coefficients coefficients() {
        return coefficients;
    }

    /// For each predictor its coefficient for the second outcome minus that for the first.
    public Coefficients differences() {
        return differences;
    }

    /// e to a difference: how many times as large the odds ratio or rate ratio of a predictor is for the
    /// second outcome as for the first.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such predictor or the level is out of range
    public Estimate ratio(String name, double level) {
        return ExponentialEstimate.of(differences.estimate(name, level));
    }

    /// The test that all predictors matter alike for both outcomes.
    ///
    /// @return chi-squared with one df for each predictor, F by [StackedErrors#SMALL_SAMPLES]; none where the covariance
    ///   of the differences is singular, as it is with fewer people than predictors
    public Optional<TestResult> equality() {
        return differences.jointTest(slopes);
    }

    /// Whether the coefficients of the second outcome are one multiple of those of the first.
    ///
    /// @param level coverage of the interval of the multiple: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public ProportionalSlopes proportionality(double level) {
        int p = coefficients.names().size() / 2;
        int[] first = IntStream.range(0, p).filter(j -> j != intercept).toArray();
        return ProportionalSlopes.of(coefficients, first, p, level);
    }
}
