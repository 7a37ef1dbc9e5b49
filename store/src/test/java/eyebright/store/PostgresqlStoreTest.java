package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import eyebright.database.Afterwards;
import eyebright.database.Databases;
import eyebright.database.Folders;
import eyebright.database.PostgresqlUrl;
import eyebright.database.StoreException;
import eyebright.postgresql.WithPostgresql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The contract on PostgreSQL, and what only a server of databases can do.
@WithPostgresql
class PostgresqlStoreTest extends StoreContract {

    @Override
    Store open(Path folder) {
        return Store.open(PostgresqlDatabases.inDatabase(getClass(), folder), CLOCK);
    }

    private @Nullable Store beside;

    @AfterEach
    void endBeside() {
        if (beside != null) {
            beside.close();
        }
    }

    /// Two servers, each of which holds whom it has seen.
    @Override
    List<Store> writers() {
        beside = open(folder);
        return List.of(store, beside);
    }

    @Test
    void whoWithdrewElsewhereIsForgottenHereThoughNobodyAsksForThem() {
        RespondentId going = start().id();
        RespondentId staying = start().id();
        store.save(answer(going, "s1", "x"));
        store.save(answer(staying, "s1", "x"));
        store.position(STUDY);
        assertThat(answers(going).given()).hasSize(1);
        assertThat(answers(staying).given()).hasSize(1);
        assertThat(store.holds(going)).isTrue();

        store.position(STUDY);
        assertThat(store.holds(going)).as("nobody has withdrawn").isTrue();

        writers().getLast().withdraw(going);
        assertThat(store.holds(going)).as("nobody has told").isTrue();
        store.position(STUDY);
        assertThat(store.holds(going)).isFalse();
        assertThat(store.respondent(going)).isEmpty();
        assertThat(answers(staying).given()).hasSize(1);
    }

    @Test
    void whatTheServerRefusesOfAMessageIsSaidInItsWordsWithoutAnswers() {
        RespondentId id = start().id();
        assertThatThrownBy(
                        () ->
                                store.write(
                                        Afterwards.NOTHING,
                                        link -> {
                                            link.updateEach(
                                                    "INSERT INTO removal (sequence, study) VALUES (?, ?)",
                                                    List.of(
                                                            new @Nullable Object[] {1L, "kept"},
                                                            new @Nullable Object[] {2L, null}));
                                            return true;
                                        }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("violates not-null constraint")
                .hasMessageNotContainingAny("Batch entry", "getNextException", "kept");

        assertThat(store.save(answer(id, "s1", "x")).wasNew()).as("it goes on").isTrue();
        assertThat(store.removalsSince("kept", 0)).isZero();
    }

    @Test
    void everyCommitWaitsForTheDisk() {
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("lock_timeout")).isEqualTo("10s");
        assertThat(setting("transaction_isolation")).isEqualTo("read committed");
    }

    @Test
    void aRoleThatDoesNotWaitForTheDiskIsMadeTo() {
        String name = PostgresqlDatabases.name(folder);
        PostgresqlDatabases.cluster()
                .sql("postgres", "ALTER DATABASE %s SET synchronous_commit = off".formatted(name));
        store.close();
        try {
            store = open(folder);

            assertThat(setting("synchronous_commit")).isEqualTo("on");
        } finally {
            PostgresqlDatabases.cluster()
                    .sql("postgres", "ALTER DATABASE %s RESET synchronous_commit".formatted(name));
        }
    }

    @Test
    void twoServersWriteToOneDatabase() {
        RespondentId id = start().id();
        try (Store other = open(folder)) {
            Saved first = store.save(answer(id, "s1", "here"));
            Saved second = other.save(answer(id, "s2", "there"));

            assertThat(second.sequence()).isEqualTo(first.sequence() + 1);
            assertThat(other.save(answer(id, "s1", "here")))
                    .isEqualTo(new Saved(first.sequence(), false));
            assertThat(answers(id).to("a")).contains(words("there"));
        }
    }

    @Test
    void oneOfTwoServersMakesASnapshotNumber() {
        try (Store other = open(folder)) {
            store.addSnapshot(snapshot(1, 0));

            assertThatThrownBy(() -> other.addSnapshot(snapshot(1, 0)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("number of the next snapshot of tears must be 2, not 1");
            assertThat(other.latestSnapshot(STUDY)).contains(snapshot(1, 0));
        }
    }

    @Test
    void aServerWithOtherKeysIsRefused() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.copy(folder.resolve("database.url"), elsewhere.resolve("database.url"));

        assertThatThrownBy(() -> open(elsewhere))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(
                        Keys.file(elsewhere) + ": is missing, and without it no respondent's code");

        Path other = folder.resolve("other");
        Files.createDirectory(other);
        Keys.create(other);
        Files.createDirectory(elsewhere.resolve("keys"));
        Files.copy(Keys.file(other), Keys.file(elsewhere));
        assertThatThrownBy(() -> open(elsewhere))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(
                        Keys.file(elsewhere) + ": is not the key file of this database");

        Files.delete(Keys.file(elsewhere));
        Files.copy(Keys.file(folder), Keys.file(elsewhere));
        open(elsewhere).close();
    }

    @Test
    void aDatabaseIsNamedOnceItWasOpened() throws Exception {
        PostgresqlUrl url = ((Databases.OnPostgresql) Databases.of(folder)).url();
        Path elsewhere = folder.resolve("elsewhere");
        assertThatThrownBy(() -> Store.open(elsewhere, url, CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(Keys.file(elsewhere) + ": is missing");
        assertThat(Databases.of(elsewhere)).isEqualTo(new Databases.InFiles(elsewhere));

        Folders.create(elsewhere.resolve("keys"));
        Files.copy(Keys.file(folder), Keys.file(elsewhere));
        Store.open(elsewhere, url, CLOCK).close();

        assertThat(Databases.of(elsewhere)).isEqualTo(new Databases.OnPostgresql(url));
        Store.open(elsewhere, url, CLOCK).close();
        var other = new PostgresqlUrl(url.text() + "&ApplicationName=other");
        assertThatThrownBy(() -> Store.open(elsewhere, other, CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the answers of this folder are in " + url.text());
    }

    @Test
    void aFolderThatKeepsAnswersItselfIsNotGivenADatabase() {
        Path files = folder.resolve("files");
        Store.open(files, CLOCK).close();

        assertThatThrownBy(() -> PostgresqlDatabases.inDatabase(getClass(), files))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(
                        files.resolve("eyebright.db") + ": answers are kept in this file");
    }

    @Test
    void connectionsThatTheServerEndedAreOpenedAgain() {
        RespondentId id = start().id();
        store.save(answer(id, "s1", "before"));
        assertThat(answers(id).to("a")).contains(words("before"));

        PostgresqlDatabases.cluster()
                .sql(
                        "postgres",
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
                                .formatted(PostgresqlDatabases.name(folder)));

        assertThat(store.save(answer(id, "s2", "after")).wasNew()).isTrue();
    }

    @Test
    void whoWithdrewIsInNoRowNotEvenADeadOne() {
        RespondentId gone = sent();
        sent();
        store.withdraw(gone);

        String name = PostgresqlDatabases.name(folder);
        assumeThat(
                        PostgresqlDatabases.cluster()
                                .ask(
                                        name,
                                        "SELECT count(*) FROM pg_available_extensions WHERE name = 'pageinspect'"))
                .as("this PostgreSQL came without its extension pageinspect")
                .isEqualTo("1");
        PostgresqlDatabases.cluster().sql(name, "CREATE EXTENSION IF NOT EXISTS pageinspect");
        assertThat(
                        PostgresqlDatabases.cluster()
                                .ask(
                                        name,
                                        "SELECT count(*) FROM heap_page_items(get_raw_page('eyebright.log', 0)) WHERE t_data IS NOT NULL"))
                .isEqualTo("2");
    }

    /// VACUUM waits for a lock that keeps nobody from writing, so it is still at it when the save has come back.
    @Test
    void aSaveGoesThroughWhileDeletedRowsAreRemoved() throws Exception {
        RespondentId gone = sent();
        RespondentId other = start().id();
        String name = PostgresqlDatabases.name(folder);
        CompletableFuture<Void> withdrawal;
        try (Connection holder =
                        DriverManager.getConnection(PostgresqlDatabases.cluster().url(name));
                Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("LOCK TABLE eyebright.log IN SHARE UPDATE EXCLUSIVE MODE");
            withdrawal = CompletableFuture.runAsync(() -> store.withdraw(gone));
            while (!isRemoving(name)) {
                assertThat(withdrawal).as("until rows are removed").isNotDone();
                Thread.onSpinWait();
            }

            assertThat(store.save(answer(other, "s1", "meanwhile")).wasNew()).isTrue();

            assertThat(isRemoving(name)).isTrue();
            assertThat(withdrawal).isNotDone();
        }
        withdrawal.get(1, TimeUnit.MINUTES);
    }

    private static boolean isRemoving(String database) {
        return !PostgresqlDatabases.cluster()
                .ask(
                        database,
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'VACUUM %' AND wait_event_type = 'Lock'")
                .equals("0");
    }

    private String setting(String name) {
        return store.write(
                Afterwards.NOTHING,
                link -> link.query("SHOW " + name, rows -> rows.next() ? rows.getString(1) : ""));
    }
}
