package eyebright.server.figures;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.disclosure.Ledger;
import eyebright.frame.Origin;
import eyebright.publish.cite.Home;
import eyebright.publish.version.Version;
import eyebright.server.Gardens;
import eyebright.server.Rehearsing;
import eyebright.server.page.Fielded;
import eyebright.server.page.Studies;
import eyebright.store.RespondentId;
import eyebright.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @TempDir private Path folder;

    /// A site without its pages.
    private record Ground(
            Store store,
            GivingBack givingBack,
            Publishing publishing,
            Fielded fielded,
            Releases releases)
            implements AutoCloseable {

        static Ground of(Path folder, Origin origin, int respondents) throws IOException {
            return of(folder, Gardens.FOLDER, origin, respondents);
        }

        static Ground of(Path folder, Path garden, Origin origin, int respondents)
                throws IOException {
            StudyFolder study = ((StudyFolder.Reading.Valid) StudyFolder.read(garden)).folder();
            Store store = Store.open(folder.resolve("data"), Clock.systemUTC());
            store.addVersion(eyebright.store.Version.of(study));
            Rehearsing.fill(store, study, 1, respondents);
            var fielded = new Fielded(study, store);
            var studies = new Studies(List.of(fielded));
            var givingBack = new GivingBack(origin);
            var publishing = new Publishing(studies, store, origin, givingBack);
            publishing.begin(_ -> true);
            return new Ground(
                    store,
                    givingBack,
                    publishing,
                    fielded,
                    new Releases(
                            studies,
                            store,
                            new Flow(store, java.util.Optional.empty()),
                            publishing,
                            origin,
                            folder.resolve("published"),
                            Home.NONE));
        }

        Releases.Outcome preview() {
            return releases.preview(fielded, DAY);
        }

        Releases.Outcome publish() {
            return switch (preview()) {
                case Releases.Outcome.Ready(Version version) ->
                        releases.publish(fielded, DAY, Releases.basis(version));
                case Releases.Outcome.Refused refused -> refused;
            };
        }

        @Override
        public void close() {
            publishing.close();
            givingBack.close();
            store.close();
        }
    }

    private static Version ready(Releases.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Releases.Outcome.Ready.class);
        return ((Releases.Outcome.Ready) outcome).version();
    }

    @Test
    void aVersionIsPreviewedPublishedAndComparedWithTheNext() throws IOException {
        try (var site = Ground.of(folder, new Origin.Rehearsed("as-published:1"), 30)) {
            Version first = ready(site.preview());
            assertThat(first.number()).isEqualTo(1);
            assertThat(folder.resolve("published")).doesNotExist();
            assertThat(site.releases().of(site.fielded()).versions()).isEmpty();

            assertThat(ready(site.publish())).isEqualTo(first);
            assertThat(site.releases().of(site.fielded()).latest().orElseThrow().files().keySet())
                    .contains(
                            "version.json",
                            "cite/article.bib",
                            "cite/data.json",
                            "data-package/README.txt");
            assertThat(
                            Files.readString(
                                    folder.resolve(
                                            "published/garden/1/data-package/datapackage.json")))
                    .contains("\"version\" : \"1.0.0\"");

            Version second = ready(site.preview());
            assertThat(second.number()).isEqualTo(2);
            assertThat(second.changed()).containsExactly("Nothing changed.");
        }
    }

    @Test
    void aVersionThatNobodyHasReadDoesNotGoOut() throws IOException {
        try (var site = Ground.of(folder, new Origin.Rehearsed("as-published:1"), 30)) {
            String read = Releases.basis(ready(site.preview()));
            ready(site.publish());

            assertThat(site.releases().publish(site.fielded(), DAY, read))
                    .isEqualTo(new Releases.Outcome.Refused(Releases.MOVED));
            assertThat(folder.resolve("published/garden/2")).doesNotExist();
        }
    }

    @Test
    void beforeThePlannedNumberNothingGoesOut() throws IOException {
        try (var site = Ground.of(folder, new Origin.Rehearsed("as-published:1"), 12)) {
            assertThat(site.publish())
                    .isEqualTo(
                            new Releases.Outcome.Refused(
                                    "The study waits for 20 respondents; 12 count so far."));
            assertThat(folder.resolve("published")).doesNotExist();
        }
    }

    @Test
    void realAnswersStayWhereTheStudyDoesNotSayWhatMayLeave() throws IOException {
        try (var site = Ground.of(folder, new Origin.Real(), 30)) {
            assertThat(refused(site.publish())).contains("public-data:");
        }
    }

    @Test
    void afterAWithdrawalItWaitsForTheNextPublicNumbers() throws IOException {
        try (var site = Ground.of(folder, new Origin.Real(), 30)) {
            site.store().withdraw(site.store().respondents("garden").getFirst().id());

            assertThat(refused(site.publish()))
                    .startsWith("Somebody has had their answers deleted");
        }
    }

    @Test
    void whoGoesWithOneWhoWithdrewIsInNoPublicNumberAndNoLaterVersion() throws Exception {
        Path garden =
                Gardens.edited(
                        folder,
                        "study.yaml",
                        "counts: completed",
                        "counts: completed\npublic-data: {identifying: [age], bands: {age: [60]}}");
        try (var site = Ground.of(folder, garden, new Origin.Real(), 40)) {
            Version first = ready(site.publish());
            Ledger before = site.store().ledger("garden");
            assertThat(before.rows()).hasSize(first.data().respondents());

            site.store().withdraw(new RespondentId(before.rows().firstKey()));
            Ledger after = site.store().ledger("garden");
            int gone = before.rows().size() - after.rows().size();
            assertThat(gone).isGreaterThanOrEqualTo(5);
            assertThat(refused(site.preview())).startsWith("Somebody has had their answers");
            Rehearsing.fill(site.store(), site.fielded().folder(), 2, 40);
            int shown = awaitSnapshot(site);

            Version second = ready(site.publish());

            assertThat(shown).isLessThan(site.store().counts("garden").sent());
            assertThat(second.data().respondents()).isEqualTo(shown);
            Ledger latest = site.store().ledger("garden");
            assertThat(latest.rows()).hasSize(shown).containsAllEntriesOf(after.rows());
            assertThat(lines(1)).hasSize(before.rows().size() + 1);
            // A snapshot may be made while they come in: who is on the way is a row without
            // anything.
            assertThat(lines(2).stream().filter(line -> !line.matches(",did not reach the end,+")))
                    .hasSize(shown + 1);
        }
    }

    /// How many the second snapshot is of.
    private static int awaitSnapshot(Ground site) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (site.publishing().of(site.fielded()).number() < 2 && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        // A third may follow while these are still coming in; it is of those who are there then.
        return site.publishing().of(site.fielded()).findings().data().respondents();
    }

    private List<String> lines(int version) throws IOException {
        return Files.readAllLines(
                folder.resolve("published/garden")
                        .resolve(Integer.toString(version))
                        .resolve("data-package/data/study-garden_data.csv"));
    }

    private static String refused(Releases.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Releases.Outcome.Refused.class);
        return ((Releases.Outcome.Refused) outcome).why();
    }
}
