package eyebright.database;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.SequencedMap;

/// A transaction over several schemas of one database of PostgreSQL: what it wrote is on the disk in all of them, or in none.
final class AcrossSchemas {

    private AcrossSchemas() {}

    /// Runs a job for each, in their order. Whoever else writes to one of them waits until the end.
    ///
    /// @param jobs at least one; their tables are up to date
    /// @throws StoreException that names the schema which failed; then nothing is written anywhere
    static void write(PostgresqlUrl url, SequencedMap<DatabaseFile, Job<Boolean>> jobs) {
        List<PostgresqlSchema> schemas =
                jobs.keySet().stream().map(file -> new PostgresqlSchema(url, file.name())).toList();
        PostgresqlSchema at = schemas.getFirst();
        try (PostgresqlLink link = at.writing()) {
            Iterator<Job<Boolean>> job = jobs.values().iterator();
            for (PostgresqlSchema schema : schemas) {
                at = schema;
                link.turnTo(schema);
                link.lock(schema);
                job.next().run(link);
            }
            commit(link, url);
            erase(link, schemas);
        } catch (SQLException failed) {
            throw new Failures(at).of(failed);
        }
    }

    private static void commit(Link link, PostgresqlUrl url) throws SQLException {
        try {
            link.commit();
        } catch (SQLException failed) {
            if (!link.isLostBy(failed)) {
                throw failed;
            }
            throw new StoreException(
                    "%s: the connection was lost while everything was being committed, and whether it is kept is not known; run the command again (%s)"
                            .formatted(url, failed.getMessage()),
                    failed);
        }
    }

    private static void erase(PostgresqlLink link, List<PostgresqlSchema> schemas) {
        try {
            for (PostgresqlSchema schema : schemas) {
                link.turnTo(schema);
                link.erase(0);
            }
        } catch (SQLException _) {
            // What was written is kept. PostgreSQL removes what was deleted by itself, later.
        }
    }
}
