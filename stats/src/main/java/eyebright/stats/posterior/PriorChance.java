package eyebright.stats.posterior;

import eyebright.stats.Fitting;
import eyebright.stats.Fitting.Fitted;
import eyebright.stats.Fitting.NotFitted;
import eyebright.stats.distribution.Root;
import eyebright.stats.matrix.Exponential;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// The chance that a prior alone gives, on average over respondents of a population, and the prior of the intercept that makes it a
/// given one.
///
/// ```
/// mean over respondents and over the prior of P(event | η, shape),
/// η ~ normal(m0 + Σ m_j x_j, s0² + Σ s_j² x_j²)
/// ```
///
/// Integrated by the trapezoidal rule with a step of 3/4 of a standard deviation of η, of 3/8 where that is large, and of 9/8 for the
/// shape, which is right to 1e-6 for such smooth functions while the standard deviation of η is below 4.
/// Respondents of the same event and the same predictors are computed once.
///
/// Shape: one event and one row of predictors for each respondent. Unit: probability. Missing values: none are accepted.
/// Edge cases: of an event that cannot happen, such as any of no trials, the chance is 0 whatever the intercept. Errors:
/// nobody, lengths that do not fit. Summary: the mean of the chances. R: `integrate` and `uniroot`, by hand.
/// Source: Trefethen & Weideman (2014) SIAM Review 56, 385-458, for the rule.
public final class PriorChance {

    private static final double FARTHEST = 5.625;
    private static final double STEP = 0.375;
    private static final int POINTS = 31;

    /// The shape needs only every third point, η every other unless it varies much.
    private static final int EVERY_OF_SHAPE = 3;

    private static final int EVERY_OF_ETA = 2;
    private static final double MUCH = 1.2;

    private static final double FAR = 30;
    private static final double NEAR = 0.1;
    private static final int ROUGHLY = 200;
    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    static {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            NODES[i] = i * STEP - FARTHEST;
            WEIGHTS[i] = StrictMath.exp(-NODES[i] * NODES[i] / 2);
            sum += WEIGHTS[i];
        }
        for (int i = 0; i < POINTS; i++) {
            WEIGHTS[i] /= sum;
        }
    }

    /// A respondent's event, and the normal distribution of η less the intercept's mean.
    private record Case(Event event, double mean, double sd) {}

    private final List<Case> cases = new ArrayList<>();
    private final List<Integer> howMany = new ArrayList<>();
    private final List<NormalPrior> priors;
    private final int respondents;
    private final boolean hasShape;

    private PriorChance(List<Event> events, double[][] rows, List<NormalPrior> priors) {
        this.priors = List.copyOf(priors);
        this.respondents = events.size();
        if (events.isEmpty() || events.size() != rows.length) {
            throw new IllegalArgumentException(
                    "events and rows must be as many, 1 or more, not %d and %d"
                            .formatted(events.size(), rows.length));
        }
        int predictors = rows[0].length;
        hasShape = priors.size() == predictors + 2;
        if (!hasShape && priors.size() != predictors + 1) {
            throw new IllegalArgumentException(
                    "priors must be %d or %d, not %d"
                            .formatted(predictors + 1, predictors + 2, priors.size()));
        }
        var places = new HashMap<Case, Integer>();
        for (int i = 0; i < rows.length; i++) {
            double mean = 0;
            double variance = priors.get(0).sd() * priors.get(0).sd();
            for (int j = 0; j < predictors; j++) {
                NormalPrior prior = priors.get(j + 1);
                double spread = prior.sd() * rows[i][j];
                mean += prior.mean() * rows[i][j];
                variance += spread * spread;
            }
            var each = new Case(events.get(i), mean, Math.sqrt(variance));
            Integer known = places.putIfAbsent(each, cases.size());
            if (known == null) {
                cases.add(each);
                howMany.add(1);
            } else {
                howMany.set(known, howMany.get(known) + 1);
            }
        }
    }

    /// The average chance under the priors as they are.
    ///
    /// @param events what may happen to each respondent: one or more
    /// @param rows the predictors of each, in the order of the priors
    /// @param priors of the intercept, the coefficients and, for events that have one, the shape
    /// @throws IllegalArgumentException if there is nobody, or lengths do not fit
    public static double of(List<Event> events, double[][] rows, List<NormalPrior> priors) {
        return new PriorChance(events, rows, priors).at(priors.get(0).mean());
    }

    /// The mean of the intercept's prior for which the average chance is a given one.
    ///
    /// @param share above 0 and below 1
    /// @return the mean, or why there is none: the share is out of reach
    /// @throws IllegalArgumentException if the share is out of range, there is nobody, or lengths do not fit
    public static Fitting<Double> intercept(
            double share, List<Event> events, double[][] rows, List<NormalPrior> priors) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "share must be above 0 and below 1, not %s".formatted(share));
        }
        var chance = new PriorChance(events, rows, priors);
        if (!(chance.at(-FAR) < share && chance.at(FAR) > share)) {
            return new NotFitted<>(
                    "no intercept makes %s the average chance of these respondents"
                            .formatted(share));
        }
        // A few of the respondents tell roughly where it lies.
        int every = 1 + events.size() / ROUGHLY;
        double middle =
                every == 1
                        ? 0
                        : new PriorChance(each(events, every), each(rows, every), priors)
                                .solved(share, -FAR, FAR);
        double reach = every == 1 ? FAR : NEAR;
        double low = middle - reach;
        double high = middle + reach;
        while (chance.at(low) >= share) {
            low -= reach;
        }
        while (chance.at(high) <= share) {
            high += reach;
        }
        return new Fitted<>(chance.solved(share, low, high));
    }

    private double solved(double share, double low, double high) {
        if (!(at(low) < share && at(high) > share)) {
            return 0;
        }
        return Root.between(low, high, mean -> at(mean) - share);
    }

    private static List<Event> each(List<Event> events, int every) {
        var some = new ArrayList<Event>();
        for (int i = 0; i < events.size(); i += every) {
            some.add(events.get(i));
        }
        return some;
    }

    private static double[][] each(double[][] rows, int every) {
        var some = new ArrayList<double[]>();
        for (int i = 0; i < rows.length; i += every) {
            some.add(rows[i]);
        }
        return some.toArray(double[][]::new);
    }

    private double at(double intercept) {
        double sum = 0;
        for (int i = 0; i < cases.size(); i++) {
            sum += howMany.get(i) * chance(cases.get(i), intercept + cases.get(i).mean);
        }
        return sum / respondents;
    }

    private double chance(Case each, double eta) {
        if (!hasShape) {
            return along(each, eta, 0);
        }
        NormalPrior shape = priors.get(priors.size() - 1);
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < POINTS; k += EVERY_OF_SHAPE) {
            double value = Exponential.of(shape.mean() + NODES[k] * shape.sd());
            sum += WEIGHTS[k] * along(each, eta, value);
            weights += WEIGHTS[k];
        }
        return sum / weights;
    }

    private static double along(Case each, double eta, double shape) {
        int every = each.sd > MUCH ? 1 : EVERY_OF_ETA;
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < POINTS; i += every) {
            sum += WEIGHTS[i] * each.event.chance(eta + NODES[i] * each.sd, shape);
            weights += WEIGHTS[i];
        }
        return sum / weights;
    }
}
