package eyebright.stats.model;

import eyebright.stats.matrix.Triangle;
import java.util.Arrays;
import java.util.Optional;

/// What a logistic regression predicts for some of its respondents if it is fitted to the others: for
/// cross-validation.
///
/// ```
/// at the estimate of all:  slopes and information of the others = those of all - those of the ones left out
/// ```
///
/// so that the first of Newton's steps reads only those left out. From there further steps lead to the
/// estimate of the others, until one is below 1e-5: the error is its square.
///
/// Shape: the respondents of a regression, and places of some of them. Unit: probabilities. Missing values:
/// as in the regression. Edge cases: nobody left out is the model of all; where predictors separate the
/// others, or these steps do not lead to their estimate, there is none. Errors: a place that is not there.
/// Summary: that of the regression. R: `update(model, subset = -left)`, from the start. Source: one-step
/// estimates of Pregibon (1981) <https://doi.org/10.1214/aos/1176345513>, repeated.
public final class LeftOut {

    private static final int MOST_STEPS = 12;
    private static final double AT_REST = 1e-5;
    private static final double SLACK = 1e-9;

    private final GeneralizedFit fit;
    private final ModelRows rows;
    private final double likelihood;
    private final double[] slopes;
    private final double[] squares;

    private LeftOut(GeneralizedFit fit) {
        this.fit = fit;
        this.rows = fit.rows();
        var all = new RowLikelihood(rows, fit.response());
        this.likelihood = all.evaluate(fit.scaled());
        this.slopes = all.slopes().clone();
        this.squares = all.squares().clone();
    }

    /// Predictions from parts of the respondents of a regression.
    public static LeftOut of(LogisticRegression model) {
        return new LeftOut(model.fit());
    }

    /// The probabilities of some respondents by the model of the others; none where these few steps do not
    /// lead to it, as where predictors separate the others.
    ///
    /// @param left places of the respondents left out, from 0, each once
    /// @throws IndexOutOfBoundsException if there is no such respondent
    public Optional<double[]> predicted(int[] left) {
        var events = new double[rows.size()];
        var trials = new double[rows.size()];
        for (int respondent : left) {
            int row = fit.input().patterns().at(respondent);
            events[row] += fit.input().answers()[respondent];
            trials[row]++;
        }
        return coefficients(events, trials)
                .map(
                        found -> {
                            double[] eta = rows.predict(found);
                            var predicted = new double[left.length];
                            for (int i = 0; i < left.length; i++) {
                                int row = fit.input().patterns().at(left[i]);
                                predicted[i] = fit.response().mean(eta[row]);
                            }
                            return predicted;
                        });
    }

    /// The coefficients without answers that are left out, so many of each row.
    private Optional<double[]> coefficients(double[] events, double[] trials) {
        int p = rows.predictors();
        int[] places = places(trials);
        var gone =
                new RowLikelihood(
                        rows.part(places, part(events, places), part(trials, places)),
                        fit.response());
        double before = likelihood - gone.evaluate(fit.scaled());
        var gradient = new double[p];
        Arrays.setAll(gradient, j -> slopes[j] - gone.slopes()[j]);
        var information = new double[p * p];
        Arrays.setAll(information, i -> squares[i] - gone.squares()[i]);
        RowLikelihood others = others(events, trials);
        var triangle = new Triangle(p);
        var step = new double[p];
        double[] at = fit.scaled().clone();
        for (int i = 0; i < MOST_STEPS; i++) {
            if (triangle.decompose(information) >= 0) {
                return Optional.empty();
            }
            triangle.solve(gradient, step);
            double size = 0;
            double reach = 1;
            for (int j = 0; j < p; j++) {
                at[j] += step[j];
                size = Math.max(size, Math.abs(step[j]));
                reach = Math.max(reach, Math.abs(at[j]));
            }
            if (size <= AT_REST * reach) {
                return Optional.of(at);
            }
            double value = others.evaluate(at);
            if (!(value >= before - SLACK * (1 + Math.abs(before)))) {
                return Optional.empty();
            }
            before = value;
            gradient = others.slopes();
            information = others.squares();
        }
        return Optional.empty();
    }

    private RowLikelihood others(double[] events, double[] trials) {
        var restEvents = new double[trials.length];
        var restTrials = new double[trials.length];
        for (int row = 0; row < trials.length; row++) {
            restEvents[row] = rows.events()[row] - events[row];
            restTrials[row] = rows.trials()[row] - trials[row];
        }
        return new RowLikelihood(rows.with(restEvents, restTrials), fit.response());
    }

    /// The rows with anybody in them.
    private static int[] places(double[] trials) {
        var places = new int[trials.length];
        int found = 0;
        for (int row = 0; row < trials.length; row++) {
            if (trials[row] > 0) {
                places[found++] = row;
            }
        }
        return Arrays.copyOf(places, found);
    }

    private static double[] part(double[] values, int[] places) {
        var part = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            part[i] = values[places[i]];
        }
        return part;
    }
}
