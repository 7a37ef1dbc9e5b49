package eyebright.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// What to say when a data folder fails: the file, what happened, what to do.
///
/// @param database the file in it that holds the data
public record Failures(Path database) {

    private static final int PRIMARY_CODE = 0xff;

    /// The data folder.
    public Path folder() {
        Path parent = database.getParent();
        return parent == null ? Path.of("") : parent;
    }

    /// The failure as it reaches a caller: what was refused stays as it is.
    public RuntimeException of(@Nullable Throwable cause) {
        Throwable at = cause;
        while (at != null) {
            if (at instanceof SQLException database) {
                return database(database, cause);
            }
            if (at instanceof StoreException known) {
                return known;
            }
            at = at.getCause();
        }
        return switch (cause) {
            case RefusedException refused -> refused;
            case IllegalArgumentException refused -> refused;
            case IOException file -> file(file);
            case null, default ->
                    new StoreException(
                            "%s: could not be read or written (%s)".formatted(database, cause),
                            cause);
        };
    }

    private StoreException file(IOException failed) {
        return new StoreException(
                "%s: cannot be made or read (%s); give this process the right to write there, or another folder with --data"
                        .formatted(folder(), failed),
                failed);
    }

    private StoreException database(SQLException failed, @Nullable Throwable cause) {
        int code = failed.getErrorCode() & PRIMARY_CODE;
        String what =
                switch (SQLiteErrorCode.getErrorCode(code)) {
                    case SQLITE_FULL -> "the disk is full; make room, nothing needs a restart";
                    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                            "cannot be opened for this; check that it exists and that this process may write to it and its folder";
                    case SQLITE_NOTADB, SQLITE_CORRUPT ->
                            "is not a database or is broken; move it away and restore the latest backup";
                    case SQLITE_BUSY, SQLITE_LOCKED ->
                            "another program keeps it locked; close that program";
                    case SQLITE_IOERR ->
                            "the disk does not read or write; check the disk and its space";
                    default -> "could not be read or written";
                };
        return new StoreException(
                "%s: %s (%s)".formatted(database, what, failed.getMessage()), cause);
    }

    StoreException closed() {
        return new StoreException(
                "%s: the store is closed; nothing more is kept".formatted(database));
    }

    StoreException busy(int waiting, int seconds) {
        return new StoreException(
                "%s: %d saves wait and none was written for %d seconds; check the disk, then save again"
                        .formatted(database, waiting, seconds));
    }

    StoreException interrupted(InterruptedException cause) {
        return new StoreException(
                "%s: interrupted while a save was being written; save again, the same save is kept once"
                        .formatted(database),
                cause);
    }
}
