package eyebright.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/// A connection with the statements it has prepared. For one thread at a time.
public final class Link implements AutoCloseable {

    /// How long a connection waits for a lock of another before it gives up.
    static final int PATIENCE_MILLISECONDS = 10_000;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Link(Connection connection) {
        this.connection = connection;
    }

    /// Reads one row or all rows of an answer.
    ///
    /// @param <T> what it makes of it
    @FunctionalInterface
    public interface Rows<T> {

        /// Reads; the cursor stands before the first row.
        T read(ResultSet rows) throws SQLException;
    }

    /// The connection that writes: every commit is on the disk before it returns, and what is deleted
    /// is overwritten.
    static Link writing(Path file) throws SQLException {
        var config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return new Link(config.createConnection("jdbc:sqlite:" + file));
    }

    static Link reading(Path file) throws SQLException {
        var config = config();
        config.setReadOnly(true);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return new Link(config.createConnection("jdbc:sqlite:" + file));
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLISECONDS);
        // Sorting must leave nothing of anybody in a file outside the folder.
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        return config;
    }

    /// Runs a statement that is not worth preparing.
    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// How many rows the statement changed.
    public int update(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    /// What the reader makes of the answer, whose cursor stands before the first row.
    public <T> T query(String sql, Rows<T> reader, Object... values) throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            return reader.read(rows);
        }
    }

    /// Whether the statement answers with a row.
    public boolean any(String sql, Object... values) throws SQLException {
        return query(sql, ResultSet::next, values);
    }

    /// The number in the first column of the first row.
    public long number(String sql, Object... values) throws SQLException {
        return query(
                sql,
                rows -> {
                    if (!rows.next()) {
                        throw new SQLException("no row from " + sql);
                    }
                    return rows.getLong(1);
                },
                values);
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /// Forgets what was prepared: a statement that failed half-way may not run again.
    void reset() throws SQLException {
        try {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
        } finally {
            prepared.clear();
        }
    }

    /// Empties the write-ahead log if nobody reads in it, or stops to within that time.
    ///
    /// @return whether it is empty
    boolean emptyLog(int milliseconds) throws SQLException {
        run("PRAGMA busy_timeout = " + milliseconds);
        try {
            return number("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        } finally {
            run("PRAGMA busy_timeout = " + PATIENCE_MILLISECONDS);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
