package eyebright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import eyebright.database.Database;
import eyebright.desk.Researchers;
import eyebright.source.Sha256;
import eyebright.store.Keys;
import eyebright.store.Respondent;
import eyebright.store.RespondentId;
import eyebright.store.Store;
import eyebright.study.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a backup holds, and that it comes back.
class BackupTest {

    private static final InstantSource CLOCK = DataFolder.CLOCK;
    private static final Restore.Wish INTO_NOTHING =
            new Restore.Wish(
                    Restore.Present.NONE, Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir private Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void everyRowAndFileComesBackAsItWas() throws IOException {
        DataFolder before = DataFolder.filled(file("data"));

        Backup.Made made = Backup.write(before.path(), file("backup"), CLOCK);
        Restore.Done done = Restore.of(file("backup"), file("again"), INTO_NOTHING, CLOCK);

        Map<String, List<String>> content = before.content();
        assertThat(content)
                .hasSizeGreaterThan(15)
                .hasEntrySatisfying("answers/log", rows -> assertThat(rows).hasSize(20))
                .hasEntrySatisfying("answers/counter", rows -> assertThat(rows).hasSize(1))
                .hasEntrySatisfying("desk/action", rows -> assertThat(rows).isNotEmpty())
                .hasEntrySatisfying("discussion/address", rows -> assertThat(rows).hasSize(2));
        assertThat(new DataFolder(file("again")).content()).isEqualTo(content);
        assertThat(made.holdings()).isEqualTo(done.holdings());
        assertThat(done.holdings())
                .isEqualTo(new Holdings(LocalDate.of(2027, 3, 1), 6, 20, 2, 1, 2));
        assertThat(done.keys()).isFalse();
        assertThat(Files.exists(file("again").resolve("restored"))).isFalse();
        assertThat(Files.exists(file("again").resolve("restoring"))).isFalse();
    }

    @Test
    void equalFoldersGiveEqualBytesAndTheHashIsThatOfTheFile() throws IOException {
        Path data = DataFolder.filled(file("data")).path();

        Backup.Made one = Backup.write(data, file("one"), CLOCK);
        Backup.Made two = Backup.write(data, file("two"), CLOCK);

        assertThat(one).isEqualTo(two);
        assertThat(file("one")).hasSameBinaryContentAs(file("two"));
        assertThat(one.sha256())
                .isEqualTo(Sha256.hex(Sha256.digest().digest(Files.readAllBytes(file("one")))));
    }

    @Test
    void neitherKeysNorSessionsNorLinksAreInIt() throws IOException {
        Path data = DataFolder.filled(file("data")).path();
        Backup.write(data, file("backup"), CLOCK);

        Map<String, byte[]> entries = Entries.of(file("backup"));
        assertThat(entries.keySet())
                .contains("desk/researcher.jsonl", "answers/log.jsonl", "manifest.json")
                .doesNotContain("desk/session.jsonl", "desk/link.jsonl")
                .noneMatch(name -> name.contains("key"));
        try (Store store = Store.open(data, CLOCK)) {
            for (String key : List.of(Keys.CODE, Keys.COOKIE)) {
                String base64 = Base64.getEncoder().encodeToString(store.keys().key(key));
                assertThat(entries.values())
                        .noneMatch(
                                bytes ->
                                        new String(bytes, StandardCharsets.UTF_8).contains(base64));
            }
        }
    }

    /// A migration that adds a table adds it to the backup; one that shall stay out is named by hand.
    @Test
    void everyTableOfEveryDatabaseIsInItOrNamedAsLeftOut() throws IOException {
        Path data = DataFolder.filled(file("data")).path();
        Set<String> out =
                Stream.of(Part.values())
                        .flatMap(part -> leftOut(data, part).stream())
                        .collect(Collectors.toSet());

        assertThat(out).containsExactlyInAnyOrder("desk/session", "desk/link");
    }

    private static List<String> leftOut(Path data, Part part) {
        try (Database database = Database.read(part.file().in(data), part.file().schema())) {
            return database.read(
                    link ->
                            link.query(
                                    "SELECT name FROM sqlite_schema WHERE type = 'table'",
                                    rows -> {
                                        var names = new ArrayList<String>();
                                        while (rows.next()) {
                                            names.add(rows.getString(1));
                                        }
                                        part.tables(link)
                                                .forEach(table -> names.remove(table.name()));
                                        names.remove("flyway_schema_history");
                                        return names.stream()
                                                .map(name -> part.word() + "/" + name)
                                                .toList();
                                    }));
        }
    }

    @Test
    void itIsMadeBesideAServerWhosePeopleSaveAndHoldsAllThatWasAcknowledgedBefore()
            throws Exception {
        Path data = file("data");
        Map<RespondentId, Integer> acknowledged = new ConcurrentHashMap<>();
        var running = new AtomicBoolean(true);
        List<Map<RespondentId, Integer>> before = new ArrayList<>();
        try (Store store = DataFolder.store(data)) {
            List<Thread> people = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                people.add(
                        Thread.ofPlatform()
                                .start(() -> saveUntilStopped(store, acknowledged, running)));
            }
            try {
                for (int i = 0; i < 5; i++) {
                    Thread.sleep(100);
                    before.add(new HashMap<>(acknowledged));
                    Backup.write(data, file("backup" + i), CLOCK);
                }
            } finally {
                running.set(false);
                for (Thread person : people) {
                    person.join();
                }
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(before.getLast().size());
        for (int i = 0; i < before.size(); i++) {
            Path restored = file("restored" + i);
            Restore.of(file("backup" + i), restored, INTO_NOTHING, CLOCK);
            assertThatAllIsThere(restored, before.get(i));
        }
    }

    private static void saveUntilStopped(
            Store store, Map<RespondentId, Integer> acknowledged, AtomicBoolean running) {
        while (running.get()) {
            RespondentId id = DataFolder.start(store).id();
            acknowledged.put(id, 0);
            for (int page = 1; page <= 5; page++) {
                DataFolder.save(store, id, page, "words " + page);
                acknowledged.put(id, page);
            }
        }
    }

    /// Also that nobody is there by half: of each, the pages up to one, as they saved one after another.
    private static void assertThatAllIsThere(Path data, Map<RespondentId, Integer> acknowledged) {
        try (Store store = Store.read(data)) {
            Map<RespondentId, Respondent> found =
                    store.respondents(DataFolder.STUDY).stream()
                            .collect(Collectors.toMap(Respondent::id, each -> each));
            acknowledged.forEach(
                    (id, pages) -> assertThat(saved(found, id)).hasSizeGreaterThanOrEqualTo(pages));
            for (Respondent each : found.values()) {
                for (int page = 1; page <= each.answers().saved().size(); page++) {
                    assertThat(each.answers().saved()).contains("page-" + page);
                    assertThat(each.answers().to("v" + page))
                            .contains(new Answer.Words("words " + page));
                }
            }
        }
    }

    private static Set<String> saved(Map<RespondentId, Respondent> found, RespondentId id) {
        return Optional.ofNullable(found.get(id))
                .orElseThrow(() -> new AssertionError("lost: " + id))
                .answers()
                .saved();
    }

    @Test
    void aFolderWithoutDiscussionDeskOrVersionsHasABackupToo() throws IOException {
        try (Store store = DataFolder.store(file("data"))) {
            DataFolder.answered(store, 2, "x");
        }

        Backup.write(file("data"), file("backup"), CLOCK);
        Restore.of(file("backup"), file("again"), INTO_NOTHING, CLOCK);

        assertThat(new DataFolder(file("again")).content())
                .isEqualTo(new DataFolder(file("data")).content());
        assertThat(Researchers.DATABASE.isIn(file("again"))).isFalse();
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews())
                .as("a file system whose files say who may read them")
                .contains("posix");
        Path data = DataFolder.filled(file("data")).path();

        Backup.write(data, file("backup"), CLOCK);
        Backup.writeKeys(data, file("keys"));
        Backup.writeWithdrawn(data, file("withdrawn"));

        for (String name : List.of("backup", "keys", "withdrawn")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aBackupThatFailsLeavesNoFile() throws IOException {
        Path data = DataFolder.filled(file("data")).path();
        Files.writeString(data.resolve("visitors.db"), "no database ".repeat(1000));

        assertThatThrownBy(() -> Backup.write(data, file("backup"), CLOCK))
                .hasMessageContaining("visitors.db: is not a database or is broken");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(data);
        }
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        Path data = DataFolder.filled(file("data")).path();
        Files.writeString(file("letter"), "Dear mother");

        String taken =
                file("letter")
                        + ": is there already, and a backup is not written over another; give another name";
        assertThatThrownBy(() -> Backup.write(data, file("letter"), CLOCK)).hasMessage(taken);
        assertThatThrownBy(() -> Backup.writeKeys(data, file("letter"))).hasMessage(taken);
        assertThatThrownBy(() -> Backup.writeWithdrawn(data, file("letter")))
                .hasMessageStartingWith(file("letter") + ":1: must be a line such as");
        assertThat(file("letter")).hasContent("Dear mother");
    }

    @Test
    void aFolderWithoutAnswersIsRefused() {
        String says =
                file("nowhere")
                        + ": holds no answers; give the folder of `eyebright serve` with --data";
        assertThatThrownBy(() -> Backup.write(file("nowhere"), file("backup"), CLOCK))
                .hasMessage(says);
        assertThatThrownBy(() -> Backup.writeWithdrawn(file("nowhere"), file("w")))
                .hasMessage(says);
        assertThat(file("nowhere")).doesNotExist();
    }
}
