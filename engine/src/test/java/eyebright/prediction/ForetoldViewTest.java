package eyebright.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eyebright.chart.Origin;
import eyebright.chart.Style;
import eyebright.feedback.Unit;
import eyebright.frame.Column;
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
    private static final List<Foretold> BY_TRIED = TRIED.foretold(SOME);
    private static final List<Foretold> BY_UNTRIED = UNTRIED.foretold(SOME);

    private static List<Foretold> waving(List<Foretold> all) {
        return all.stream().filter(each -> each.prediction().equals("waving")).toList();
    }

    private static ForetoldView view(Predictions predictions, Foretold foretold) {
        return ForetoldView.of(predictions.models().getFirst(), foretold, PEOPLE, STYLE);
    }

    @Test
    void aModelThatBeatsTheBaseRateTellsEachHerOwnChance() {
        for (Foretold foretold : waving(BY_TRIED).subList(0, 40)) {
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
        for (Foretold foretold : waving(BY_TRIED).subList(0, 40)) {
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
                waving(BY_TRIED).stream()
                        .filter(each -> each.missing().equals(List.of("Where you live")))
                        .findFirst()
                        .orElseThrow();

        ForetoldView view = view(TRIED, silent);

        assertThat(view.notes())
                .containsExactly(
                        "For comparison: of 100 neighbours, whoever they are, about %d."
                                .formatted(Foretold.ofHundred(silent.base())),
                        "You left out what this would also rest on (where you live), so it is less certain.");
        assertThat(view.moves().orElseThrow().rows())
                .anySatisfy(row -> assertThat(row).contains("Where you live (left out)"));
    }

    @Test
    void beforeItIsTriedEverybodyIsToldTheBaseRate() {
        List<String> answers =
                waving(BY_UNTRIED).stream()
                        .map(each -> view(UNTRIED, each).answer())
                        .distinct()
                        .toList();

        assertThat(answers).containsExactly("Of 100 neighbours, about 60 by now.");
        ForetoldView view = view(UNTRIED, waving(BY_UNTRIED).getFirst());
        assertThat(view.doubt()).isEmpty();
        assertThat(view.moves()).isEmpty();
        assertThat(quality(UNTRIED))
                .isEqualTo(
                        "No answers have gone into this yet. It begins with an assumption: 60 %. It takes in nothing about you.");
    }

    /// Of those who told of their past.
    private static List<Foretold> tomorrow() {
        return BY_UNTRIED.stream()
                .filter(each -> each.ahead().equals("tomorrow") && each.past().isPresent())
                .toList();
    }

    @Test
    void herOwnPastCountsBeforeAModelIsTried() {
        FittedModel waves = UNTRIED.models().get(1);
        List<Foretold> all = tomorrow();

        assertThat(all).hasSizeGreaterThan(100);
        for (Foretold foretold : all) {
            Foretold.Past past = foretold.past().orElseThrow();
            ForetoldView view = ForetoldView.of(waves, foretold, PEOPLE, STYLE);

            assertThat(view.answer())
                    .startsWith("Of 100 neighbours with as many to greet and a past like yours, ")
                    .endsWith(" tomorrow.");
            assertThat(view.notes())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "For comparison: of 100 neighbours with as many to greet, whatever their past, ");
            assertThat(view.moves()).isEmpty();
            assertThat(past.chance())
                    .isBetween(past.interval().low() - 0.25, past.interval().high() + 0.25);
        }
        assertThat(QualityView.of(waves, PEOPLE, STYLE).says())
                .isEqualTo(
                        "No answers have gone into this yet. It begins with an assumption: 75 %. It takes in your own past, where you told of it, and nothing else about you. Whether your past tells of what lies ahead could not be tried: nobody was asked twice.");
    }

    @Test
    void whoHadItMoreOftenIsToldMore() {
        var waves = (Column.Numbers) SOME.column("waves");
        var hellos = (Column.Numbers) SOME.column("hellos");
        List<String> ids = SOME.respondents();
        for (Foretold one : tomorrow()) {
            int row = ids.indexOf(one.respondent());
            double chance = one.past().orElseThrow().chance();
            if (waves.value(row) == hellos.value(row)) {
                assertThat(chance).isGreaterThan(one.base());
            }
            if (waves.value(row) == 0) {
                assertThat(chance).isLessThan(one.base());
            }
        }
    }

    @Test
    void withoutAPastAllAreToldTheSame() {
        assertThat(waving(BY_UNTRIED)).allSatisfy(each -> assertThat(each.past()).isEmpty());
        assertThat(BY_UNTRIED.stream().filter(each -> each.ahead().equals("soon")))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.past()).isEmpty());
    }

    @Test
    void aFewAnswersAreTooFewToTryItOn() {
        Predictions few = Greeting.predictions(Greeting.answers(13, 12));

        assertThat(quality(few))
                .matches(
                        "The answers of \\d+ neighbours are too few to try a prediction on\\. It begins with an assumption: 60 %\\. Their answers have moved it, and it takes in nothing about you\\.");
        assertThat(view(few, waving(few.foretold(SOME.rows(new int[] {0}))).getFirst()).answer())
                .startsWith("Of 100 neighbours, about ");
    }

    @Test
    void whoItWasTriedOnAndWhatHappenedIsSaidAndDrawn() {
        QualityView quality = QualityView.of(TRIED.models().getFirst(), PEOPLE, STYLE);

        assertThat(quality.says())
                .matches(
                        "This prediction was tried on 2,\\d{3} neighbours it had not seen\\. It did better than telling everybody the same, and yet explains only \\d+ % of what that leaves open\\. Its Brier score is 0\\.\\d{3}, that of telling everybody the same 0\\.\\d{3}; 0 would be always right\\.");
        assertThat(quality.picture().orElseThrow().table().rows()).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void aChanceOfAnotherModelIsRefused() {
        Foretold other =
                BY_TRIED.stream()
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
