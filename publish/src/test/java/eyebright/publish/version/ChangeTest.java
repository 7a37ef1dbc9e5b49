package eyebright.publish.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void verdictsComeFirstThenPeopleThenFigures() {
        assertThat(
                        Change.between(
                                Examples.version(),
                                Examples.version(724, "72 %", Optional.of("supported"))))
                .containsExactly(
                        "experience: inconclusive before, supported now.",
                        "40 more respondents: 724 now, 684 before.",
                        "ever: 71 % before, 72 % now.",
                        "1 other printed figure changed.");
    }

    @Test
    void aVerdictThatIsNoLongerToldIsAChange() {
        assertThat(
                        Change.between(
                                Examples.version(),
                                Examples.version(683, "71 %", Optional.empty())))
                .containsExactly(
                        "experience: inconclusive before, no verdict now.",
                        "1 fewer respondent: 683 now, 684 before.");
    }

    @Test
    void nothingIsSaidToBeNothing() {
        assertThat(Change.between(Examples.version(), Examples.version()))
                .containsExactly("Nothing changed.");
    }

    @Test
    void otherFiguresAreCountedAndPlanAndTextNamed() {
        Version before = Examples.version();
        Version.Told ever = before.findings().getFirst();
        var now =
                new Version(
                        before.study(),
                        before.title(),
                        2,
                        before.day(),
                        before.eyebright(),
                        new Version.Plan("cd34", before.plan().frozen()),
                        before.data(),
                        Optional.of("text2"),
                        List.of(
                                new Version.Told(
                                        ever.id(),
                                        ever.asks(),
                                        ever.verdict(),
                                        List.of(
                                                ever.figures().getFirst(),
                                                new Version.Figure("n", "685", 685),
                                                new Version.Figure("more", "1", 1))),
                                new Version.Told("new", "New?", Optional.empty(), List.of())),
                        List.of());

        assertThat(Change.between(before, now))
                .containsExactly(
                        "2 other printed figures changed.",
                        "new: not in the version before.",
                        "ever.careful: no longer told.",
                        "experience: no longer told.",
                        "The plan changed.",
                        "The text of the article changed.");
    }

    @Test
    void figuresOfRehearsedAndRealRespondentsAreNotCompared() {
        Version before = Examples.version();
        var rehearsed =
                new Version(
                        before.study(),
                        before.title(),
                        1,
                        before.day(),
                        before.eyebright(),
                        before.plan(),
                        new Version.Data(
                                "rehearsed",
                                Optional.empty(),
                                100,
                                java.util.Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        before.text(),
                        List.of(),
                        List.of());

        assertThat(Change.between(rehearsed, before))
                .containsExactly(
                        "Its respondents are real; those of the version before were rehearsed.");
    }
}
