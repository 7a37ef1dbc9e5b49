package eyebright.server.answering;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.Gardens;
import eyebright.server.RunningSite;
import eyebright.server.Walk;
import eyebright.store.Respondent;
import eyebright.study.Answer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnsweringTest {

    @TempDir private Path data;
    private RunningSite site;

    @BeforeEach
    void start() {
        site = Gardens.collecting(data);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theWholeWayKeepsEveryKindOfAnswer() {
        Walk walk = Walk.at(site, "/garden/take-part");
        assertThat(walk.heading()).isEqualTo("Before you begin");

        walk.press("answer", "agree");
        assertThat(walk.path()).isEqualTo("/garden/take-part/you");
        String code = walk.code();
        walk.on("adult", "yes", "tends", "yes");
        assertThat(walk.heading()).isEqualTo("Your garden");
        walk.on(
                "age",
                "42",
                "size",
                "12,5",
                "trees",
                "3",
                "fruit",
                "1",
                "name",
                "<b>Eden</b> & co");
        for (int blocks = 0; blocks < 2; blocks++) {
            if (walk.path().endsWith("joys")) {
                assertThat(walk.heading()).isEqualTo("Joys of &lt;b&gt;Eden&lt;/b&gt; &amp; co");
                walk.on("felt", "calm", "felt", "pride", "strength", "10");
            } else {
                walk.on("weather", "7", "toil", "slugs");
            }
        }
        walk.on("traits.patient", "9", "traits.tidy", "1");
        assertThat(walk.heading()).isEqualTo("Pride");
        walk.on("why", "Tomatoes\nand beans");
        assertThat(walk.path()).isEqualTo("/garden/take-part/review");
        assertThat(walk.text()).contains("about one day in 7", "Slugs", "12.5 square metres");
        walk.press("go", "send");

        assertThat(walk.path()).isEqualTo("/garden/take-part/done");
        assertThat(walk.code()).isEqualTo(code);
        List<Respondent> respondents = Gardens.respondents(data);
        assertThat(respondents).hasSize(1);
        assertThat(respondents.getFirst().answers().sent()).isTrue();
        assertThat(respondents.getFirst().answers().given())
                .containsEntry("adult", new Answer.One("yes"))
                .containsEntry("size", new Answer.Amount(new BigDecimal("12.5")))
                .containsEntry("felt", new Answer.Several(List.of("calm", "pride")))
                .containsEntry("strength", new Answer.Amount(BigDecimal.TEN))
                .containsEntry("weather", new Answer.Amount(new BigDecimal(7)))
                .containsEntry("traits.patient", new Answer.Amount(new BigDecimal(9)))
                .doesNotContainKey("traits.bold");
        assertThat(Gardens.respondents(data).getFirst().answers().to("name"))
                .contains(new Answer.Words("<b>Eden</b> & co"));
    }

    @Test
    void openingPagesCreatesNothing() {
        Walk walk = Walk.at(site, "/garden/take-part").open("/garden").open("/garden/resume");
        walk.open("/garden/take-part/you");

        assertThat(walk.heading()).isEqualTo("Before you begin");
        assertThat(walk.cookies()).isZero();
        assertThat(Gardens.respondents(data)).isEmpty();
    }

    @Test
    void decliningStoresNothing() {
        Walk walk = Walk.at(site, "/garden/take-part").press("answer", "decline");

        assertThat(walk.heading()).isEqualTo("Thank you for considering it");
        assertThat(walk.cookies()).isZero();
        assertThat(Gardens.respondents(data)).isEmpty();
    }

    @Test
    void whoIsNotEligibleIsThankedAndMayChangeTheirMind() {
        Walk walk = Walk.begun(site, "garden").on("adult", "yes", "tends", "no");

        assertThat(walk.path()).isEqualTo("/garden/take-part/goodbye");
        assertThat(walk.text()).contains("adults who <strong>tend a garden</strong>");
        walk.open("/garden/take-part/toils");
        assertThat(walk.path()).isEqualTo("/garden/take-part/goodbye");

        walk.open("/garden/take-part/you").on("adult", "yes", "tends", "yes");
        assertThat(walk.path()).isEqualTo("/garden/take-part/the-garden");
    }

    @Test
    void whatDecidesEligibilityMustBeAnswered() {
        Walk walk = Walk.begun(site, "garden").on("adult", "yes");

        assertThat(walk.status()).isEqualTo(422);
        assertThat(walk.text())
                .contains("role=\"alert\"", "href=\"#f-tends\"", "id=\"f-tends\"")
                .contains("<title>Please have another look: You");
    }

    @Test
    void backSavesToo() {
        Walk walk = Gardens.eligible(site).press("go", "back", "name", "Eden");
        assertThat(walk.path()).isEqualTo("/garden/take-part/you");

        walk.on("adult", "yes", "tends", "yes");
        assertThat(walk.text()).contains("value=\"Eden\"");
    }

    @Test
    void aComplaintLosesNothingAndSavesNothing() {
        Walk walk =
                Gardens.eligible(site)
                        .on("age", "17", "size", "a lot", "name", "\"><script>alert(1)</script>");

        assertThat(walk.status()).isEqualTo(422);
        assertThat(walk.text())
                .contains("value=\"17\"", "value=\"a lot\"", "aria-invalid=\"true\"")
                .contains("href=\"#f-age\"", "href=\"#f-size\"")
                .doesNotContain("<script>alert");
        assertThat(Gardens.respondents(data).getFirst().answers().saved()).containsExactly("you");
        walk.press("go", "back", "age", "17");
        assertThat(walk.text()).contains("Go back without keeping what I typed on this page");
    }

    @Test
    void answersThatContradictEachOtherAreShownAgain() {
        Walk walk = Gardens.eligible(site).on("trees", "2", "fruit", "5");

        assertThat(walk.text()).contains("You have 2 trees, so no more than that can bear fruit.");
        walk.on("trees", "5", "fruit", "5");
        assertThat(walk.path()).doesNotEndWith("the-garden");
    }

    @Test
    void anOptionNobodyOfferedIsNotKept() {
        Walk walk = Walk.begun(site, "garden").on("adult", "maybe", "tends", "yes");

        assertThat(walk.status()).isEqualTo(422);
        assertThat(walk.text()).contains("Please choose one of the answers shown here.");
    }

    @Test
    void noneExcludesTheOthers() {
        Walk walk = Gardens.eligible(site).on();
        if (walk.path().endsWith("toils")) {
            walk.on();
        }
        walk.on("felt", "joy", "felt", "none");

        assertThat(walk.status()).isEqualTo(422);
        assertThat(walk.text()).contains("href=\"#f-felt\"");
    }

    @Test
    void everythingMayBeSkipped() {
        Walk walk = Gardens.toReview(Gardens.eligible(site)).press("go", "send");

        assertThat(walk.heading()).isEqualTo("Thank you");
        assertThat(Gardens.respondents(data).getFirst().answers().given())
                .containsOnlyKeys("adult", "tends");
    }

    @Test
    void aChosenAnswerCanBeClearedWithoutScript() {
        Walk walk =
                Walk.begun(site, "garden").press("clear", "tends", "adult", "yes", "tends", "no");

        assertThat(walk.path()).isEqualTo("/garden/take-part/you");
        assertThat(walk.text()).containsOnlyOnce(" checked");
        assertThat(Gardens.respondents(data).getFirst().answers().saved()).isEmpty();
    }

    @Test
    void nobodyJumpsAhead() {
        Walk walk = Gardens.eligible(site).open("/garden/take-part/traits");
        assertThat(walk.path()).isEqualTo("/garden/take-part/the-garden");

        walk.open("/garden/take-part/review");
        assertThat(walk.path()).isEqualTo("/garden/take-part/the-garden");
        walk.open("/garden/take-part/done");
        assertThat(walk.path()).isEqualTo("/garden/take-part/the-garden");
        walk.open("/garden/take-part/no-such-page");
        assertThat(walk.path()).isEqualTo("/garden/take-part/the-garden");
    }

    @Test
    void aPageThatIsNotYetReachedIsNotKept() {
        Walk walk = Walk.begun(site, "garden");
        var form = walk.form("go", "on", "name", "Eden <3");
        walk.send("/garden/take-part/the-garden", form);

        assertThat(walk.status()).isEqualTo(409);
        assertThat(walk.heading()).isEqualTo("You");
        assertThat(walk.text())
                .contains("What you chose there was not kept. You had written:", "Eden &lt;3");
        assertThat(Gardens.respondents(data).getFirst().answers().saved()).isEmpty();
        assertThat(walk.on("adult", "yes", "tends", "yes").heading()).isEqualTo("Your garden");
    }

    @Test
    void aPageIsNotKeptAfterSending() {
        Walk walk = Gardens.eligible(site);
        var form = walk.form("go", "on", "name", "Eden", "save", "0".repeat(32));
        Gardens.toReview(walk).press("go", "send");
        walk.send("/garden/take-part/the-garden", form);

        assertThat(walk.heading()).isEqualTo("This page was not kept");
        assertThat(walk.text())
                .contains("Your answers have been sent and stay as they were.", "<p>Eden</p>");
        assertThat(Gardens.respondents(data).getFirst().answers().to("name")).isEmpty();
    }

    @Test
    void pagesWithSupportEndWithIt() {
        Walk walk = Gardens.eligible(site).on();
        if (walk.path().endsWith("toils")) {
            assertThat(walk.text()).doesNotContain("https://gardens.example.org/");
            walk.on();
        }

        assertThat(walk.text())
                .contains("<a rel=\"noopener noreferrer\" href=\"https://gardens.example.org/\">")
                .contains("A <em>garden</em> is any place where you grow plants");
    }

    @Test
    void agreeingTwiceStartsOnce() {
        Walk walk = Walk.at(site, "/garden/take-part");
        var form = walk.form("answer", "agree");
        walk.send("/garden/take-part", form).send("/garden/take-part", form);

        assertThat(walk.path()).isEqualTo("/garden/take-part/you");
        assertThat(Gardens.respondents(data)).hasSize(1);
    }
}
