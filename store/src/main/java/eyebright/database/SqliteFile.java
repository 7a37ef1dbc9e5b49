package eyebright.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/// A file of SQLite.
///
/// While it is open, no other code of the process may open it or the files beside it: closing a file releases SQLite's
/// locks on it.
public final class SqliteFile extends Place {

    private static final int MOST_READERS = 16;
    private static final Duration WHILE_IT_IS_READ = Duration.ofSeconds(1);
    private static final int PRIMARY_CODE = 0xff;

    private final Path file;

    /// @param file need not be there
    public SqliteFile(Path file) {
        this.file = file;
    }

    @Override
    void make() {
        Path parent = file.getParent();
        Path folder = parent == null ? Path.of("") : parent;
        try {
            Folders.create(folder);
            Folders.createFile(file);
        } catch (IOException failed) {
            throw Failures.ofFolder(folder, failed);
        }
    }

    @Override
    boolean isThere() {
        return Files.isRegularFile(file);
    }

    @Override
    boolean isUsed() {
        return false;
    }

    @Override
    Link writing() throws SQLException {
        return SqliteLink.writing(file);
    }

    @Override
    Link reading() throws SQLException {
        return SqliteLink.reading(file);
    }

    @Override
    int mostReaders() {
        return MOST_READERS;
    }

    @Override
    Optional<Eraser> eraser() {
        return Optional.empty();
    }

    @Override
    Duration restAfterErasure(Duration took, boolean isDone) {
        return isDone ? Duration.ZERO : WHILE_IT_IS_READ;
    }

    @Override
    String migrations(String migrations) {
        return migrations;
    }

    @Override
    DataSource source() {
        var source = new SQLiteDataSource(new SQLiteConfig());
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    String schema() {
        return "";
    }

    @Override
    String sentence(SQLException failed) {
        return switch (SQLiteErrorCode.getErrorCode(failed.getErrorCode() & PRIMARY_CODE)) {
            case SQLITE_FULL -> "the disk is full; make room, nothing needs a restart";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                    "cannot be opened for this; check that it exists and that this process may write to it and its folder";
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                    "is not a database or is broken; move it away and restore the latest backup";
            case SQLITE_BUSY, SQLITE_LOCKED ->
                    "another program keeps it locked; close that program";
            case SQLITE_IOERR -> "the disk does not read or write; check the disk and its space";
            default -> "could not be read or written";
        };
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
