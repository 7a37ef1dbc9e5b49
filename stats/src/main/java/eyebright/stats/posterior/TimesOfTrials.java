package eyebright.stats.posterior;

import eyebright.stats.matrix.Exponential;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How often something happened in so many trials of one's own, such as tears in sessions, for beta-binomial regression.
///
/// ```
/// times ~ Binomial(trials, π),   π ~ Beta(a, b),   a = μ φ,  b = (1 - μ) φ,   ln(μ / (1 - μ)) = η,   shape = ln φ
/// l = Σ ln[(a)_times (b)_(trials - times) / (φ)_trials],   (x)_m = x (x + 1) … (x + m - 1)
/// ```
///
/// The precision φ says how alike respondents are beyond their predictors: of a large one all have the same chance, of a small one
/// each her own. A respondent of no trials tells nothing.
public final class TimesOfTrials extends Outcome {

    private final int[] times;
    private final int[] trials;
    private final Map<Integer, Integer> howMany;

    private TimesOfTrials(int[] times, int[] trials) {
        this.times = times;
        this.trials = trials;
        howMany = new TreeMap<>();
        for (int trial : trials) {
            howMany.merge(trial, 1, Integer::sum);
        }
    }

    /// The answers.
    ///
    /// @param times 0 to the number of trials of the same respondent
    /// @param trials 0 or more
    /// @throws IllegalArgumentException if lengths differ or a value is out of range
    public static TimesOfTrials of(int[] times, int[] trials) {
        if (times.length != trials.length) {
            throw new IllegalArgumentException(
                    "times and trials must be as many, not %d and %d"
                            .formatted(times.length, trials.length));
        }
        for (int i = 0; i < times.length; i++) {
            if (times[i] < 0 || times[i] > trials[i]) {
                throw new IllegalArgumentException(
                        "times must be from 0 to the trials, %d, not %d"
                                .formatted(trials[i], times[i]));
            }
        }
        return new TimesOfTrials(times.clone(), trials.clone());
    }

    @Override
    public int n() {
        return times.length;
    }

    @Override
    public boolean hasShape() {
        return true;
    }

    @Override
    Event event(int row) {
        return Event.AnyOf.next(trials[row]);
    }

    @Override
    boolean happened(int row) {
        return times[row] > 0;
    }

    @Override
    boolean tells(int row) {
        return trials[row] > 0;
    }

    @Override
    Outcome rows(int[] rows) {
        return new TimesOfTrials(
                IntStream.of(rows).map(i -> times[i]).toArray(),
                IntStream.of(rows).map(i -> trials[i]).toArray());
    }

    @Override
    Shared shared(double shape) {
        double precision = Exponential.of(shape);
        double value = 0;
        double slope = 0;
        double curvature = 0;
        for (Map.Entry<Integer, Integer> each : howMany.entrySet()) {
            int m = each.getKey();
            int rows = each.getValue();
            double first = RisingFactorial.slope(precision, m);
            double second = RisingFactorial.curvature(precision, m);
            value -= rows * RisingFactorial.log(precision, m);
            slope -= rows * precision * first;
            curvature -= rows * precision * (first + precision * second);
        }
        return new Shared(value, slope, curvature);
    }

    @Override
    double logLikelihood(double shape, int from, double[] eta, int size) {
        double precision = Exponential.of(shape);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            int yes = times[from + i];
            int no = trials[from + i] - yes;
            double small = Exponential.of(-Math.abs(eta[i]));
            double above = precision / (1 + small);
            double below = small * above;
            boolean likely = eta[i] > 0;
            sum += RisingFactorial.log(likely ? above : below, yes);
            sum += RisingFactorial.log(likely ? below : above, no);
        }
        return sum;
    }

    @Override
    void slopes(double shape, int from, int size, Slopes block) {
        double precision = Exponential.of(shape);
        for (int i = 0; i < size; i++) {
            int yes = times[from + i];
            int no = trials[from + i] - yes;
            double small = Exponential.of(-Math.abs(block.eta[i]));
            double above = 1 / (1 + small);
            double below = small * above;
            double mean = block.eta[i] > 0 ? above : below;
            double a = precision * mean;
            double b = precision * (block.eta[i] > 0 ? below : above);
            double spread = precision * above * below;
            double byA = RisingFactorial.slope(a, yes);
            double byB = RisingFactorial.slope(b, no);
            double bendA = RisingFactorial.curvature(a, yes);
            double bendB = RisingFactorial.curvature(b, no);
            block.value += RisingFactorial.log(a, yes) + RisingFactorial.log(b, no);
            block.first[i] = spread * (byA - byB);
            block.second[i] =
                    spread * (1 - 2 * mean) * (byA - byB) + spread * spread * (bendA + bendB);
            block.crossed[i] = spread * (byA - byB) + spread * (a * bendA - b * bendB);
            block.byShape += a * byA + b * byB;
            block.byShapeTwice += a * byA + b * byB + a * a * bendA + b * b * bendB;
        }
    }

    @Override
    public String toString() {
        return "%d times of %d trials"
                .formatted(Arrays.stream(times).sum(), Arrays.stream(trials).sum());
    }
}
