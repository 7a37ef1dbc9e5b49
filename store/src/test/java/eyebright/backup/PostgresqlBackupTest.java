package eyebright.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.database.Database;
import eyebright.database.Databases;
import eyebright.database.PostgresqlUrl;
import eyebright.database.StoreException;
import eyebright.discussion.Discussion;
import eyebright.postgresql.Cluster;
import eyebright.postgresql.WithPostgresql;
import eyebright.store.Keys;
import eyebright.store.RespondentId;
import eyebright.store.Store;
import eyebright.visitors.Came;
import eyebright.visitors.VisitorDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A backup moves what was answered from a file of SQLite to PostgreSQL, and back.
@WithPostgresql
class PostgresqlBackupTest {

    @TempDir private Path folder;

    /// A data folder whose rows are in a database that nobody has used.
    private Path onPostgresql(String name) {
        Path data = folder.resolve(name);
        Databases.use(data, new PostgresqlUrl(WithPostgresql.Shared.cluster().newDatabase()));
        return data;
    }

    private Path backup(Path data) throws IOException {
        Path file = folder.resolve(data.getFileName() + ".backup");
        Backup.write(data, file, DataFolder.CLOCK);
        return file;
    }

    private static Restore.Done restore(
            Path backup, Path data, Restore.Present present, Path keysOf) throws IOException {
        return Restore.of(
                backup,
                data,
                new Restore.Wish(
                        present,
                        Optional.of(Keys.file(keysOf)),
                        Optional.empty(),
                        Optional.empty()),
                DataFolder.CLOCK);
    }

    @Test
    void everythingMovesFromAFileToPostgresqlAndBack() throws IOException {
        DataFolder here = DataFolder.filled(folder.resolve("here"));
        Path there = onPostgresql("there");

        restore(backup(here.path()), there, Restore.Present.NONE, here.path());

        assertThat(new DataFolder(there).content()).isEqualTo(here.content());
        assertThat(there.resolve("eyebright.db")).doesNotExist();
        assertThat(there.resolve("restored")).doesNotExist();

        Path back = folder.resolve("back");
        restore(backup(there), back, Restore.Present.NONE, there);

        assertThat(new DataFolder(back).content()).isEqualTo(here.content());
        assertThat(back.resolve("eyebright.db")).isRegularFile();
    }

    @Test
    void whatWasRestoredGoesOnWhereItStood() throws IOException {
        DataFolder here = DataFolder.filled(folder.resolve("here"));
        Path there = onPostgresql("there");
        restore(backup(here.path()), there, Restore.Present.NONE, here.path());

        try (Store before = Store.read(here.path());
                Store store = DataFolder.store(there)) {
            long last = before.forEachRespondent(DataFolder.STUDY, _ -> {});
            assertThat(store.forEachRespondent(DataFolder.STUDY, _ -> {})).isEqualTo(last);
            DataFolder.answered(store, 1, "later");
            assertThat(store.forEachRespondent(DataFolder.STUDY, _ -> {})).isEqualTo(last + 1);
            assertThat(store.latestSnapshot(DataFolder.STUDY))
                    .isEqualTo(before.latestSnapshot(DataFolder.STUDY));
        }
    }

    @Test
    void whoWithdrewSinceDoesNotComeBackIntoPostgresql() throws IOException {
        Path data = onPostgresql("data");
        DataFolder.filled(data);
        Path backup = backup(data);
        RespondentId gone;
        try (Store store = DataFolder.store(data)) {
            gone = store.respondents(DataFolder.STUDY).getFirst().id();
            store.withdraw(gone);
        }

        Restore.Done done = restore(backup, data, Restore.Present.REPLACED, data);

        assertThat(done.withdrawn()).isEqualTo(1);
        try (Store store = Store.read(data)) {
            assertThat(store.respondent(gone)).isEmpty();
            assertThat(store.respondents(DataFolder.STUDY)).hasSize(5);
        }
    }

    /// New keys would be made for old codes, which would open nothing.
    @Test
    void withoutTheKeysOfItsCodesAServerDoesNotBegin() throws IOException {
        DataFolder here = DataFolder.filled(folder.resolve("here"));
        Path there = onPostgresql("there");
        var withoutKeys =
                new Restore.Wish(
                        Restore.Present.NONE, Optional.empty(), Optional.empty(), Optional.empty());

        Restore.Done done = Restore.of(backup(here.path()), there, withoutKeys, DataFolder.CLOCK);

        assertThat(done.keys()).isFalse();
        assertThatThrownBy(() -> DataFolder.store(there))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(Keys.file(there) + ": is missing");
        assertThat(Keys.file(there)).doesNotExist();
    }

    @Test
    void aDatabaseThatAServerUsesIsLeftAlone() throws IOException {
        Path data = onPostgresql("data");
        DataFolder.filled(data);
        Path backup = backup(data);
        try (Store serving = DataFolder.store(data)) {
            assertThat(serving.respondents(DataFolder.STUDY)).hasSize(6);
            assertThatThrownBy(() -> restore(backup, data, Restore.Present.REPLACED, data))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("an Eyebright is connected to it; stop every server");
        }
    }

    /// Refuses every row that is to be put into a table, as a full disk would.
    private static void refuse(Path data, String table) {
        WithPostgresql.Shared.cluster()
                .sql(
                        name(data),
                        """
                        CREATE FUNCTION public.refused() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53100'; END $$;
                        CREATE TRIGGER refused BEFORE INSERT ON %s EXECUTE FUNCTION public.refused()
                        """
                                .formatted(table));
    }

    private static String name(Path data) {
        return Cluster.name(((Databases.OnPostgresql) Databases.of(data)).url().text());
    }

    /// Whichever schema fails: what was put into the others before it counts for nothing.
    @ParameterizedTest
    @CsvSource({
        "eyebright.log, eyebright",
        "discussion.action, discussion",
        "visitors.visitors, visitors"
    })
    void whatCannotBePutIntoOneSchemaIsPutIntoNone(String table, String schema) throws IOException {
        Path data = onPostgresql("data");
        DataFolder.filled(data);
        Path backup = backup(data);
        try (Store store = DataFolder.store(data);
                Discussion discussion = Discussion.open(data, DataFolder.CLOCK);
                VisitorDays visitors = VisitorDays.open(data)) {
            DataFolder.answered(store, 1, "since");
            DataFolder.comment(discussion, "since");
            visitors.add(DataFolder.STUDY, LocalDate.of(2027, 3, 2), new Came(1, 1));
        }
        Map<String, List<String>> before = new DataFolder(data).content();
        refuse(data, table);

        assertThatThrownBy(() -> restore(backup, data, Restore.Present.REPLACED, data))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(
                        "schema %s: the disk or the memory of PostgreSQL is full", schema);

        assertThat(new DataFolder(data).content()).isEqualTo(before);
    }

    /// Tables that a restore has made in vain are nothing to be replaced.
    @Test
    void afterARestoreInVainTheNextNeedsNoOtherWord() throws IOException {
        DataFolder here = DataFolder.filled(folder.resolve("here"));
        Path there = onPostgresql("there");
        for (Part part : Part.values()) {
            Database.open(part.file().in(there), part.file().schema()).close();
        }

        restore(backup(here.path()), there, Restore.Present.NONE, here.path());

        assertThat(new DataFolder(there).content()).isEqualTo(here.content());
        assertThatThrownBy(
                        () ->
                                restore(
                                        folder.resolve("here.backup"),
                                        there,
                                        Restore.Present.NONE,
                                        here.path()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is there already");
    }

    /// Whatever the reason: a folder that is not there is not there afterwards, and one that is there names no database.
    @Test
    void aFolderNamesTheDatabaseOnlyOnceItsRowsAreThere() throws IOException {
        DataFolder here = DataFolder.filled(folder.resolve("here"));
        Path backup = backup(here.path());
        Path before = onPostgresql("before");
        PostgresqlUrl taken = ((Databases.OnPostgresql) Databases.of(before)).url();
        restore(backup, before, Restore.Present.NONE, here.path());
        Path fresh = folder.resolve("fresh");
        Path empty = Files.createDirectory(folder.resolve("empty"));

        for (Path data : List.of(fresh, empty)) {
            assertThatThrownBy(() -> Restore.of(backup, data, into(taken), DataFolder.CLOCK))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("is there already");
        }
        assertThat(fresh).doesNotExist();
        assertThat(empty.resolve("database.url")).doesNotExist();

        var free = new PostgresqlUrl(WithPostgresql.Shared.cluster().newDatabase());
        Restore.of(backup, fresh, into(free), DataFolder.CLOCK);
        assertThat(Databases.of(fresh)).isEqualTo(new Databases.OnPostgresql(free));
        assertThat(new DataFolder(fresh).content()).isEqualTo(here.content());

        // What it named before it names still.
        assertThatThrownBy(() -> Restore.of(backup, fresh, into(free), DataFolder.CLOCK))
                .isInstanceOf(BackupException.class);
        assertThat(Databases.of(fresh)).isEqualTo(new Databases.OnPostgresql(free));
    }

    private static Restore.Wish into(PostgresqlUrl url) {
        return new Restore.Wish(
                Restore.Present.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(url));
    }
}
