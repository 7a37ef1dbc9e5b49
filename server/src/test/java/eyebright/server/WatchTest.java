package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.publish.OutputFolder;
import eyebright.server.page.Mode;
import eyebright.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A preview that follows its folder, as a browser without script meets it.
class WatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private static Path parent;

    private static final List<List<Problem>> TOLD = new CopyOnWriteArrayList<>();
    private static Path study;
    private static RunningSite site;

    @BeforeAll
    static void open() {
        study = Gardens.edited(parent, "study.yaml", "", "");
        site = watched(study);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /// The folder is again as it was.
    @AfterEach
    void mend() throws Exception {
        OutputFolder.discard(study);
        Gardens.edited(parent, "study.yaml", "", "");
        // Told last: the edit below is read after all of the above.
        edit("study.yaml", "title: ", "title: Mended ");
        until(() -> Walk.at(site, "/garden").text().contains("<h1>Mended"));
        edit("study.yaml", "title: Mended ", "title: ");
        until(() -> !Walk.at(site, "/garden").text().contains("<h1>Mended"));
    }

    private static RunningSite watched(Path folder) {
        return Gardens.start(
                new Mode.Watch((_, problems) -> TOLD.add(problems)),
                parent.resolve("d"),
                folder,
                Clock.systemUTC(),
                Optional.empty());
    }

    @Test
    void anEditIsSeenWhereOneIsWithWhatWasAnswered() throws Exception {
        Walk walk = Gardens.eligible(site);
        String page = walk.path();
        walk.open("/garden/take-part/you");
        assertThat(walk.text()).contains("Do you tend");

        edit("questions.yaml", "Do you tend", "Do you look after");

        until(() -> walk.open("/garden/take-part/you").text().contains("Do you look after"));
        assertThat(walk.text()).doesNotContain("Do you tend").contains("checked");
        assertThat(walk.open("/garden/take-part").path()).isEqualTo(page);
        assertThat(walk.text()).contains("A preview that follows its folder.");
    }

    /// What was answered to a question of another kind, range or set of options is asked again, and no page fails.
    @Test
    void answersThatNoLongerFitAreAskedAgain() throws Exception {
        Walk walk = Gardens.eligible(site).on("age", "41", "trees", "12", "name", "Eden");
        walk.on("felt", "joy", "strength", "7").on("toil", "weeds");
        edit("questions.yaml", "number: {from: 18, to: 100, unit: years}", "text: {up-to: 20}");
        edit(
                "questions.yaml",
                "count: {from: 0, to: 500, unit: trees}",
                "count: {from: 0, to: 9, unit: trees}");
        edit("questions.yaml", "{joy: Joy}", "{delight: Delight}");
        edit("questions.yaml", "rating: {from: 0, to: 10", "rating: {from: 0, to: 5");
        edit("questions.yaml", "{weeds: Weeds}, ", "");

        until(() -> walk.open("/garden/take-part/toils").text().contains("Slugs"));
        until(() -> !walk.open("/garden/take-part/toils").text().contains("Weeds"));
        assertThat(walk.text()).doesNotContain("checked");
        assertThat(walk.open("/garden/take-part/joys").text())
                .contains("Joys of Eden")
                .doesNotContain("checked");
        assertThat(walk.open("/garden/take-part/the-garden").text())
                .contains("value=\"Eden\"")
                .doesNotContain("value=\"41\"", "value=\"12\"");
        Gardens.toReview(walk.on());
        assertThat(walk.path()).endsWith("/review");
        assertThat(walk.press("go", "send").heading()).startsWith("Thank you");
    }

    @Test
    void aBrokenFolderShowsAllThatIsWrongUntilItIsMended() throws Exception {
        Walk walk = Walk.at(site, "/garden");
        edit("questions.yaml", "page: toils", "pge: \"<b>toils</b>\"");

        until(() -> walk.open("/garden").status() == 422);
        assertThat(walk.heading()).isEqualTo("Mend this first");
        assertThat(walk.text())
                .contains("questions.yaml:", "&lt;b&gt;toils&lt;/b&gt;", "To mend it: ")
                .contains("a page has no page")
                .doesNotContain("<b>toils");
        assertThat(walk.text()).containsPattern("<span aria-hidden=\"true\"> *\\^</span>");
        assertThat(walk.open("/garden/take-part/you").status()).isEqualTo(422);
        assertThat(walk.open("/").status()).isEqualTo(422);
        assertThat(walk.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(TOLD.getLast()).isNotEmpty();

        edit("questions.yaml", "pge: \"<b>toils</b>\"", "page: toils");
        until(() -> walk.open("/garden").status() == 200);
        assertThat(walk.open("/look").heading()).isEqualTo("No problems");
    }

    @Test
    void aFileThatIsHalfWrittenIsAProblemAndNotTheEnd() throws Exception {
        String whole = Files.readString(study.resolve("study.yaml"));
        Walk walk = Walk.at(site, "/garden");
        Files.writeString(study.resolve("study.yaml"), whole.substring(0, whole.length() / 3));
        until(() -> walk.open("/garden").status() == 422);
        Files.writeString(study.resolve("study.yaml"), "\u0000");
        until(() -> walk.open("/garden").text().contains("study.yaml:1:1"));

        Path beside = Files.writeString(study.resolve(".study.yaml.part"), whole);
        Files.move(beside, study.resolve("study.yaml"), StandardCopyOption.REPLACE_EXISTING);
        until(() -> walk.open("/garden").status() == 200);
    }

    @Test
    void aFolderThatIsDeletedMayComeBack() throws Exception {
        Walk walk = Walk.at(site, "/garden");
        OutputFolder.discard(study);
        until(() -> walk.open("/garden").text().contains("there is no folder"));

        Gardens.edited(parent, "study.yaml", "", "");
        until(() -> walk.open("/garden").status() == 200);
        edit("study.yaml", "title: ", "title: Once more ");
        until(() -> walk.open("/garden").text().contains("Once more"));
    }

    @Test
    void whatALinkLeadsToIsNeverShown() throws Exception {
        Path secret = Files.writeString(parent.resolve("secret.yaml"), "pasword: swordfish\n");
        Walk walk = Walk.at(site, "/garden");
        Files.delete(study.resolve("plan.yaml"));
        Files.createSymbolicLink(study.resolve("plan.yaml"), secret);

        until(() -> walk.open("/garden").text().contains("is a symbolic link"));
        assertThat(walk.text()).doesNotContain("swordfish");
    }

    @Test
    void aSiteBeginsWithABrokenFolder() throws Exception {
        Path broken =
                Gardens.edited(
                        parent.resolve("broken"), "questions.yaml", "page: toils", "pge: toils");
        try (RunningSite other = watched(broken)) {
            Walk walk = Walk.at(other, "/");
            assertThat(walk.status()).isEqualTo(422);

            Gardens.edited(parent.resolve("broken"), "study.yaml", "", "");
            until(() -> walk.open("/garden").status() == 200);
            assertThat(walk.open("/").status()).isEqualTo(200);
            for (String page : List.of("take-part", "questionnaire", "findings", "reporting")) {
                assertThat(walk.open("/garden/" + page).status()).as(page).isEqualTo(200);
            }
        }
    }

    @Test
    void warningsStandBesideThePreview() throws Exception {
        Walk walk = Walk.at(site, "/garden");
        Files.writeString(study.resolve("notes.txt"), "of my own");

        until(() -> walk.open("/garden").text().contains("<a href=\"/look\">1 warning</a>"));
        assertThat(walk.status()).isEqualTo(200);
        assertThat(walk.open("/look").heading()).isEqualTo("Worth a look");
        assertThat(walk.text()).contains("nothing reads", "notes.txt");
    }

    @Test
    void whoAsksForNewsIsToldOfAChange() throws Exception {
        Walk walk = Walk.at(site, "/look/changes?seen=none");
        int times = Integer.parseInt(walk.text());
        Thread.ofVirtual().start(() -> editQuietly("study.yaml", "title: ", "title: New "));

        assertThat(walk.open("/look/changes?seen=" + times).text())
                .isEqualTo(Integer.toString(times + 1));
        assertThat(walk.header("Cache-Control")).isEqualTo("no-store");
        assertThat(walk.open("/look/changes?seen=%00x").status()).isIn(200, 400);
    }

    @Test
    void otherSitesHaveNoneOfThis() {
        try (RunningSite other =
                Gardens.start(
                        new Mode.Preview(),
                        parent.resolve("o"),
                        Gardens.FOLDER,
                        Clock.systemUTC(),
                        Optional.empty())) {
            assertThat(Walk.at(other, "/look").status()).isEqualTo(404);
            assertThat(Walk.at(other, "/look/changes").status()).isEqualTo(404);
            assertThat(Walk.at(other, "/garden").text()).doesNotContain("watch-");
        }
    }

    @Test
    void twoFoldersOfOneNameAreNotFollowed() {
        var settings =
                new SiteSettings(
                        List.of(study, Gardens.FOLDER),
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        parent.resolve("e"),
                        new Mode.Watch((_, _) -> {}));
        assertThatThrownBy(() -> Site.start(settings)).isInstanceOf(NotReadyException.class);
    }

    private static void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(study.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(study.resolve(file), text.replace(from, to));
    }

    private static void editQuietly(String file, String from, String to) {
        try {
            edit(file, from, to);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private static void until(BooleanSupplier holds) {
        assertThat(Soon.within(PATIENCE, holds)).as("it is so").isTrue();
    }
}
