package eyebright.stats.laws;

import static eyebright.stats.laws.Regressions.fitted;
import static eyebright.stats.laws.Statistic.byChance;
import static eyebright.stats.laws.Statistic.iterated;
import static eyebright.stats.laws.Statistic.ofSums;

import eyebright.stats.Interval;
import eyebright.stats.model.BrierGain;
import eyebright.stats.model.Calibration;
import eyebright.stats.model.CalibrationGroups;
import eyebright.stats.model.DevianceShare;
import eyebright.stats.posterior.CrossValidation;
import eyebright.stats.posterior.Event;
import eyebright.stats.posterior.Event.AnyOf;
import eyebright.stats.posterior.Event.Within;
import eyebright.stats.posterior.FirstByTime;
import eyebright.stats.posterior.NormalPrior;
import eyebright.stats.posterior.Outcome;
import eyebright.stats.posterior.Outlook;
import eyebright.stats.posterior.Posterior;
import eyebright.stats.posterior.PriorChance;
import eyebright.stats.posterior.TimesOfTrials;
import eyebright.stats.posterior.YesOrNo;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// Posteriors, what is foretold of them, and how good chances are.
final class OfPosteriors {

    private static final NormalPrior PRIOR = new NormalPrior(0, 1);

    private OfPosteriors() {}

    /// A posterior's figures.
    record Sampled(
            List<Double> mode,
            List<Double> means,
            List<Double> sds,
            double effectiveSample,
            double largest) {

        static Sampled of(Posterior posterior) {
            return new Sampled(
                    list(posterior.mode()),
                    list(posterior.means()),
                    list(posterior.sds()),
                    posterior.effectiveSample(),
                    posterior.largestWeight());
        }

        private static List<Double> list(double[] values) {
            return Arrays.stream(values).boxed().toList();
        }
    }

    static Stream<Statistic> all() {
        return Stream.of(
                iterated("Posterior of yes or no", s -> Sampled.of(posterior(yes(s), s))),
                iterated("Posterior of times of trials", s -> Sampled.of(posterior(times(s), s))),
                iterated("Posterior of the first by time", s -> Sampled.of(posterior(first(s), s))),
                iterated("Posterior by Laplace", s -> Sampled.of(laplace(yes(s), s))),
                byChance(
                        "Outlook, chance",
                        s -> Outlook.chance(laplace(yes(s), s), new Event.Yes(), new double[] {1})),
                byChance("Posterior, interval", s -> limits(posterior(yes(s), s), s.level())),
                byChance("Outlook", s -> parts(posterior(times(s), s), s.level())),
                byChance(
                        "CrossValidation",
                        s ->
                                fitted(
                                                CrossValidation.of(
                                                        yes(s),
                                                        new double[][] {s.of("x")},
                                                        priors(yes(s)),
                                                        5))
                                        .chances()),
                iterated("PriorChance", s -> PriorChance.of(events(s), rows(s), priors(first(s)))),
                iterated(
                        "PriorChance, intercept",
                        s -> PriorChance.intercept(0.4, events(s), rows(s), priors(first(s)))),
                iterated("Calibration", s -> Calibration.of(chances(s), s.of("yes"), s.level())),
                ofSums(
                        "CalibrationGroups",
                        s -> CalibrationGroups.of(chances(s), s.of("yes"), 4, s.level())),
                ofSums(
                        "BrierGain",
                        s -> BrierGain.of(chances(s), halves(s), s.of("yes"), s.level())),
                ofSums("DevianceShare", s -> DevianceShare.of(chances(s), halves(s), s.of("yes"))));
    }

    private static Interval limits(Posterior posterior, double level) {
        return posterior.interval(1, level);
    }

    private static List<Double> parts(Posterior posterior, double level) {
        var outlook =
                Outlook.of(posterior, new AnyOf(4, 1, 3), new double[] {1}, new double[1], level);
        return List.of(
                outlook.chance(), outlook.centre(), outlook.record(), outlook.parts().getFirst());
    }

    private static Outcome yes(Sample s) {
        return YesOrNo.of(s.of("yes"));
    }

    private static Outcome times(Sample s) {
        int[] times = Arrays.stream(s.codes("a")).map(each -> each - 1).toArray();
        int[] trials = Arrays.stream(s.codes("b")).map(each -> each + 3).toArray();
        return TimesOfTrials.of(times, trials);
    }

    private static Outcome first(Sample s) {
        return FirstByTime.of(s.of("yes"), times(s.of("a")));
    }

    private static double[] times(double[] items) {
        return Arrays.stream(items).map(each -> each / 3).toArray();
    }

    private static List<NormalPrior> priors(Outcome outcome) {
        return Collections.nCopies(outcome.hasShape() ? 3 : 2, PRIOR);
    }

    private static Posterior posterior(Outcome outcome, Sample s) {
        return Posterior.of(
                outcome, new double[][] {s.of("x")}, priors(outcome), "laws", "posterior");
    }

    private static Posterior laplace(Outcome outcome, Sample s) {
        return Posterior.byLaplace(
                outcome, new double[][] {s.of("x")}, priors(outcome), "laws", "posterior");
    }

    private static List<Event> events(Sample s) {
        return Arrays.stream(times(s.of("a"))).<Event>mapToObj(t -> new Within(t, 0.5)).toList();
    }

    private static double[][] rows(Sample s) {
        return Arrays.stream(s.of("x")).mapToObj(x -> new double[] {x}).toArray(double[][]::new);
    }

    private static double[] chances(Sample s) {
        return Arrays.stream(s.of("x")).map(x -> 1 / (1 + Math.exp(-x))).toArray();
    }

    private static double[] halves(Sample s) {
        return Arrays.stream(s.of("x")).map(_ -> 0.5).toArray();
    }
}
