package eyebright.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A connection with the statements it has prepared. For one thread at a time.
///
/// Its SQL is what SQLite and PostgreSQL both understand; what they do not share is in what extends it.
public abstract sealed class Link implements AutoCloseable permits SqliteLink, PostgresqlLink {

    /// How long a connection waits for a lock of another before it gives up.
    static final int PATIENCE_MILLISECONDS = 10_000;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Link(Connection connection) {
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

    /// Begins a transaction. One that writes waits until no other does, in this process or another, so that what it reads
    /// stays as it is; one that only reads sees one moment.
    abstract void begin() throws SQLException;

    /// Ends the transaction: what it wrote is on the disk.
    abstract void commit() throws SQLException;

    /// Ends the transaction as if it had never been.
    abstract void rollBack() throws SQLException;

    /// Ends what began by a question that was asked outside of [#begin] and [#commit].
    abstract void letGo() throws SQLException;

    /// Removes the last of what was deleted as far as the database can, if nobody reads, or stops to within that time.
    /// Outside of transactions.
    ///
    /// @return whether that is done
    abstract boolean erase(int milliseconds) throws SQLException;

    /// The number of the latest migration; 0 where there was none.
    public abstract long version() throws SQLException;

    /// Whether it can be used no more after that failure: it has to be opened again.
    abstract boolean isLostBy(SQLException failed);

    /// Whether the other end still answers.
    abstract boolean answers() throws SQLException;

    /// A value as the database keeps it.
    abstract @Nullable Object kept(@Nullable Object value);

    /// The questions by which it tells its tables.
    abstract Catalogue catalogue();

    /// Runs a statement that is not worth preparing.
    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// How many rows the statement changed.
    public int update(String sql, @Nullable Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    /// Runs a statement once for each row of values.
    public void updateEach(String sql, List<@Nullable Object[]> rows) throws SQLException {
        for (@Nullable Object[] values : rows) {
            update(sql, values);
        }
    }

    /// What the reader makes of the answer, whose cursor stands before the first row.
    public <T> T query(String sql, Rows<T> reader, Object... values) throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            return reader.read(rows);
        }
    }

    /// As above, outside of [#begin] and [#commit]: one question sees one moment by itself.
    <T> T ask(String sql, Rows<T> reader, Object... values) throws SQLException {
        return query(sql, reader, values);
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

    /// The statement, prepared the first time it is wanted.
    PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }

    PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, kept(values[i]));
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

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
