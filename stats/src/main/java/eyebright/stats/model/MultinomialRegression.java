package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.Interval;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.LikelihoodRatio.LogLikelihood;
import eyebright.stats.model.NewtonAscent.NoPeak;
import eyebright.stats.model.NewtonAscent.Peak;
import java.util.ArrayList;
import java.util.List;

/// Multinomial logistic regression: the odds of each category against a reference category.
///
/// ```
/// ln(P(Y = k) / P(Y = reference)) = a_k + xᵀb_k        log-likelihood: Σ ln P(Y = y)
/// ```
///
/// Shape: n respondents, p predictors (the constants are added here), k categories without order: (k - 1)
/// (p + 1) coefficients named `category: predictor`, the constant `category: (intercept)`. Unit: b in log
/// odds against the reference per unit of the predictor. Missing values: none; rows are complete. Fitted
/// by Newton's method on predictors scaled to a spread of 1, until a step is below 1e-9; standard errors
/// from the observed information, which here is the expected one too.
///
/// Edge cases: a category that nobody is in is left out and named by [#emptyLevels]. No model, with the
/// reason: everyone in one category, nobody in the reference category, a predictor of one value or that
/// follows from others, predictors that separate the categories. Errors: codes or names that do not fit.
///
/// R: `nnet::multinom`, which stops at 1e-8 of the deviance and reports large numbers, not separation.
/// SPSS NOMREG takes the last category as reference.
///
/// Summary: rows (covariate patterns by category would do). Source: McFadden (1974), Conditional logit
/// analysis of qualitative choice behavior. Checked against R 4.2.2, see `MultinomialRegressionTest`.
public final class MultinomialRegression {

    private final ScaledPredictors predictors;
    private final OutcomeLevels outcome;
    private final String reference;
    private final MultinomialLogit likelihood;
    private final Peak peak;
    private final Coefficients coefficients;

    private MultinomialRegression(
            ScaledPredictors predictors,
            OutcomeLevels outcome,
            String reference,
            MultinomialLogit likelihood,
            Peak peak) {
        this.predictors = predictors;
        this.outcome = outcome;
        this.reference = reference;
        this.likelihood = likelihood;
        this.peak = peak;
        this.coefficients = coefficients(predictors, outcome.used(), reference, likelihood, peak);
    }

    /// The model of predictors in columns.
    ///
    /// @param names one for each column of `x`, which has no column of ones
    /// @param levels the categories of the outcome
    /// @param codes one for each row: places in `levels`, from 0
    /// @param reference the category that the others are compared with
    /// @return the model, or the reason why there is none
    /// @throws IllegalArgumentException if names, levels or codes do not fit, or there is no such
    ///   reference
    public static Fitting<MultinomialRegression> fit(
            List<String> names, Matrix x, List<String> levels, int[] codes, String reference) {
        var outcome = OutcomeLevels.of(levels, codes, x.rows());
        return switch (ScaledPredictors.of(names, x)) {
            case NotFitted<ScaledPredictors>(String reason) -> new NotFitted<>(reason);
            case Fitted<ScaledPredictors>(var predictors) -> fit(predictors, outcome, reference);
        };
    }

    /// The model of a formula.
    ///
    /// @param design with a constant and without offset
    /// @param outcome the reference category is its first level, even if nobody is in it
    /// @return the model, or the reason why there is none
    /// @throws IllegalArgumentException if the design and the outcome have different lengths
    public static Fitting<MultinomialRegression> fit(Design design, Categorical outcome) {
        var levels = OutcomeLevels.of(outcome.levels(), outcome.codes(), design.n());
        return switch (ScaledPredictors.of(design)) {
            case NotFitted<ScaledPredictors>(String reason) -> new NotFitted<>(reason);
            case Fitted<ScaledPredictors>(var predictors) ->
                    fit(predictors, levels, outcome.reference());
        };
    }

    static Fitting<MultinomialRegression> fit(
            ScaledPredictors predictors, OutcomeLevels outcome, String reference) {
        int place = outcome.place(reference);
        if (place < 0) {
            return new NotFitted<>("nobody is in the reference category " + reference);
        }
        List<String> levels = outcome.used();
        if (levels.size() < 2) {
            return new NotFitted<>("everyone is in the category " + levels.getFirst());
        }
        var likelihood = new MultinomialLogit(predictors, outcome.codes(), levels.size(), place);
        return switch (NewtonAscent.from(likelihood.start(), likelihood)) {
            case Peak peak ->
                    new Fitted<>(
                            new MultinomialRegression(
                                    predictors, outcome, reference, likelihood, peak));
            case NoPeak none ->
                    new NotFitted<>(
                            none.reason(
                                    predictors.names(),
                                    largest(none.direction, predictors.count())));
        };
    }

    /// For each predictor how far it runs in the category in which it runs farthest.
    private static double[] largest(double[] direction, int p) {
        var largest = new double[p];
        for (int i = 0; i < direction.length; i++) {
            int c = i % (p + 1) - 1;
            if (c >= 0) {
                largest[c] = Math.max(largest[c], Math.abs(direction[i]));
            }
        }
        return largest;
    }

    private static Coefficients coefficients(
            ScaledPredictors predictors,
            List<String> levels,
            String reference,
            MultinomialLogit likelihood,
            Peak peak) {
        List<String> names = new ArrayList<>();
        var turn = new double[peak.parameters.length][peak.parameters.length];
        for (int k = 0; k < levels.size(); k++) {
            if (levels.get(k).equals(reference)) {
                continue;
            }
            int first = likelihood.first(k);
            names.add(levels.get(k) + ": (intercept)");
            turn[first][first] = 1;
            for (int c = 0; c < predictors.count(); c++) {
                names.add(levels.get(k) + ": " + predictors.names().get(c));
                turn[first][first + 1 + c] = -predictors.centre(c) / predictors.spread(c);
                turn[first + 1 + c][first + 1 + c] = 1 / predictors.spread(c);
            }
        }
        return peak.turned(names, turn, predictors.n());
    }

    /// The coefficients, named `category: predictor`, category by category.
    public Coefficients coefficients() {
        return coefficients;
    }

    /// The name of a coefficient.
    ///
    /// @param predictor one of the predictors, or `(intercept)`
    /// @throws IllegalArgumentException if there is no such coefficient
    public String coefficient(String level, String predictor) {
        String name = level + ": " + predictor;
        return coefficients.names().get(coefficients.indexOf(name));
    }

    /// The natural logarithm of the likelihood at its highest.
    public double logLikelihood() {
        return peak.value;
    }

    /// The categories that somebody is in, in their order.
    public List<String> levels() {
        return outcome.used();
    }

    /// The categories that nobody is in, which the model leaves out; to be told to the reader.
    public List<String> emptyLevels() {
        return outcome.empty();
    }

    /// The category that the others are compared with.
    public String reference() {
        return reference;
    }

    /// How many respondents.
    public int n() {
        return predictors.n();
    }

    /// The coefficient of a category and a predictor with its profile-likelihood interval.
    ///
    /// @param confidence coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such coefficient, or the coverage is out of range
    public Estimate profile(String level, String predictor, double confidence) {
        int parameter = coefficients.indexOf(coefficient(level, predictor));
        double spread = predictors.spread(predictors.indexOf(predictor));
        return ProfileInterval.estimate(likelihood, peak, parameter, spread, n(), confidence);
    }

    /// The odds ratio of a category against the reference per unit of a predictor, with its
    /// profile-likelihood interval.
    ///
    /// @param confidence coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such coefficient, or the coverage is out of range
    public Estimate oddsRatio(String level, String predictor, double confidence) {
        return ExponentialEstimate.of(profile(level, predictor, confidence));
    }

    /// The odds ratio of a category against the reference per unit of a predictor, with its Wald
    /// interval.
    ///
    /// @param confidence coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such coefficient, or the coverage is out of range
    public Estimate waldOddsRatio(String level, String predictor, double confidence) {
        return ExponentialEstimate.of(
                coefficients.estimate(coefficient(level, predictor), confidence));
    }

    /// The chance of one category for a respondent with these predictors.
    ///
    /// @param row one value for each column that the model was fitted to, in units of the data; after a
    ///   design that is a row of [Design#rowsOf] with its constant
    /// @param confidence coverage of the interval, by the delta method on log odds
    /// @return the chance; not estimable for a category that nobody is in
    /// @throws IllegalArgumentException if there is no such category, or the row does not fit
    public Estimate chance(String level, double[] row, double confidence) {
        Interval.requireLevel(confidence);
        double[] z = predictors.scaled(row);
        int code = outcome.place(level);
        if (code < 0) {
            return new NotEstimable("nobody is in the category " + level);
        }
        double[] chances = likelihood.chances(peak.parameters, z);
        var slopes = new double[peak.parameters.length];
        int base = levels().indexOf(reference);
        for (int k = 0; k < chances.length; k++) {
            if (k != base) {
                double slope = chances[code] * ((k == code ? 1 : 0) - chances[k]);
                likelihood.add(slopes, k, z, slope);
            }
        }
        return PredictedChance.of(chances[code], peak.variance(slopes), confidence, n());
    }

    /// What these predictors explain beyond the others: the likelihood ratio of the model with and
    /// without them.
    ///
    /// @param tested 1 or more predictors, such as the columns of one term
    /// @param level coverage of the interval of the share: above 0 and below 1
    /// @return the ratio, or the reason why a model cannot be fitted
    /// @throws IllegalArgumentException if one of them is not there, none is named, or the level is out of
    ///   range
    public Fitting<LikelihoodRatio> likelihoodRatio(List<String> tested, double level) {
        var fewer = predictors.without(tested);
        var smaller =
                new MultinomialLogit(
                        fewer, outcome.codes(), levels().size(), levels().indexOf(reference));
        return NewtonAscent.from(smaller.start(), smaller).against(likelihood(), level);
    }

    /// The likelihood with the number of coefficients, to be compared with that of a nested model.
    public LogLikelihood likelihood() {
        return new LogLikelihood(logLikelihood(), coefficients.names().size(), n());
    }
}
