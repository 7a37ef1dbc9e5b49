package eyebright.server.figures;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.Gardens;
import eyebright.server.RunningSite;
import eyebright.server.Soon;
import eyebright.server.Walk;
import eyebright.server.page.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTest {

    @TempDir private Path data;

    @Test
    void withNoAnswersItShowsWhatIsAskedAndWhatIsPublished() {
        try (RunningSite site = Gardens.collecting(data)) {
            Walk walk = Walk.at(site, "/garden/findings");

            assertThat(walk.text())
                    .contains("How many feel calm in their garden?")
                    .contains("published 64")
                    .contains("once 20 people have taken part")
                    .contains("not yet analysed");
            assertThat(Walk.at(site, "/garden/findings/calm").text())
                    .contains("Rose (2001), abstract");
        }
    }

    @Test
    void theTenthRespondentMovesTheSnapshot() {
        try (RunningSite site = Gardens.collecting(data)) {
            for (int respondent = 1; respondent <= 9; respondent++) {
                Gardens.toReview(Gardens.eligible(site)).press("go", "send");
            }
            Walk reader = Walk.at(site, "/garden/findings");
            Soon.pause(Duration.ofMillis(1500));
            assertThat(reader.open("/garden/findings").text()).doesNotContain("snapshot 1");

            Gardens.toReview(Gardens.eligible(site)).press("go", "send");
            assertThat(
                            Soon.within(
                                    Duration.ofSeconds(10),
                                    () ->
                                            reader.open("/garden/findings")
                                                    .text()
                                                    .contains("10 respondents · snapshot 1")))
                    .isTrue();
        }
    }

    @Test
    void tenWhoCountedBeforeOrAreNotEligibleDoNotMoveIt() {
        Path counting =
                Gardens.edited(
                        data.resolve("edited"),
                        "study.yaml",
                        "counts: completed",
                        "counts: from page the-garden");
        try (RunningSite site = Gardens.collecting(data.resolve("data"), counting)) {
            Walk reader = Walk.at(site, "/garden/findings");
            List<Walk> ten = halfway(site, 10);
            assertThat(shows(reader, "10 respondents · snapshot 1")).isTrue();

            halfway(site, 1);
            ten.forEach(walk -> Gardens.toReview(walk).press("go", "send"));
            for (int i = 0; i < 10; i++) {
                Walk.begun(site, "garden").on("adult", "no", "tends", "yes");
            }
            Soon.pause(Duration.ofMillis(2500));
            assertThat(reader.open("/garden/findings").text())
                    .contains("10 respondents · snapshot 1");

            halfway(site, 9);
            assertThat(shows(reader, "20 respondents · snapshot 2")).isTrue();
        }
    }

    @Test
    void afterAChangeOfPlanThoseWhoTookPartAreStillThere() {
        try (RunningSite site = Gardens.collecting(data.resolve("data"))) {
            for (int respondent = 1; respondent <= 10; respondent++) {
                Gardens.toReview(Gardens.eligible(site)).press("go", "send");
            }
            assertThat(shows(Walk.at(site, "/garden/findings"), "snapshot 1")).isTrue();
        }
        Path changed =
                Gardens.edited(data.resolve("edited"), "plan.yaml", "above: 50%", "above: 60%");
        try (RunningSite site = Gardens.collecting(data.resolve("data"), changed)) {
            Walk reader = Walk.at(site, "/garden/findings");
            assertThat(reader.text())
                    .contains("10 respondents · the study has changed since")
                    .contains(
                            "The questionnaire or the plan has changed since 10 people took part; findings follow with the next ten answers.")
                    .contains("Shown once 20 people have answered");
            for (int respondent = 1; respondent <= 10; respondent++) {
                Gardens.toReview(Gardens.eligible(site)).press("go", "send");
            }
            assertThat(shows(reader, "20 respondents · snapshot 2")).isTrue();
        }
    }

    /// Respondents who have saved the page of the garden.
    private static List<Walk> halfway(RunningSite site, int respondents) {
        return Stream.generate(() -> Gardens.eligible(site).on()).limit(respondents).toList();
    }

    private static boolean shows(Walk reader, String text) {
        return Soon.within(
                Duration.ofSeconds(10),
                () -> reader.open("/garden/findings").text().contains(text));
    }

    @Test
    void aRehearsedSiteIsFullSaysSoAndLeavesNothing() {
        Path before = data.resolve("data");
        try (RunningSite site =
                Gardens.start(
                        new Mode.Rehearsed(60, 1),
                        before,
                        Gardens.FOLDER,
                        Clock.systemUTC(),
                        Optional.empty())) {
            for (String address :
                    new String[] {"/", "/garden", "/garden/findings", "/garden/resume"}) {
                assertThat(Walk.at(site, address).text())
                        .contains("A rehearsal with 60 made-up respondents");
            }
            assertThat(Walk.at(site, "/garden/findings").text()).contains("snapshot 1");
            assertThat(Walk.begun(site, "garden").heading()).isEqualTo("You");
        }
        assertThat(Files.exists(before)).isFalse();
    }

    @Test
    void aRehearsedSiteFollowsWhoeverSendsOrWithdraws() {
        try (RunningSite site =
                Gardens.start(
                        new Mode.Rehearsed(60, 1),
                        data.resolve("data"),
                        Gardens.FOLDER,
                        Clock.systemUTC(),
                        Optional.empty())) {
            Walk reader = Walk.at(site, "/garden/findings");
            assertThat(reader.text()).contains("snapshot 1");
            Walk one = Gardens.toReview(Gardens.eligible(site)).press("go", "send");
            assertThat(shows(reader, "61 respondents · snapshot 2")).isTrue();

            one.open("/garden/withdraw").press("confirm", "yes");
            assertThat(shows(reader, "60 respondents · snapshot 3")).isTrue();
        }
    }

    @Test
    void whoBeganEndsOnTheVersionBegun() {
        Walk walk;
        String code;
        try (RunningSite site = Gardens.collecting(data)) {
            code = Gardens.eligible(site).code();
        }
        Path edited =
                Gardens.edited(
                        data.resolve("edited"),
                        "questions.yaml",
                        "What do you call it?",
                        "Its name?");
        try (RunningSite site = Gardens.collecting(data, edited)) {
            walk = Walk.at(site, "/garden/resume").press("go", "on", "code", code);
            assertThat(walk.text()).contains("What do you call it?").doesNotContain("Its name?");
            assertThat(Gardens.toReview(walk).press("go", "send").heading()).isEqualTo("Thank you");

            assertThat(Gardens.eligible(site).text()).contains("Its name?");
        }
        assertThat(Gardens.respondents(data)).hasSize(2);
    }

    @Test
    void theQuestionnaireSaysItsConditionsInWords() {
        try (RunningSite site = Gardens.collecting(data)) {
            assertThat(Walk.at(site, "/garden/questionnaire").text())
                    .contains("Shown if “What did you feel in it the last time?” includes “Pride”.")
                    .contains(
                            "“Are you 18 or older?” is “Yes” and “Do you tend a garden?” is “Yes”")
                    .contains("The original asked for <em>acres</em>.")
                    .contains("About one day in so many, up to 1,000");
        }
    }
}
