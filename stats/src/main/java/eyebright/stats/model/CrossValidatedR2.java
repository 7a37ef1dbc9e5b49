package eyebright.stats.model;

import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.resampling.KeyedStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The share of an outcome that a model predicts for respondents whom it has not seen.
///
/// ```
/// 1 - Σ (y - prediction by the others' model)² / Σ (y - mean of the others)²
/// ```
///
/// Respondents are put at random into folds of nearly the same size; each fold is predicted by the model
/// fitted to all others. Below 0 where the model predicts worse than the mean of the others does. For a
/// yes-or-no outcome, 1 and 0, with predicted probabilities, it is the share of the Brier score that is
/// saved. With as many folds as respondents there is nothing random in it. There is no interval: folds
/// share respondents, so that their spread is no standard error. Averaged over several partitions it
/// depends less on chance.
///
/// Shape: an outcome and a function that fits and predicts. Unit: none; at most 1. Missing values: none
/// are accepted. Errors: fewer than 2 folds, a prediction of another length. Edge cases: a fold
/// whose model cannot be fitted, or an outcome that is the same for everyone, is not estimable.
/// Summary: its rows.
///
/// Source: Stone (1974) <https://doi.org/10.1111/j.2517-6161.1974.tb00994.x>; why without an interval:
/// Bengio & Grandvalet (2004). R: written by hand or by `caret`, whose R² is a squared correlation and
/// never negative.
public final class CrossValidatedR2 {

    private CrossValidatedR2() {}

    /// Fits to some respondents and predicts others.
    @FunctionalInterface
    public interface Prediction {

        /// The predicted outcome of `others`, in their order, by the model of `fitted`; or the reason why
        /// that cannot be fitted.
        ///
        /// @param fitted places of respondents, from 0, in rising order
        /// @param others places of the other respondents, in rising order
        Fitting<double[]> of(int[] fitted, int[] others);
    }

    /// How often and into how many parts respondents are divided.
    ///
    /// @param folds 2 to the number of respondents; 10 is usual
    /// @param repeats how many partitions are averaged: 1 or more
    public record Partitions(int folds, int repeats) {

        /// @throws IllegalArgumentException if a number is out of range
        public Partitions {
            if (folds < 2 || repeats < 1) {
                throw new IllegalArgumentException(
                        "folds must be 2 or more and repeats 1 or more, not %d and %d"
                                .formatted(folds, repeats));
            }
        }
    }

    /// The cross-validated R².
    ///
    /// @param outcome finite values
    /// @param study name of the study, the first part of the key of chance
    /// @param purpose what it is for, such as the id of a claim: the second part of that key
    /// @throws IllegalArgumentException if the prediction gives another number of values
    public static Estimate of(
            double[] outcome,
            Partitions partitions,
            String study,
            String purpose,
            Prediction prediction) {
        int n = outcome.length;
        if (n < partitions.folds()) {
            return new NotEstimable(
                    "%d respondents cannot be divided into %d parts"
                            .formatted(n, partitions.folds()));
        }
        if (Arrays.stream(outcome).allMatch(value -> value == outcome[0])) {
            return new NotEstimable("the outcome has the same value for everyone");
        }
        double sum = 0;
        for (int repeat = 0; repeat < partitions.repeats(); repeat++) {
            int[] fold = folds(n, partitions.folds(), KeyedStream.of(study, purpose, repeat));
            switch (once(outcome, fold, partitions.folds(), prediction)) {
                case Fitted<Double>(Double share) -> sum += share;
                case NotFitted<Double>(String reason) -> {
                    return new NotEstimable(reason);
                }
            }
        }
        double mean = sum / partitions.repeats();
        return Double.isFinite(mean)
                ? Known.bare(mean, n)
                : new NotEstimable("the values are too large to compute with");
    }

    /// The fold of each respondent: sizes differ by at most one.
    static int[] folds(int n, int folds, KeyedStream stream) {
        int[] fold = IntStream.range(0, n).map(i -> i % folds).toArray();
        stream.shuffle(fold);
        return fold;
    }

    private static Fitting<Double> once(
            double[] outcome, int[] fold, int folds, Prediction prediction) {
        double errors = 0;
        double total = 0;
        for (int k = 0; k < folds; k++) {
            int[] others = places(fold, k);
            int[] fitted = others(fold, k, others.length);
            switch (prediction.of(fitted, others)) {
                case NotFitted<double[]>(String reason) -> {
                    return new NotFitted<>(
                            "without part %d of %d, %s".formatted(k + 1, folds, reason));
                }
                case Fitted<double[]>(double[] predicted) -> {
                    if (predicted.length != others.length) {
                        throw new IllegalArgumentException(
                                "prediction must have %d values, not %d"
                                        .formatted(others.length, predicted.length));
                    }
                    double sum = 0;
                    for (int i : fitted) {
                        sum += outcome[i];
                    }
                    double mean = sum / fitted.length;
                    for (int i = 0; i < others.length; i++) {
                        double y = outcome[others[i]];
                        errors += (y - predicted[i]) * (y - predicted[i]);
                        total += (y - mean) * (y - mean);
                    }
                }
            }
        }
        return new Fitted<>(1 - errors / total);
    }

    /// The respondents of one fold.
    private static int[] places(int[] fold, int wanted) {
        var places = new int[fold.length];
        int found = 0;
        for (int i = 0; i < fold.length; i++) {
            if (fold[i] == wanted) {
                places[found++] = i;
            }
        }
        return Arrays.copyOf(places, found);
    }

    /// The respondents of all folds but one.
    private static int[] others(int[] fold, int left, int size) {
        var others = new int[fold.length - size];
        int found = 0;
        for (int i = 0; i < fold.length; i++) {
            if (fold[i] != left) {
                others[found++] = i;
            }
        }
        return others;
    }
}
