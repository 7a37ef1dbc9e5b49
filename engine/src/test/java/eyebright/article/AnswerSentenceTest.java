package eyebright.article;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Finding;
import eyebright.analysis.Findings;
import eyebright.analysis.Folder;
import eyebright.analysis.Hello;
import eyebright.analysis.PublicFindings;
import eyebright.chart.Origin;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerSentenceTest {

    static String said(Findings findings) {
        return said(findings, finding -> FindingView.of(finding, Origin.REHEARSED, "p"));
    }

    private static String saidToEverybody(Findings findings) {
        return said(findings, finding -> FindingView.ofPublic(finding, Origin.REHEARSED, "p"));
    }

    private static String said(Findings findings, Function<Finding, FindingView> viewed) {
        return findings.findings().stream()
                .map(
                        finding -> {
                            FindingView view = viewed.apply(finding);
                            String answer =
                                    view.answer().parts().stream()
                                            .map(
                                                    part ->
                                                            part.isStrong()
                                                                    ? "**" + part.text() + "**"
                                                                    : part.text())
                                            .collect(Collectors.joining());
                            return "%s%n  %s%n  %s%n  %s%n"
                                    .formatted(
                                            view.question(),
                                            answer,
                                            String.join(" · ", view.notes()),
                                            view.before());
                        })
                .collect(Collectors.joining())
                .replace("\r\n", "\n")
                .replace('\u00a0', '~');
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60, 600})
    void answersAreSaidAsInTheFile(int rows) {
        Findings findings = Hello.folder().findings(Hello.table(rows, 1));

        assertThat(said(findings)).isEqualTo(Folder.resource("said-%d.txt".formatted(rows)));
    }

    @Test
    void publicPagesSayWhyTheyShowNothing() {
        Findings few = PublicFindings.of(Hello.folder().findings(Hello.table(5, 1)));
        Findings some = PublicFindings.of(Hello.folder().findings(Hello.table(30, 1)));

        assertThat(saidToEverybody(few) + "-----\n" + saidToEverybody(some))
                .isEqualTo(Folder.resource("public.txt"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 50, 500})
    void everyFindingWithAnswersHasAPictureWithItsTable(int rows) {
        for (var finding : Hello.folder().findings(Hello.table(rows, rows)).findings()) {
            FindingView view = FindingView.of(finding, Origin.REAL, "p");
            if (finding.n() > 0) {
                assertThat(view.picture()).as(finding.id()).isPresent();
                assertThat(view.picture().orElseThrow().svg()).startsWith("<svg");
                assertThat(view.details().rows()).isNotEmpty();
            }
        }
    }

    @Test
    void beforeThereAreAnswersWhatWasPublishedIsDrawn() {
        Findings none = Hello.folder().findings(Hello.table(0, 1));

        FindingView greet = FindingView.of(none.findings().getFirst(), Origin.REAL, "p");

        assertThat(greet.picture().orElseThrow().description()).isEqualTo("Published 72\u00a0%.");
        assertThat(greet.answer().text()).isEqualTo("Nobody has answered this yet.");
    }

    @Test
    void aClearDifferenceIsSaidWithItsDirection() {
        String csv =
                "gender,greeted,hellos\n"
                        + "woman,yes,10\nwoman,yes,12\n".repeat(20)
                        + "woman,no,11\nman,yes,20\n".repeat(10)
                        + "man,no,22\n".repeat(40);
        Findings findings = Hello.folder().findings(csv);

        assertThat(
                        Stream.of("women-greet", "women-joy", "hellos-by-gender", "together")
                                .map(id -> answer(findings, id)))
                .containsExactly(
                        "More among “Woman” than among “Man”: 60\u00a0points, somewhere between 45 and 71\u00a0points.",
                        "Nobody has answered this yet.",
                        "Highest for “Man” (21.60\u00a0people), lowest for “Woman” (11.00\u00a0people).",
                        "The two go together: Cramér's V is 0.60, somewhere between 0.44 and 0.76 (0 is not at all, 1 is completely).");
    }

    private static String answer(Findings findings, String id) {
        return findings.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .map(finding -> FindingView.of(finding, Origin.REAL, "p").answer().text())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no finding " + id));
    }
}
