package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.Interval;
import eyebright.stats.TestResult;
import eyebright.stats.formula.Design;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.SandwichCovariance.Adjustment;
import eyebright.stats.model.Scoring.End;
import eyebright.stats.model.Scoring.Estimator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Logistic regression: a yes or no whose log odds are a sum of predictors.
///
/// ```
/// log(P / (1 - P)) = xᵀb        deviance = -2 Σ [y log P + (1 - y) log(1 - P)]
/// AIC = deviance + 2k           McFadden R² = 1 - deviance / deviance of the intercept alone
/// Tjur R² = mean P of those with the outcome - mean P of those without
/// ```
///
/// Shape: one row of predictors and one answer, 1 or 0, for each respondent. Unit of b: log odds per unit
/// of the predictor; e^b is an odds ratio. Missing values: none are accepted; leave respondents out
/// before. Edge cases: everyone or no one with the outcome, more coefficients than respondents, predictors
/// that repeat others, and predictors that tell the outcome without error ([Separation]) give the reason
/// and no model; the last, if the caller asks for it, Firth's estimate, and [#estimator] says so.
///
/// R: `glm(family = binomial)`; it warns where it should refuse. SPSS (LOGISTIC REGRESSION) prints Wald
/// statistics squared. Profile intervals: `confint(glm)`; SPSS and jamovi print Wald ones, which are too
/// short on the far side when an odds ratio is large.
///
/// Sources: Cox (1958) <https://doi.org/10.1111/j.2517-6161.1958.tb00292.x>; McFadden (1974); Tjur (2009)
/// <https://doi.org/10.1198/tast.2009.08210>. Checked against R 4.2.2, see `LogisticRegressionTest`.
/// Summary: patterns of predictors with how many respondents and how many with the outcome; the rows where
/// predictors do not repeat, for DeLong's interval and for clusters.
public final class LogisticRegression {

    private static final Response.Binary RESPONSE = new Response.Binary();

    private final GeneralizedFit fit;
    private final Method method;
    private final Optional<Separation> separation;

    private LogisticRegression(GeneralizedFit fit, Method method, Optional<Separation> separation) {
        this.fit = fit;
        this.method = method;
        this.separation = separation;
    }

    /// By which principle the coefficients were found.
    public enum Method {
        /// Maximum likelihood.
        MAXIMUM_LIKELIHOOD,
        /// Firth's penalised likelihood: see [FirthRegression].
        FIRTH
    }

    /// The regression of a yes or no on the columns of a design.
    ///
    /// @param events 1 with the outcome, 0 without, one for each respondent
    /// @throws IllegalArgumentException if there are not as many events as respondents or one is not 0 or 1
    public static Fitting<LogisticRegression> of(
            Design design, double[] events, WhenSeparated whenSeparated) {
        return of(ModelInput.of(design, events), whenSeparated);
    }

    /// The regression of a yes or no on columns, one of them usually a constant 1.
    ///
    /// @param names one for each column
    /// @param events 1 with the outcome, 0 without, one for each row
    /// @throws IllegalArgumentException if sizes differ or an event is not 0 or 1
    public static Fitting<LogisticRegression> of(
            List<String> names, Matrix x, double[] events, WhenSeparated whenSeparated) {
        return of(ModelInput.of(names, x, events, new double[events.length]), whenSeparated);
    }

    /// The same with an iteration that starts from given coefficients, to save steps.
    ///
    /// @param start one for each column, such as those a rehearsal made its answers with
    /// @throws IllegalArgumentException if sizes differ, an event is not 0 or 1, or a coefficient is not
    ///   finite
    public static Fitting<LogisticRegression> of(
            List<String> names,
            Matrix x,
            double[] events,
            WhenSeparated whenSeparated,
            double[] start) {
        return of(
                ModelInput.of(names, x, events, new double[events.length]).startingAt(start),
                whenSeparated);
    }

    private static Fitting<LogisticRegression> of(ModelInput input, WhenSeparated whenSeparated) {
        Optional<String> fault = whyNotFitted(input);
        if (fault.isPresent()) {
            return new NotFitted<>(fault.get());
        }
        var rows = input.rows(ModelRows.Joining.PATTERNS);
        var scoring = new Scoring(rows, RESPONSE, Estimator.LIKELIHOOD);
        input.start(rows, scoring);
        End end = scoring.maximise();
        if (end == End.MAXIMUM) {
            return made(
                    GeneralizedFit.at(
                            input,
                            rows,
                            RESPONSE,
                            Estimator.LIKELIHOOD,
                            scoring,
                            scoring.inverseInformation()),
                    Method.MAXIMUM_LIKELIHOOD,
                    Optional.empty());
        }
        var failure = GeneralizedFit.failure(rows, scoring, RESPONSE, end);
        if (failure.separation().isPresent() && whenSeparated == WhenSeparated.FIRTH) {
            return made(
                    GeneralizedFit.of(input, RESPONSE, Estimator.FIRTH),
                    Method.FIRTH,
                    failure.separation());
        }
        return new NotFitted<>(failure.reason());
    }

    /// Firth's regression, whether separated or not.
    static Fitting<LogisticRegression> firth(ModelInput input) {
        Optional<String> fault = whyNotFitted(input);
        if (fault.isPresent()) {
            return new NotFitted<>(fault.get());
        }
        return made(
                GeneralizedFit.of(input, RESPONSE, Estimator.FIRTH),
                Method.FIRTH,
                Optional.empty());
    }

    private static Optional<String> whyNotFitted(ModelInput input) {
        double with = 0;
        for (int i = 0; i < input.n(); i++) {
            double event = input.answers()[i];
            if (event != 0 && event != 1) {
                throw new IllegalArgumentException(
                        "event of row %d must be 0 or 1, not %s".formatted(i, event));
            }
            with += event;
        }
        if (with == 0 || with == input.n()) {
            return Optional.of((with == 0 ? "no one" : "everyone") + " has the outcome");
        }
        return input.whyNotFitted();
    }

    private static Fitting<LogisticRegression> made(
            Fitting<GeneralizedFit> fitting, Method method, Optional<Separation> separation) {
        return switch (fitting) {
            case Fitted<GeneralizedFit>(GeneralizedFit fit) ->
                    new Fitted<>(new LogisticRegression(fit, method, separation));
            case NotFitted<GeneralizedFit>(String reason) -> new NotFitted<>(reason);
        };
    }

    /// By which principle the coefficients were found.
    public Method method() {
        return method;
    }

    /// What separates, if Firth's method was called in for it.
    public Optional<Separation> separation() {
        return separation;
    }

    /// Coefficients in log odds, with the covariance of the inverse information.
    public Coefficients coefficients() {
        return fit.coefficients();
    }

    /// How many respondents.
    public int n() {
        return fit.input().n();
    }

    /// A coefficient with its profile-likelihood interval, of the penalised likelihood after Firth's
    /// method.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such name or the level is out of range
    public Estimate profile(String name, double level) {
        return fit.profile(name, level);
    }

    /// An odds ratio with its profile-likelihood interval.
    ///
    /// @throws IllegalArgumentException if there is no such name or the level is out of range
    public Estimate oddsRatio(String name, double level) {
        return ExponentialEstimate.of(profile(name, level));
    }

    /// An odds ratio with its Wald interval, as most programs print it.
    ///
    /// @throws IllegalArgumentException if there is no such name or the level is out of range
    public Estimate waldOddsRatio(String name, double level) {
        return ExponentialEstimate.of(coefficients().estimate(name, level));
    }

    /// The log-likelihood, without Firth's penalty.
    public double logLikelihood() {
        return fit.plainLikelihood();
    }

    /// -2 log-likelihood.
    public double deviance() {
        return -2 * logLikelihood();
    }

    /// The deviance of the intercept alone.
    public double nullDeviance() {
        return -2 * fit.nullLikelihood();
    }

    /// Akaike's criterion: deviance plus twice the number of coefficients.
    public double aic() {
        return deviance() + 2 * fit.scaled().length;
    }

    /// McFadden's R²: the share of the deviance that the predictors take away.
    public double mcFadden() {
        return 1 - deviance() / nullDeviance();
    }

    /// The likelihood-ratio test that all predictors have coefficients of 0.
    ///
    /// @return chi-squared; none if there is no predictor beside the intercept
    public Optional<TestResult> likelihoodRatio() {
        double df = fit.scaled().length - (fit.rows().intercept() < 0 ? 0 : 1);
        if (df == 0) {
            return Optional.empty();
        }
        double statistic = Math.max(0, nullDeviance() - deviance());
        double p = ChiSquaredDistribution.of(df).survivalProbability(statistic);
        return Optional.of(TestResult.of("likelihood-ratio test", statistic, p, df));
    }

    /// The predicted probability of each respondent, in their order.
    public double[] probabilities() {
        return fit.fitted();
    }

    /// Tjur's R²: how far apart the mean probabilities of those with and without the outcome lie.
    public double tjur() {
        double[] probabilities = fit.means();
        double[] events = fit.rows().events();
        double[] trials = fit.rows().trials();
        double with = 0;
        double sumWith = 0;
        double sumWithout = 0;
        for (int i = 0; i < events.length; i++) {
            with += events[i];
            sumWith += events[i] * probabilities[i];
            sumWithout += (trials[i] - events[i]) * probabilities[i];
        }
        return sumWith / with - sumWithout / (n() - with);
    }

    /// The Brier score on the respondents it was fitted to.
    public double brier() {
        double[] probabilities = fit.means();
        double[] events = fit.rows().events();
        double[] trials = fit.rows().trials();
        double sum = 0;
        for (int i = 0; i < events.length; i++) {
            double missed = 1 - probabilities[i];
            sum +=
                    events[i] * missed * missed
                            + (trials[i] - events[i]) * probabilities[i] * probabilities[i];
        }
        return sum / n();
    }

    /// The area under the curve on the respondents it was fitted to, with DeLong's interval.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public Estimate areaUnderCurve(double level) {
        // By the linear predictor: probabilities near 1 would tie.
        ModelRows rows = fit.rows();
        return AreaUnderCurve.of(
                RocCurve.sorted(fit.rows().predict(fit.scaled()), rows.events(), rows.trials()),
                n(),
                level);
    }

    /// The predicted probability for a row of predictors, with an interval made on the log odds.
    ///
    /// @param row one value for each column, the 1 of the intercept among them
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if the row has another length or the level is out of range
    public Estimate probability(double[] row, double level) {
        if (row.length != fit.scaled().length) {
            throw new IllegalArgumentException(
                    "row must have %d values, not %d".formatted(fit.scaled().length, row.length));
        }
        return switch (coefficients().combination(row, level)) {
            case NotEstimable none -> none;
            case Known(double eta, Optional<Interval> limits, int n) ->
                    new Known(
                            RESPONSE.mean(eta),
                            limits.map(
                                    each ->
                                            new Interval(
                                                    RESPONSE.mean(each.low()),
                                                    RESPONSE.mean(each.high()),
                                                    level)),
                            n);
        };
    }

    /// The coefficients with a covariance that holds although respondents within a cluster are alike.
    ///
    /// @param clusters the cluster of each respondent, any numbers
    /// @return the reason where there is only one cluster
    /// @throws IllegalArgumentException if there are not as many as respondents
    public Fitting<Coefficients> clustered(int[] clusters, Adjustment adjustment) {
        return fit.clustered(clusters, adjustment);
    }

    /// The coefficients with a covariance that holds although the log odds are not quite linear.
    public Fitting<Coefficients> robust(Adjustment adjustment) {
        return fit.robust(adjustment);
    }

    /// What the model rests on, for the effects beside it.
    GeneralizedFit fit() {
        return fit;
    }
}
