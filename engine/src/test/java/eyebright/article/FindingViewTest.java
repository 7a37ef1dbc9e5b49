package eyebright.article;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Finding;
import eyebright.analysis.Shape;
import eyebright.analysis.Tested;
import eyebright.chart.Origin;
import eyebright.chart.Picture;
import eyebright.plan.Label;
import eyebright.stats.TestResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FindingViewTest {

    private static Made odds() {
        return new Made(
                new Shape.Coefficients(
                        Made.CRIED,
                        Shape.Effect.ODDS_RATIO,
                        List.of(Made.WOMEN),
                        Optional.empty()));
    }

    private static FindingView view(Made made) {
        return FindingView.of(made.finding(), Origin.REAL, "p");
    }

    private static Picture picture(Made made) {
        return view(made).picture().orElseThrow(() -> new AssertionError("no picture"));
    }

    @Test
    void primaryFindingsComeFirstThenFamiliesThenTheOthers() {
        List<Finding> findings =
                List.of(
                        odds().called("a").in("how-often").finding(),
                        odds().called("b").finding(),
                        odds().called("c").in("traits").finding(),
                        odds().called("d").primary().in("traits").finding(),
                        odds().called("e").in("how-often").finding());

        assertThat(Arrangement.of(findings).groups())
                .extracting(
                        group ->
                                "%s: %s"
                                        .formatted(
                                                group.title(),
                                                String.join(
                                                        " ",
                                                        group.findings().stream()
                                                                .map(Finding::id)
                                                                .toList())))
                .containsExactly(
                        "Primary questions: d",
                        "How often: a e",
                        "Traits: c",
                        "Other questions: b");
        assertThat(Arrangement.of(findings.subList(1, 2)).groups())
                .singleElement()
                .satisfies(group -> assertThat(group.title()).isEmpty());
        assertThat(Arrangement.of(List.of()).groups()).isEmpty();
    }

    @Test
    void whatStandsBesideHasItsOwnAnswerAndPicture() {
        Finding beside =
                odds().called("made.rate")
                        .with("odds_ratio[gender.woman]", 1.2, 0.9, 1.6)
                        .finding();
        FindingView view = view(odds().with("odds_ratio[gender.woman]", 2, 1.5, 3).with(beside));

        assertThat(view.beside()).hasSize(1);
        FindingView other = view.beside().getFirst();
        assertThat(other.claim()).isEqualTo("What is claimed.");
        assertThat(other.answer().text())
                .startsWith("We can't tell yet: for women rather than men");
        assertThat(other.picture().orElseThrow().svg()).contains("id=\"p-1-title\"");
        assertThat(other.beside()).isEmpty();
    }

    @Test
    void detailsHaveAdjustedPValuesAndTheBayesFactor() {
        FindingView view =
                view(
                        odds().with("odds_ratio[gender.woman]", 2, 1.5, 3)
                                .with("n[gender.woman]", 400, 400, 400)
                                .with("n[gender.man]", 200, 200, 200)
                                .with(
                                        new Tested(
                                                TestResult.exact("wald[gender.woman]", 0.01),
                                                OptionalDouble.of(0.03)))
                                .with(
                                        new Tested(
                                                TestResult.exact("likelihood_ratio", 0.2),
                                                OptionalDouble.empty()))
                                .bayesFactor(0.125));

        assertThat(view.details().columns())
                .containsExactly(
                        "What", "Value", "Interval", "n", "p", "p, adjusted in its family");
        assertThat(view.details().rows())
                .extracting(row -> String.join(" | ", row).replace('\u00a0', ' '))
                .containsExactly(
                        "odds ratio: women rather than men | 2 | 1.500 to 3 (95 %) | 600 |  | ",
                        "n: women | 400 | 400 to 400 (95 %) | 600 |  | ",
                        "n: men | 200 | 200 to 200 (95 %) | 600 |  | ",
                        "Wald test: women rather than men |  |  | 600 | 0.010 | 0.030",
                        "likelihood ratio test |  |  | 600 | 0.200 | ",
                        "Bayes factor, something against nothing | 0.1250 |  | 600 |  | ");
        assertThat(view(odds().with("odds_ratio[gender.woman]", 2, 1.5, 3)).details().columns())
                .hasSize(5);
    }

    @Test
    void aRatioIsDrawnAround1AndTooWideAnIntervalIsNot() {
        Picture drawn = picture(odds().with("odds_ratio[gender.woman]", 2, 1.5, 3));
        Picture wide = picture(odds().with("odds_ratio[gender.woman]", 2, 1e-9, 1e9));

        assertThat(drawn.svg()).contains(">no difference<", ">Women rather than men<", ">½<");
        assertThat(wide.description()).contains("the interval is too wide to draw");
    }

    @Test
    void nothingIsDrawnWhereNothingCouldBeEstimated() {
        assertThat(view(odds().without("odds_ratio[gender.woman]", "no")).picture()).isEmpty();
        assertThat(view(odds().n(0)).picture()).isEmpty();
    }

    @Test
    void chancesAreDrawnAtTheirValues() {
        var answers = List.of(new Label("worse", "Worse"), new Label("better", "Better"));
        var shape =
                new Shape.Coefficients(
                        Made.CRIED,
                        Shape.Effect.ODDS_RATIO,
                        List.of(Made.YEARS),
                        Optional.of(
                                new Shape.Chances(
                                        Made.phrase("strength", "strength"),
                                        List.of("2", "8"),
                                        answers)));
        Picture picture =
                picture(
                        new Made(shape)
                                .with("odds_ratio[years / 10]", 1, 0.9, 1.1)
                                .with("chance[2,worse]", 0.4, 0.3, 0.5)
                                .with("chance[2,better]", 0.6, 0.5, 0.7)
                                .with("chance[8,worse]", 0.1, 0.05, 0.2)
                                .with("chance[8,better]", 0.9, 0.8, 0.95));

        assertThat(picture.table().rows().toString().replace('\u00a0', ' '))
                .isEqualTo("[[Strength: 2, 40 %, 60 %], [Strength: 8, 10 %, 90 %]]");
    }

    @Test
    void aReliabilityStandsBesideWhatIsEnough() {
        var shape =
                new Shape.Reliability(
                        Made.phrase("empathy", "empathy"), List.of(new Label("a", "a")));

        assertThat(picture(new Made(shape).with("omega_total", 0.76, 0.7, 0.8)).svg())
                .contains(">0.70 is enough<");
        assertThat(picture(new Made(shape).with("omega_total", 0.1, -0.2, 0.3)).description())
                .endsWith(" Line at 0.70: 0.70 is enough.");
    }
}
