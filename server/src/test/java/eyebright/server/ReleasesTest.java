package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.frame.Origin;
import eyebright.publish.cite.Home;
import eyebright.publish.version.Version;
import eyebright.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @TempDir private Path folder;
    private Store store;
    private GivingBack givingBack;
    private Publishing publishing;
    private Fielded fielded;

    /// A site without its pages.
    private Releases releases(Origin origin, int respondents) throws IOException {
        StudyFolder study = ((StudyFolder.Reading.Valid) StudyFolder.read(Gardens.FOLDER)).folder();
        store = Store.open(folder.resolve("data"), Clock.systemUTC());
        store.addVersion(eyebright.store.Version.of(study));
        Rehearsing.fill(store, study, 1, respondents);
        fielded = new Fielded(study, store);
        var studies = new Studies(List.of(fielded));
        givingBack = new GivingBack(origin);
        publishing = new Publishing(studies, store, origin, givingBack);
        publishing.begin();
        return new Releases(
                studies, store, publishing, origin, folder.resolve("published"), Home.NONE);
    }

    @AfterEach
    void close() {
        publishing.close();
        givingBack.close();
        store.close();
    }

    private static Version ready(Releases.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Releases.Outcome.Ready.class);
        return ((Releases.Outcome.Ready) outcome).version();
    }

    @Test
    void aVersionIsPreviewedPublishedAndComparedWithTheNext() throws IOException {
        Releases releases = releases(new Origin.Rehearsed("as-published:1"), 30);

        Version first = ready(releases.preview(fielded, DAY));
        assertThat(first.number()).isEqualTo(1);
        assertThat(folder.resolve("published")).doesNotExist();
        assertThat(releases.of(fielded).versions()).isEmpty();

        assertThat(ready(releases.publish(fielded, DAY))).isEqualTo(first);
        assertThat(releases.of(fielded).latest().orElseThrow().files().keySet())
                .contains(
                        "version.json",
                        "cite/article.bib",
                        "cite/data.json",
                        "data-package/README.txt",
                        "data-package/datapackage.json");
        assertThat(
                        Files.readString(
                                folder.resolve("published/garden/1/data-package/datapackage.json")))
                .contains("\"version\" : \"1.0.0\"");

        Version second = ready(releases.preview(fielded, DAY));
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.changed()).containsExactly("Nothing changed.");
    }

    @Test
    void beforeThePlannedNumberNothingGoesOut() throws IOException {
        Releases releases = releases(new Origin.Rehearsed("as-published:1"), 12);

        assertThat(releases.publish(fielded, DAY))
                .isEqualTo(
                        new Releases.Outcome.Refused(
                                "The study waits for 20 respondents; 12 count so far."));
        assertThat(folder.resolve("published")).doesNotExist();
    }

    @Test
    void realAnswersStayWhereTheStudyDoesNotSayWhatMayLeave() throws IOException {
        Releases releases = releases(new Origin.Real(), 30);

        assertThat(releases.publish(fielded, DAY))
                .isInstanceOfSatisfying(
                        Releases.Outcome.Refused.class,
                        refused -> assertThat(refused.why()).contains("public-data:"));
    }

    @Test
    void afterAWithdrawalItWaitsForTheNextPublicNumbers() throws IOException {
        Releases releases = releases(new Origin.Real(), 30);
        store.withdraw(store.respondents("garden").getFirst().id());

        assertThat(releases.publish(fielded, DAY))
                .isInstanceOfSatisfying(
                        Releases.Outcome.Refused.class,
                        refused ->
                                assertThat(refused.why())
                                        .startsWith("Somebody has had their answers deleted"));
    }
}
