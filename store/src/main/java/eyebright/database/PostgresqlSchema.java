package eyebright.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/// A schema of PostgreSQL, which stands for what is a file in SQLite. Several processes, on several machines, may write to
/// it: one at a time, in the order in which they get its lock.
public final class PostgresqlSchema extends Place {

    /// With the connection that writes, one that erases now and then, and four schemas, a server has at most 32 of the 100
    /// that PostgreSQL allows unless it is told otherwise.
    private static final int MOST_READERS = 6;

    private static final Duration LEAST_REST = Duration.ofSeconds(10);

    /// So many times as long as VACUUM took there is no other, so that it leaves the disk to those who answer.
    private static final int REST = 10;

    private final PostgresqlUrl url;
    private final String name;
    private final PGSimpleDataSource source;

    /// @param name of the schema, which need not be there: letters only
    public PostgresqlSchema(PostgresqlUrl url, String name) {
        if (!name.matches("[a-z]+")) {
            throw new IllegalArgumentException("name must be letters, not " + name);
        }
        this.url = url;
        this.name = name;
        this.source = url.source(name, System.getenv());
    }

    /// Migrations make it.
    @Override
    void make() {}

    @Override
    boolean isThere() throws SQLException {
        try (Link link = reading()) {
            return link.version() > 0;
        }
    }

    @Override
    boolean isUsed() throws SQLException {
        try (Link link = reading()) {
            return link.any(
                    """
                    SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
                    AND application_name = ? AND pid <> pg_backend_pid()""",
                    PostgresqlUrl.APPLICATION);
        }
    }

    @Override
    PostgresqlLink writing() throws SQLException {
        Connection connection = source.getConnection();
        boolean fit = false;
        try {
            PostgresqlLink link = PostgresqlLink.writing(connection, this);
            fit = true;
            return link;
        } finally {
            if (!fit) {
                connection.close();
            }
        }
    }

    /// What no two that write there may hold at once, in whatever process.
    int lock() {
        return name.hashCode();
    }

    @Override
    Link reading() throws SQLException {
        return PostgresqlLink.reading(source.getConnection());
    }

    /// A connection that erases and does nothing else.
    Link erasing() throws SQLException {
        return PostgresqlLink.erasing(source.getConnection());
    }

    @Override
    Optional<Eraser> eraser() {
        return Optional.of(new Eraser(this));
    }

    @Override
    int mostReaders() {
        return MOST_READERS;
    }

    @Override
    Duration restAfterErasure(Duration took, boolean isDone) {
        Duration rest = took.multipliedBy(REST);
        return rest.compareTo(LEAST_REST) < 0 ? LEAST_REST : rest;
    }

    @Override
    String migrations(String migrations) {
        return migrations + "-postgresql";
    }

    @Override
    PGSimpleDataSource source() {
        return source;
    }

    @Override
    String schema() {
        return name;
    }

    @Override
    String sentence(SQLException failed) {
        return PostgresqlServer.sentence(failed);
    }

    @Override
    public String toString() {
        return "%s, schema %s".formatted(url, name);
    }
}
