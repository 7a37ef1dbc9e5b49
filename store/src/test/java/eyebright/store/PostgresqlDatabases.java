package eyebright.store;

import eyebright.database.Databases;
import eyebright.database.PostgresqlUrl;
import eyebright.desk.Researchers;
import eyebright.discussion.Discussion;
import eyebright.postgresql.Cluster;
import eyebright.postgresql.WithPostgresql;
import eyebright.visitors.VisitorDays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Data folders that name a PostgreSQL: each class of tests has a database there, which is emptied for each of its tests.
public final class PostgresqlDatabases {

    private static final String TABLES =
            "SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') FROM pg_tables"
                    + " WHERE schemaname IN ('eyebright', 'discussion', 'desk', 'visitors')"
                    + " AND tablename <> 'flyway_schema_history'";

    private static final Map<Class<?>, String> URLS = new ConcurrentHashMap<>();

    private PostgresqlDatabases() {}

    /// Has a folder name the database of a class of tests, empty, unless it names one.
    public static Path inDatabase(Class<?> tests, Path folder) {
        if (!Files.exists(folder.resolve("database.url"))) {
            String known = URLS.get(tests);
            if (known == null) {
                known = cluster().newDatabase();
                Databases.use(folder, new PostgresqlUrl(known));
                makeTables(folder);
                URLS.put(tests, known);
            } else {
                Databases.use(folder, new PostgresqlUrl(known));
            }
            empty(Cluster.name(known));
        }
        return folder;
    }

    private static void makeTables(Path folder) {
        Store.open(folder, StoreFixture.CLOCK).close();
        Discussion.open(folder, StoreFixture.CLOCK).close();
        Researchers.open(folder, StoreFixture.CLOCK).close();
        VisitorDays.open(folder).close();
    }

    private static void empty(String database) {
        cluster()
                .sql(
                        database,
                        "TRUNCATE %s; INSERT INTO eyebright.counter (name, value) VALUES ('sequence', 0)"
                                .formatted(cluster().ask(database, TABLES)));
    }

    /// The name of the database of a folder.
    static String name(Path folder) {
        return switch (Databases.of(folder)) {
            case Databases.OnPostgresql(PostgresqlUrl url) -> Cluster.name(url.text());
            case Databases.InFiles files -> throw new IllegalArgumentException(files.toString());
        };
    }

    static Cluster cluster() {
        return WithPostgresql.Shared.cluster();
    }
}
