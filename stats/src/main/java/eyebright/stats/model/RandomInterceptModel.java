package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.Interval;
import eyebright.stats.distribution.Quantiles;
import eyebright.stats.distribution.Root;
import eyebright.stats.formula.Design;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.LikelihoodRatio.LogLikelihood;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Linear regression of respondents in groups that differ in their level: random intercepts.
///
/// ```
/// y = a + xᵀb + u_g + e,   u_g ~ N(0, τ²) of the group, e ~ N(0, σ²) of the respondent
/// ICC = τ² / (τ² + σ²): the correlation of two of one group, and the share of the variance between groups
/// ```
///
/// Shape: n respondents in 2 groups or more, of any sizes; p predictors (the constant is added here).
/// Unit: that of the outcome. Missing values: none; rows are complete. Fitted by restricted or by full
/// maximum likelihood: all but the ICC has a closed form, and the ICC is the zero of the slope, to the
/// last digits; of several zeros the best.
///
/// Edge cases: where the groups differ no more than chance would have it, τ is 0 and the fit is singular:
/// least squares, said by [#isSingular]. The limits of the ICC invert the likelihood-ratio test of the
/// criterion; the lower is 0 where no difference of the groups is among the values not rejected. No
/// model, with the reason: one group, groups of one, an outcome of one value or that predictors and groups
/// explain wholly, a predictor of one value or that follows from others. Errors: sizes that do not fit.
///
/// R: `lme4::lmer(y ~ x + (1 | group))`, which finds τ / σ to about 1e-6. Wald limits here are normal; SPSS
/// MIXED and lmerTest take Student's t with Satterthwaite's degrees of freedom, and SPSS prints
/// `not positive definite` where the fit is singular.
///
/// Summary: group sizes, group means, cross-products within groups; here the rows are kept.
/// Sources: Patterson & Thompson (1971) <https://doi.org/10.1093/biomet/58.3.545>; Laird & Ware (1982)
/// <https://doi.org/10.2307/2529876>. Checked against R 4.2.2 and lme4, see `RandomInterceptModelTest`.
public final class RandomInterceptModel {

    /// At a larger ICC only rounding is left of the residuals.
    private static final double MOST = 1 - 1e-12;

    private static final int GRID = 64;
    private static final double WHOLLY = 1e-20;

    private final ScaledPredictors predictors;
    private final double[] outcome;
    private final double centre;
    private final double spread;
    private final Groups groups;
    private final Criterion criterion;
    private final InterceptDeviance deviance;
    private final double icc;
    private final InterceptDeviance.At best;
    private final Coefficients coefficients;

    private RandomInterceptModel(Data data, InterceptDeviance deviance, double icc) {
        this.predictors = data.predictors;
        this.outcome = data.outcome;
        this.centre = data.centre;
        this.spread = data.spread;
        this.groups = data.groups;
        this.criterion = data.criterion;
        this.deviance = deviance;
        this.icc = icc;
        this.best = deviance.at(ratio(icc));
        this.coefficients = turned();
    }

    /// What is made as likely as can be.
    public enum Criterion {
        /// Restricted maximum likelihood: the variances allow for the coefficients that were estimated.
        REML,
        /// Full maximum likelihood: for tests of predictors; the variances come out a little too small.
        ML
    }

    /// What a fit starts from.
    private static final class Data {

        final ScaledPredictors predictors;
        final double[] outcome;
        final double centre;
        final double spread;
        final Groups groups;
        final Criterion criterion;

        Data(
                ScaledPredictors predictors,
                double[] outcome,
                double centre,
                double spread,
                Groups groups,
                Criterion criterion) {
            this.predictors = predictors;
            this.outcome = outcome;
            this.centre = centre;
            this.spread = spread;
            this.groups = groups;
            this.criterion = criterion;
        }
    }

    /// The model of predictors in columns.
    ///
    /// @param names one for each column of `x`, which has no column of ones
    /// @param outcome one finite value for each row
    /// @param groups one for each row: rows of one number are a group
    /// @return the model, or the reason why there is none
    /// @throws IllegalArgumentException if names, outcome or groups do not fit
    public static Fitting<RandomInterceptModel> fit(
            List<String> names, Matrix x, double[] outcome, int[] groups, Criterion criterion) {
        return fit(ScaledPredictors.of(names, x), x.rows(), outcome, groups, criterion);
    }

    /// The model of a formula.
    ///
    /// @param design with a constant and without offset
    /// @param outcome one finite value for each respondent
    /// @param groups one for each respondent: those of one number are a group
    /// @return the model, or the reason why there is none
    /// @throws IllegalArgumentException if the design, outcome and groups do not fit
    public static Fitting<RandomInterceptModel> fit(
            Design design, double[] outcome, int[] groups, Criterion criterion) {
        return fit(ScaledPredictors.of(design), design.n(), outcome, groups, criterion);
    }

    private static Fitting<RandomInterceptModel> fit(
            Fitting<ScaledPredictors> predictors,
            int n,
            double[] outcome,
            int[] groups,
            Criterion criterion) {
        var grouped = Groups.of(groups, n);
        if (outcome.length != n || !Arrays.stream(outcome).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "outcome must be %d finite values, not %s"
                            .formatted(n, Arrays.toString(outcome)));
        }
        if (grouped.count() < 2) {
            return new NotFitted<>("there is only one group");
        }
        if (grouped.largest() < 2) {
            return new NotFitted<>("every group holds only one respondent");
        }
        return switch (predictors) {
            case NotFitted<ScaledPredictors>(String reason) -> new NotFitted<>(reason);
            case Fitted<ScaledPredictors>(var found) ->
                    switch (ScaledPredictors.of(
                            List.of("the outcome"), Matrix.ofColumns(outcome))) {
                        case NotFitted<ScaledPredictors>(String reason) -> new NotFitted<>(reason);
                        case Fitted<ScaledPredictors>(var scaled) ->
                                fit(
                                        new Data(
                                                found,
                                                scaled.column(0),
                                                scaled.centre(0),
                                                scaled.spread(0),
                                                grouped,
                                                criterion));
                    };
        };
    }

    private static Fitting<RandomInterceptModel> fit(Data data) {
        int n = data.outcome.length;
        if (n < data.predictors.count() + 3) {
            return new NotFitted<>(
                    "%d respondents are too few for %d predictors and two variances"
                            .formatted(n, data.predictors.count()));
        }
        var deviance =
                new InterceptDeviance(data.predictors, data.outcome, data.groups, data.criterion);
        double far = ratio(MOST);
        if (!deviance.isRegular(0) || deviance.at(0).squares < WHOLLY * n) {
            return new NotFitted<>("the predictors explain the outcome wholly");
        }
        if (!deviance.isRegular(far) || deviance.at(far).slope <= 0) {
            return new NotFitted<>("the groups explain what the predictors leave of the outcome");
        }
        return new Fitted<>(new RandomInterceptModel(data, deviance, lowest(deviance)));
    }

    /// The ICC of the least deviance.
    private static double lowest(InterceptDeviance deviance) {
        double best = 0;
        double least =
                deviance.at(0).slope >= 0 ? deviance.at(0).deviance : Double.POSITIVE_INFINITY;
        double before = 0;
        double slope = deviance.at(0).slope;
        for (int k = 1; k <= GRID; k++) {
            double next = k == GRID ? MOST : k / (double) GRID;
            double there = deviance.at(ratio(next)).slope;
            if (slope < 0 && there >= 0) {
                double zero = Root.between(before, next, t -> deviance.at(ratio(t)).slope);
                double value = deviance.at(ratio(zero)).deviance;
                if (value < least) {
                    least = value;
                    best = zero;
                }
            }
            before = next;
            slope = there;
        }
        return best;
    }

    private static double ratio(double icc) {
        return icc / (1 - icc);
    }

    private Coefficients turned() {
        double[][] turn = predictors.turn();
        int width = turn.length;
        var values = new double[width];
        var scaled = new double[width][width];
        double variance = best.residualVariance() * spread * spread;
        for (int j = 0; j < width; j++) {
            for (int k = 0; k < width; k++) {
                values[j] += spread * turn[j][k] * best.coefficients[k];
                scaled[j][k] = variance * best.inverse.at(j, k);
            }
        }
        values[0] += centre;
        return Coefficients.withNormal(
                predictors.namesWithConstant(), values, ScaledPredictors.turned(turn, scaled), n());
    }

    /// The coefficients of the predictors, `(intercept)` first, with normal limits.
    public Coefficients coefficients() {
        return coefficients;
    }

    /// The standard deviation of the groups, τ; 0 if the fit is singular.
    public double groupDeviation() {
        return residualDeviation() * Math.sqrt(ratio(icc));
    }

    /// The standard deviation of respondents within their group, σ.
    public double residualDeviation() {
        return spread * Math.sqrt(best.residualVariance());
    }

    /// Whether the groups differ no more than chance would have it, so that their variance is 0.
    public boolean isSingular() {
        return icc == 0;
    }

    /// Twice the negative logarithm of the likelihood, restricted or full.
    public double deviance() {
        double value = best.deviance + 2 * deviance.degrees() * StrictMath.log(spread);
        if (criterion == Criterion.REML) {
            for (int c = 0; c < predictors.count(); c++) {
                value += 2 * StrictMath.log(predictors.spread(c));
            }
        }
        return value;
    }

    /// How many groups.
    public int groups() {
        return groups.count();
    }

    /// How many respondents.
    public int n() {
        return outcome.length;
    }

    /// The intraclass correlation with the limits that the likelihood-ratio test does not reject.
    ///
    /// @param level coverage: above 0 and below 1
    /// @throws IllegalArgumentException if the level is out of range
    public Estimate icc(double level) {
        double q = Quantiles.normal(level);
        double most = best.deviance + q * q;
        double low = 0;
        if (excess(0, most) > 0) {
            low = Root.between(0, icc, t -> excess(t, most));
        }
        if (!(excess(MOST, most) > 0)) {
            return new NotEstimable("the likelihood sets no upper limit to it");
        }
        double high = Root.between(icc, MOST, t -> excess(t, most));
        return Known.of(icc, new Interval(low, high, level), n());
    }

    private double excess(double t, double most) {
        return deviance.at(ratio(t)).deviance - most;
    }

    /// What these predictors explain beyond the others: the likelihood ratio of the model with and
    /// without them.
    /// Both are fitted by full maximum likelihood, whatever the criterion of this one.
    ///
    /// @param tested 1 or more predictors, such as the columns of one term
    /// @param level coverage of the interval of the share: above 0 and below 1
    /// @return the ratio, or the reason why a model cannot be fitted
    /// @throws IllegalArgumentException if one of them is not there, none is named, or the level is out of
    ///   range
    public Fitting<LikelihoodRatio> likelihoodRatio(List<String> tested, double level) {
        var fewer = predictors.without(tested);
        Optional<RandomInterceptModel> larger = byLikelihood(predictors);
        Optional<RandomInterceptModel> smaller = byLikelihood(fewer);
        if (larger.isEmpty() || smaller.isEmpty()) {
            return new NotFitted<>("the model cannot be fitted by full maximum likelihood");
        }
        return new Fitted<>(
                LikelihoodRatio.of(smaller.get().likelihood(), larger.get().likelihood(), level));
    }

    /// The likelihood with the number of coefficients, to be compared with that of a nested model:
    /// restricted likelihoods of models with different predictors cannot be.
    public LogLikelihood likelihood() {
        return new LogLikelihood(-deviance() / 2, coefficients.names().size(), n());
    }

    private Optional<RandomInterceptModel> byLikelihood(ScaledPredictors kept) {
        return switch (fit(new Data(kept, outcome, centre, spread, groups, Criterion.ML))) {
            case NotFitted<RandomInterceptModel> _ -> Optional.empty();
            case Fitted<RandomInterceptModel>(var model) -> Optional.of(model);
        };
    }
}
