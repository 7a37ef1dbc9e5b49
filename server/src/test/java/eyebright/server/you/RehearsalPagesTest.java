package eyebright.server.you;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.rehearsal.RehearsalJson;
import eyebright.rehearsal.Settings;
import eyebright.server.Gardens;
import eyebright.server.RunningSite;
import eyebright.server.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalPagesTest {

    private static final String DIFFERENCE =
            """
            - claim: same
              asks: Do those with a plot feel "calm" & glad more?
              says: They do not.
              primary: true
              compare: felt.calm
              between: {tends: ["yes", "no"]}
              expects: {not-more-by: 10 points}
            """;

    @TempDir private Path data;

    /// A copy of the study with one claim more, and its rehearsal.
    private Path rehearsed() throws IOException {
        Path study =
                Gardens.edited(
                        data, "plan.yaml", "- claim: feelings", DIFFERENCE + "- claim: feelings");
        var folder = ((StudyFolder.Reading.Valid) StudyFolder.read(study)).folder();
        var settings =
                new Settings(
                        List.of("as-published", "nothing"), 40, 64, 1, 1_000, Settings.Curve.WITH);
        Files.writeString(
                study.resolve("rehearsal.json"),
                RehearsalJson.write(
                        folder.rehearsable().rehearse(settings, 1, Optional.empty(), _ -> {})));
        return study;
    }

    @Test
    void aStudyThatWasNotRehearsedSaysHow() {
        try (RunningSite site = Gardens.collecting(data)) {
            Walk walk = Walk.at(site, "/garden/rehearsal");

            assertThat(walk.status()).isEqualTo(200);
            assertThat(walk.heading()).isEqualTo("Not rehearsed yet");
            assertThat(walk.text()).contains("eyebright rehearse garden --save");
            assertThat(walk.open("/garden").text()).doesNotContain("/garden/rehearsal");
        }
    }

    @Test
    void aRehearsalIsReadAsAdviceAndFoundFromTheStudysPages() throws IOException {
        try (RunningSite site = Gardens.collecting(data.resolve("d"), rehearsed())) {
            Walk walk = Walk.at(site, "/garden/rehearsal");

            assertThat(walk.heading()).isEqualTo("What this study will most likely say");
            assertThat(walk.text())
                    .containsSubsequence(
                            "made-up respondents",
                            "With 40 respondents, ",
                            "What to do",
                            "What this rests on",
                            "What a margin costs",
                            "Margin, points",
                            "10, declared",
                            "The section on sample size",
                            "The numbers",
                            "Every claim in every scenario, as bars")
                    .contains("data-declared=\"10.0\"")
                    .contains("&#34;calm&#34; &amp; glad more?\" data-declared")
                    .doesNotContain("was rehearsed before");
            for (String address : List.of("/garden", "/garden/findings")) {
                assertThat(walk.open(address).text()).contains("href=\"/garden/rehearsal\"");
            }
        }
    }

    @Test
    void aRehearsalOfAnEarlierPlanSaysSo() throws IOException {
        Path study = rehearsed();
        Path plan = study.resolve("plan.yaml");
        Files.writeString(plan, Files.readString(plan).replace("10 points", "12 points"));
        try (RunningSite site = Gardens.collecting(data.resolve("d"), study)) {
            assertThat(Walk.at(site, "/garden/rehearsal").text())
                    .contains("This was rehearsed before the plan changed");
        }
    }
}
