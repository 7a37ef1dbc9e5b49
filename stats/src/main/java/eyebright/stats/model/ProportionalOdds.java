package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.formula.Design;
import eyebright.stats.formula.Predictor.Categorical;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.LikelihoodRatio.LogLikelihood;
import eyebright.stats.model.NewtonAscent.NoPeak;
import eyebright.stats.model.NewtonAscent.Peak;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Ordinal logistic regression: one odds ratio for a higher answer, wherever the answers are cut.
///
/// ```
/// logit P(Y <= j) = θ_j - xᵀb        b > 0: a higher answer is more likely;  exp(b) the odds ratio of higher
/// log-likelihood: Σ ln(F(θ_j - xᵀb) - F(θ_{j-1} - xᵀb)),  F the logistic function
/// ```
///
/// Shape: n respondents, p predictors without a constant (the thresholds stand for it), k categories in
/// order. Unit: b in log odds per unit of the predictor. Missing values: none; rows are complete.
/// Fitted by Newton's method with the analytic second derivatives on predictors scaled to a spread of 1,
/// until a step is below 1e-9; standard errors from the observed information. Coefficients: thresholds
/// named `low|high` by the categories beside them, then the predictors.
///
/// Edge cases: a category that nobody is in is left out and named by [#emptyLevels]; with two
/// categories left this is logistic regression. No model, with the reason: everyone in one category, a
/// predictor of one value or that follows from others, predictors that separate the categories. Errors:
/// codes or names that do not fit the data.
///
/// R: `ordinal::clm` has these signs and the same information; `MASS::polr` the same signs, but stops at
/// 1e-8 of the deviance, so that its standard errors hold 4 to 5 digits. SPSS PLUM: the same, but the
/// last level of a factor as reference. SAS turns the sign of b.
///
/// Summary: rows (covariate patterns by category would do). Source: McCullagh (1980)
/// <https://doi.org/10.1111/j.2517-6161.1980.tb01109.x>. Checked against R 4.2.2, see
/// `ProportionalOddsTest`.
public final class ProportionalOdds {

    private final ScaledPredictors predictors;
    private final OutcomeLevels outcome;
    private final CumulativeLogit likelihood;
    private final Peak peak;
    private final Coefficients coefficients;

    private ProportionalOdds(
            ScaledPredictors predictors,
            OutcomeLevels outcome,
            CumulativeLogit likelihood,
            Peak peak) {
        this.predictors = predictors;
        this.outcome = outcome;
        this.likelihood = likelihood;
        this.peak = peak;
        this.coefficients = coefficients(predictors, outcome.used(), peak);
    }

    /// The model of predictors in columns.
    ///
    /// @param names one for each column of `x`, which has no column of ones
    /// @param levels the categories of the outcome, lowest first
    /// @param codes one for each row: places in `levels`, from 0
    /// @return the model, or the reason why there is none
    /// @throws IllegalArgumentException if names, levels or codes do not fit
    public static Fitting<ProportionalOdds> fit(
            List<String> names, Matrix x, List<String> levels, int[] codes) {
        var outcome = OutcomeLevels.of(levels, codes, x.rows());
        return switch (ScaledPredictors.of(names, x)) {
            case NotFitted<ScaledPredictors>(String reason) -> new NotFitted<>(reason);
            case Fitted<ScaledPredictors>(var predictors) -> fit(predictors, outcome);
        };
    }

    /// The model of a formula.
    ///
    /// @param design with a constant, which the thresholds stand for, and without offset
    /// @param outcome its levels lowest first
    /// @return the model, or the reason why there is none
    /// @throws IllegalArgumentException if the design and the outcome have different lengths
    public static Fitting<ProportionalOdds> fit(Design design, Categorical outcome) {
        var levels = OutcomeLevels.of(outcome.levels(), outcome.codes(), design.n());
        return switch (ScaledPredictors.of(design)) {
            case NotFitted<ScaledPredictors>(String reason) -> new NotFitted<>(reason);
            case Fitted<ScaledPredictors>(var predictors) -> fit(predictors, levels);
        };
    }

    static Fitting<ProportionalOdds> fit(ScaledPredictors predictors, OutcomeLevels outcome) {
        int cuts = outcome.used().size() - 1;
        if (cuts < 1) {
            return new NotFitted<>("everyone is in the category " + outcome.used().getFirst());
        }
        var likelihood =
                new CumulativeLogit(
                        predictors, outcome.codes(), cuts, new boolean[predictors.count()]);
        return switch (NewtonAscent.from(likelihood.start(), likelihood)) {
            case Peak peak ->
                    new Fitted<>(new ProportionalOdds(predictors, outcome, likelihood, peak));
            case NoPeak none ->
                    new NotFitted<>(
                            none.reason(
                                    predictors.names(),
                                    Arrays.copyOfRange(
                                            none.direction, cuts, none.direction.length)));
        };
    }

    private static Coefficients coefficients(
            ScaledPredictors predictors, List<String> levels, Peak peak) {
        int cuts = levels.size() - 1;
        int p = predictors.count();
        List<String> names = new ArrayList<>();
        var turn = new double[cuts + p][cuts + p];
        for (int j = 0; j < cuts; j++) {
            names.add(levels.get(j) + "|" + levels.get(j + 1));
            turn[j][j] = 1;
            for (int c = 0; c < p; c++) {
                turn[j][cuts + c] = predictors.centre(c) / predictors.spread(c);
            }
        }
        for (int c = 0; c < p; c++) {
            names.add(predictors.names().get(c));
            turn[cuts + c][cuts + c] = 1 / predictors.spread(c);
        }
        return peak.turned(names, turn, predictors.n());
    }

    /// The thresholds, named `low|high`, and the coefficients of the predictors.
    public Coefficients coefficients() {
        return coefficients;
    }

    /// The natural logarithm of the likelihood at its highest.
    public double logLikelihood() {
        return peak.value;
    }

    /// The categories that somebody is in, lowest first.
    public List<String> levels() {
        return outcome.used();
    }

    /// The categories that nobody is in, which the model leaves out; to be told to the reader.
    public List<String> emptyLevels() {
        return outcome.empty();
    }

    /// How many respondents.
    public int n() {
        return predictors.n();
    }

    /// The coefficient of a predictor with its profile-likelihood interval.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such predictor, or the level is out of range
    public Estimate profile(String predictor, double level) {
        int place = predictors.indexOf(predictor);
        return ProfileInterval.estimate(
                likelihood, peak, likelihood.place(place, 0), predictors.spread(place), n(), level);
    }

    /// The odds ratio of a higher answer per unit of a predictor, with its profile-likelihood
    /// interval.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such predictor, or the level is out of range
    public Estimate oddsRatio(String predictor, double level) {
        return ExponentialEstimate.of(profile(predictor, level));
    }

    /// The odds ratio of a higher answer per unit of a predictor, with its Wald interval.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such predictor, or the level is out of range
    public Estimate waldOddsRatio(String predictor, double level) {
        return ExponentialEstimate.of(coefficients.estimate(predictor, level));
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
        return between(code - 1, code, z, confidence);
    }

    /// The chance of this category or a lower one; 1, without interval, for the highest.
    ///
    /// @throws IllegalArgumentException as [#chance]
    public Estimate chanceAtMost(String level, double[] row, double confidence) {
        Interval.requireLevel(confidence);
        double[] z = predictors.scaled(row);
        int code = outcome.place(level);
        if (code < 0) {
            return new NotEstimable("nobody is in the category " + level);
        }
        return code == levels().size() - 1 ? Known.bare(1, n()) : between(-1, code, z, confidence);
    }

    /// The chance of a higher category than this; 0, without interval, for the highest.
    ///
    /// @throws IllegalArgumentException as [#chance]
    public Estimate chanceAbove(String level, double[] row, double confidence) {
        Interval.requireLevel(confidence);
        double[] z = predictors.scaled(row);
        int code = outcome.place(level);
        if (code < 0) {
            return new NotEstimable("nobody is in the category " + level);
        }
        int top = levels().size() - 1;
        return code == top ? Known.bare(0, n()) : between(code, top, z, confidence);
    }

    /// The chance of the categories above one cut and up to another.
    private Estimate between(int lowerCut, int upperCut, double[] z, double confidence) {
        int top = levels().size() - 1;
        var slopes = new double[peak.parameters.length];
        double upper = Double.POSITIVE_INFINITY;
        double lower = Double.NEGATIVE_INFINITY;
        if (upperCut < top) {
            upper = likelihood.logit(peak.parameters, z, upperCut);
            double slope = CumulativeLogit.chance(upper) * CumulativeLogit.chance(-upper);
            likelihood.add(slopes, z, upperCut, slope);
        }
        if (lowerCut >= 0) {
            lower = likelihood.logit(peak.parameters, z, lowerCut);
            double slope = CumulativeLogit.chance(lower) * CumulativeLogit.chance(-lower);
            likelihood.add(slopes, z, lowerCut, -slope);
        }
        double chance =
                -CumulativeLogit.chance(upper)
                        * CumulativeLogit.chance(-lower)
                        * StrictMath.expm1(lower - upper);
        return PredictedChance.of(chance, peak.variance(slopes), confidence, n());
    }

    /// A weighted sum of the chances of the categories, such as the chance of a good answer minus that of a bad one.
    ///
    /// ```
    /// Σ w_j P(Y = j) = w_k + Σ (w_j - w_{j+1}) P(Y <= j),  se² = gᵀ V g,  g its slopes;  Wald's interval
    /// ```
    ///
    /// @param weights one for each of [#levels], lowest first
    /// @param row as in [#chance]
    /// @return the sum; not estimable where its error is 0 to all digits
    /// @throws IllegalArgumentException if there are more or fewer weights than levels, or the row does not fit
    public Estimate weighted(List<Double> weights, double[] row, double confidence) {
        Interval.requireLevel(confidence);
        int top = levels().size() - 1;
        if (weights.size() != top + 1) {
            throw new IllegalArgumentException(
                    "weights must be %d, not %d".formatted(top + 1, weights.size()));
        }
        double[] z = predictors.scaled(row);
        var slopes = new double[peak.parameters.length];
        double sum = weights.getLast();
        for (int cut = 0; cut < top; cut++) {
            double step = weights.get(cut) - weights.get(cut + 1);
            if (step != 0) {
                double logit = likelihood.logit(peak.parameters, z, cut);
                double chance = CumulativeLogit.chance(logit);
                sum += step * chance;
                likelihood.add(slopes, z, cut, step * chance * CumulativeLogit.chance(-logit));
            }
        }
        double reach = Quantiles.normal(confidence) * Math.sqrt(peak.variance(slopes));
        if (!(reach > 0) || !Double.isFinite(reach)) {
            return new NotEstimable("its error is 0 to all digits");
        }
        return Known.of(sum, new Interval(sum - reach, sum + reach, confidence), n());
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
                new CumulativeLogit(
                        fewer, outcome.codes(), levels().size() - 1, new boolean[fewer.count()]);
        return NewtonAscent.from(smaller.start(), smaller).against(likelihood(), level);
    }

    /// The likelihood with the number of coefficients, to be compared with that of a nested model.
    public LogLikelihood likelihood() {
        return new LogLikelihood(logLikelihood(), coefficients.names().size(), n());
    }

    /// The test that the odds ratios of all predictors are the same at every cut, see
    /// [#proportionalityTest(List)].
    public Fitting<TestResult> proportionalityTest() {
        return proportionalityTest(predictors.names());
    }

    /// The test that the odds ratios of these predictors are the same at every cut.
    ///
    /// ```
    /// logit P(Y <= j) = θ_j - xᵀb_j  against  b_j = b:  chi-squared with (cuts - 1) df for each predictor
    /// ```
    ///
    /// The likelihood-ratio test against that larger model (R: `ordinal::nominal_test`), which has a limit
    /// even where a category is empty at some value of a predictor. Where its
    /// curves would cross so that it cannot be fitted, and all predictors are tested, the Wald test of
    /// Brant (1990) <https://doi.org/10.2307/2532457> instead: one logistic regression for each cut. The
    /// name of the result says which.
    ///
    /// @param tested 1 or more predictors
    /// @return the test, or the reason why there is none
    /// @throws IllegalArgumentException if one of them is not there
    public Fitting<TestResult> proportionalityTest(List<String> tested) {
        return proportionality().test(tested);
    }

    Proportionality proportionality() {
        return new Proportionality(predictors, outcome, peak);
    }
}
