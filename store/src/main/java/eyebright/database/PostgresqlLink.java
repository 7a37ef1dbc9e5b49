package eyebright.database;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A connection to a schema of PostgreSQL.
final class PostgresqlLink extends Link {

    /// Half of the key that writers lock: that it is one of Eyebright's.
    private static final int OURS = 0x45796562;

    private static final int ERASE_MILLISECONDS = 1_000;

    /// In which VACUUM ends on a table of a hundred gigabytes.
    private static final int VACUUM_MILLISECONDS = 3_600_000;

    private static final int ANSWER_SECONDS = 5;

    private final Connection connection;
    private final int lock;
    private final boolean isWriting;

    private PostgresqlLink(Connection connection, int lock, boolean isWriting) {
        super(connection);
        this.connection = connection;
        this.lock = lock;
        this.isWriting = isWriting;
    }

    /// The connection that writes: every commit is on the disk before it returns.
    ///
    /// @throws StoreException if the server keeps no such promise
    static PostgresqlLink writing(Connection connection, PostgresqlSchema schema)
            throws SQLException {
        PostgresqlLink link = new PostgresqlLink(connection, schema.lock(), true);
        link.run("SET lock_timeout = " + PATIENCE_MILLISECONDS);
        // A process that hangs in the middle must not keep the others from writing.
        link.run("SET idle_in_transaction_session_timeout = " + 2 * PATIENCE_MILLISECONDS);
        PostgresqlServer.check(link, schema);
        // After the lock each statement sees what its holder before had committed. One moment for
        // the whole transaction would have been fixed while it still waited for the lock.
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return link;
    }

    static Link reading(Connection connection) throws SQLException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return new PostgresqlLink(connection, 0, false);
    }

    /// The connection that erases, which may take longer than an answer may.
    static Link erasing(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, VACUUM_MILLISECONDS);
        return new PostgresqlLink(connection, 0, false);
    }

    /// A transaction begins with its first statement.
    @Override
    void begin() throws SQLException {
        if (isWriting) {
            lock(lock);
        }
    }

    private void lock(int which) throws SQLException {
        any("SELECT pg_advisory_xact_lock(?, ?)", OURS, which);
    }

    /// Waits until nobody else writes to a schema, and keeps others from it until the transaction ends.
    void lock(PostgresqlSchema schema) throws SQLException {
        lock(schema.lock());
    }

    /// Goes over to another schema of the same database.
    void turnTo(PostgresqlSchema schema) throws SQLException {
        // What was prepared means tables of the schema before.
        reset();
        run("SET search_path TO \"%s\"".formatted(schema.schema()));
    }

    /// Sent at once, and answered at once.
    @Override
    public void updateEach(String sql, List<@Nullable Object[]> rows) throws SQLException {
        for (@Nullable Object[] values : rows) {
            bound(sql, values).addBatch();
        }
        if (rows.isEmpty()) {
            return;
        }
        try {
            prepared(sql).executeBatch();
        } catch (BatchUpdateException failed) {
            // It says at which row of the message, and nothing that helps; what the server said is
            // within it.
            SQLException said = failed.getNextException();
            throw said == null ? failed : said;
        }
    }

    @Override
    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    void rollBack() throws SQLException {
        connection.rollback();
    }

    /// Any question begins a transaction, which the server ends with the connection if it stays idle.
    @Override
    void letGo() throws SQLException {
        connection.rollback();
    }

    /// There and back once: to end a transaction is a message of its own.
    @Override
    <T> T ask(String sql, Rows<T> reader, Object... values) throws SQLException {
        connection.setAutoCommit(true);
        T answer = query(sql, reader, values);
        connection.setAutoCommit(false);
        return answer;
    }

    /// A deleted row is only marked as such. VACUUM takes it out of its page where nobody can see it any more; the
    /// write-ahead log goes when the server needs it no longer. It passes over a page that somebody is at, so it is done
    /// only where nobody was at anything, be it to write something new.
    @Override
    boolean erase(int milliseconds) throws SQLException {
        connection.setAutoCommit(true);
        try {
            // None at all would be for ever.
            run("SET lock_timeout = " + Math.max(ERASE_MILLISECONDS, milliseconds));
            boolean isRead =
                    any(
                            """
                            SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
                            AND pid <> pg_backend_pid() AND backend_xmin IS NOT NULL""");
            run("VACUUM " + tables());
            return !isRead;
        } finally {
            run("SET lock_timeout = " + PATIENCE_MILLISECONDS);
            connection.setAutoCommit(false);
        }
    }

    private String tables() throws SQLException {
        return query(
                "SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables WHERE schemaname = current_schema()",
                rows -> rows.next() ? rows.getString(1) : "");
    }

    @Override
    public long version() throws SQLException {
        boolean hasHistory =
                any(
                        "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'flyway_schema_history'");
        return hasHistory
                ? number(
                        "SELECT coalesce(max(version::integer), 0) FROM flyway_schema_history WHERE success")
                : 0;
    }

    @Override
    Catalogue catalogue() {
        return Catalogue.POSTGRESQL;
    }

    @Override
    boolean isLostBy(SQLException failed) {
        return PostgresqlServer.isGone(failed);
    }

    @Override
    boolean answers() throws SQLException {
        return connection.isValid(ANSWER_SECONDS);
    }

    /// PostgreSQL keeps no NUL and no half of a character. What respondents say has none, which their pages see to;
    /// anywhere else such a text is nobody's name, and is looked for and kept with a replacement character.
    @Override
    @Nullable Object kept(@Nullable Object value) {
        return value instanceof String text ? whole(text.replace('\0', '\ufffd')) : value;
    }

    private static String whole(String text) {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return text;
        } catch (CharacterCodingException halves) {
            return text.codePoints()
                    .map(point -> Character.getType(point) == Character.SURROGATE ? 0xfffd : point)
                    .collect(
                            StringBuilder::new,
                            StringBuilder::appendCodePoint,
                            StringBuilder::append)
                    .toString();
        }
    }
}
