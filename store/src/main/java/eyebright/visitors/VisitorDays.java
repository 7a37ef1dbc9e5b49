package eyebright.visitors;

import eyebright.database.Database;
import eyebright.database.DatabaseFile;
import eyebright.database.Schema;
import java.nio.file.Path;
import java.time.LocalDate;

/// How many came on each day, in a database of its own beside the answers: numbers, and nobody. For any number of threads.
public final class VisitorDays implements AutoCloseable {

    /// The database of the counts.
    public static final DatabaseFile DATABASE =
            new DatabaseFile("visitors", new Schema("eyebright/visitors/migration", 1));

    private final Database database;

    private VisitorDays(Database database) {
        this.database = database;
    }

    /// Opens those of a data folder, to count.
    ///
    /// @throws eyebright.database.StoreException if they cannot be written
    public static VisitorDays open(Path data) {
        return new VisitorDays(Database.open(DATABASE.in(data), DATABASE.schema()));
    }

    /// How many came in all to a study of a data folder that somebody else may be counting in; nobody where nothing was
    /// counted.
    ///
    /// @throws eyebright.database.StoreException if there is a database that cannot be read
    public static Came all(Path data, String study) {
        if (!DATABASE.isIn(data)) {
            return Came.NONE;
        }
        try (var days = new VisitorDays(Database.read(DATABASE.in(data), DATABASE.schema()))) {
            return days.all(study);
        }
    }

    /// Counts more who came on a day.
    public void add(String study, LocalDate day, Came more) {
        database.write(
                link ->
                        link.update(
                                "INSERT INTO visitors (study, day, site, survey) VALUES (?, ?, ?, ?)"
                                        + " ON CONFLICT (study, day) DO UPDATE"
                                        + " SET site = visitors.site + excluded.site,"
                                        + " survey = visitors.survey + excluded.survey",
                                study,
                                day.toString(),
                                more.site(),
                                more.survey()));
    }

    /// How many came on a day.
    public Came on(String study, LocalDate day) {
        return came("study = ? AND day = ?", study, day.toString());
    }

    /// How many came on all days before one.
    public Came before(String study, LocalDate day) {
        return came("study = ? AND day < ?", study, day.toString());
    }

    /// How many came in all: whoever came on two days counts twice.
    public Came all(String study) {
        return came("study = ?", study);
    }

    private Came came(String where, Object... values) {
        return database.read(
                link ->
                        new Came(
                                Math.toIntExact(
                                        link.number(
                                                "SELECT coalesce(sum(site), 0) FROM visitors WHERE "
                                                        + where,
                                                values)),
                                Math.toIntExact(
                                        link.number(
                                                "SELECT coalesce(sum(survey), 0) FROM visitors WHERE "
                                                        + where,
                                                values))));
    }

    @Override
    public void close() {
        database.close();
    }
}
