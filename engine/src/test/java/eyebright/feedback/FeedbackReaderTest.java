package eyebright.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eyebright.check.StudyFolder;
import eyebright.expression.Expression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeedbackReaderTest {

    private static Feedback whole() throws IOException {
        Path file = Path.of("src/test/resources/eyebright/feedback/whole/good.yaml");
        return feedback(StudyFolder.of(FeedbackProblemsTest.FILES.sources(file)));
    }

    private static Feedback feedback(StudyFolder.Reading reading) {
        return switch (reading) {
            case StudyFolder.Reading.Valid valid -> valid.folder().feedback();
            case StudyFolder.Reading.Invalid(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    @Test
    void aFolderWithoutTheFileGivesNothingBack() throws IOException {
        Feedback feedback = feedback(StudyFolder.read(Path.of("../studies/hello")));

        assertThat(feedback).isEqualTo(Feedback.NONE);
        assertThat(feedback.isThere()).isFalse();
    }

    @Test
    void whatIsShownReadsTheNumbersOfThePlanAndItsOwn() throws IOException {
        Feedback feedback = whole();

        assertThat(feedback.people()).isEqualTo(new Unit("neighbour", "neighbours"));
        assertThat(feedback.enough()).isEqualTo(40);
        assertThat(feedback.lets()).extracting("name").containsExactly("share", "decades");
        assertThat(feedback.guess().orElseThrow().question()).isEqualTo("guess");
        assertThat(feedback.alike()).extracting(Alike::id).containsExactly("town", "decades");
    }

    @Test
    void aNumberIsInTheFirstBandThatDoesNotEndBelowIt() throws IOException {
        var amount = (Shown.Amount) whole().parts().getFirst().shows().getFirst();

        assertThat(amount.bands().getFirst()).isEqualTo(new Band(OptionalDouble.of(0), "nobody"));
        assertThat(List.of(amount.band(0), amount.band(0.1), amount.band(5), amount.band(21)))
                .containsExactly(0, 1, 1, 3);
    }

    @Test
    void aStretchBeginsWhereItSaysAndTheLastHasNoEnd() throws IOException {
        var alike = (Alike.SameStretch) whole().alike().getLast();

        assertThat(
                        List.of(
                                alike.stretch(1.7),
                                alike.stretch(1.8),
                                alike.stretch(4),
                                alike.stretch(9)))
                .containsExactly(-1, 0, 1, 2);
    }

    @Test
    void predictionsSayWhatTheyPredictOfWhomAndHowFarAhead() throws IOException {
        List<Prediction> predictions = whole().predictions();
        Prediction waving = predictions.getFirst();
        Prediction waves = predictions.get(1);
        Prediction first = predictions.getLast();

        assertThat(waving.outcome()).isEqualTo(new Outcome.Yes(Expression.of("waved == \"yes\"")));
        assertThat(waving.base().rate()).isEqualTo(0.72);
        assertThat(waving.base().published().orElseThrow().id()).isEqualTo("waved");
        assertThat(waving.told()).isEmpty();
        Effect town = waving.effects().getLast();
        assertThat(town.centre()).isEqualTo(0.3);
        assertThat(town.spread()).isCloseTo(Math.sqrt(0.21), within(1e-15));
        assertThat(town.scaled(1)).isCloseTo(0.7, within(1e-15));
        assertThat(town.ground().sources()).extracting(Source::id).containsExactly("author-2013");
        assertThat(((Outcome.Times) waves.outcome()).precision()).isEqualTo(new OddsRange(2, 50));
        assertThat(waves.told()).contains(Expression.of("hellos > 0"));
        assertThat(waves.ahead()).extracting(Ahead::id).containsExactly("tomorrow", "twenty");
        assertThat(((Outcome.First) first.outcome()).by()).isEqualTo(Expression.of("age"));
        assertThat(first.ahead().getFirst().within()).isEqualTo(Expression.of("5"));
    }

    @Test
    void theTearsStudyNamesEverySourceItDeclares() throws IOException {
        Feedback tears = feedback(StudyFolder.read(Path.of("../studies/tears")));
        Set<String> named = new TreeSet<>();
        texts(tears).forEach(text -> text.sources().forEach(source -> named.add(source.id())));
        tears.predictions()
                .forEach(
                        prediction ->
                                prediction
                                        .effects()
                                        .forEach(
                                                effect ->
                                                        effect.ground()
                                                                .sources()
                                                                .forEach(s -> named.add(s.id()))));

        assertThat(tears.sources().stream().map(Source::id).sorted())
                .containsExactlyElementsOf(named);
        assertThat(tears.predictions())
                .extracting(Prediction::id)
                .containsExactly("tears", "first-tears");
        assertThat(tears.guess().flatMap(Guess::published).map(figure -> figure.id()))
                .isEqualTo(Optional.of("ever"));
    }

    private static Stream<Passage> texts(Feedback feedback) {
        return Stream.concat(
                feedback.preparations().stream().flatMap(each -> each.texts().stream()),
                feedback.clients().stream()
                        .flatMap(page -> page.chapters().stream())
                        .flatMap(chapter -> chapter.texts().stream()));
    }
}
