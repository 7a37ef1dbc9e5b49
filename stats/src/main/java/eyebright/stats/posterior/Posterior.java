package eyebright.stats.posterior;

import eyebright.stats.Interval;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.resampling.KeyedStream;
import java.util.Arrays;
import java.util.List;

/// What is known of the parameters of a regression from normal priors and the answers: a weighted sample of them.
///
/// ```
/// p(parameters | answers) ~ likelihood x Π normal(parameter; prior mean, prior sd)
/// mode:    by Newton's steps;  Laplace: normal about it with the inverse curvature as covariance
/// draws:   from a t of 10 degrees of freedom with that place and covariance, in pairs on opposite sides
/// weights: posterior / t,  scaled to a sum of 1;   mean = Σ w x,  sd² = Σ w (x - mean)²
/// effective sample: 1 / Σ w²
/// ```
///
/// Laplace's approximation alone is off where answers are few; the weights set it right, and the effective sample and the
/// largest weight say how well. There are 4,000 draws, fewer down to 600 where rows are many, when the posterior is nearly
/// normal and a draw is as good as one of the posterior itself. A thousand of them, equally weighted by systematic resampling, are
/// kept for predictions. Equal answers and an equal key give equal bytes.
///
/// Shape: an [Outcome], one list of numbers a predictor, one prior a parameter: intercept, coefficients, shape. Predictors are
/// centred and scaled by constants that were declared before, not by those of the data. Unit: that of the linear predictor. Missing values:
/// none are accepted. Edge cases: without any answer it is the prior; predictors that separate the outcomes, or that are
/// the same for everyone, leave the prior to decide. Errors: lengths that do not fit, values that are not finite.
/// Summary: its rows. R: `rstanarm::stan_glm`, `brms::brm` with the same priors, by another sampler.
///
/// Sources: Tierney & Kadane (1986) Journal of the American Statistical Association 81, 82-86; Geweke (1989)
/// Econometrica 57, 1317-1339; Kong, Liu & Wong (1994) Journal of the American Statistical Association 89, 278-288.
public final class Posterior {

    /// How many draws are kept.
    public static final int KEPT = 1000;

    /// Below so many effective draws a posterior is approximate.
    public static final double ENOUGH = 400;

    /// Above this weight of one draw a posterior is approximate.
    public static final double HEAVY = 0.05;

    private static final double WORK = 1e8;
    private static final int FEWEST = 600;
    private static final int MOST = 4000;
    private static final int FREEDOM = 10;

    private final int n;
    private final List<NormalPrior> priors;
    private final Mode mode;
    private final Matrix covariance;
    private final double[] mean;
    private final double[] sd;
    private final double effectiveSample;
    private final double largestWeight;
    private final double[][] draws;

    private Posterior(int n, List<NormalPrior> priors, Mode mode, Sample sample, double[][] draws) {
        this.n = n;
        this.priors = List.copyOf(priors);
        this.mode = mode;
        this.covariance = mode.covariance();
        int size = priors.size();
        mean = new double[size];
        sd = new double[size];
        double squares = 0;
        double largest = 0;
        for (int d = 0; d < sample.weights.length; d++) {
            double weight = sample.weights[d];
            squares += weight * weight;
            largest = Math.max(largest, weight);
            for (int j = 0; j < size; j++) {
                mean[j] += weight * sample.places[d][j];
            }
        }
        for (int d = 0; d < sample.weights.length; d++) {
            for (int j = 0; j < size; j++) {
                double off = sample.places[d][j] - mean[j];
                sd[j] += sample.weights[d] * off * off;
            }
        }
        Arrays.setAll(sd, j -> Math.sqrt(sd[j]));
        effectiveSample = 1 / squares;
        largestWeight = largest;
        this.draws = draws;
    }

    /// The draws and what each counts; written and read here only.
    private static final class Sample {

        final double[][] places;
        final double[] weights;

        Sample(double[][] places, double[] weights) {
            this.places = places;
            this.weights = weights;
        }
    }

    /// The posterior of a regression.
    ///
    /// @param predictors one list of numbers each, as long as the outcome; may be none
    /// @param priors of the intercept, of each predictor's coefficient and, where the outcome has one, of the shape
    /// @param study name of the study, the first part of the key of chance
    /// @param purpose what it is for, the second part of that key
    /// @throws IllegalArgumentException if numbers do not fit or are not finite
    public static Posterior of(
            Outcome outcome,
            double[][] predictors,
            List<NormalPrior> priors,
            String study,
            String purpose) {
        double[][] columns = checked(outcome, predictors, priors);
        var density = new LogDensity(outcome, columns, priors);
        Mode mode = Mode.of(density);
        KeyedStream stream = KeyedStream.of(study, purpose, 0);
        Sample sample = sample(density, mode, draws(outcome.n(), priors.size()), stream);
        return new Posterior(outcome.n(), priors, mode, sample, kept(sample, stream));
    }

    /// The same by Laplace's approximation alone, which takes no time with many rows: exact without answers and
    /// nearly so of many, for a model that is only compared with. What it takes and refuses is that of [#of].
    public static Posterior byLaplace(
            Outcome outcome,
            double[][] predictors,
            List<NormalPrior> priors,
            String study,
            String purpose) {
        double[][] columns = checked(outcome, predictors, priors);
        Mode mode = Mode.of(new LogDensity(outcome, columns, priors));
        KeyedStream stream = KeyedStream.of(study, purpose, 0);
        var places = new double[KEPT][];
        var weights = new double[KEPT];
        Arrays.fill(weights, 1.0 / KEPT);
        for (int d = 0; d < KEPT; d += 2) {
            var step = new double[priors.size()];
            Arrays.setAll(step, _ -> stream.nextGaussian());
            places[d] = mode.away(step);
            Arrays.setAll(step, j -> -step[j]);
            places[d + 1] = mode.away(step);
        }
        return new Posterior(outcome.n(), priors, mode, new Sample(places, weights), places);
    }

    static double[][] checked(Outcome outcome, double[][] predictors, List<NormalPrior> priors) {
        int expected = predictors.length + (outcome.hasShape() ? 2 : 1);
        if (priors.size() != expected) {
            throw new IllegalArgumentException(
                    "priors must be %d, one a parameter, not %d"
                            .formatted(expected, priors.size()));
        }
        var columns = new double[predictors.length][];
        for (int j = 0; j < columns.length; j++) {
            if (predictors[j].length != outcome.n()) {
                throw new IllegalArgumentException(
                        "predictor %d must have %d values, not %d"
                                .formatted(j, outcome.n(), predictors[j].length));
            }
            columns[j] = Outcome.checked(predictors[j], "predictor " + j);
        }
        return columns;
    }

    /// An even number, as draws come in pairs.
    private static int draws(int rows, int parameters) {
        double affordable = WORK / Math.max(1.0, (double) rows * parameters);
        return (int) Math.clamp(affordable, FEWEST, MOST) / 2 * 2;
    }

    private static Sample sample(LogDensity density, Mode mode, int draws, KeyedStream stream) {
        int size = density.size();
        var places = new double[draws][];
        var logs = new double[draws];
        for (int d = 0; d < draws; d += 2) {
            var step = new double[size];
            double squares = 0;
            for (int k = 0; k < FREEDOM; k++) {
                double normal = stream.nextGaussian();
                squares += normal * normal;
            }
            double stretch = Math.sqrt(FREEDOM / squares);
            double length = 0;
            for (int j = 0; j < size; j++) {
                step[j] = stretch * stream.nextGaussian();
                length += step[j] * step[j];
            }
            double proposal = -(FREEDOM + size) / 2.0 * StrictMath.log1p(length / FREEDOM);
            places[d] = mode.away(step);
            Arrays.setAll(step, j -> -step[j]);
            places[d + 1] = mode.away(step);
            for (int side = d; side < d + 2; side++) {
                logs[side] = density.value(places[side]) - mode.value() - proposal;
            }
        }
        return new Sample(places, weights(logs));
    }

    private static double[] weights(double[] logs) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            largest = Math.max(largest, log);
        }
        var weights = new double[logs.length];
        double sum = 0;
        for (int d = 0; d < weights.length; d++) {
            weights[d] = StrictMath.exp(logs[d] - largest);
            sum += weights[d];
        }
        for (int d = 0; d < weights.length; d++) {
            weights[d] /= sum;
        }
        return weights;
    }

    /// Each draw as often as its weight says, but for a part of one.
    private static double[][] kept(Sample sample, KeyedStream stream) {
        var kept = new double[KEPT][];
        double start = stream.nextDouble();
        double passed = 0;
        int next = 0;
        for (int d = 0; d < sample.weights.length; d++) {
            passed += sample.weights[d];
            while (next < KEPT && next + start < passed * KEPT) {
                kept[next++] = sample.places[d];
            }
        }
        // What rounding left of the last.
        while (next < KEPT) {
            kept[next++] = sample.places[sample.places.length - 1];
        }
        return kept;
    }

    /// How many respondents answered: 0 or more.
    public int n() {
        return n;
    }

    /// How many parameters there are: 1 or more.
    public int parameters() {
        return mean.length;
    }

    /// What was held of each parameter before.
    public List<NormalPrior> priors() {
        return priors;
    }

    /// The parameters of the highest density.
    public double[] mode() {
        return mode.place();
    }

    /// The covariance of the normal distribution of Laplace's approximation.
    public Matrix laplace() {
        return covariance;
    }

    /// The mean of each parameter.
    public double[] means() {
        return mean.clone();
    }

    /// The standard deviation of each parameter.
    public double[] sds() {
        return sd.clone();
    }

    /// How many independent draws of the posterior the weighted ones are worth.
    public double effectiveSample() {
        return effectiveSample;
    }

    /// The share of the heaviest draw.
    public double largestWeight() {
        return largestWeight;
    }

    /// Whether the draws are worth too few, or hang on one, so that figures made of them are approximate.
    public boolean isApproximate() {
        return effectiveSample < ENOUGH || largestWeight > HEAVY;
    }

    /// The parameters of one of the kept draws, all of which count alike.
    ///
    /// @param draw 0 to below [#KEPT]
    public double[] draw(int draw) {
        return draws[draw].clone();
    }

    /// The same to be read only.
    double[] kept(int draw) {
        return draws[draw];
    }

    /// The middle range of a parameter that holds it with this probability.
    ///
    /// @param parameter from 0
    /// @throws IllegalArgumentException if the level is not above 0 and below 1
    public Interval interval(int parameter, double level) {
        double[] values = Arrays.stream(draws).mapToDouble(each -> each[parameter]).toArray();
        return middle(values, level);
    }

    /// The middle range of values that count alike, between neighbours in proportion.
    static Interval middle(double[] values, double level) {
        Interval.requireLevel(level);
        Arrays.sort(values);
        double low = quantile(values, (1 - level) / 2);
        return new Interval(low, Math.max(low, quantile(values, (1 + level) / 2)), level);
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
