package eyebright.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.feedback.Feedback;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.population.Population;
import eyebright.prediction.PriorModel.SolvedOn;
import eyebright.stats.posterior.NormalPrior;
import eyebright.stats.posterior.PriorChance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PredictionsTest {

    private static final List<PriorModel> PRIORS = Greeting.PRIORS;

    private static final Frame NOBODY = Greeting.answers(1, 0);

    private static Predictions fitted(Frame frame) {
        return Greeting.predictions(frame);
    }

    static List<PriorModel> priors() {
        return PRIORS;
    }

    /// The population is met by others than those the intercept was solved on.
    @ParameterizedTest
    @MethodSource("priors")
    void withoutAnswersTheAverageOverThePopulationIsTheBaseRate(PriorModel prior) {
        var cases = new Cases(prior.prediction(), Greeting.prepared(Greeting.answers(7, 20_000)));
        int[] rows = cases.complete(cases.known());
        double[][] x = Arrays.stream(rows).mapToObj(cases::row).toArray(double[][]::new);
        double average = PriorChance.of(cases.events(rows, prior.unit()), x, prior.priors());

        assertThat(prior.solvedOn()).isEqualTo(SolvedOn.POPULATION);
        assertThat(average).isCloseTo(prior.prediction().base().rate(), within(0.005));
    }

    @Test
    void withoutAPopulationEffectsStandAtTheirCentres() {
        List<PriorModel> priors =
                Predictions.priors(
                        Greeting.STUDY.study(),
                        Greeting.STUDY.scales(),
                        Greeting.STUDY.feedback(),
                        Population.EVEN);

        assertThat(priors)
                .allSatisfy(prior -> assertThat(prior.solvedOn()).isEqualTo(SolvedOn.CENTRES));
        NormalPrior intercept = priors.getFirst().priors().getFirst();
        // At the centre only the intercept's own doubt moves the average away from the log odds.
        assertThat(intercept.mean()).isCloseTo(Math.log(0.6 / 0.4), within(0.02));
    }

    @Test
    void withoutAnswersAModelIsItsPrior() {
        for (FittedModel model : fitted(NOBODY).models()) {
            assertThat(model.posterior().n()).isZero();
            assertThat(model.posterior().means()[0])
                    .isCloseTo(model.prior().priors().getFirst().mean(), within(0.02));
            assertThat(model.quality())
                    .isEqualTo(
                            new Quality.NotYet(
                                    "0 respondents are too few to be divided into 10 parts"));
            assertThat(model.quality().beatsBaseRate()).isFalse();
        }
    }

    @Test
    void whoeverAnswersIsToldWhatIsForHer() {
        Frame frame = Greeting.answers(3, 200);
        List<Foretold> told = fitted(NOBODY).foretold(frame);

        var hellos = (Column.Numbers) frame.column("hellos");
        var waved = (Column.Choices) frame.column("waved");
        for (int row = 0; row < frame.size(); row++) {
            String id = frame.respondents().get(row);
            List<String> aheads =
                    told.stream()
                            .filter(each -> each.respondent().equals(id))
                            .map(Foretold::ahead)
                            .toList();
            var expected = new ArrayList<>(List.of("ever"));
            if (hellos.isAnswered(row) && hellos.value(row) > 0) {
                expected.addAll(List.of("tomorrow", "five"));
            }
            if (waved.isAnswered(row)
                    && waved.options().get(waved.index(row)).code().equals("no")
                    && frame.column("age").isAnswered(row)) {
                expected.add("soon");
            }
            assertThat(aheads).as(id).containsExactlyElementsOf(expected);
        }
    }

    @Test
    void partsSumToTheWhole() {
        Frame frame = Greeting.answers(5, 60);
        for (Foretold foretold : fitted(frame).foretold(frame)) {
            double parts = foretold.parts().stream().mapToDouble(Foretold.Part::adds).sum();
            assertThat(foretold.centre() + foretold.record() + parts)
                    .isCloseTo(foretold.chance(), within(1e-9));
            assertThat(foretold.ofHundred()).isBetween(0, 100);
            assertThat(foretold.base()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void whatWasNotAnsweredIsNamedAndAddsDoubt() {
        Frame frame = Greeting.answers(5, 400);
        Predictions predictions = fitted(frame);
        var town = (Column.Choices) frame.column("town");
        int[] silent =
                IntStream.range(0, frame.size()).filter(row -> !town.isAnswered(row)).toArray();
        assertThat(silent).isNotEmpty();
        List<Foretold> told = predictions.foretold(frame.rows(silent));

        assertThat(told)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.missing()).contains("Where you live"));
    }

    @Test
    void whoWavesMoreIsToldSo() {
        Frame frame = Greeting.answers(11, 1_000);
        Predictions predictions = fitted(frame);
        var waves = (Column.Numbers) frame.column("waves");
        var hellos = (Column.Numbers) frame.column("hellos");
        int[] rows =
                IntStream.range(0, frame.size())
                        .filter(row -> waves.isAnswered(row) && hellos.isAnswered(row))
                        .filter(row -> hellos.value(row) > 15 && hellos.value(row) < 25)
                        .toArray();
        int[] often = Arrays.stream(rows).filter(row -> waves.value(row) > 5).toArray();
        int[] never = Arrays.stream(rows).filter(row -> waves.value(row) == 0).toArray();

        assertThat(of("five", predictions.foretold(frame.rows(often))))
                .allSatisfy(each -> assertThat(each.record()).isPositive());
        assertThat(of("five", predictions.foretold(frame.rows(never))))
                .allSatisfy(each -> assertThat(each.record()).isNegative());
    }

    private static List<Foretold> of(String ahead, List<Foretold> all) {
        List<Foretold> found = all.stream().filter(each -> each.ahead().equals(ahead)).toList();
        assertThat(found).isNotEmpty();
        return found;
    }

    @Test
    void aModelThatSaysSomethingBeatsTheBaseRate() {
        FittedModel waving = fitted(Greeting.answers(13, 3_000)).models().getFirst();

        assertThat(waving.quality()).isInstanceOf(Quality.Measured.class);
        var measured = (Quality.Measured) waving.quality();
        assertThat(measured.beatsBaseRate()).isTrue();
        assertThat(measured.brier()).isLessThan(measured.baseBrier());
        assertThat(measured.groups()).hasSize(10);
        // The population's own: 1.02 a year, 2.5 for a village.
        assertThat(waving.posterior().means()[1]).isCloseTo(10 * Math.log(1.02), within(0.08));
        assertThat(waving.posterior().means()[2]).isCloseTo(Math.log(2.5), within(0.25));
        assertThat(waving.posterior().isApproximate()).isFalse();
    }

    @Test
    void whoLeftSomethingOutIsCounted() {
        Frame frame = Greeting.answers(2, 300);
        var waved = frame.column("waved").answered();
        for (FittedModel model : fitted(frame).models()) {
            if (model.prediction().id().equals("waving")) {
                assertThat(model.posterior().n() + model.leftOut()).isEqualTo(waved.cardinality());
                assertThat(model.leftOut()).isPositive();
            }
        }
    }

    @Test
    void equalAnswersGiveEqualBytes() {
        Frame frame = Greeting.answers(4, 80);
        assertThat(PredictedJson.write(Greeting.predicted(frame)))
                .isEqualTo(PredictedJson.write(Greeting.predicted(frame)));
    }

    @Test
    void equalAnswersUnderOtherIdsGiveTheSameFigures() {
        Frame frame = Greeting.answers(4, 300);
        int[] turned = IntStream.range(0, 300).map(row -> 299 - row).toArray();
        List<FittedModel> models = fitted(frame).models();
        List<FittedModel> others = fitted(frame.rows(turned)).models();

        for (int i = 0; i < models.size(); i++) {
            assertThat(others.get(i).quality()).isEqualTo(models.get(i).quality());
            assertThat(others.get(i).posterior().means())
                    .isEqualTo(models.get(i).posterior().means());
        }
    }

    @Test
    void aStudyWithoutPredictionsHasNone() {
        var none =
                Predicted.of(
                        Greeting.STUDY.study(),
                        Greeting.STUDY.scales(),
                        Feedback.NONE,
                        Greeting.STUDY.population(),
                        NOBODY);
        assertThat(PredictedText.of(none))
                .isEqualTo(
                        """
                        greeting: 0 rehearsed respondents

                        This study predicts nothing: feedback.yaml has no entry with predict.""");
    }

    static Stream<Integer> sizes() {
        return Stream.of(0, 1, 2, 10);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void fewAnswersGiveSensibleChances(int respondents) {
        Predictions predictions = fitted(Greeting.answers(6, respondents));
        List<Foretold> ever = of("ever", predictions.foretold(Greeting.answers(8, 100)));
        assertThat(ever.stream().mapToDouble(Foretold::chance).average().orElseThrow())
                .isBetween(0.45, 0.75);
        assertThat(predictions.models())
                .allSatisfy(model -> assertThat(model.posterior().isApproximate()).isFalse());
    }
}
