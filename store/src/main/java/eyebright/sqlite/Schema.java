package eyebright.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The tables of a database as this Eyebright knows them: migrations in its jar, of which each sets
/// `PRAGMA user_version` to its own number.
///
/// @param migrations the folder with them on the class path, such as `eyebright/store/migration`
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

    /// Brings the tables of a file up to what this Eyebright knows. Another process may do so at the same time.
    ///
    /// @throws StoreException if the tables are newer than those this Eyebright knows
    /// @throws FlywayException if the file is broken, or the disk is full
    void bringUpToDate(Link link, Path file) throws SQLException {
        for (int attempt = 1; refuseNewer(link, file) < known; attempt++) {
            try {
                migrate(file, known);
                check(link, file);
            } catch (FlywayException failed) {
                if (attempt == ATTEMPTS || !pause()) {
                    throw failed;
                }
            }
        }
    }

    /// Makes the tables of a new file as they were at that number.
    ///
    /// @throws FlywayException if the disk is full
    void make(Path file, int number) {
        if (number < 1 || number > known) {
            throw new IllegalArgumentException(
                    "number must be 1 to %d, not %d".formatted(known, number));
        }
        migrate(file, number);
    }

    private void migrate(Path file, int number) {
        var source = new SQLiteDataSource(new SQLiteConfig());
        source.setUrl("jdbc:sqlite:" + file);
        Flyway.configure(Schema.class.getClassLoader())
                .loggers(QuietLog.class.getName())
                .dataSource(source)
                .locations("classpath:" + migrations)
                .target(Integer.toString(number))
                .load()
                .migrate();
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

    /// The number of the latest migration of the file; 0 of a new one.
    ///
    /// @throws StoreException if the tables are newer than those this Eyebright knows
    long refuseNewer(Link link, Path file) throws SQLException {
        long found = link.number("PRAGMA user_version");
        if (found > known) {
            throw new StoreException(
                    "%s: was written by a newer Eyebright (tables %d, this one knows %d); use that one"
                            .formatted(file, found, known));
        }
        return found;
    }

    /// Checks that the tables are those this Eyebright knows.
    ///
    /// @throws StoreException if they are newer or older
    void check(Link link, Path file) throws SQLException {
        long found = refuseNewer(link, file);
        if (found < known) {
            throw new StoreException(
                    "%s: was written by an older Eyebright (tables %d, this one needs %d); run `eyebright serve` on the folder once"
                            .formatted(file, found, known));
        }
    }
}
