package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.Interval;
import eyebright.stats.formula.Design;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.LikelihoodRatio.LogLikelihood;
import eyebright.stats.model.NewtonAscent.NoPeak;
import eyebright.stats.model.NewtonAscent.Peak;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Logistic regression of respondents in groups that differ in their level: random intercepts.
///
/// ```
/// logit P(y = 1) = a + xᵀb + u_g,   u_g ~ N(0, σ²) of the group
/// ICC = σ² / (σ² + π²/3): the correlation of two of one group in what lies under the answers
/// ```
///
/// Shape: n respondents in 2 groups or more, of any sizes; p predictors (the constant is added here).
/// Unit: b in log odds within a group, larger than the odds of the whole sample would say. Missing values:
/// none; rows are complete. The integral over each group's level is by adaptive Gauss-Hermite quadrature;
/// its log-likelihood is maximised by Newton's steps until one is below 1e-9. Standard errors from its
/// second derivatives in all parameters, σ among them.
///
/// The number of points matters where groups are small and σ large: at σ = 4 and groups of 4, 15 points
/// are off by 1 % of a coefficient, 101 by less than one in a million, which is why 101 is the usual number
/// here. More points than 200 are refused.
///
/// Edge cases: where the groups differ no more than chance would have it, σ is 0 and the fit is singular,
/// said by [#isSingular]: then it is logistic regression. The limits of σ invert the likelihood-ratio test;
/// the lower is 0 where that is not rejected. No model, with the reason: one group, groups of one, answers
/// that never differ within a group, predictors that separate the answers, a predictor of one value or that
/// follows from others. Errors: outcomes other than 0 and 1, sizes that do not fit.
///
/// R: `lme4::glmer(family = binomial, nAGQ = 15)` gives what 15 points give here; its default, one point
/// (Laplace), is further off. SPSS GENLINMIXED uses penalized quasi-likelihood, biased towards 0.
///
/// Summary: rows by group. Source: Pinheiro & Bates (1995)
/// <https://doi.org/10.1080/10618600.1995.10474663>. Checked against R 4.2.2, lme4 and 30 digits of mpmath,
/// see `RandomInterceptLogisticTest`.
public final class RandomInterceptLogistic {

    /// The usual number of points of the quadrature.
    public static final int POINTS = 101;

    private static final double NONE = 1e-4;

    private final ScaledPredictors predictors;
    private final Groups groups;
    private final MarginalLogit likelihood;
    private final Peak peak;
    private final Coefficients coefficients;

    private RandomInterceptLogistic(
            ScaledPredictors predictors, Groups groups, MarginalLogit likelihood, Peak peak) {
        this.predictors = predictors;
        this.groups = groups;
        this.likelihood = likelihood;
        this.peak = peak;
        int width = predictors.count() + 1;
        double[][] covariance =
                peak.parameters[width] == 0
                        ? peak.covariance
                        : likelihood.covariance(peak.parameters);
        double[][] turn = predictors.turn();
        var values = new double[width];
        for (int j = 0; j < width; j++) {
            for (int k = 0; k < width; k++) {
                values[j] += turn[j][k] * peak.parameters[k];
            }
        }
        var part = new double[width][];
        for (int j = 0; j < width; j++) {
            part[j] = Arrays.copyOf(covariance[j], width);
        }
        this.coefficients =
                Coefficients.withNormal(
                        predictors.namesWithConstant(),
                        values,
                        ScaledPredictors.turned(turn, part),
                        predictors.n());
    }

    /// The model of predictors in columns.
    ///
    /// @param names one for each column of `x`, which has no column of ones
    /// @param outcomes one for each row: 1 for yes, 0 for no
    /// @param groups one for each row: rows of one number are a group
    /// @param points of the quadrature: 1 (Laplace) to 200, such as [#POINTS]
    /// @return the model, or the reason why there is none
    /// @throws IllegalArgumentException if names, outcomes, groups or points do not fit
    public static Fitting<RandomInterceptLogistic> fit(
            List<String> names, Matrix x, int[] outcomes, int[] groups, int points) {
        return fit(ScaledPredictors.of(names, x), x.rows(), outcomes, groups, points);
    }

    /// The model of a formula.
    ///
    /// @param design with a constant and without offset
    /// @param outcomes one for each respondent: 1 for yes, 0 for no
    /// @param groups one for each respondent: those of one number are a group
    /// @param points of the quadrature: 1 (Laplace) to 200, such as [#POINTS]
    /// @return the model, or the reason why there is none
    /// @throws IllegalArgumentException if the design, outcomes, groups or points do not fit
    public static Fitting<RandomInterceptLogistic> fit(
            Design design, int[] outcomes, int[] groups, int points) {
        return fit(ScaledPredictors.of(design), design.n(), outcomes, groups, points);
    }

    private static Fitting<RandomInterceptLogistic> fit(
            Fitting<ScaledPredictors> predictors,
            int n,
            int[] outcomes,
            int[] numbers,
            int points) {
        var rule = GaussHermite.of(points);
        var groups = Groups.of(numbers, n);
        if (outcomes.length != n || Arrays.stream(outcomes).anyMatch(y -> y != 0 && y != 1)) {
            throw new IllegalArgumentException(
                    "outcomes must be %d of 0 or 1, not %s"
                            .formatted(n, Arrays.toString(outcomes)));
        }
        int yes = Arrays.stream(outcomes).sum();
        if (yes == 0 || yes == n) {
            return new NotFitted<>("everyone gave the same answer");
        }
        if (groups.count() < 2) {
            return new NotFitted<>("there is only one group");
        }
        if (groups.largest() < 2) {
            return new NotFitted<>("every group holds only one respondent");
        }
        if (!groups.differWithin(outcomes)) {
            return new NotFitted<>("within every group all answers are equal");
        }
        return switch (predictors) {
            case NotFitted<ScaledPredictors>(String reason) -> new NotFitted<>(reason);
            case Fitted<ScaledPredictors>(var found) ->
                    fit(found, groups, new MarginalLogit(found, outcomes, groups, rule));
        };
    }

    private static Fitting<RandomInterceptLogistic> fit(
            ScaledPredictors predictors, Groups groups, MarginalLogit likelihood) {
        int spread = likelihood.spread();
        double[] start = likelihood.start();
        // Without differences of the groups first: whether there is a top at all shows here.
        if (NewtonAscent.holding(spread, start, likelihood) instanceof NoPeak none) {
            return new NotFitted<>(reason(none, predictors));
        }
        start[spread] = 1;
        return switch (NewtonAscent.from(start, likelihood)) {
            case Peak peak when Math.abs(peak.parameters[spread]) >= NONE ->
                    new Fitted<>(new RandomInterceptLogistic(predictors, groups, likelihood, peak));
            case Peak _ -> singular(predictors, groups, likelihood, start);
            case NoPeak none when Math.abs(none.parameters[spread]) < NONE ->
                    singular(predictors, groups, likelihood, start);
            case NoPeak none -> new NotFitted<>(reason(none, predictors));
        };
    }

    private static Fitting<RandomInterceptLogistic> singular(
            ScaledPredictors predictors, Groups groups, MarginalLogit likelihood, double[] start) {
        double[] flat = start.clone();
        flat[likelihood.spread()] = 0;
        return switch (NewtonAscent.holding(likelihood.spread(), flat, likelihood)) {
            case Peak peak ->
                    new Fitted<>(new RandomInterceptLogistic(predictors, groups, likelihood, peak));
            case NoPeak none -> new NotFitted<>(reason(none, predictors));
        };
    }

    private static String reason(NoPeak none, ScaledPredictors predictors) {
        return none.reason(
                predictors.names(), Arrays.copyOfRange(none.direction, 1, predictors.count() + 1));
    }

    /// The coefficients of the predictors, `(intercept)` first.
    public Coefficients coefficients() {
        return coefficients;
    }

    /// The natural logarithm of the likelihood at its highest, as the quadrature has it.
    public double logLikelihood() {
        return peak.value;
    }

    /// Whether the groups differ no more than chance would have it, so that σ is 0.
    public boolean isSingular() {
        return peak.parameters[likelihood.spread()] == 0;
    }

    /// The standard deviation of the groups, σ, in log odds; 0 if the fit is singular.
    public double groupDeviation() {
        return Math.abs(peak.parameters[likelihood.spread()]);
    }

    /// How many groups.
    public int groups() {
        return groups.count();
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
                likelihood, peak, place + 1, predictors.spread(place), n(), level);
    }

    /// The odds ratio within a group per unit of a predictor, with its profile-likelihood
    /// interval.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such predictor, or the level is out of range
    public Estimate oddsRatio(String predictor, double level) {
        return ExponentialEstimate.of(profile(predictor, level));
    }

    /// The odds ratio within a group per unit of a predictor, with its Wald interval.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if there is no such predictor, or the level is out of range
    public Estimate waldOddsRatio(String predictor, double level) {
        return ExponentialEstimate.of(coefficients.estimate(predictor, level));
    }

    /// The standard deviation of the groups with the limits that the likelihood-ratio test does not reject.
    ///
    /// @param level coverage: above 0 and below 1
    /// @return σ; not estimable if the fit is singular, or the likelihood sets no upper limit
    /// @throws IllegalArgumentException if the level is out of range
    public Estimate groupDeviation(double level) {
        Interval.requireLevel(level);
        if (isSingular()) {
            return new NotEstimable("the groups differ no more than chance would have it");
        }
        Optional<Interval> limits =
                ProfileInterval.of(likelihood, positive(), likelihood.spread(), level, 0);
        return limits.<Estimate>map(found -> Known.of(groupDeviation(), found, n()))
                .orElseGet(() -> new NotEstimable("the likelihood sets no upper limit to it"));
    }

    /// The intraclass correlation on the scale of log odds, with the limits of [#groupDeviation(double)].
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public Estimate icc(double level) {
        return switch (groupDeviation(level)) {
            case NotEstimable none -> none;
            case Known(double value, var limits, int n) ->
                    Known.of(
                            latent(value),
                            new Interval(
                                    latent(limits.orElseThrow().low()),
                                    latent(limits.orElseThrow().high()),
                                    level),
                            n);
        };
    }

    private static double latent(double sigma) {
        double square = sigma * sigma;
        return square / (square + Math.PI * Math.PI / 3);
    }

    /// The top with σ above 0, where its mirror image was reached.
    private Peak positive() {
        return peak.parameters[likelihood.spread()] > 0 ? peak : peak.mirrored(likelihood.spread());
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
        return switch (fit(fewer, groups, likelihood.with(fewer))) {
            case NotFitted<RandomInterceptLogistic>(String reason) -> new NotFitted<>(reason);
            case Fitted<RandomInterceptLogistic>(var smaller) ->
                    new Fitted<>(LikelihoodRatio.of(smaller.likelihood(), likelihood(), level));
        };
    }

    /// The likelihood with the number of coefficients, to be compared with that of a nested model.
    public LogLikelihood likelihood() {
        return new LogLikelihood(logLikelihood(), coefficients.names().size(), n());
    }
}
