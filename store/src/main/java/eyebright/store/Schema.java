package eyebright.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// Brings the tables of a database up to what this Eyebright knows, by the migrations in its jar.
final class Schema {

    /// The highest migration; each sets `PRAGMA user_version` to its own number.
    static final int KNOWN = 1;

    static final String MIGRATIONS = "eyebright/store/migration";

    private Schema() {}

    /// @throws FlywayException if the file is no database, is broken, or the disk is full
    static void migrate(Path file) {
        var source = new SQLiteDataSource(new SQLiteConfig());
        source.setUrl("jdbc:sqlite:" + file);
        Flyway.configure(Schema.class.getClassLoader())
                .loggers(QuietLog.class.getName())
                .dataSource(source)
                .locations("classpath:" + MIGRATIONS)
                .load()
                .migrate();
    }

    /// The number of the latest migration of the file; 0 of a new one.
    ///
    /// @throws StoreException if the tables are newer than those this Eyebright knows
    static long refuseNewer(Link link, Path file) throws SQLException {
        long found = link.number("PRAGMA user_version");
        if (found > KNOWN) {
            throw new StoreException(
                    "%s: was written by a newer Eyebright (tables %d, this one knows %d); use that one"
                            .formatted(file, found, KNOWN));
        }
        return found;
    }

    /// Checks that the tables are those this Eyebright knows.
    ///
    /// @throws StoreException if they are newer or older
    static void check(Link link, Path file) throws SQLException {
        long found = refuseNewer(link, file);
        if (found < KNOWN) {
            throw new StoreException(
                    "%s: was written by an older Eyebright (tables %d, this one needs %d); run `eyebright serve` on the folder once"
                            .formatted(file, found, KNOWN));
        }
    }
}
