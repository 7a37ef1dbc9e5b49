package eyebright.database;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// A database: a file of SQLite, or a schema of PostgreSQL. For any number of threads.
///
/// What a job wrote is on the disk when [#write(Job)] returns. Several processes may have one open, to write as well: one
/// of them writes at a time, and the others wait up to ten seconds for it. So a number that a job counts up is committed
/// in the order in which it was counted: who has read one has read whatever came with a lower one. Where only one
/// process may write at all, a lock of the folder must see to that.
///
/// What a job deleted is overwritten in a file of SQLite; PostgreSQL does less, which the guide tells.
///
/// Every method may throw a [StoreException] that says which database failed, how, and what to do; the database
/// works on once the cause is gone.
public final class Database implements AutoCloseable {

    private final Failures failures;
    private final Readers readers;
    private final @Nullable Writer writer;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Database(Failures failures, Readers readers, @Nullable Writer writer) {
        this.failures = failures;
        this.readers = readers;
        this.writer = writer;
    }

    /// Opens a database to write and to read. Makes it if there is none, a file and its folder so that only their owner
    /// may read them; brings its tables up to date.
    public static Database open(Place place, Schema schema) {
        var failures = new Failures(place);
        try {
            place.make();
            Link link = upToDate(place, schema);
            return new Database(
                    failures, new Readers(place, failures), new Writer(place, link, failures));
        } catch (SQLException | FlywayException failed) {
            throw failures.of(failed);
        }
    }

    private static Link upToDate(Place place, Schema schema) throws SQLException {
        Link link = place.writing();
        boolean fit = false;
        try {
            // The first thing read: what is no database, or a newer one, is not touched.
            schema.bringUpToDate(link, place);
            fit = true;
            return link;
        } finally {
            if (!fit) {
                link.close();
            }
        }
    }

    /// Makes a new database whose tables are as they were at that number, and opens it to write: for rows that were
    /// written down then. [#open] brings it up to date afterwards.
    ///
    /// @param number 1 to [Schema#known]
    public static Database make(Place place, Schema schema, int number) {
        var failures = new Failures(place);
        try {
            place.make();
            schema.make(place, number);
            return new Database(
                    failures,
                    new Readers(place, failures),
                    new Writer(place, place.writing(), failures));
        } catch (SQLException | FlywayException failed) {
            throw failures.of(failed);
        }
    }

    /// Opens a database to read, beside whoever writes to it.
    ///
    /// @throws StoreException also if its tables are older or newer than those of this Eyebright, or there is no such
    ///   database
    public static Database read(Place place, Schema schema) {
        return read(
                place,
                link -> {
                    schema.check(link, place);
                    return true;
                });
    }

    /// Opens a database to read as it is, its tables up to date or older, beside whoever writes to it.
    ///
    /// @throws StoreException also if its tables are newer than those of this Eyebright, or there is no such database
    public static Database readAsItIs(Place place, Schema schema) {
        return read(
                place,
                link -> {
                    schema.refuseNewer(link, place);
                    return true;
                });
    }

    private static Database read(Place place, Job<Boolean> check) {
        var failures = new Failures(place);
        if (!isThere(place)) {
            throw new StoreException("%s: is not there".formatted(place));
        }
        var readers = new Readers(place, failures);
        readers.read(check);
        return new Database(failures, readers, null);
    }

    /// Whether there is such a database.
    ///
    /// @throws StoreException if that cannot be known
    public static boolean isThere(Place place) {
        try {
            return place.isThere();
        } catch (SQLException failed) {
            throw new Failures(place).of(failed);
        }
    }

    /// Whether another process is connected to it that no lock of a folder would tell of.
    ///
    /// @throws StoreException if that cannot be known
    public static boolean isUsed(Place place) {
        try {
            return place.isUsed();
        } catch (SQLException failed) {
            throw new Failures(place).of(failed);
        }
    }

    /// What the job wrote, committed and synced.
    public <T> T write(Job<T> job) {
        return write(Afterwards.NOTHING, job);
    }

    /// What the job wrote, committed and synced, and the files as they then shall be.
    public <T> T write(Afterwards afterwards, Job<T> job) {
        return write(_ -> afterwards, job);
    }

    /// What the job wrote, committed and synced, and the files as they then shall be.
    ///
    /// @param afterwards says so of what the job came to: what others wrote before it may decide that
    public <T> T write(Function<? super T, Afterwards> afterwards, Job<T> job) {
        return writer().write(afterwards, job);
    }

    /// What the job wrote for this caller, committed and synced. It is done together for all who wait with the same one.
    public <E, T> T write(JointJob<E, T> job, E one) {
        return writer().write(job, one);
    }

    private Writer writer() {
        if (writer == null) {
            throw new IllegalStateException(
                    "%s is open to read; Database.open opens it to write"
                            .formatted(failures.place()));
        }
        return writer;
    }

    /// How many jobs wait to be written.
    public int waiting() {
        return writer == null ? 0 : writer.waiting();
    }

    /// What the job reads, all of it from one moment of the database.
    public <T> T read(Job<T> job) {
        return readers.read(job);
    }

    /// What the reader makes of the answer to one question, which sees one moment by itself.
    public <T> T ask(String sql, Link.Rows<T> reader, Object... values) {
        return readers.ask(sql, reader, values);
    }

    /// Writes what waits, and closes the database. A second time nothing happens.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            readers.close();
            if (writer != null) {
                writer.close();
            }
        } catch (SQLException failed) {
            throw failures.of(failed);
        }
    }
}
