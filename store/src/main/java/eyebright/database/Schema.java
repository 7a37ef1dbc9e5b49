package eyebright.database;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// The tables of a database as this Eyebright knows them: migrations in its jar, of which each of SQLite sets
/// `PRAGMA user_version` to its own number. Both databases have the same tables and columns, in migrations of the same
/// numbers.
///
/// @param migrations the folder with those of SQLite on the class path, such as `eyebright/store/migration`; those of
///   PostgreSQL are beside it in `eyebright/store/migration-postgresql`
/// @param known the highest of their numbers
public record Schema(String migrations, int known) {

    /// How often another process may be in the middle of the same migration.
    private static final int ATTEMPTS = 20;

    private static final long BETWEEN_ATTEMPTS_MILLISECONDS = 50;

    public Schema {
        if (known < 1) {
            throw new IllegalArgumentException("known must be 1 or more, not " + known);
        }
    }

    /// Brings the tables of a database up to what this Eyebright knows. Another process may do so at the same time.
    ///
    /// @throws StoreException if the tables are newer than those this Eyebright knows
    /// @throws FlywayException if the database is broken, or the disk is full
    void bringUpToDate(Link link, Place place) throws SQLException {
        for (int attempt = 1; found(link, place) < known; attempt++) {
            try {
                migrate(place, known);
                check(link, place);
                link.letGo();
            } catch (FlywayException failed) {
                if (attempt == ATTEMPTS || !pause()) {
                    throw failed;
                }
            }
        }
    }

    private long found(Link link, Place place) throws SQLException {
        long found = refuseNewer(link, place);
        // Migrations come by a connection of their own, and may take long.
        link.letGo();
        return found;
    }

    /// Makes the tables of a new database as they were at that number.
    ///
    /// @throws FlywayException if the disk is full
    void make(Place place, int number) {
        if (number < 1 || number > known) {
            throw new IllegalArgumentException(
                    "number must be 1 to %d, not %d".formatted(known, number));
        }
        migrate(place, number);
    }

    private void migrate(Place place, int number) {
        FluentConfiguration configuration =
                Flyway.configure(Schema.class.getClassLoader())
                        .loggers(QuietLog.class.getName())
                        .dataSource(place.source())
                        .locations("classpath:" + place.migrations(migrations))
                        .target(Integer.toString(number));
        if (!place.schema().isEmpty()) {
            configuration.schemas(place.schema());
        }
        configuration.load().migrate();
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS_MILLISECONDS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The number of the latest migration; 0 of a new one.
    ///
    /// @throws StoreException if the tables are newer than those this Eyebright knows
    long refuseNewer(Link link, Place place) throws SQLException {
        long found = link.version();
        if (found > known) {
            throw new StoreException(
                    "%s: was written by a newer Eyebright (tables %d, this one knows %d); use that one"
                            .formatted(place, found, known));
        }
        return found;
    }

    /// Checks that the tables are those this Eyebright knows.
    ///
    /// @throws StoreException if they are newer or older
    void check(Link link, Place place) throws SQLException {
        long found = refuseNewer(link, place);
        if (found < known) {
            throw new StoreException(
                    "%s: was written by an older Eyebright (tables %d, this one needs %d); run `eyebright serve` on the folder once"
                            .formatted(place, found, known));
        }
    }
}
