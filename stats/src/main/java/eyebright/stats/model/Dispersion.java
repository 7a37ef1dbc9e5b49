package eyebright.stats.model;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.distribution.Root;
import eyebright.stats.matrix.Exponential;
import eyebright.stats.matrix.Logarithm;
import eyebright.stats.matrix.Matrix;
import eyebright.stats.model.NewtonAscent.Peak;
import eyebright.stats.model.Response.OverdispersedCount;
import eyebright.stats.model.Scoring.End;
import eyebright.stats.model.Scoring.Estimator;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/// The search for the dispersion of a negative binomial regression: by Newton's steps of coefficients and
/// dispersion together ([DispersedCounts]) and, where they do not come to rest, as the zero of the slope of
/// the profile log-likelihood.
///
/// ```
/// l'(a) = Σ [Σ_{k<y} k / (1 + a k) + (log(1 + a m) - a m / (1 + a m)) / a² - y m / (1 + a m)],  m at the best b for this a
/// l'(0) = ½ Σ [(y - m)² - y]:  at most 0 means that the counts are not overdispersed
/// ```
final class Dispersion {

    /// Beyond it a sum over k would be long, and the Poisson error is below a thousandth of the count.
    private static final double LARGEST_COUNT = 1e6;

    /// How near Poisson's regression, as a share of its coefficients, is near enough to go on from.
    private static final double NEAR = 0.02;

    /// How many times the counts vary more than Poisson's model expects, above 1, so that it is plain.
    private static final double PLAIN = 0.2;

    private static final double SMALLEST = 1e-8;
    private static final double LARGEST = 1e8;
    private final ModelInput input;
    private final ModelRows rows;
    private final Scoring scoring;
    private final int[] above;
    private final double logFactorials;
    private double best;
    private Optional<Peak> peak = Optional.empty();
    private boolean failed;

    /// A search that starts from another regression of the same counts, such as Poisson's.
    Dispersion(GeneralizedFit other) {
        this(other.input(), other.rows(), other.scaled());
    }

    private Dispersion(ModelInput input, ModelRows rows, double[] start) {
        this.input = input;
        this.rows = rows;
        scoring = new Scoring(rows, new OverdispersedCount(1), Estimator.LIKELIHOOD);
        scoring.start(start);
        logFactorials = CountInput.logFactorials(input.answers());
        double largest = 0;
        for (double count : input.answers()) {
            largest = Math.max(largest, count);
        }
        above = new int[(int) largest];
        for (double count : input.answers()) {
            if (count > 0) {
                above[(int) count - 1]++;
            }
        }
        for (int k = above.length - 2; k >= 0; k--) {
            above[k] += above[k + 1];
        }
    }

    /// The dispersion of the largest likelihood where it is plainly above 0 and found without difficulty: from
    /// somewhere near Poisson's regression, which then need not be known to the last digit.
    static Optional<Dispersion> plain(ModelInput input) {
        ModelRows rows = input.rows(ModelRows.Joining.PATTERNS);
        var poisson = new Scoring(rows, new Response.Count(), Estimator.LIKELIHOOD);
        input.start(rows, poisson);
        if (poisson.approach(NEAR) != End.MAXIMUM) {
            return Optional.empty();
        }
        double[] expected = poisson.eta().clone();
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Exponential.of(expected[i]);
        }
        double excess = 0;
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < input.n(); i++) {
            double count = input.answers()[i];
            double mean = expected[input.patterns().at(i)];
            if (count > LARGEST_COUNT) {
                return Optional.empty();
            }
            excess += (count - mean) * (count - mean) - count;
            squares += mean * mean;
            sum += count;
        }
        if (!(excess > PLAIN * sum)) {
            return Optional.empty();
        }
        var dispersion = new Dispersion(input, rows, poisson.coefficients());
        return dispersion.together(Math.clamp(excess / squares, 1e-6, 1e6))
                ? Optional.of(dispersion)
                : Optional.empty();
    }

    /// The dispersion of the largest likelihood, or why there is none.
    static Fitting<Dispersion> of(GeneralizedFit poisson) {
        double[] expected = poisson.fitted();
        double excess = 0;
        double squares = 0;
        for (int i = 0; i < expected.length; i++) {
            double count = poisson.input().answers()[i];
            if (count > LARGEST_COUNT) {
                return new NotFitted<>(
                        "a count of %.0f is too large for a negative binomial model"
                                .formatted(count));
            }
            excess += (count - expected[i]) * (count - expected[i]) - count;
            squares += expected[i] * expected[i];
        }
        if (!(excess > 0)) {
            return new NotFitted<>(
                    "the counts vary no more than a Poisson model expects, which is used instead");
        }
        var dispersion = new Dispersion(poisson);
        double start = Math.clamp(excess / squares, 1e-6, 1e6);
        return dispersion.together(start) ? new Fitted<>(dispersion) : dispersion.search(start);
    }

    /// Whether Newton's steps of all parameters find it.
    private boolean together(double start) {
        int p = rows.predictors();
        double[] from = Arrays.copyOf(scoring.coefficients(), p + 1);
        from[p] = StrictMath.log(start);
        if (!(NewtonAscent.from(from, surface()) instanceof Peak found)) {
            return false;
        }
        peak = Optional.of(found);
        best = StrictMath.exp(found.parameters[p]);
        scoring.start(Arrays.copyOf(found.parameters, p));
        return true;
    }

    private DispersedCounts surface() {
        return new DispersedCounts(
                rows, above, logFactorials, StrictMath.log(SMALLEST), StrictMath.log(LARGEST));
    }

    /// Where the way of all parameters together ended; none where it did not lead there.
    Optional<Peak> peak() {
        return peak;
    }

    /// A limit of the dispersion by the profile likelihood.
    ///
    /// @param from the best dispersion
    /// @param top where the likelihood is highest, if it is known with all parameters
    /// @param enough the log-likelihood at the limit
    /// @param factor below 1 for the lower side, above 1 for the upper
    double limit(double from, Optional<Peak> top, double enough, double factor) {
        OptionalDouble log =
                top.map(
                                found ->
                                        ProfileInterval.side(
                                                surface(),
                                                found,
                                                rows.predictors(),
                                                Math.sqrt(2 * (found.value - enough)),
                                                factor < 1 ? -1 : 1))
                        .orElse(OptionalDouble.empty());
        return log.isPresent() ? StrictMath.exp(log.getAsDouble()) : where(enough, from, factor);
    }

    private Fitting<Dispersion> search(double start) {
        double low = start;
        double high = start;
        if (slope(start) > 0) {
            while (slope(high) > 0 && high < LARGEST) {
                low = high;
                high *= 4;
            }
        } else {
            while (slope(low) <= 0 && low > SMALLEST) {
                high = low;
                low /= 4;
            }
        }
        if (low <= SMALLEST) {
            return new NotFitted<>(
                    "the counts vary no more than a Poisson model expects, which is used instead");
        }
        if (failed || high >= LARGEST) {
            return new NotFitted<>("the counts vary too much for a negative binomial model");
        }
        best =
                StrictMath.exp(
                        Root.between(
                                StrictMath.log(low),
                                StrictMath.log(high),
                                log -> slope(StrictMath.exp(log))));
        // The last value that was tried need not be the zero.
        double rest = slope(best);
        if (failed || !Double.isFinite(rest)) {
            return new NotFitted<>("the iteration that fits the model did not come to rest");
        }
        return new Fitted<>(this);
    }

    /// The dispersion that was found.
    double best() {
        return best;
    }

    /// The fit at the dispersion that was found.
    Fitting<GeneralizedFit> fit() {
        if (peak.isPresent()) {
            scoring.change(new OverdispersedCount(best));
            failed |= !scoring.stay();
        } else {
            fitAt(best);
        }
        double[] eta = scoring.eta();
        var weights = new double[eta.length];
        for (int i = 0; i < eta.length; i++) {
            double mean = Exponential.of(eta[i]);
            weights[i] = rows.trials()[i] * mean / (1 + best * mean);
        }
        Matrix inverse = scoring.inverseInformation(weights);
        return GeneralizedFit.at(
                input, rows, new OverdispersedCount(best), Estimator.LIKELIHOOD, scoring, inverse);
    }

    /// The same with the dispersion held at one value after another.
    double where(double enough, double from, double factor) {
        double inner = from;
        double outer = from * factor;
        while (excess(outer, enough) > 0 && outer > SMALLEST * SMALLEST && outer < LARGEST) {
            inner = outer;
            outer *= factor;
        }
        if (excess(outer, enough) > 0) {
            return outer;
        }
        return StrictMath.exp(
                Root.between(
                        StrictMath.log(Math.min(inner, outer)),
                        StrictMath.log(Math.max(inner, outer)),
                        log -> excess(StrictMath.exp(log), enough)));
    }

    private double excess(double alpha, double enough) {
        fitAt(alpha);
        return likelihood(alpha, scoring.likelihood()) - enough;
    }

    /// The whole log-likelihood, from the part of it that changes with the coefficients.
    double likelihood(double alpha, double ofCoefficients) {
        double sum = ofCoefficients - logFactorials;
        for (int k = 0; k < above.length; k++) {
            sum += above[k] * Logarithm.ofOnePlus(alpha * k);
        }
        return sum;
    }

    private void fitAt(double alpha) {
        scoring.change(new OverdispersedCount(alpha));
        failed |= scoring.maximise() != End.MAXIMUM;
    }

    private double slope(double alpha) {
        fitAt(alpha);
        double sum = 0;
        for (int k = 0; k < above.length; k++) {
            sum += above[k] * (k / (1 + alpha * k));
        }
        double[] eta = scoring.eta();
        for (int i = 0; i < eta.length; i++) {
            double mean = Exponential.of(eta[i]);
            double z = alpha * mean;
            sum += rows.trials()[i] * bend(z) * mean * mean - rows.events()[i] * mean / (1 + z);
        }
        return sum;
    }

    /// (log(1 + z) - z / (1 + z)) / z², by its series where the difference would lose digits.
    private static double bend(double z) {
        if (z > 0.1) {
            return (Logarithm.ofOnePlus(z) - z / (1 + z)) / (z * z);
        }
        double sum = 0;
        double power = 1;
        for (int k = 2; k < 22; k++) {
            sum += power * (k - 1) / k;
            power *= -z;
        }
        return sum;
    }
}
