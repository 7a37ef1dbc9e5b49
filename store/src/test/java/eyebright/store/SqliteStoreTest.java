package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import eyebright.database.Afterwards;
import eyebright.database.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The contract on SQLite, and what only a folder of files can do.
class SqliteStoreTest extends StoreContract {

    private static final String SORTED_BY_THE_LAST = "USE TEMP B-TREE FOR LAST TERM OF ORDER BY";

    @Override
    Store open(Path folder) {
        return Store.open(folder, CLOCK);
    }

    @Test
    void theWriterIsDurableAndOverwritesWhatIsDeleted() {
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("synchronous")).as("FULL").isEqualTo("2");
        assertThat(pragma("secure_delete")).as("ON").isEqualTo("1");
        assertThat(pragma("foreign_keys")).isEqualTo("1");
        assertThat(pragma("busy_timeout")).isEqualTo("10000");
        assertThat(pragma("temp_store")).as("MEMORY").isEqualTo("2");
        assertThat(pragma("wal_autocheckpoint")).isEqualTo("4000");
    }

    @Test
    void theTablesComeFromTheMigrationInTheJar() {
        assertThat(Store.class.getResource("/eyebright/store/migration/V1__answers.sql"))
                .isNotNull();
        assertThat(pragma("user_version")).isEqualTo("3");
        assertThat(
                        store.<Long>write(
                                Afterwards.NOTHING,
                                link ->
                                        link.number(
                                                "SELECT count(*) FROM flyway_schema_history WHERE success = 1")))
                .isEqualTo(3);
    }

    /// SQLite sorts in memory: a study of a hundred thousand would take gigabytes. It sorts the rows of one respondent after the other,
    /// which are few.
    @ParameterizedTest
    @CsvSource({"'', ''", "up to a sequence, ''", "'', shown", "up to a sequence, shown"})
    void ofAWholeStudyOnlyTheRowsOfEachRespondentAreSorted(String upTo, String shown) {
        String sql =
                Replay.ROWS
                        + (upTo.isEmpty() ? "" : Replay.UP_TO.replace("?", "1"))
                        + Replay.OF_STUDY.replace("?", "'tears'")
                        + (shown.isEmpty() ? "" : PublishedRows.SHOWN)
                        + Replay.IN_ORDER;
        assertThat(plan(sql))
                .contains("SCAN r")
                .contains(SORTED_BY_THE_LAST)
                .noneMatch(step -> step.contains("B-TREE") && !step.equals(SORTED_BY_THE_LAST))
                .noneMatch(step -> step.startsWith("SCAN l"));
    }

    @Test
    void whatIsNewIsReadWithoutLookingAtWhoIsThere() {
        String sql = "SELECT count(*) " + Log.SINCE.replace("> ?", "> 1").replace("?", "'tears'");
        assertThat(plan(sql).getFirst()).startsWith("SEARCH l USING INTEGER PRIMARY KEY");
    }

    /// How SQLite would answer.
    private List<String> plan(String sql) {
        return store.write(
                Afterwards.NOTHING,
                link ->
                        link.query(
                                "EXPLAIN QUERY PLAN " + sql,
                                rows -> {
                                    var steps = new ArrayList<String>();
                                    while (rows.next()) {
                                        steps.add(rows.getString("detail"));
                                    }
                                    return steps;
                                }));
    }

    @Test
    void oneThatCannotBeWrittenHarmsNoneOfItsBatch() throws Exception {
        List<RespondentId> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(start().id());
        }
        var blocked = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(64)) {
            // Holds the writer until everybody else has queued up behind it.
            Future<Boolean> holding =
                    threads.submit(
                            () ->
                                    store.write(
                                            Afterwards.NOTHING,
                                            _ -> {
                                                awaitQuietly(blocked);
                                                return true;
                                            }));
            List<Future<Boolean>> saving = new ArrayList<>();
            List<Future<Boolean>> failing = new ArrayList<>();
            for (RespondentId id : ids) {
                Callable<Boolean> save = () -> store.save(answer(id, "s1", "kept")).wasNew();
                Callable<Boolean> bad =
                        () ->
                                store.write(
                                        Afterwards.NOTHING,
                                        link -> link.update("INSERT INTO nowhere VALUES (1)") == 1);
                saving.add(threads.submit(save));
                failing.add(threads.submit(bad));
            }
            blocked.countDown();
            assertThat(holding.get()).isTrue();
            for (Future<Boolean> saved : saving) {
                assertThat(saved.get()).isTrue();
            }
            for (Future<Boolean> failed : failing) {
                assertThatThrownBy(failed::get)
                        .hasCauseInstanceOf(StoreException.class)
                        .hasMessageContaining("no such table: nowhere");
            }
        }
        assertThat(store.forEachRespondent(STUDY, _ -> {})).isEqualTo(20);
    }

    @Test
    void aFullDiskIsSaidAndTheStoreWorksOnceThereIsRoom() {
        RespondentId id = start().id();
        store.save(answer(id, "s1", "kept"));
        set("max_page_count = " + pragma("page_count"));
        String large = "x".repeat(50_000);

        assertThatThrownBy(() -> store.save(answer(id, "s2", large)))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(
                        folder.resolve("eyebright.db")
                                + ": the disk is full; make room, nothing needs a restart");
        assertThat(answers(id).to("a")).contains(words("kept"));

        set("max_page_count = 1000000");
        assertThat(store.save(answer(id, "s2", large)).wasNew()).isTrue();
        assertThat(answers(id).to("a")).contains(words(large));
    }

    @Test
    void aClockThatGoesBackChangesNoOrder() {
        RespondentId id = start().id();
        store.save(answer(id, "s1", "first"));
        store.close();

        // Two years before, and then before there were computers.
        for (String then : List.of("2024-11-21T10:00:00Z", "1905-01-01T10:00:00Z")) {
            store = Store.open(folder, InstantSource.fixed(Instant.parse(then)));
            assertThat(store.save(answer(id, "at " + then, then)).wasNew()).isTrue();
            assertThat(answers(id).to("a")).contains(words(then));
            store.close();
        }
        store = open(folder);

        assertThat(answers(id).to("a")).as("the latest").contains(words("1905-01-01T10:00:00Z"));
        assertThat(store.forEachRespondent(STUDY, _ -> {})).isEqualTo(3);
    }

    @Test
    void noByteOfTheFolderHoldsTheAnswersOfWhoWithdrew() throws Exception {
        RespondentId gone = start().id();
        RespondentId stays = start().id();
        String secret = "what only one person would say";
        for (int i = 0; i < 30; i++) {
            store.save(answer(gone, "s" + i, secret + " " + "x".repeat(i * 300)));
            store.save(answer(stays, "s" + i, "what somebody else says"));
        }
        assertThat(filesWith(secret)).as("before").isNotEmpty();

        store.withdraw(gone);

        assertThat(filesWith(secret)).as("while the store is open").isEmpty();
        assertThat(filesWith("what somebody else says")).isNotEmpty();
        store.close();
        assertThat(filesWith(secret)).as("once it is closed").isEmpty();
        assertThat(filesWith(gone.hex())).as("the tombstone").isNotEmpty();
    }

    @Test
    void noSnapshotIsKeptThatTheAnswersOfWhoWithdrewAreIn() throws Exception {
        RespondentId gone = sent();
        sent();
        String figures = "figures that rest on somebody";
        for (int number = 1; number <= 2; number++) {
            store.addSnapshot(snapshot(number, figures));
        }
        store.withdraw(gone);
        assertThat(filesWith(figures)).as("public still").isNotEmpty();

        store.addSnapshot(snapshot(3, "figures of those who stay"));

        assertThat(filesWith(figures)).isEmpty();
        assertThat(store.latestSnapshot(STUDY).orElseThrow().findings())
                .isEqualTo("figures of those who stay");
        store.addSnapshot(snapshot(4, "and more"));
        assertThat(filesWith("figures of those who stay")).as("nobody withdrew").isNotEmpty();
    }

    private Snapshot snapshot(int number, String findings) {
        return new Snapshot(
                STUDY,
                number,
                store.forEachRespondent(STUDY, _ -> {}),
                2,
                PLAN,
                QUESTIONNAIRE,
                findings);
    }

    @Test
    void whatIsDeletedWhenItsDayHasComeIsInNoFile() throws Exception {
        var secrets = new ArrayList<String>();
        for (int number = 0; number < 40; number++) {
            String secret = "said by person %d of forty".formatted(number);
            secrets.add(secret);
            store.save(answer(start().id(), "s1", secret));
        }
        assertThat(filesWith(secrets.getFirst())).isNotEmpty();

        store.deleteAnswers(STUDY, store.questionnaires(STUDY));

        assertThat(filesWith(secrets.toArray(String[]::new))).isEmpty();
    }

    @Test
    void aReaderDuringAWithdrawalDelaysTheEmptyingOnly() throws Exception {
        RespondentId gone = start().id();
        RespondentId stays = start().id();
        String secret = "what only one person would say";
        store.save(answer(gone, "s1", secret));

        var took = new ArrayList<Duration>();
        store.forEachRespondent(
                STUDY,
                _ -> {
                    long begun = System.nanoTime();
                    store.withdraw(gone);
                    store.save(answer(stays, "s1", "next"));
                    took.add(Duration.ofNanos(System.nanoTime() - begun));
                });

        assertThat(took).allSatisfy(each -> assertThat(each).isLessThan(Duration.ofSeconds(5)));
        assertThat(store.respondent(gone)).isEmpty();
        // Nothing more is written: the log is emptied all the same.
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!filesWith(secret).isEmpty() && System.nanoTime() < end) {
            Thread.sleep(200);
        }
        assertThat(filesWith(secret)).isEmpty();
        assertThat(pragma("busy_timeout")).isEqualTo("10000");
    }

    @Test
    void aCodeIsInNoFile() throws Exception {
        Started started = start();
        store.save(answer(started.id(), "s1", "x"));
        store.close();

        assertThat(filesWith(started.code().text(), String.join(" ", started.code().words())))
                .isEmpty();
    }

    @Test
    void aReaderReadsBesideTheWriterAndWritesNothing() {
        Started started = start();
        try (Store reader = Store.read(folder)) {
            store.save(answer(started.id(), "s1", "x"));

            assertThat(reader.find(STUDY, started.code()).orElseThrow().answers().to("a"))
                    .contains(words("x"));
            assertThat(reader.counts(STUDY)).isEqualTo(new Counts(1, 0));
            assertThatThrownBy(() -> reader.save(answer(started.id(), "s2", "y")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "the store of %s is open to read; Store.open opens it to write"
                                    .formatted(folder));
        }
    }

    @Test
    void aReaderReadsWhereNobodyWrites() {
        RespondentId id = start().id();
        store.save(answer(id, "s1", "x"));
        store.close();

        try (Store reader = Store.read(folder)) {
            assertThat(reader.respondents(STUDY)).extracting(Respondent::id).containsExactly(id);
        }
    }

    @Test
    void aFolderWithoutADatabaseCannotBeRead() {
        Path empty = folder.resolve("empty");

        assertThatThrownBy(() -> Store.read(empty))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "%s: is not there; give the folder that `eyebright serve` keeps answers in with --data"
                                .formatted(empty.resolve("eyebright.db")));
        assertThat(empty).doesNotExist();
    }

    @Test
    void aBrokenDatabaseIsSaid() throws IOException {
        store.close();
        Files.writeString(folder.resolve("eyebright.db"), "no database ".repeat(1000));

        String says =
                folder.resolve("eyebright.db")
                        + ": is not a database or is broken; move it away and restore the latest backup";
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(says);
        assertThatThrownBy(() -> Store.read(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(says);
    }

    @Test
    void aDatabaseOfANewerEyebrightIsLeftAlone() {
        set("user_version = 99");
        store.close();

        String says =
                folder.resolve("eyebright.db")
                        + ": was written by a newer Eyebright (tables 99, this one knows 3); use that one";
        assertThatThrownBy(() -> open(folder)).isInstanceOf(StoreException.class).hasMessage(says);
        assertThatThrownBy(() -> Store.read(folder))
                .isInstanceOf(StoreException.class)
                .hasMessage(says);
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> open(file.resolve("data")))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(file.resolve("data") + ": cannot be made or read (")
                .hasMessageEndingWith(
                        "give this process the right to write there, or another folder with --data");
    }

    @Test
    void aDatabaseWithoutItsKeysIsNotOpenedWithOthers() throws IOException {
        store.close();
        Path keys = folder.resolve("keys").resolve("eyebright.keys");
        Files.delete(keys);

        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(keys + ": is missing, and without it no respondent's code");
        assertThat(keys).doesNotExist();
        try (Store reader = Store.read(folder)) {
            assertThat(reader.counts(STUDY)).isEqualTo(new Counts(0, 0));
            assertThatThrownBy(reader::keys).isInstanceOf(StoreException.class);
        }
    }

    @Test
    void onlyItsOwnerReadsTheFolderAndTheKeys() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path fresh = folder.resolve("fresh");
        open(fresh).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Keys.file(fresh))))
                .isEqualTo("rw-------");
    }

    @Test
    void onlyItsOwnerReadsTheDatabaseInAFolderThatOthersMayRead() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Store opened = open(shared)) {
            opened.addVersion(version(QUESTIONNAIRE, PLAN, "x"));

            for (String name : List.of("eyebright.db", "eyebright.db-wal", "eyebright.db-shm")) {
                assertThat(
                                PosixFilePermissions.toString(
                                        Files.getPosixFilePermissions(shared.resolve(name))))
                        .as(name)
                        .isEqualTo("rw-------");
            }
        }
    }

    /// Who withdraws while the snapshot waits to be kept, as at another server, which has erased what it deleted by then.
    @Test
    void whoWithdrawsWhileASnapshotWaitsToBeKeptLeavesNothingInTheFilesEither() throws Exception {
        RespondentId gone = sent();
        long at = store.forEachRespondent(STUDY, _ -> {});
        store.addSnapshot(
                new Snapshot(STUDY, 1, at, 1, PLAN, QUESTIONNAIRE, "{\"of\":\"Zaubernuss\"}"));
        var begun = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<Boolean> withdrawing =
                    threads.submit(
                            () ->
                                    store.write(
                                            Afterwards.NOTHING,
                                            link -> {
                                                begun.countDown();
                                                awaitOneThatWaits();
                                                Log.withdraw(link, gone, new SecureRandom());
                                                return true;
                                            }));
            begun.await();
            store.addSnapshot(snapshot(2, at));
            assertThat(withdrawing.get()).isTrue();
        }

        assertThat(filesWith("Zaubernuss")).isEmpty();
    }

    private void awaitOneThatWaits() {
        while (store.waiting() == 0) {
            Thread.onSpinWait();
        }
    }

    private String pragma(String pragma) {
        return store.write(
                Afterwards.NOTHING,
                link ->
                        link.query(
                                "PRAGMA " + pragma, rows -> rows.next() ? rows.getString(1) : ""));
    }

    private void set(String pragma) {
        store.write(
                Afterwards.NOTHING,
                link -> {
                    link.run("PRAGMA " + pragma);
                    return true;
                });
    }

    /// The files that hold one of those texts. Looked for by another process: this one must not open
    /// the files of an open store.
    private List<String> filesWith(String... texts) throws Exception {
        var arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(texts));
        Process find = Child.start(Child.FindText.class, arguments.toArray(String[]::new));
        List<String> found = find.inputReader().readAllLines();
        assertThat(find.waitFor()).isZero();
        return found;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
