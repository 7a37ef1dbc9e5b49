package eyebright.server.you;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.Gardens;
import eyebright.server.RunningSite;
import eyebright.server.Walk;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YouPagesTest {

    @TempDir private Path folder;
    private Path study;

    @BeforeEach
    void copy() {
        study = Gardens.giving(folder.resolve("study"));
    }

    private RunningSite site() {
        return Gardens.collecting(folder.resolve("data"), study);
    }

    /// A respondent with that many trees who has sent everything.
    private static Walk sent(RunningSite site, String trees) {
        Walk walk = Gardens.eligible(site).on("trees", trees);
        for (int pages = 0; pages < 10 && !walk.path().endsWith("/review"); pages++) {
            walk.on(
                    walk.path().endsWith("/toils")
                            ? new String[] {"toil", "weeds"}
                            : new String[] {});
        }
        return walk.press("go", "send");
    }

    /// Twenty who have sent everything, the first ten with so many trees, the others with so many; the first of
    /// them. The second ten come when the first are in a snapshot: each takes ten.
    private static Walk twenty(RunningSite site, String first, String others) {
        Walk walk = sent(site, first);
        for (int i = 1; i < 10; i++) {
            sent(site, first);
        }
        assertThat(isTold(Walk.at(site, "/garden"), "/garden/findings", "snapshot 1")).isTrue();
        for (int i = 0; i < 10; i++) {
            sent(site, others);
        }
        return walk;
    }

    @Test
    void theCodeOpensItAndStandsInNoAddress() {
        try (RunningSite site = site()) {
            String code = sent(site, "3").code();

            Walk walk = Walk.at(site, "/garden/you");
            assertThat(walk.heading()).isEqualTo("What your answers say");
            assertThat(walk.text()).contains("Your code").doesNotContain("3 trees");
            walk.press("go", "on", "code", code);

            assertThat(walk.path()).isEqualTo("/garden/you");
            assertThat(walk.text())
                    .contains("You: 3 trees. That is a few.")
                    .contains("You left this out, and that is fine.")
                    .contains("A comparison stands here once 20 people have answered.")
                    .contains(
                            "Published: people who feel calm in their garden, 64 % [Rose (2001), abstract]. A comparison of our own stands here once 20 people have answered.")
                    .contains("A comparison stands here once 20 people have answered.")
                    .doesNotContain(code);
            assertThat(walk.header("Cache-Control")).isEqualTo("no-store");
            assertThat(walk.header("X-Robots-Tag")).isEqualTo("noindex");
        }
    }

    @Test
    void aCodeOfNobodyIsAskedForOnceMore() {
        try (RunningSite site = site()) {
            Walk walk = Walk.at(site, "/garden/you").press("go", "on", "code", "not a code");

            assertThat(walk.status()).isEqualTo(422);
            assertThat(walk.text()).contains("role=\"alert\"", "value=\"not a code\"");
        }
    }

    @Test
    void beforeEverythingIsSentThereIsNothingToSee() {
        try (RunningSite site = site()) {
            Walk walk = Gardens.eligible(site).on("trees", "3").open("/garden/you");

            assertThat(walk.heading()).isEqualTo("First your answers");
            assertThat(walk.text()).doesNotContain("3 trees");
        }
    }

    @Test
    void thanksLeadThere() {
        try (RunningSite site = site()) {
            assertThat(sent(site, "3").text()).contains("href=\"/garden/you\"");
        }
    }

    @Test
    void aStudyThatGivesNothingBackHasNoSuchPages() {
        try (RunningSite site = Gardens.collecting(folder.resolve("data"))) {
            assertThat(Walk.at(site, "/garden/you").status()).isEqualTo(404);
            assertThat(Walk.at(site, "/garden/clients").status()).isEqualTo(404);
            assertThat(Gardens.toReview(Gardens.eligible(site)).press("go", "send").text())
                    .doesNotContain("/garden/you");
        }
    }

    @Test
    void whatSheWithdrewIsGone() {
        try (RunningSite site = site()) {
            Walk walk = sent(site, "3");
            String code = walk.code();
            walk.open("/garden/withdraw").press("confirm", "yes");
            assertThat(walk.heading()).isEqualTo("Your answers are deleted");

            walk.open("/garden/you");
            assertThat(walk.text()).contains("Your code");
            assertThat(walk.press("go", "on", "code", code).status()).isEqualTo(422);
        }
    }

    @Test
    void sheStandsAmongAllAndAmongThoseLikeHer() {
        try (RunningSite site = site()) {
            Walk walk = twenty(site, "3", "0");
            assertThat(
                            isTold(
                                    walk,
                                    "/garden/you",
                                    "Of 20 gardeners, 50 in 100 are in the same band"))
                    .isTrue();
            assertThat(walk.text())
                    .contains(
                            "<a href=\"/garden/you?like=toil#explore\">who find the same thing hardest</a>");

            walk.open("/garden/you?like=toil");
            assertThat(walk.text()).contains("Of 20 gardeners who find the same thing hardest");
            walk.open("/garden/you?like=%3Cscript%3E");
            assertThat(walk.status()).isEqualTo(200);
            assertThat(walk.text()).doesNotContain("<script>");
        }
        Walk reader;
        try (RunningSite again = site()) {
            reader = sent(again, "2");
            assertThat(reader.open("/garden/you").text()).contains("Of 20 gardeners");
            reader.open("/garden/withdraw").press("confirm", "yes");
        }
        try (RunningSite again = site()) {
            // Who withdrew was not yet in the snapshot. Comparisons are there as soon as the site
            // answers.
            assertThat(sent(again, "2").open("/garden/you").text())
                    .contains("Of 20 gardeners")
                    .doesNotContain("A comparison stands here once");
        }
    }

    @Test
    void whereOneOfTheSnapshotWithdrewOthersAreNotToldOfUntilTheNext() {
        try (RunningSite site = site()) {
            Walk gone = twenty(site, "4", "4");
            assertThat(isTold(gone, "/garden/you", "Of 20 gardeners")).isTrue();
            gone.open("/garden/withdraw").press("confirm", "yes");
        }
        try (RunningSite site = site()) {
            assertThat(sent(site, "2").open("/garden/you").text())
                    .contains("Somebody has had their answers deleted.")
                    .doesNotContain("gardeners,", "A comparison stands here once");
        }
    }

    @Test
    void clientsReadTheirPageWithoutACode() {
        try (RunningSite site = site()) {
            Walk walk = Walk.at(site, "/garden/clients");

            assertThat(walk.heading()).isEqualTo("Somebody gave me their beans");
            assertThat(walk.text())
                    .contains("It <strong>happens</strong>.")
                    .contains("Most ate them.")
                    .contains("<a href=\"#source-rose-2001\">Rose 2001</a>")
                    .contains("href=\"https://doi.org/10.1234/gardens.2001\"")
                    .contains("href=\"https://gardens.example.org/\"");
            assertThat(walk.header("Cache-Control")).isEqualTo("no-cache");
        }
    }

    /// Looks again until it is told, ten seconds at most.
    private static boolean isTold(Walk walk, String address, String text) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            if (walk.open(address).text().contains(text)) {
                return true;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return false;
    }
}
