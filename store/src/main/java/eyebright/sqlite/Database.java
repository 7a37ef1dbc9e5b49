package eyebright.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// A database in a file of its own. For any number of threads.
///
/// What a job wrote is on the disk when [#write(Job)] returns, and what it deleted is overwritten. Several processes may
/// have one file open, to write as well: SQLite's own locks let one of them write at a time, and the others wait up to
/// ten seconds for it. Where only one process may write at all, a lock of the folder must see to that.
///
/// Every method may throw a [StoreException] that says which file failed, how, and what to do; the database
/// works on once the cause is gone.
///
/// While it is open, no other code of the process may open its files: closing a file releases SQLite's locks
/// on it.
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

    /// Opens a file to write and to read. Makes it, and its folder, if there is none, so that only their owner may read
    /// them; brings its tables up to date.
    public static Database open(Path file, Schema schema) {
        var failures = new Failures(file);
        try {
            Folders.create(failures.folder());
            Folders.createFile(file);
            return new Database(
                    failures,
                    new Readers(file, failures),
                    new Writer(upToDate(file, schema), failures));
        } catch (IOException | SQLException | FlywayException failed) {
            throw failures.of(failed);
        }
    }

    private static Link upToDate(Path file, Schema schema) throws SQLException {
        Link link = Link.writing(file);
        boolean fit = false;
        try {
            // The first thing read: what is no database, or a newer one, is not touched.
            schema.bringUpToDate(link, file);
            fit = true;
            return link;
        } finally {
            if (!fit) {
                link.close();
            }
        }
    }

    /// Opens a file to read, beside whoever writes to it.
    ///
    /// @throws StoreException also if its tables are older or newer than those of this Eyebright, or there is no such file
    public static Database read(Path file, Schema schema) {
        var failures = new Failures(file);
        if (!Files.isRegularFile(file)) {
            throw new StoreException("%s: is not there".formatted(file));
        }
        var readers = new Readers(file, failures);
        readers.read(
                link -> {
                    schema.check(link, file);
                    return true;
                });
        return new Database(failures, readers, null);
    }

    /// What the job wrote, committed and synced.
    public <T> T write(Job<T> job) {
        return write(Afterwards.NOTHING, job);
    }

    /// What the job wrote, committed and synced, and the files as they then shall be.
    public <T> T write(Afterwards afterwards, Job<T> job) {
        if (writer == null) {
            throw new IllegalStateException(
                    "%s is open to read; Database.open opens it to write"
                            .formatted(failures.database()));
        }
        return writer.write(afterwards, job);
    }

    /// How many jobs wait to be written.
    public int waiting() {
        return writer == null ? 0 : writer.waiting();
    }

    /// What the job reads, all of it from one moment of the database.
    public <T> T read(Job<T> job) {
        return readers.read(job);
    }

    /// Writes what waits, and closes the file. A second time nothing happens.
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
