package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.Interval;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.Scoring.End;
import eyebright.stats.model.Scoring.Estimator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A generalized linear model at its maximum: what logistic, Poisson and negative binomial regression
/// have in common.
final class GeneralizedFit {

    private final ModelInput input;
    private final ModelRows rows;
    private final Response response;
    private final Estimator estimator;
    private final double[] scaled;
    private final double likelihood;
    private final Matrix scaledCovariance;
    private final Coefficients coefficients;

    private GeneralizedFit(
            ModelInput input,
            ModelRows rows,
            Response response,
            Estimator estimator,
            Scoring scoring,
            Matrix scaledCovariance,
            Coefficients coefficients) {
        this.input = input;
        this.rows = rows;
        this.response = response;
        this.estimator = estimator;
        this.scaled = scoring.coefficients().clone();
        this.likelihood = scoring.likelihood();
        this.scaledCovariance = scaledCovariance;
        this.coefficients = coefficients;
    }

    /// How an iteration that found no maximum is told, and whether it was separation.
    record Failure(String reason, Optional<Separation> separation) {}

    /// The fit, or why there is none.
    static Fitting<GeneralizedFit> of(ModelInput input, Response response, Estimator estimator) {
        Optional<String> fault = input.whyNotFitted();
        if (fault.isPresent()) {
            return new NotFitted<>(fault.get());
        }
        var rows = input.rows(ModelRows.Joining.PATTERNS);
        var scoring = new Scoring(rows, response, estimator);
        input.start(rows, scoring);
        End end = scoring.maximise();
        if (end != End.MAXIMUM) {
            return new NotFitted<>(failure(rows, scoring, response, end).reason());
        }
        return at(input, rows, response, estimator, scoring, scoring.inverseInformation());
    }

    /// The fit where an iteration has come to rest.
    static Fitting<GeneralizedFit> at(
            ModelInput input,
            ModelRows rows,
            Response response,
            Estimator estimator,
            Scoring scoring,
            Matrix scaledCovariance) {
        double[] values = rows.unscaled(scoring.coefficients());
        double[] covariance = rows.unscaledCovariance(scaledCovariance);
        int p = values.length;
        for (int j = 0; j < p; j++) {
            double variance = covariance[j * p + j];
            if (!(variance > 0 && Double.isFinite(variance) && Double.isFinite(values[j]))) {
                return new NotFitted<>(
                        "the values of %s are too large or too small to compute with"
                                .formatted(input.names().get(j)));
            }
        }
        var coefficients =
                Coefficients.withNormal(
                        input.names(), values, Matrix.of(p, p, covariance), input.n());
        return new Fitted<>(
                new GeneralizedFit(
                        input, rows, response, estimator, scoring, scaledCovariance, coefficients));
    }

    /// Why an iteration found no maximum.
    static Failure failure(ModelRows rows, Scoring scoring, Response response, End end) {
        Optional<Separation> separation =
                scoring.estimator() == Estimator.FIRTH
                        ? Optional.empty()
                        : Separation.of(rows, scoring, response);
        if (separation.isPresent()) {
            return new Failure(
                    separation.get().sentence() + ", so that the model has no finite estimate",
                    separation);
        }
        int column = scoring.singularAt();
        if (end == End.SINGULAR && column >= 0) {
            return new Failure(
                    "%s says nothing that the predictors before it do not say"
                            .formatted(rows.names().get(column)),
                    Optional.empty());
        }
        return new Failure(
                "the iteration that fits the model did not come to rest", Optional.empty());
    }

    ModelInput input() {
        return input;
    }

    Response response() {
        return response;
    }

    Coefficients coefficients() {
        return coefficients;
    }

    /// What was maximised, without the part that only the data decide.
    double likelihood() {
        return likelihood;
    }

    /// The likelihood where it stands without Firth's factor, and without the part that only the data
    /// decide.
    double plainLikelihood() {
        return estimator == Estimator.LIKELIHOOD
                ? likelihood
                : RowLikelihood.of(rows, response, rows.predict(scaled));
    }

    /// The linear predictor of each respondent.
    double[] eta() {
        return input.patterns().spread(rows.predict(scaled));
    }

    /// The mean of each row.
    double[] means() {
        double[] means = rows.predict(scaled);
        for (int row = 0; row < means.length; row++) {
            means[row] = response.mean(means[row]);
        }
        return means;
    }

    /// The mean of each respondent.
    double[] fitted() {
        return input.patterns().spread(means());
    }

    /// The likelihood of the intercept alone, without the part that only the data decide; that of no
    /// predictor at all where there is no intercept.
    double nullLikelihood() {
        if (rows.intercept() < 0) {
            return RowLikelihood.of(rows, response, rows.offset());
        }
        var scoring = new Scoring(rows.withoutPredictors(), response, Estimator.LIKELIHOOD);
        scoring.startAtMean();
        scoring.maximise();
        return scoring.likelihood();
    }

    /// A coefficient with its profile-likelihood interval.
    Estimate profile(String name, double level) {
        int place = coefficients.indexOf(name);
        return along(place, level)
                .<Estimate>map(
                        interval -> Known.of(coefficients.values()[place], interval, input.n()))
                .orElseGet(
                        () -> {
                            var unit = new double[scaled.length];
                            unit[place] = 1;
                            return profile(unit, level);
                        });
    }

    /// The limits of a coefficient that is one of the scaled predictors too, as all but the intercept are, by
    /// the likelihood itself.
    private Optional<Interval> along(int place, double level) {
        if (estimator == Estimator.FIRTH || place == rows.intercept()) {
            return Optional.empty();
        }
        var covariance = new double[scaled.length][];
        Arrays.setAll(covariance, scaledCovariance::row);
        return ProfileInterval.of(
                        new RowLikelihood(rows, response),
                        new NewtonAscent.Peak(scaled, likelihood, covariance),
                        place,
                        level)
                .map(
                        limits ->
                                new Interval(
                                        limits.low() / rows.scale(place),
                                        limits.high() / rows.scale(place),
                                        level));
    }

    /// A combination of coefficients with its profile-likelihood interval.
    Estimate profile(double[] weights, double level) {
        double value = 0;
        for (int j = 0; j < weights.length; j++) {
            value += weights[j] * coefficients.values()[j];
        }
        double known = value;
        var scoring = new Scoring(rows, response, estimator);
        scoring.start(scaled);
        scoring.maximise();
        return ProfileLimits.of(
                        scoring, rows.scaledWeights(weights), coefficients.error(weights), level)
                .<Estimate>map(interval -> Known.of(known, interval, input.n()))
                .orElse(
                        new NotEstimable(
                                "the likelihood falls too little on one side for a profile interval"));
    }

    /// The coefficients with a covariance that holds whatever the variance of the answers.
    Fitting<Coefficients> robust(SandwichCovariance.Adjustment adjustment) {
        // Respondents of one row add up to one whose squared score is the sum of theirs.
        double[] residuals = residuals();
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] *= residuals[i];
        }
        double[] together = input.patterns().sums(residuals);
        for (int row = 0; row < together.length; row++) {
            together[row] = Math.sqrt(together[row]);
        }
        if (adjustment == SandwichCovariance.Adjustment.LEVERAGE) {
            double[] leverages = leverages();
            for (int row = 0; row < leverages.length; row++) {
                if (!(leverages[row] < 1)) {
                    return new NotFitted<>(LeverageCovariance.ONE_DECIDES.formatted("respondent"));
                }
                together[row] /= 1 - leverages[row];
            }
        }
        var scores = Scores.of(rows, row -> row, together);
        return with(
                new SandwichCovariance(scaledCovariance, List.of(scores))
                        .ofRows(input.n(), adjustment));
    }

    /// The coefficients with a covariance that holds whatever goes together within clusters.
    ///
    /// @param clusters the cluster of each respondent, any numbers
    /// @throws IllegalArgumentException if there are not as many as respondents
    Fitting<Coefficients> clustered(int[] clusters, SandwichCovariance.Adjustment adjustment) {
        return with(
                adjustment == SandwichCovariance.Adjustment.LEVERAGE
                        ? leverage().of(clusters)
                        : new SandwichCovariance(scaledCovariance, List.of(scores()))
                                .of(List.of(clusters), adjustment));
    }

    private Fitting<Coefficients> with(Fitting<Matrix> fitting) {
        int p = scaled.length;
        return switch (fitting) {
            case Fitted<Matrix>(Matrix covariance) ->
                    new Fitted<>(
                            coefficients.with(
                                    Matrix.of(p, p, rows.unscaledCovariance(covariance))));
            case NotFitted<Matrix>(String reason) -> new NotFitted<>(reason);
        };
    }

    /// The score of each respondent for each scaled predictor.
    Scores scores() {
        return Scores.of(rows, input.patterns()::at, residuals());
    }

    /// What each respondent's score is a multiple of their predictors by.
    double[] residuals() {
        double[] means = means();
        var residuals = new double[input.n()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = response.residual(input.answers()[i], means[input.patterns().at(i)]);
        }
        return residuals;
    }

    private LeverageCovariance leverage() {
        double[] ofRows = information();
        var columns = new double[scaled.length][];
        Arrays.setAll(columns, j -> input.patterns().spread(rows.column(j)));
        return new LeverageCovariance(
                scaledCovariance,
                Matrix.ofColumns(columns),
                residuals(),
                input.patterns().spread(ofRows));
    }

    /// The weight of one respondent of each row in the information.
    private double[] information() {
        double[] information = rows.predict(scaled);
        for (int row = 0; row < information.length; row++) {
            information[row] = response.information(information[row]);
        }
        return information;
    }

    /// The share of each row that one of its respondents alone has in its own mean.
    double[] leverages() {
        double[] leverages = information();
        var spread = new double[leverages.length];
        for (int j = 0; j < scaled.length; j++) {
            double[] column = rows.column(j);
            for (int k = 0; k <= j; k++) {
                double[] other = rows.column(k);
                double weight = (j == k ? 1 : 2) * scaledCovariance.at(j, k);
                for (int i = 0; i < spread.length; i++) {
                    spread[i] += weight * column[i] * other[i];
                }
            }
        }
        for (int i = 0; i < leverages.length; i++) {
            leverages[i] *= spread[i];
        }
        return leverages;
    }

    /// The covariance of the coefficients of the scaled predictors.
    Matrix scaledCovariance() {
        return scaledCovariance;
    }

    /// The rows it was fitted to.
    ModelRows rows() {
        return rows;
    }

    /// The coefficients of the scaled predictors; not to be changed.
    double[] scaled() {
        return scaled;
    }
}
