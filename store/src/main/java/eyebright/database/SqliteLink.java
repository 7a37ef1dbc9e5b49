package eyebright.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// A connection to a file of SQLite.
final class SqliteLink extends Link {

    /// What one that reads keeps of the file, a quarter of what is usual: there may be sixteen of them, and the system keeps the file as
    /// well.
    private static final int KIBIBYTES_OF_A_READER = 512;

    /// How many pages the write-ahead log has before they are copied to where they belong, 16 MB of them: with more in it, more of them
    /// are newer states of the same page, which is then copied once. Who writes waits for the copying.
    private static final int PAGES_OF_THE_WRITE_AHEAD_LOG = 4000;

    private final String begin;

    private SqliteLink(Connection connection, String begin) {
        super(connection);
        this.begin = begin;
    }

    /// The connection that writes: every commit is on the disk before it returns, and what is deleted
    /// is overwritten.
    static Link writing(Path file) throws SQLException {
        var config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setPragma(
                SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT,
                Integer.toString(PAGES_OF_THE_WRITE_AHEAD_LOG));
        return new SqliteLink(config.createConnection("jdbc:sqlite:" + file), "BEGIN IMMEDIATE");
    }

    static Link reading(Path file) throws SQLException {
        var config = config();
        config.setReadOnly(true);
        config.setCacheSize(-KIBIBYTES_OF_A_READER);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return new SqliteLink(config.createConnection("jdbc:sqlite:" + file), "BEGIN");
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLISECONDS);
        // Sorting must leave nothing of anybody in a file outside the folder.
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        // The driver would ask for the number of every row that is added. Nobody does.
        config.setGetGeneratedKeys(false);
        return config;
    }

    @Override
    void begin() throws SQLException {
        update(begin);
    }

    @Override
    void commit() throws SQLException {
        update("COMMIT");
    }

    @Override
    void rollBack() throws SQLException {
        run("ROLLBACK");
    }

    /// Without a transaction nothing is held.
    @Override
    void letGo() {}

    /// Deleted rows are overwritten as they are deleted: what is left is the write-ahead log, which is emptied.
    @Override
    boolean erase(int milliseconds) throws SQLException {
        run("PRAGMA busy_timeout = " + milliseconds);
        try {
            return number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        } finally {
            run("PRAGMA busy_timeout = " + PATIENCE_MILLISECONDS);
        }
    }

    @Override
    public long version() throws SQLException {
        return number("PRAGMA user_version");
    }

    @Override
    Catalogue catalogue() {
        return Catalogue.SQLITE;
    }

    @Override
    boolean isLostBy(SQLException failed) {
        return false;
    }

    @Override
    boolean answers() {
        return true;
    }

    @Override
    @Nullable Object kept(@Nullable Object value) {
        return value;
    }
}
