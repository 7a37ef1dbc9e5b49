package eyebright.stats.posterior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PosteriorTest {

    private static final double ROOT = Math.sqrt(2);

    @ParameterizedTest
    @ValueSource(strings = {"yes", "times", "first"})
    void withoutAnswersThePriorIsAllThatIsKnown(String family) {
        Posterior posterior = Cases.posterior(family, 0);
        List<NormalPrior> priors = posterior.priors();
        for (int j = 0; j < posterior.parameters(); j++) {
            double sd = priors.get(j).sd();
            assertThat(posterior.mode()[j]).isCloseTo(priors.get(j).mean(), within(1e-12));
            assertThat(posterior.means()[j]).isCloseTo(priors.get(j).mean(), within(0.01 * sd));
            assertThat(posterior.sds()[j]).isCloseTo(sd, within(0.03 * sd));
        }
        assertThat(posterior.n()).isZero();
        assertThat(posterior.effectiveSample()).isGreaterThan(3000);
    }

    static Stream<Outcome> degenerate() {
        double[] x = Cases.column("x1", 40);
        double[] separated = Arrays.stream(x).map(value -> value > 0 ? 1 : 0).toArray();
        double[] ones = IntStream.range(0, 40).mapToDouble(_ -> 1).toArray();
        int[] hundred = IntStream.range(0, 40).map(_ -> 100).toArray();
        return Stream.of(
                YesOrNo.of(separated),
                YesOrNo.of(ones),
                YesOrNo.of(new double[40]),
                TimesOfTrials.of(new int[40], new int[40]),
                TimesOfTrials.of(new int[40], hundred),
                TimesOfTrials.of(hundred, hundred),
                TimesOfTrials.of(
                        Arrays.stream(separated).mapToInt(each -> 100 * (int) each).toArray(),
                        hundred),
                FirstByTime.of(ones, ones),
                FirstByTime.of(new double[40], ones),
                FirstByTime.of(separated, ones),
                FirstByTime.of(ones, Arrays.stream(x).map(each -> Math.exp(6 * each)).toArray()));
    }

    @ParameterizedTest
    @MethodSource("degenerate")
    void degenerateAnswersLeaveAFinitePosterior(Outcome outcome) {
        var predictors =
                new double[][] {Cases.column("x1", 40), new double[40], Cases.column("x1", 40)};
        Posterior posterior =
                Posterior.of(outcome, predictors, Cases.priors(outcome), "tests", "degenerate");
        assertThat(posterior.means()).doesNotContain(Double.NaN);
        assertThat(Arrays.stream(posterior.sds()).min().orElseThrow()).isGreaterThan(0.001);
        assertThat(posterior.isApproximate()).isFalse();
        // Of a predictor that is 0 for everyone the prior alone speaks.
        assertThat(posterior.sds()[2]).isCloseTo(0.35, within(0.02));
    }

    @Test
    void oneRespondentMovesThePriorALittle() {
        Posterior yes = Cases.posterior("yes", 0);
        var one =
                Posterior.of(
                        YesOrNo.of(new double[] {0}),
                        new double[][] {{1}, {0}, {0}},
                        Cases.priors(YesOrNo.of(new double[0])),
                        "tests",
                        "one");
        assertThat(one.means()[0]).isBetween(yes.means()[0] - 0.6, yes.means()[0] - 0.1);
        assertThat(one.means()[1]).isLessThan(yes.means()[1]);
        assertThat(one.means()[2]).isCloseTo(0, within(0.01));
    }

    @Test
    void trialsOfNobodyTellNothing() {
        Outcome none = TimesOfTrials.of(new int[30], new int[30]);
        var posterior =
                Posterior.of(none, Cases.predictors(30), Cases.priors(none), "tests", "times");
        Posterior prior = Cases.posterior("times", 0);
        assertThat(posterior.means()).isEqualTo(prior.means());
        assertThat(posterior.sds()).isEqualTo(prior.sds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "times", "first"})
    void equalAnswersGiveEqualBytes(String family) {
        Posterior one = Cases.made(family, 60);
        Posterior other = Cases.made(family, 60);
        assertThat(other.means()).isEqualTo(one.means());
        for (int d = 0; d < Posterior.KEPT; d++) {
            assertThat(other.draw(d)).isEqualTo(one.draw(d));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "times", "first"})
    void orderOfRespondentsDoesNotMatter(String family) {
        int n = 200;
        Outcome outcome = Cases.outcome(family, n);
        int[] turned = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
        double[][] predictors = Cases.predictors(n);
        var other =
                Posterior.of(
                        outcome.rows(turned),
                        Arrays.stream(predictors)
                                .map(x -> Arrays.stream(turned).mapToDouble(i -> x[i]).toArray())
                                .toArray(double[][]::new),
                        Cases.priors(outcome),
                        "tests",
                        family);
        assertClose(other.means(), Cases.posterior(family, n).means(), 1e-9);
        assertClose(other.sds(), Cases.posterior(family, n).sds(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "times", "first"})
    void everyoneTwiceIsEveryoneOnceWithPriorsOfHalfTheVariance(String family) {
        int n = 100;
        Outcome outcome = Cases.outcome(family, n);
        int[] twice = IntStream.range(0, 2 * n).map(i -> i % n).toArray();
        double[][] doubled =
                Arrays.stream(Cases.predictors(n))
                        .map(x -> Arrays.stream(twice).mapToDouble(i -> x[i]).toArray())
                        .toArray(double[][]::new);
        List<NormalPrior> priors = Cases.priors(outcome);
        List<NormalPrior> sharper =
                priors.stream()
                        .map(each -> new NormalPrior(each.mean(), each.sd() / ROOT))
                        .toList();
        var once = new LogDensity(outcome, Cases.predictors(n), priors);
        Mode of = Mode.of(once);
        Mode both = Mode.of(new LogDensity(outcome.rows(twice), doubled, sharper));
        assertClose(both.place(), of.place(), 1e-9);
        for (int j = 0; j < priors.size(); j++) {
            assertThat(2 * both.covariance().at(j, j))
                    .isCloseTo(of.covariance().at(j, j), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "times", "first"})
    void aPredictorInAnotherUnitWithItsPriorScaledSaysTheSame(String family) {
        int n = 150;
        Outcome outcome = Cases.outcome(family, n);
        double[][] predictors = Cases.predictors(n);
        predictors[2] = Arrays.stream(predictors[2]).map(x -> 250 * x).toArray();
        var priors = new ArrayList<>(Cases.priors(outcome));
        priors.set(3, new NormalPrior(0, 0.35 / 250));
        var other = Posterior.of(outcome, predictors, priors, "tests", family);
        double[] means = other.means();
        means[3] *= 250;
        double[] sds = other.sds();
        sds[3] *= 250;
        assertClose(means, Cases.posterior(family, n).means(), 1e-9);
        assertClose(sds, Cases.posterior(family, n).sds(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "times", "first"})
    void laplaceComesToTheSameOfManyRespondents(String family) {
        int n = 3_000;
        Outcome outcome = Cases.outcome(family, n);
        var laplace =
                Posterior.byLaplace(
                        outcome, Cases.predictors(n), Cases.priors(outcome), "tests", family);
        Posterior sampled = Cases.posterior(family, n);
        assertThat(laplace.effectiveSample()).isCloseTo(Posterior.KEPT, within(1e-6));
        for (int j = 0; j < laplace.parameters(); j++) {
            double sd = sampled.sds()[j];
            assertThat(laplace.means()[j]).isCloseTo(sampled.means()[j], within(0.1 * sd));
            assertThat(laplace.sds()[j]).isCloseTo(sd, within(0.1 * sd));
        }
    }

    @Test
    void anIntervalHoldsItsShareOfTheDraws() {
        Posterior posterior = Cases.posterior("yes", 684);
        var interval = posterior.interval(1, 0.8);
        long inside =
                IntStream.range(0, Posterior.KEPT)
                        .filter(d -> interval.contains(posterior.draw(d)[1]))
                        .count();
        assertThat(inside).isBetween(795L, 805L);
        assertThat(interval.low())
                .isCloseTo(posterior.means()[1] - 1.28 * posterior.sds()[1], within(0.01));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Outcome outcome = Cases.outcome("yes", 10);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Posterior.of(
                                        outcome,
                                        Cases.predictors(9),
                                        Cases.priors(outcome),
                                        "tests",
                                        "yes"))
                .withMessage("predictor 0 must have 10 values, not 9");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Posterior.of(
                                        outcome,
                                        Cases.predictors(10),
                                        List.of(new NormalPrior(0, 1)),
                                        "tests",
                                        "yes"))
                .withMessage("priors must be 4, one a parameter, not 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YesOrNo.of(new double[] {0.5}))
                .withMessage("events must be 0 or 1, not 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimesOfTrials.of(new int[] {3}, new int[] {2}))
                .withMessage("times must be from 0 to the trials, 2, not 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirstByTime.of(new double[] {1}, new double[] {0}))
                .withMessage("times must be above 0, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NormalPrior(0, 0))
                .withMessage("sd must be above 0 and finite, not 0.0");
    }

    private static void assertClose(double[] actual, double[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int j = 0; j < expected.length; j++) {
            assertThat(actual[j]).isCloseTo(expected[j], within(tolerance));
        }
    }
}
