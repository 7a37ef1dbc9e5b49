package eyebright.backup;

import eyebright.database.Database;
import eyebright.database.DatabaseFile;
import eyebright.database.Databases;
import eyebright.database.Job;
import eyebright.database.Link;
import eyebright.database.Place;
import eyebright.database.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Puts what a restore has made and checked, in files, into the PostgreSQL that a data folder names.
final class Transfer {

    /// A server that was just stopped may still be seen for a moment.
    private static final int ATTEMPTS = 20;

    private static final long BETWEEN_ATTEMPTS_MILLISECONDS = 100;

    private Transfer() {}

    /// Refuses a PostgreSQL that a server is using: a lock of the folder does not tell.
    static void refuseUsed(Path data) {
        Place place = Part.ANSWERS.file().in(data);
        for (int attempt = 1; Database.isUsed(place); attempt++) {
            if (attempt == ATTEMPTS || !pause()) {
                throw new BackupException(
                        "%s: an Eyebright is connected to it; stop every server that uses it. Nothing was changed"
                                .formatted(place));
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS_MILLISECONDS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Replaces every schema by what is in its file, all of them in one transaction, and deletes the files. Whoever is
    /// interrupted has the old rows still, or has all of the new ones.
    static void intoPostgresql(Path making, Path data, Databases.OnPostgresql to)
            throws IOException {
        // Once more: a server that began meanwhile would acknowledge what is replaced under it.
        refuseUsed(data);
        var jobs = new LinkedHashMap<DatabaseFile, Job<Boolean>>();
        for (Part part : Part.values()) {
            DatabaseFile file = part.file();
            if (file.isIn(making)) {
                // Brings its tables up to date.
                Database.open(file.in(data), file.schema()).close();
                jobs.put(file, link -> replace(part, making, link));
            }
        }
        to.write(jobs);
        for (DatabaseFile file : jobs.keySet()) {
            Files.delete(making.resolve(file.name() + ".db"));
        }
    }

    private static boolean replace(Part part, Path making, Link link) throws SQLException {
        for (Table table : part.tables(link).reversed()) {
            table.clear(link);
        }
        if (part == Part.ANSWERS) {
            // Whoever opens it next says which keys are those of the answers.
            link.update("DELETE FROM key_check");
        }
        DatabaseFile file = part.file();
        try (Database from = Database.read(file.in(making), file.schema())) {
            return from.read(origin -> copy(part, origin, link));
        } catch (NotTaken refused) {
            throw refused.why;
        }
    }

    private static boolean copy(Part part, Link from, Link to) throws SQLException {
        for (Table table : part.tables(from)) {
            table.read(from, values -> add(table, to, values));
        }
        return true;
    }

    private static void add(Table table, Link to, @Nullable Object... values) {
        try {
            table.add(to, values);
        } catch (SQLException failed) {
            throw new NotTaken(failed);
        }
    }

    /// A row that was read and could not be written: the fault is not that of the database it was read from.
    private static final class NotTaken extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final SQLException why;

        NotTaken(SQLException why) {
            super(why);
            this.why = why;
        }
    }
}
