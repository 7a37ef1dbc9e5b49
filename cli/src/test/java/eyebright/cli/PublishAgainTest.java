package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.server.Rehearsing;
import eyebright.store.RespondentId;
import eyebright.store.Store;
import eyebright.store.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows that are published more than once, of people by whose answers somebody could find them.
class PublishAgainTest {

    private static final String NAME = "small";

    @TempDir private Path folder;

    @BeforeEach
    void write() throws IOException {
        Path study = Files.createDirectories(folder.resolve(NAME));
        Files.writeString(
                study.resolve("study.yaml"),
                """
                study: small
                title: Small
                asks: Is anybody found?
                invitation: A page.
                consent:
                  controller: somebody
                  contact: somebody@example.org
                  ethics: exempt
                  retention-end: 2036-12-31
                  support: [somebody]
                  text: We keep your answers.
                public-data: {identifying: [town]}
                """);
        Files.writeString(
                study.resolve("questions.yaml"),
                """
                - page: one
                  title: One
                  questions:
                    - {id: town, ask: "Where?", one-of: [{north: North}, {south: South}, {east: East}]}
                    - {id: number, ask: "How many?", count: {from: 0, to: 100000, unit: things}}
                """);
        Files.writeString(
                study.resolve("plan.yaml"),
                """
                - plan: small
                  respondents: 10
                - claim: north
                  asks: Are most in the north?
                  says: Most are.
                  primary: true
                  share: town == "north"
                  expects: {above: 50%}
                """);
    }

    private StudyFolder study() throws IOException {
        return ((StudyFolder.Reading.Valid) StudyFolder.read(folder.resolve(NAME))).folder();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void join(long seed, int people) throws IOException {
        try (Store store = Store.open(data(), Clock.systemUTC())) {
            store.addVersion(Version.of(study()));
            Rehearsing.fill(store, study(), seed, people);
        }
    }

    private Ran publish(Path data) {
        return Ran.of(
                "publish",
                folder.resolve(NAME).toString(),
                "--data",
                data.toString(),
                "--day",
                "2026-11-22",
                "--out",
                folder.resolve("out").toString());
    }

    /// The rows without their numbers.
    private List<String> rows() throws IOException {
        List<String> lines =
                Files.readAllLines(folder.resolve("out/data-package/data/study-small_data.csv"));
        return lines.stream().skip(1).map(line -> line.substring(line.indexOf(','))).toList();
    }

    @Test
    void rowsStandAsTheyStoodAndWhoWithdrewTakesOthersAlong() throws IOException {
        join(1, 30);
        assertThat(publish(data()).exit()).isEqualTo(0);
        List<String> first = rows();
        assertThat(first).hasSize(30);
        try (Store store = Store.open(data(), Clock.systemUTC())) {
            store.withdraw(new RespondentId(store.ledger(NAME).rows().firstKey()));
        }
        join(2, 20);

        Ran second = publish(data());

        assertThat(second.exit()).as(second.err()).isEqualTo(0);
        assertThat(second.err()).contains("version 2\n");
        var left = new ArrayList<>(rows());
        var gone = new ArrayList<String>();
        first.forEach(
                row -> {
                    if (!left.remove(row)) {
                        gone.add(row);
                    }
                });
        assertThat(gone).hasSizeGreaterThanOrEqualTo(5);
        assertThat(left).hasSize(20);
    }

    @Test
    void whileAServerWritesToTheFolderNothingGoesOut() throws IOException {
        join(1, 30);
        try (Store _ = Store.open(data(), Clock.systemUTC())) {
            Ran ran = publish(data());

            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err())
                    .startsWith(
                            "not published: eyebright serve is running on %s, where it must be kept how each row is told"
                                    .formatted(data()));
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }

    @Test
    void ofATableThereIsOneVersion() throws IOException {
        Path table = folder.resolve("t.csv");
        var lines = new StringBuilder("respondent,town,number\n");
        for (int row = 0; row < 12; row++) {
            lines.append("r%d,%s,%d\n".formatted(row, row % 2 == 0 ? "north" : "south", row));
        }
        Files.writeString(table, lines);
        assertThat(publish(table).exit()).isEqualTo(0);

        Ran again = publish(table);

        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err())
                .startsWith(
                        "not published: a version of these answers is there, and a table does not keep how its rows were told");
    }

    @Test
    void afterARestoreFromAnOlderBackupNothingGoesOutBesideWhatDid() throws IOException {
        join(1, 30);
        Path backup = Files.createDirectories(folder.resolve("backup"));
        Files.copy(data().resolve("eyebright.db"), backup.resolve("eyebright.db"));
        assertThat(publish(data()).exit()).isEqualTo(0);
        Files.copy(
                backup.resolve("eyebright.db"),
                data().resolve("eyebright.db"),
                StandardCopyOption.REPLACE_EXISTING);

        Ran ran = publish(data());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith(
                        "not published: How the rows of version 1 were told is not kept with these answers");
    }

    @Test
    void whereWhatMayLeaveHasChangedNothingGoesOutBesideWhatDid() throws IOException {
        join(1, 30);
        assertThat(publish(data()).exit()).isEqualTo(0);
        Path yaml = folder.resolve(NAME).resolve("study.yaml");
        Files.writeString(
                yaml, Files.readString(yaml).replace("[town]", "[town], withhold: [number]"));

        Ran ran = publish(data());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("not published: public-data: of study.yaml", "have changed");
    }
}
