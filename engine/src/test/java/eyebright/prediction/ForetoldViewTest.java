package eyebright.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyebright.chart.Origin;
import eyebright.chart.Style;
import eyebright.feedback.Unit;
import eyebright.frame.Frame;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForetoldViewTest {

    private static final Unit PEOPLE = new Unit("neighbour", "neighbours");
    private static final Style STYLE = new Style("x", Origin.REHEARSED);
    private static final Frame MANY = Greeting.answers(13, 3_000);
    // Enough of them that somebody left out where she lives.
    private static final Frame SOME = MANY.rows(IntStream.range(0, 200).toArray());
    private static final Predictions TRIED = Greeting.predictions(MANY);
    private static final Predictions UNTRIED = Greeting.predictions(Greeting.answers(1, 0));

    private static List<Foretold> waving(Predictions predictions) {
        return predictions.foretold(SOME).stream()
                .filter(each -> each.prediction().equals("waving"))
                .toList();
    }

    private static ForetoldView view(Predictions predictions, Foretold foretold) {
        return ForetoldView.of(predictions.models().getFirst(), foretold, PEOPLE, STYLE);
    }

    @Test
    void aModelThatBeatsTheBaseRateTellsEachHerOwnChance() {
        for (Foretold foretold : waving(TRIED).subList(0, 40)) {
            ForetoldView view = view(TRIED, foretold);

            assertThat(view.asks()).isEqualTo("How likely is it that I have waved?");
            assertThat(view.answer())
                    .isEqualTo(
                            "Of 100 neighbours like you, about %d by now."
                                    .formatted(foretold.ofHundred()));
            assertThat(view.doubt())
                    .matches(
                            "This is uncertain: it lies between \\d+ and \\d+ of 100, with 80 % certainty\\.");
            assertThat(view.picture().description()).contains("" + foretold.ofHundred());
        }
    }

    @Test
    void whatMovesItSumsToTheWholeAsItIsPrinted() {
        for (Foretold foretold : waving(TRIED).subList(0, 40)) {
            List<List<String>> rows = view(TRIED, foretold).moves().orElseThrow().rows();
            double sum =
                    rows.subList(0, rows.size() - 1).stream()
                            .mapToDouble(row -> points(row.get(1)))
                            .sum();

            assertThat(rows.getFirst().getFirst())
                    .isEqualTo("Somebody in the middle of everything");
            assertThat(rows.getLast().getFirst()).isEqualTo("You");
            assertThat(sum).isCloseTo(points(rows.getLast().get(1)), within(0.05 * rows.size()));
        }
    }

    private static double points(String printed) {
        return Double.parseDouble(printed.replace('\u2212', '-'));
    }

    @Test
    void whatWasLeftOutIsNamed() {
        Foretold silent =
                waving(TRIED).stream()
                        .filter(each -> each.missing().equals(List.of("Where you live")))
                        .findFirst()
                        .orElseThrow();

        ForetoldView view = view(TRIED, silent);

        assertThat(view.notes())
                .containsExactly(
                        "You left out what this would also rest on (Where you live), so it is less certain.");
        assertThat(view.moves().orElseThrow().rows())
                .anySatisfy(row -> assertThat(row).contains("Where you live (left out)"));
    }

    @Test
    void beforeItIsTriedEverybodyIsToldTheBaseRate() {
        List<String> answers =
                waving(UNTRIED).stream()
                        .map(each -> view(UNTRIED, each).answer())
                        .distinct()
                        .toList();

        assertThat(answers).containsExactly("Of 100 neighbours, about 60 by now.");
        ForetoldView view = view(UNTRIED, waving(UNTRIED).getFirst());
        assertThat(view.doubt()).isEmpty();
        assertThat(view.moves()).isEmpty();
        assertThat(quality(UNTRIED))
                .isEqualTo(
                        "Nobody has answered yet. What stands here was published or is assumed, and is the same for everybody.");
    }

    @Test
    void aFewAnswersAreTooFewToTryItOn() {
        Predictions few = Greeting.predictions(Greeting.answers(13, 12));

        assertThat(quality(few))
                .matches(
                        "The answers of \\d+ neighbours are too few to try a prediction on\\. What stands here is the same for everybody\\.");
        assertThat(view(few, waving(few).getFirst()).answer())
                .startsWith("Of 100 neighbours, about ");
    }

    @Test
    void whoItWasTriedOnAndWhatHappenedIsSaidAndDrawn() {
        QualityView quality = QualityView.of(TRIED.models().getFirst(), PEOPLE, STYLE);

        assertThat(quality.says())
                .matches(
                        "It was tried on 2,\\d{3} neighbours it had not seen\\. It did better than telling everybody the same, and yet explains only \\d+ % of what that leaves open\\. It is off, squared, by 0\\.\\d{3} on average, where telling everybody the same is off by 0\\.\\d{3}; the less, the better\\.");
        assertThat(quality.picture().orElseThrow().table().rows()).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void aChanceOfAnotherModelIsRefused() {
        Foretold other =
                TRIED.foretold(SOME).stream()
                        .filter(each -> each.ahead().equals("five"))
                        .findFirst()
                        .orElseThrow();

        assertThatThrownBy(() -> view(TRIED, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("waving does not look ahead to five");
    }

    private static String quality(Predictions predictions) {
        return QualityView.of(predictions.models().getFirst(), PEOPLE, STYLE).says();
    }
}
