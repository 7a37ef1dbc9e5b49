package eyebright.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.server.Gardens;
import eyebright.server.Rehearsing;
import eyebright.server.RunningSite;
import eyebright.server.Seat;
import eyebright.server.Walk;
import eyebright.server.page.Mode;
import eyebright.store.Store;
import eyebright.store.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskVersionsTest {

    private static final String PAGE = "/desk/garden/versions";

    @TempDir private Path folder;
    private final Seat.Hands hands = new Seat.Hands();

    @Test
    void withTooFewAnswersNothingIsPublished() {
        Path data = folder.resolve("data");
        try (RunningSite site =
                Gardens.start(
                        new Mode.Collecting(), data, Gardens.FOLDER, hands, Optional.empty())) {
            Seat seat = Seat.taken(site, data, hands);
            Walk walk = seat.walk().open(PAGE);
            assertThat(walk.text())
                    .contains("Nothing can be published now", "there are too few answers");

            String token = walk.form("go", "on").get("token");
            walk.send(PAGE, Map.of("token", token, "basis", "", "code", seat.freshCode()));
            assertThat(walk.status()).isEqualTo(422);
            assertThat(data.resolve("published")).doesNotExist();
        }
    }

    @Test
    void aVersionIsReadBeforeItIsPublishedWithAFreshCode() throws IOException {
        Path study =
                Gardens.edited(
                        folder,
                        "study.yaml",
                        "counts: completed",
                        "counts: completed\npublic-data: {identifying: []}");
        Path data = folder.resolve("data");
        fill(study, data, 40);
        try (RunningSite site =
                Gardens.start(new Mode.Collecting(), data, study, hands, Optional.empty())) {
            Seat seat = Seat.taken(site, data, hands);
            Walk walk = seat.walk().open(PAGE);
            assertThat(walk.text())
                    .contains("No version is published yet.", "Version 1 would say")
                    .containsPattern("It would rest on the answers of [0-9]+ respondents");

            Map<String, String> form = publishing(walk);
            form.put("code", seat.code());
            walk.send(PAGE, form);
            assertThat(walk.status()).isEqualTo(422);
            assertThat(walk.text()).contains("it was used already");
            form.put("basis", "1 another");
            form.put("code", seat.freshCode());
            walk.send(PAGE, form);
            assertThat(walk.text()).contains("What is public has changed");
            assertThat(data.resolve("published")).doesNotExist();

            form = publishing(walk.open(PAGE));
            form.put("code", seat.code());
            walk.send(PAGE, form);
            assertThat(walk.text())
                    .contains("The version is published.", "The latest is version 1");
            assertThat(data.resolve("published/garden/1/version.json")).exists();
            assertThat(walk.open("/garden/article/versions").text()).contains("Version 1");
            assertThat(walk.open("/desk/log").text())
                    .contains("ada@example.org: published a version, version 1 (garden)");
        }
    }

    private static Map<String, String> publishing(Walk walk) {
        return walk.form("go", "on");
    }

    private static void fill(Path study, Path data, int respondents) throws IOException {
        StudyFolder read = ((StudyFolder.Reading.Valid) StudyFolder.read(study)).folder();
        Files.createDirectories(data);
        try (Store store = Store.open(data, java.time.InstantSource.system())) {
            store.addVersion(Version.of(read));
            Rehearsing.fill(store, read, 1, respondents);
        }
    }
}
