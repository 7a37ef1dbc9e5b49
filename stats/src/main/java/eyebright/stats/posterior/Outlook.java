package eyebright.stats.posterior;

import eyebright.stats.Interval;
import eyebright.stats.matrix.Exponential;
import eyebright.stats.posterior.Event.AnyOf;
import eyebright.stats.resampling.KeyedStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The chance of something for one respondent, how sure it is, and what moves it.
///
/// ```
/// chance   = mean over the draws of p(η),   η = η0 + Σ c_j,   c_j = coefficient x predictor
/// centre   = mean of p(η0) for somebody of whose past nothing is known
/// record   = mean of p(η0) for somebody of her own past, less the centre
/// part_j   = mean of c_j (p(η) - p(η0)) / (η - η0)
/// centre + record + Σ part_j = chance
/// ```
///
/// Each part is the share of the way from the chance of a respondent at the centre of all predictors; they sum to the whole
/// without a rest and do not depend on an order of the predictors. The interval is that of her own chance: with
/// [AnyOf] it holds that respondents of the same predictors have different chances.
///
/// Shape: the predictors of one respondent, and for each a spread, 0 where she answered. Missing values: a predictor she did not answer has its
/// centre and its spread, which is drawn anew with every draw. Unit: probability. Edge cases: at the centre all parts are 0.
/// Errors: another number of predictors. Summary: its draws. R: `posterior_epred` of rstanarm, and by hand.
/// Source: Lundberg & Lee (2017) for parts that sum to the whole, Advances in Neural Information Processing Systems 30; the division here is that of a
/// function of one sum, in which each term has its share.
///
/// @param chance 0 to 1
/// @param interval the middle range of her chance
/// @param centre the chance of somebody at the centre of all predictors
/// @param record what her own past adds; 0 where it does not enter
/// @param parts what each predictor adds, in their order
public record Outlook(
        double chance, Interval interval, double centre, double record, List<Double> parts) {

    private static final double NEAR = 1e-6;
    private static final double STEP = 1e-4;

    /// Copies the parts.
    public Outlook {
        parts = List.copyOf(parts);
    }

    /// The outlook of one respondent.
    ///
    /// @param x her predictors, centred and scaled as those of the posterior
    /// @param spread the standard deviation of each about x: 0 where she answered
    /// @param level of the interval, such as 0.8
    /// @throws IllegalArgumentException if numbers are more or fewer than the posterior's predictors
    public static Outlook of(
            Posterior posterior, Event event, double[] x, double[] spread, double level) {
        int last = posterior.parameters() - 1;
        if (x.length != spread.length || x.length > last || x.length < last - 1) {
            throw new IllegalArgumentException(
                    "predictors and spreads must be as many as the posterior's, not %d and %d"
                            .formatted(x.length, spread.length));
        }
        boolean hasShape = x.length == last - 1;
        KeyedStream stream = KeyedStream.of("outlook", "of one respondent", 0);
        var own = new double[Posterior.KEPT];
        var drawn = new double[x.length];
        var parts = new double[x.length];
        double chance = 0;
        double centre = 0;
        double record = 0;
        for (int d = 0; d < own.length; d++) {
            double[] parameters = posterior.kept(d);
            double shape = hasShape ? Exponential.of(parameters[last]) : 0;
            Arrays.setAll(
                    drawn, j -> spread[j] > 0 ? x[j] + spread[j] * stream.nextGaussian() : x[j]);
            double from = parameters[0];
            double eta = LogDensity.eta(parameters, drawn);
            double here = event.chance(eta, shape);
            double there = event.chance(from, shape);
            double somebody = event.ofSomebody().chance(from, shape);
            double slope = slope(event, shape, from, there, eta, here);
            for (int j = 0; j < parts.length; j++) {
                parts[j] += parameters[j + 1] * drawn[j] * slope;
            }
            chance += here;
            centre += somebody;
            record += there - somebody;
            own[d] = event instanceof AnyOf any ? any.draw(eta, shape, stream) : here;
        }
        var shares = new ArrayList<Double>();
        for (double part : parts) {
            shares.add(part / own.length);
        }
        return new Outlook(
                chance / own.length,
                Posterior.middle(own, level),
                centre / own.length,
                record / own.length,
                shares);
    }

    /// The chance alone of somebody whose predictors are all known, which takes less time.
    ///
    /// @param x her predictors, centred and scaled as those of the posterior
    /// @throws IllegalArgumentException if numbers are more or fewer than the posterior's predictors
    public static double chance(Posterior posterior, Event event, double[] x) {
        boolean hasShape = hasShape(posterior, x.length);
        int last = posterior.parameters() - 1;
        double sum = 0;
        for (int d = 0; d < Posterior.KEPT; d++) {
            double[] parameters = posterior.kept(d);
            double shape = hasShape ? Exponential.of(parameters[last]) : 0;
            sum += event.chance(LogDensity.eta(parameters, x), shape);
        }
        return sum / Posterior.KEPT;
    }

    private static boolean hasShape(Posterior posterior, int predictors) {
        int last = posterior.parameters() - 1;
        if (predictors > last || predictors < last - 1) {
            throw new IllegalArgumentException(
                    "predictors must be as many as the posterior's, not %d".formatted(predictors));
        }
        return predictors == last - 1;
    }

    /// How much the chance changes along the way, for each 1 of the linear predictor.
    private static double slope(
            Event event, double shape, double from, double there, double eta, double here) {
        double way = eta - from;
        return Math.abs(way) > NEAR
                ? (here - there) / way
                : (event.chance(from + STEP, shape) - event.chance(from - STEP, shape))
                        / (2 * STEP);
    }
}
