package eyebright.database;

import java.util.Map;
import java.util.Optional;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/// A database of PostgreSQL, as JDBC names it: `jdbc:postgresql://host:5432/name?user=role`. It never holds a password,
/// so that it may stand in a command and a file.
///
/// The role is that of the URL, or PGUSER, or the name of who runs this. The password is that of PGPASSWORD, or stands in
/// `~/.pgpass` or the file PGPASSFILE.
public record PostgresqlUrl(String text) {

    /// What PostgreSQL calls our connections.
    static final String APPLICATION = "eyebright";

    private static final String START = "jdbc:postgresql:";
    private static final int CONNECT_SECONDS = 10;
    private static final int ANSWER_SECONDS = 60;
    private static final int ROWS_AT_ONCE = 1_000;

    /// @throws IllegalArgumentException if that is no URL of PostgreSQL, or holds a password
    public PostgresqlUrl {
        text = text.strip();
        boolean isOurs = text.startsWith(START) && text.chars().noneMatch(Character::isISOControl);
        // First, and in whatever form, so that no message repeats it.
        if (text.contains("password=") || withoutOptions(text).contains("@")) {
            throw new IllegalArgumentException(
                    "the URL of a database must hold no password, which others could read; give it by PGPASSWORD or in ~/.pgpass");
        }
        if (!isOurs || Driver.parseURL(text, null) == null) {
            throw new IllegalArgumentException(
                    "the URL of a database must be such as jdbc:postgresql://127.0.0.1:5432/eyebright?user=eyebright, not \"%s\""
                            .formatted(text));
        }
    }

    private static String withoutOptions(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    /// Connections to a schema of it.
    PGSimpleDataSource source(String schema, Map<String, String> environment) {
        var source = new PGSimpleDataSource();
        source.setUrl(text);
        source.setCurrentSchema(schema);
        source.setApplicationName(APPLICATION);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setTcpKeepAlive(true);
        // Rows that are added together become one statement, whose rules the server reads once.
        source.setReWriteBatchedInserts(true);
        // The server quotes a row that it refuses, and the driver what it sent together; messages
        // reach the log.
        source.setLogServerErrorDetail(false);
        // One respondent is held at a time, not a million.
        source.setDefaultRowFetchSize(ROWS_AT_ONCE);
        if (source.getUser() == null) {
            Optional.ofNullable(environment.get("PGUSER")).ifPresent(source::setUser);
        }
        Optional.ofNullable(environment.get("PGPASSWORD")).ifPresent(source::setPassword);
        return source;
    }

    /// Without its options.
    @Override
    public String toString() {
        return withoutOptions(text);
    }
}
