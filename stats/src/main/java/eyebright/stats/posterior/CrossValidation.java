package eyebright.stats.posterior;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The chances that a regression gives respondents it has not seen, beside the base rate of the same others.
///
/// ```
/// fold(i) = mixed bits of i, modulo folds;     chance of i: of the mode of all other folds;
/// base rate of i: (events among the others + ½) / (the others + 1)
/// ```
///
/// A respondent's fold depends on nothing but the place in the data. The
/// mode stands for the posterior, as ten samples would take ten times as long and change little. What is foretold is
/// the [Event] of the outcome itself: a yes, at least one of the respondent's own trials, a first by the respondent's own time; nothing of the respondent's own
/// past enters.
///
/// Shape: as [Posterior]. Unit: probability. Missing values: none are accepted. Edge cases: a respondent of no
/// trials is left out; of fewer than two respondents a fold there is none. Errors: fewer than 2 folds, lengths that do not fit.
/// Summary: its rows. R: by hand. Source: Stone (1974) <https://doi.org/10.1111/j.2517-6161.1974.tb00994.x>; the mixing of bits is that of
/// Steele, Lea & Flood (2014) ACM SIGPLAN Notices 49 (10), 453-472.
public final class CrossValidation {

    private final double[] chances;
    private final double[] baseRates;
    private final double[] events;

    private CrossValidation(double[] chances, double[] baseRates, double[] events) {
        this.chances = chances;
        this.baseRates = baseRates;
        this.events = events;
    }

    /// The chances of all respondents whose answer tells something.
    ///
    /// @param folds 2 or more; 10 is usual
    /// @return the chances, or why there are none
    /// @throws IllegalArgumentException if numbers do not fit
    public static Fitting<CrossValidation> of(
            Outcome outcome, double[][] predictors, List<NormalPrior> priors, int folds) {
        double[][] columns = Posterior.checked(outcome, predictors, priors);
        if (folds < 2) {
            throw new IllegalArgumentException("folds must be 2 or more, not " + folds);
        }
        int[] telling = IntStream.range(0, outcome.n()).filter(outcome::tells).toArray();
        if (telling.length < 2 * folds) {
            return new NotFitted<>(
                    "%d respondents are too few to be divided into %d parts"
                            .formatted(telling.length, folds));
        }
        double[] start = Mode.of(new LogDensity(outcome, columns, priors)).place();
        var chances = new double[telling.length];
        var bases = new double[telling.length];
        var all = new LogDensity(outcome, columns, priors);
        for (int fold = 0; fold < folds; fold++) {
            int part = fold;
            int[] others = Arrays.stream(telling).filter(i -> fold(i, folds) != part).toArray();
            double[] mode =
                    Mode.of(
                                    new LogDensity(
                                            outcome.rows(others), rows(columns, others), priors),
                                    start)
                            .place();
            double base = base(outcome, others);
            for (int k = 0; k < telling.length; k++) {
                int row = telling[k];
                if (fold(row, folds) == fold) {
                    chances[k] = all.chance(outcome.event(row), mode, row);
                    bases[k] = base;
                }
            }
        }
        double[] events =
                Arrays.stream(telling).mapToDouble(i -> outcome.happened(i) ? 1 : 0).toArray();
        return new Fitted<>(new CrossValidation(chances, bases, events));
    }

    private static double base(Outcome outcome, int[] others) {
        long events = Arrays.stream(others).filter(outcome::happened).count();
        return (events + 0.5) / (others.length + 1);
    }

    /// The fold of a row: from 0.
    static int fold(int row, int folds) {
        long bits = (row + 1) * 0x9E3779B97F4A7C15L;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
        return (int) Long.remainderUnsigned(bits ^ (bits >>> 31), folds);
    }

    private static double[][] rows(double[][] columns, int[] rows) {
        return Arrays.stream(columns)
                .map(column -> Arrays.stream(rows).mapToDouble(i -> column[i]).toArray())
                .toArray(double[][]::new);
    }

    /// How many respondents there are.
    public int n() {
        return chances.length;
    }

    /// The chance of each by the model of others.
    public double[] chances() {
        return chances.clone();
    }

    /// The base rate of the same others.
    public double[] baseRates() {
        return baseRates.clone();
    }

    /// Whether it happened: 1 or 0.
    public double[] events() {
        return events.clone();
    }
}
