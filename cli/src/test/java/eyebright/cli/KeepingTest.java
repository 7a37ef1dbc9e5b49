package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.store.Store;
import eyebright.store.Version;
import eyebright.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers whose day is over are read by no command any more.
class KeepingTest {

    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir private Path folder;
    private Path study;
    private Path data;

    @BeforeEach
    void write() throws IOException {
        study = Filled.copy("hello", folder);
        data = folder.resolve("data");
    }

    private void keptUntil(String day) throws IOException {
        Path file = study.resolve("study.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("retention-end: [0-9-]+", "retention-end: " + day));
    }

    /// Somebody agrees to the consent as it is now.
    private Study begin() throws IOException {
        StudyFolder now = ((StudyFolder.Reading.Valid) StudyFolder.read(study)).folder();
        try (Store store = Store.open(data, CLOCK)) {
            store.addVersion(Version.of(now));
            store.start("hello", now.questionnaireHash(), now.planHash());
        }
        return now.study();
    }

    private Ran run(String command, Path from) {
        List<String> more =
                switch (command) {
                    case "export" ->
                            List.of("--format", "csv", "--out", folder.resolve("a.csv").toString());
                    case "publish" -> List.of("--out", folder.resolve("public").toString());
                    default -> List.of();
                };
        return Ran.of(
                Stream.concat(
                                Stream.of(command, study.toString(), "--data", from.toString()),
                                more.stream())
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyse", "predict", "export", "publish"})
    void afterTheLastDayNoCommandReadsThem(String command) throws IOException {
        keptUntil("2020-12-31");
        begin();
        // Whoever edits the day later cannot keep longer what was promised to be deleted.
        keptUntil("2999-12-31");

        Ran refused = run(command, data);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .startsWith(
                        "eyebright: "
                                + data
                                + ": answers to hello were promised to be kept until 31 December 2020 and no longer, and by the clock of this machine it is ")
                .contains("eyebright delete-answers hello --data " + data + " --confirm hello");
        assertThat(folder.resolve("a.csv")).doesNotExist();
        assertThat(folder.resolve("public")).doesNotExist();
    }

    @Test
    void beforeThatAndOfATableTheyDo() throws IOException {
        keptUntil("2999-12-31");
        begin();
        Ran exported = run("export", data);
        assertThat(exported.exit()).as(exported.err()).isZero();

        // Who has a table has to see to it alone.
        keptUntil("2020-12-31");
        Ran analysed = run("analyse", folder.resolve("a.csv"));
        assertThat(analysed.exit()).as(analysed.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-31T21:59:59Z, false",
        "2027-03-31T22:00:00Z, true",
        "2029-01-01T00:00:00Z, true"
    })
    void theLastDayEndsWhereTheStudyIs(Instant now, boolean isRefused) throws IOException {
        Path file = study.resolve("study.yaml");
        Files.writeString(file, Files.readString(file) + "time-zone: Europe/Berlin\n");
        keptUntil("2027-03-31");
        Study begun = begin();
        try (Store store = Store.read(data)) {
            assertThat(Keeping.refusal(store, begun, data, now).isPresent()).isEqualTo(isRefused);
        }
    }
}
