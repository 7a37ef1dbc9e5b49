package eyebright.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SequencedMap;

/// Where the databases of a data folder are: files in it, or schemas of a PostgreSQL that the folder names.
///
/// Once a site is served with a PostgreSQL, its data folder holds the URL in the file `database.url`, so that everything
/// that is given the folder finds the same answers.
public sealed interface Databases {

    /// The place of one of them.
    ///
    /// @param name letters, such as `desk`
    Place named(String name);

    /// In files of the folder.
    record InFiles(Path folder) implements Databases {
        @Override
        public Place named(String name) {
            return new SqliteFile(folder.resolve(name + ".db"));
        }
    }

    /// In schemas of one database of PostgreSQL.
    record OnPostgresql(PostgresqlUrl url) implements Databases {
        @Override
        public Place named(String name) {
            return new PostgresqlSchema(url, name);
        }

        /// Runs a job for each of these, in their order and in one transaction: what they wrote is on the disk in all of
        /// them, or in none. Nobody else writes to any of them meanwhile. What they deleted goes afterwards, as
        /// [Afterwards#ERASE] says.
        ///
        /// @param jobs at least one; the tables of each must be up to date
        /// @throws StoreException that names what failed; then nothing is written anywhere, unless it says otherwise
        public void write(SequencedMap<DatabaseFile, Job<Boolean>> jobs) {
            AcrossSchemas.write(url, jobs);
        }
    }

    /// Those of a data folder, which need not be there.
    ///
    /// @throws StoreException if the folder names a PostgreSQL and that cannot be read
    static Databases of(Path folder) {
        Path file = file(folder);
        if (!Files.exists(file)) {
            return new InFiles(folder);
        }
        try {
            return new OnPostgresql(new PostgresqlUrl(Files.readString(file)));
        } catch (IOException failed) {
            throw Failures.ofFolder(folder, failed);
        } catch (IllegalArgumentException wrong) {
            throw new StoreException("%s: %s".formatted(file, wrong.getMessage()), wrong);
        }
    }

    /// Has a data folder name that PostgreSQL from now on; makes the folder if there is none. A second time nothing happens.
    ///
    /// @return whether it did not name it before
    /// @throws StoreException if answers are kept elsewhere already
    static boolean use(Path folder, PostgresqlUrl url) {
        if (names(folder, url)) {
            return false;
        }
        try {
            Folders.create(folder);
            Folders.write(file(folder), url.text() + "\n");
            return true;
        } catch (IOException failed) {
            throw Failures.ofFolder(folder, failed);
        }
    }

    /// Whether a data folder names that PostgreSQL already; it need not be there.
    ///
    /// @throws StoreException if answers are kept elsewhere, so that it may not
    static boolean names(Path folder, PostgresqlUrl url) {
        Path answers = folder.resolve("eyebright.db");
        if (Files.exists(answers)) {
            throw new StoreException(
                    "%s: answers are kept in this file; to move them to PostgreSQL, back them up with eyebright backup and restore"
                                    .formatted(answers)
                            + " them into another data folder");
        }
        if (of(folder) instanceof OnPostgresql(PostgresqlUrl before)) {
            if (before.equals(url)) {
                return true;
            }
            throw new StoreException(
                    "%s: the answers of this folder are in %s; if that database has moved, write its new URL into this file"
                            .formatted(file(folder), before.text()));
        }
        return false;
    }

    /// Takes back what [#use] has done.
    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(file(folder));
        Folders.sync(folder);
    }

    private static Path file(Path folder) {
        return folder.resolve("database.url");
    }
}
