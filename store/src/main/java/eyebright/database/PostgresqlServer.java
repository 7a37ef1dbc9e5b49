package eyebright.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/// What a server of PostgreSQL must promise, and what its failures mean.
final class PostgresqlServer {

    /// The first whose behaviour is tested for.
    private static final int LEAST_VERSION = 150_000;

    /// The server ends, or begins, or has ended this connection.
    private static final Set<String> GOING = Set.of("57P01", "57P02", "57P03", "57P05", "25P03");

    private PostgresqlServer() {}

    /// Has every commit wait for the disk, and refuses a server that would not, or that notes who answered when.
    static void check(PostgresqlLink link, PostgresqlSchema schema) throws SQLException {
        if (setting(link, "synchronous_commit").equals("off")) {
            link.run("SET synchronous_commit = on");
        }
        refuse(
                schema,
                Integer.parseInt(setting(link, "server_version_num")) < LEAST_VERSION,
                "is older than PostgreSQL 15; Eyebright needs that or a newer one");
        refuse(
                schema,
                setting(link, "fsync").equals("off")
                        || setting(link, "full_page_writes").equals("off")
                        || setting(link, "synchronous_commit").equals("off"),
                "does not wait for its disk, so a power cut would lose answers that people were told are kept; set fsync and"
                        + " full_page_writes to on in postgresql.conf");
        refuse(
                schema,
                setting(link, "track_commit_timestamp").equals("on")
                        || List.of("mod", "all").contains(setting(link, "log_statement")),
                "notes when each answer came, or writes answers into its log, and Eyebright promises that neither is kept; set"
                        + " track_commit_timestamp to off and log_statement to none in postgresql.conf");
        refuse(
                schema,
                !setting(link, "server_encoding").equals("UTF8"),
                "does not keep every character; make the database with: createdb --encoding=UTF8");
    }

    private static String setting(PostgresqlLink link, String name) throws SQLException {
        return link.query(
                "SELECT current_setting(?)",
                rows -> {
                    rows.next();
                    return rows.getString(1);
                },
                name);
    }

    private static void refuse(PostgresqlSchema schema, boolean isSo, String what) {
        if (isSo) {
            throw new StoreException("%s: the server %s".formatted(schema, what));
        }
    }

    /// Whether a connection is lost by that failure.
    static boolean isGone(SQLException failed) {
        String state = state(failed);
        return state.startsWith("08") || GOING.contains(state);
    }

    private static String state(SQLException failed) {
        String state = failed.getSQLState();
        return state == null ? "" : state;
    }

    /// What happened, and what to do.
    static String sentence(SQLException failed) {
        String state = state(failed);
        if (GOING.contains(state)) {
            return "PostgreSQL stops or starts; nothing needs to be done here once it runs";
        }
        return switch (state) {
            case "53100", "53200" ->
                    "the disk or the memory of PostgreSQL is full; make room, nothing needs a restart";
            case "53300" ->
                    "PostgreSQL has no connection left; raise max_connections to 32 for each Eyebright";
            // The driver's own where a password is asked for and none was given.
            case "28000", "28P01", "08004" ->
                    "PostgreSQL does not let this role in; name it in the URL (?user=…), and give its password by PGPASSWORD or"
                            + " in ~/.pgpass";
            case "3D000" -> "there is no such database; make it with createdb, as the guide says";
            case "42501" ->
                    "this role may not do that; make it the owner of the database: createdb --owner ROLE";
            case "25006" -> "this is a copy that can only be read; name the server that writes";
            case "55P03" ->
                    "another program keeps it locked; look at pg_stat_activity for what it is";
            case "58030", "XX001", "XX002" ->
                    "the disk of PostgreSQL does not read or write as it should; check it before anything else";
            default ->
                    state.startsWith("08")
                            ? "PostgreSQL cannot be reached; check that it runs and that the URL is right"
                            : "could not be read or written";
        };
    }
}
