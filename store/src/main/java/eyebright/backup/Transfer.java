package eyebright.backup;

import eyebright.database.Afterwards;
import eyebright.database.Database;
import eyebright.database.DatabaseFile;
import eyebright.database.Link;
import eyebright.database.Place;
import eyebright.database.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

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

    /// Replaces each schema by what is in its file, in one transaction, and deletes the file. The answers come last: whoever
    /// is interrupted has the old ones still, and restores again.
    static void intoPostgresql(Path making, Path data) throws IOException {
        // Once more: a server that began meanwhile would acknowledge what is replaced under it.
        refuseUsed(data);
        for (Part part : List.of(Part.values()).reversed()) {
            DatabaseFile file = part.file();
            if (file.isIn(making)) {
                try (Database from = Database.read(file.in(making), file.schema());
                        Database to = Database.open(file.in(data), file.schema())) {
                    to.write(
                            Afterwards.ERASE,
                            link -> {
                                replace(part, link);
                                return from.read(origin -> copy(part, origin, link));
                            });
                }
                Files.delete(making.resolve(file.name() + ".db"));
            }
        }
    }

    private static void replace(Part part, Link link) throws SQLException {
        for (Table table : part.tables(link).reversed()) {
            table.clear(link);
        }
        if (part == Part.ANSWERS) {
            // Whoever opens it next says which keys are those of the answers.
            link.update("DELETE FROM key_check");
        }
    }

    private static boolean copy(Part part, Link from, Link to) throws SQLException {
        for (Table table : part.tables(from)) {
            table.read(from, values -> table.add(to, values));
        }
        return true;
    }
}
