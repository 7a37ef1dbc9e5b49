package eyebright.bench;

import eyebright.check.StudyFolder;
import eyebright.server.Rehearsing;
import eyebright.store.Store;
import eyebright.store.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;

/// Fills a data folder with rehearsed respondents. The first 1,000 come through the store's own doors, page by page; the
/// others have the pages of one of these under an id and a code of their own, copied within the database, since a
/// hundred thousand would knock for an hour.
final class FullStore {

    private static final int AT_THE_DOOR = 1_000;
    private static final long SEED = 1;
    private static final int KIBIBYTES_OF_CACHE = 4_000_000;

    private FullStore() {}

    /// Fills a folder that is empty.
    static void fill(Path data, StudyFolder folder, int respondents) throws IOException {
        try (Store store = Store.open(data, Clock.systemUTC())) {
            store.addVersion(Version.of(folder));
            Rehearsing.fill(store, folder, SEED, Math.min(AT_THE_DOOR, respondents));
        }
        try (Connection database =
                DriverManager.getConnection("jdbc:sqlite:" + data.resolve("eyebright.db"))) {
            hasten(database);
            copy(database, respondents);
        } catch (SQLException fault) {
            throw new IOException(fault);
        }
    }

    /// For a million respondents: pages that are new to a file need no journal, and its indices fit into this memory. Nobody
    /// else reads it yet, and the store brings its own settings.
    private static void hasten(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA cache_size = -%d".formatted(KIBIBYTES_OF_CACHE));
        }
    }

    private static void copy(Connection database, int respondents) throws SQLException {
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute(
                    """
                    CREATE TEMP TABLE first AS
                    SELECT row_number() OVER (ORDER BY id) - 1 AS place, id FROM respondent""");
            statement.execute("CREATE UNIQUE INDEX temp.placed ON first (place, id)");
            statement.execute(
                    """
                    CREATE TEMP TABLE copy AS
                    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
                    SELECT first.id AS old, lower(hex(randomblob(16))) AS new
                    FROM n JOIN first ON first.place = n.i %% %d
                    WHERE n.i >= %d AND n.i < %d"""
                            .formatted(respondents, AT_THE_DOOR, AT_THE_DOOR, respondents));
            statement.execute(
                    """
                    INSERT INTO respondent (id, study, questionnaire_hash, plan_hash, code)
                    SELECT copy.new, study, questionnaire_hash, plan_hash, randomblob(32)
                    FROM copy JOIN respondent ON respondent.id = copy.old""");
            // A table of its own: rows of the log would all be put aside before the first went back
            // into it.
            statement.execute("CREATE TEMP TABLE page AS SELECT * FROM log");
            statement.execute("CREATE INDEX temp.copied ON copy (old, new)");
            statement.execute(
                    """
                    INSERT INTO log (sequence, respondent, kind, save_id, content, page, asked, answers,
                        questionnaire_hash, plan_hash, order_shown, seconds, day)
                    SELECT (SELECT value FROM counter WHERE name = 'sequence') + row_number() OVER (),
                        copy.new, kind, save_id, content, page, asked, answers,
                        questionnaire_hash, plan_hash, order_shown, seconds, day
                    FROM page CROSS JOIN copy ON page.respondent = copy.old""");
            statement.execute(
                    "UPDATE counter SET value = (SELECT max(sequence) FROM log) WHERE name = 'sequence'");
            database.commit();
        }
    }
}
