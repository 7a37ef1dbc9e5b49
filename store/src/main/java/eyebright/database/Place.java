package eyebright.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/// Where a database is: a file of SQLite, or a schema of PostgreSQL.
///
/// Its text is how messages name it.
public abstract sealed class Place permits SqliteFile, PostgresqlSchema {

    /// Makes what must be there before it can be opened to write.
    ///
    /// @throws StoreException if that cannot be done
    abstract void make();

    /// Whether it is there, with tables or without.
    ///
    /// @throws SQLException if that cannot be known
    abstract boolean isThere() throws SQLException;

    /// Whether another process is connected to it that no lock of a folder would tell of.
    abstract boolean isUsed() throws SQLException;

    /// A connection that writes: what it commits is on the disk when that returns.
    abstract Link writing() throws SQLException;

    /// A connection that reads, beside those that write.
    abstract Link reading() throws SQLException;

    /// How many connections may read at once.
    abstract int mostReaders();

    /// What removes the last of what was deleted beside the connection that writes; empty where that connection has to.
    abstract Optional<Eraser> eraser();

    /// How long not to look again for the last of what was deleted.
    ///
    /// @param took how long it took this time
    /// @param isDone whether there is nothing left
    abstract Duration restAfterErasure(Duration took, boolean isDone);

    /// Where its migrations are on the class path.
    ///
    /// @param migrations those of SQLite
    abstract String migrations(String migrations);

    /// Connections for migrations.
    abstract DataSource source();

    /// The schema that migrations work in; empty where a database has one only.
    abstract String schema();

    /// What happened, and what to do.
    abstract String sentence(SQLException failed);
}
