package eyebright.bench;

import eyebright.check.StudyFolder;
import eyebright.expression.Expression;
import eyebright.expression.Figures;
import eyebright.feedback.Effect;
import eyebright.feedback.Feedback;
import eyebright.feedback.Outcome;
import eyebright.feedback.Prediction;
import eyebright.frame.Frame;
import eyebright.plan.Lets;
import eyebright.prediction.FittedModel;
import eyebright.prediction.Predictions;
import eyebright.prediction.PriorModel;
import eyebright.stats.Estimate;
import eyebright.stats.Interval;
import eyebright.stats.model.Calibration;
import eyebright.stats.posterior.Event;
import eyebright.stats.posterior.FirstByTime;
import eyebright.stats.posterior.Outlook;
import eyebright.stats.posterior.Posterior;
import eyebright.stats.posterior.TimesOfTrials;
import eyebright.stats.posterior.YesOrNo;
import eyebright.stats.resampling.KeyedStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// How good the tears study's predictions are where the truth is known: the page `docs/prediction-accuracy.md`.
/// `scripts/bench.sh prediction [REHEARSALS [PREDICTION]]`.
///
/// In each rehearsal the truth is drawn from the prior, respondents from the population, and what happened to them
/// from the truth; the model is fitted, and other respondents are told their chances. Of each the true chance is
/// known, her own one where her record enters.
public final class PredictionAccuracy {

    private static final int POOL = 20_000;
    private static final int TOLD = 200;

    /// Of how many of them the interval is looked at, which takes ten times as long.
    private static final int COVERED = 40;

    private static final int[] SIZES = {10, 684};
    private static final double WITHIN = 100;
    private static final double SURE = 1e-9;
    private static final double[] WANTED_SLOPE = {0.9, 1.1};
    private static final double[] WANTED_COVERAGE = {0.78, 0.82};

    private final PriorModel prior;
    private final double[][] rows;

    /// Sessions of four weeks, or sessions of a career in the model's unit; 1 where neither matters.
    private final double[] exposure;

    private PredictionAccuracy(PriorModel prior, double[][] rows, double[] exposure) {
        this.prior = prior;
        this.rows = rows;
        this.exposure = exposure;
    }

    /// Prints the page.
    ///
    /// @param arguments how many rehearsals, 500 if left out; the id of one prediction, all if left out
    public static void main(String[] arguments) {
        int rehearsals = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        StudyFolder folder = Tears.read().folder();
        Feedback feedback = withYes(folder.feedback());
        Frame pool =
                Lets.added(
                        feedback.lets(),
                        folder.scales().score(folder.respondents().careful(2, 0, POOL)));
        head();
        for (PriorModel prior :
                Predictions.priors(
                        folder.study(), folder.scales(), feedback, folder.population())) {
            if (arguments.length > 1 && !prior.prediction().id().equals(arguments[1])) {
                continue;
            }
            PredictionAccuracy accuracy = of(prior, pool);
            for (int n : SIZES) {
                accuracy.row(n, rehearsals);
            }
        }
    }

    /// Its predictions and a third, of whether it ever happened, so that each family is there.
    private static Feedback withYes(Feedback declared) {
        List<Prediction> predictions = new ArrayList<>(declared.predictions());
        Prediction first =
                predictions.stream()
                        .filter(each -> each.outcome() instanceof Outcome.First)
                        .findFirst()
                        .orElseThrow();
        var condition = ((Outcome.First) first.outcome()).first();
        predictions.add(
                new Prediction(
                        "ever",
                        new Outcome.Yes(condition),
                        first.among(),
                        first.whom(),
                        first.base(),
                        first.effects(),
                        first.ahead(),
                        first.assumes()));
        return new Feedback(
                declared.people(),
                declared.enough(),
                declared.lets(),
                declared.sources(),
                declared.guess(),
                declared.parts(),
                declared.alike(),
                predictions,
                declared.preparations(),
                declared.clients());
    }

    private static PredictionAccuracy of(PriorModel prior, Frame pool) {
        List<Effect> effects = prior.prediction().effects();
        List<Figures> figures =
                effects.stream()
                        .map(effect -> Figures.of(effect.of(), effect.counts(), pool))
                        .toList();
        double[] exposure =
                switch (prior.prediction().outcome()) {
                    case Outcome.Yes _ -> ones(pool.size());
                    case Outcome.Times times -> amounts(times.of(), pool, 1);
                    case Outcome.First first -> amounts(first.by(), pool, prior.unit());
                };
        int[] usable =
                IntStream.range(0, pool.size())
                        .filter(row -> exposure[row] > 0)
                        .filter(row -> figures.stream().allMatch(each -> each.known().get(row)))
                        .toArray();
        double[][] rows =
                Arrays.stream(usable)
                        .mapToObj(
                                row ->
                                        IntStream.range(0, effects.size())
                                                .mapToDouble(
                                                        j ->
                                                                effects.get(j)
                                                                        .scaled(
                                                                                figures.get(j)
                                                                                        .number(
                                                                                                row)))
                                                .toArray())
                        .toArray(double[][]::new);
        return new PredictionAccuracy(
                prior, rows, Arrays.stream(usable).mapToDouble(row -> exposure[row]).toArray());
    }

    private static double[] ones(int n) {
        var ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /// 0 where it is not known.
    private static double[] amounts(Expression number, Frame pool, double unit) {
        var amounts = number.amounts(pool);
        return IntStream.range(0, pool.size())
                .mapToDouble(row -> amounts.known().get(row) ? amounts.value(row) / unit : 0)
                .toArray();
    }

    /// What one rehearsal said.
    private static final class Told {

        final double[] chances = new double[TOLD];
        final double[] happened = new double[TOLD];
        final Posterior posterior;
        double covered;

        Told(Posterior posterior) {
            this.posterior = posterior;
        }
    }

    private void row(int n, int rehearsals) {
        double covered = 0;
        double squares = 0;
        var slopes = new ArrayList<Double>();
        var chances = new double[rehearsals * TOLD];
        var happened = new double[rehearsals * TOLD];
        double least = Double.POSITIVE_INFINITY;
        int approximate = 0;
        for (int r = 0; r < rehearsals; r++) {
            Told told = rehearse(n, r);
            covered += told.covered;
            squares += told.covered * told.covered;
            System.arraycopy(told.chances, 0, chances, r * TOLD, TOLD);
            System.arraycopy(told.happened, 0, happened, r * TOLD, TOLD);
            if (Calibration.of(told.chances, told.happened, 0.95).slope()
                    instanceof Estimate.Known slope) {
                slopes.add(slope.value());
            }
            least = Math.min(least, told.posterior.effectiveSample());
            approximate += told.posterior.isApproximate() ? 1 : 0;
        }
        double coverage = covered / rehearsals;
        double error = Math.sqrt((squares / rehearsals - coverage * coverage) / rehearsals);
        double mean = slopes.stream().mapToDouble(each -> each).average().orElse(Double.NaN);
        double spread =
                Math.sqrt(
                        slopes.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum()
                                / slopes.size()
                                / slopes.size());
        Calibration pooled = Calibration.of(chances, happened, 0.95);
        print(
                "| %s | %,d | %,d | %s ± %s | %s | %.3f ± %.3f | %s | %s | %,.0f | %d |"
                        .formatted(
                                prior.prediction().id(),
                                n,
                                rehearsals,
                                percent(coverage),
                                percent(error),
                                isWanted(coverage, WANTED_COVERAGE),
                                mean,
                                spread,
                                n == SIZES[SIZES.length - 1] ? isWanted(mean, WANTED_SLOPE) : "",
                                number(pooled.slope()),
                                least,
                                approximate));
    }

    private Told rehearse(int n, int replicate) {
        var stream = KeyedStream.of("prediction accuracy", prior.prediction().id(), replicate);
        double[] truth =
                prior.priors().stream()
                        .mapToDouble(each -> each.mean() + each.sd() * stream.nextGaussian())
                        .toArray();
        Posterior posterior = fitted(n, truth, stream);
        var told = new Told(posterior);
        int covered = 0;
        for (int i = 0; i < TOLD; i++) {
            int row = stream.nextInt(rows.length);
            Case other = drawn(row, truth, stream);
            if (i < COVERED) {
                Interval interval =
                        Outlook.of(
                                        posterior,
                                        other.event,
                                        rows[row],
                                        new double[rows[row].length],
                                        FittedModel.LEVEL)
                                .interval();
                covered += interval.contains(other.chance) ? 1 : 0;
            }
            double chance = Outlook.chance(posterior, other.event, rows[row]);
            // Log odds must be finite; nobody is told more digits.
            told.chances[i] = Math.clamp(chance, SURE, 1 - SURE);
            told.happened[i] = stream.nextDouble() < other.chance ? 1 : 0;
        }
        told.covered = covered / (double) COVERED;
        return told;
    }

    /// What may happen to somebody, and how likely it is in truth.
    private record Case(Event event, double chance) {}

    private Case drawn(int row, double[] truth, KeyedStream stream) {
        double eta = eta(row, truth);
        switch (prior.prediction().outcome()) {
            case Outcome.Yes _ -> {
                var event = new Event.Yes();
                return new Case(event, event.chance(eta, 1));
            }
            case Outcome.First _ -> {
                var event = new Event.Within(exposure[row], WITHIN / prior.unit());
                return new Case(event, event.chance(eta, shape(truth)));
            }
            case Outcome.Times _ -> {
                double own = own(eta, shape(truth), stream);
                int trials = (int) exposure[row];
                int times = binomial(trials, own, stream);
                return new Case(
                        new Event.AnyOf((int) WITHIN, times, trials),
                        1 - Math.pow(1 - own, WITHIN));
            }
        }
    }

    private Posterior fitted(int n, double[] truth, KeyedStream stream) {
        var chosen = new int[n];
        Arrays.setAll(chosen, _ -> stream.nextInt(rows.length));
        var predictors = new double[prior.prediction().effects().size()][n];
        for (int j = 0; j < predictors.length; j++) {
            for (int i = 0; i < n; i++) {
                predictors[j][i] = rows[chosen[i]][j];
            }
        }
        var outcome =
                switch (prior.prediction().outcome()) {
                    case Outcome.Yes _ ->
                            YesOrNo.of(events(chosen, new Event.Yes(), truth, stream));
                    case Outcome.First _ ->
                            FirstByTime.of(
                                    Arrays.stream(chosen)
                                            .mapToDouble(
                                                    row ->
                                                            happens(
                                                                    row,
                                                                    new Event.Within(
                                                                            0, exposure[row]),
                                                                    truth,
                                                                    stream))
                                            .toArray(),
                                    Arrays.stream(chosen)
                                            .mapToDouble(row -> exposure[row])
                                            .toArray());
                    case Outcome.Times _ -> times(chosen, truth, stream);
                };
        return Posterior.of(outcome, predictors, prior.priors(), "prediction accuracy", "fit");
    }

    private double[] events(int[] chosen, Event event, double[] truth, KeyedStream stream) {
        return Arrays.stream(chosen)
                .mapToDouble(row -> happens(row, event, truth, stream))
                .toArray();
    }

    private double happens(int row, Event event, double[] truth, KeyedStream stream) {
        return stream.nextDouble() < event.chance(eta(row, truth), shape(truth)) ? 1 : 0;
    }

    private TimesOfTrials times(int[] chosen, double[] truth, KeyedStream stream) {
        int[] trials = Arrays.stream(chosen).map(row -> (int) exposure[row]).toArray();
        var times = new int[chosen.length];
        for (int i = 0; i < times.length; i++) {
            double own = own(eta(chosen[i], truth), shape(truth), stream);
            times[i] = binomial(trials[i], own, stream);
        }
        return TimesOfTrials.of(times, trials);
    }

    private double eta(int row, double[] truth) {
        double eta = truth[0];
        for (int j = 0; j < rows[row].length; j++) {
            eta += truth[j + 1] * rows[row][j];
        }
        return eta;
    }

    private static double shape(double[] truth) {
        return Math.exp(truth[truth.length - 1]);
    }

    /// Somebody's own share of occasions, drawn from the beta distribution of persons as a ratio of gamma
    /// variables, each by rejection (Ahrens & Dieter 1974): another way than the one that is tried.
    private static double own(double eta, double precision, KeyedStream stream) {
        double mean = 1 / (1 + Math.exp(-eta));
        double yes = gamma(precision * mean, stream);
        double no = gamma(precision * (1 - mean), stream);
        return yes / (yes + no);
    }

    private static double gamma(double shape, KeyedStream stream) {
        double sum = 0;
        double left = shape;
        for (; left >= 1; left--) {
            sum -= Math.log(1 - stream.nextDouble());
        }
        if (left < 1e-9) {
            return sum;
        }
        double b = (Math.E + left) / Math.E;
        while (true) {
            double p = b * (1 - stream.nextDouble());
            double u = 1 - stream.nextDouble();
            if (p <= 1) {
                double x = Math.pow(p, 1 / left);
                if (u <= Math.exp(-x)) {
                    return sum + x;
                }
            } else {
                double x = -Math.log((b - p) / left);
                if (u <= Math.pow(x, left - 1)) {
                    return sum + x;
                }
            }
        }
    }

    private static int binomial(int trials, double share, KeyedStream stream) {
        int times = 0;
        for (int k = 0; k < trials; k++) {
            times += stream.nextDouble() < share ? 1 : 0;
        }
        return times;
    }

    private static void head() {
        print("# How good predictions are where the truth is known");
        print("");
        print(
                "The predictions of the tears study in many rehearsals. In each the truth is drawn from the prior,");
        print(
                "respondents from `studies/tears/population.yaml`, and what happened to them from the truth. The model is fitted to n of");
        print(
                "them, and %d others are told their chances. *Ever* is a third prediction, with the effects of *first-tears*, so that"
                        .formatted(TOLD));
        print(
                "each kind of model is here. ± is the Monte Carlo error. Repeat it with `scripts/bench.sh prediction`.");
        print("");
        print(
                "**Coverage**: how often the 80 %% interval holds the true chance, of %d of them; 78 to 82 %% is wanted. **Slope**: of a logistic"
                        .formatted(COVERED));
        print(
                "regression of what happened on the log odds of the chances told, in each rehearsal; its mean is wanted from 0.9 to 1.1 at");
        print(
                "n = 684. Of few respondents the chances told hardly differ, so that the slope of one rehearsal says little; the slope of all");
        print(
                "rehearsals together says more. **Draws**: the smallest effective sample of a rehearsal, and in how many rehearsals it");
        print("made the posterior approximate.");
        print("");
        print(
                "| prediction | n | rehearsals | coverage | | mean slope | | slope of all | least draws | approximate |");
        print("|---|--:|--:|--:|---|--:|---|--:|--:|--:|");
    }

    private static String isWanted(double value, double[] limits) {
        return value >= limits[0] && value <= limits[1] ? "as wanted" : "**outside**";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String number(Estimate estimate) {
        return switch (estimate) {
            case Estimate.Known known -> String.format(Locale.ROOT, "%.3f", known.value());
            case Estimate.NotEstimable(String reason) -> reason;
        };
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
