package eyebright.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What to say when a database fails: which, what happened, what to do.
public record Failures(Place place) {

    /// The failure of a data folder as it reaches a caller.
    public static StoreException ofFolder(Path folder, IOException failed) {
        return new StoreException(
                "%s: cannot be made or read (%s); give this process the right to write there, or another folder with --data"
                        .formatted(folder, failed),
                failed);
    }

    /// The failure as it reaches a caller: what was refused stays as it is.
    RuntimeException of(@Nullable Throwable cause) {
        Throwable at = cause;
        while (at != null) {
            if (at instanceof CommitUnknownException unknown) {
                return unknown(unknown);
            }
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
            case OutOfMemoryError full ->
                    new StoreException(
                            "%s: there was not enough memory to write this (%s), and nothing of it is kept; save again, and if it comes back start with more, as by -Xmx512m in EYEBRIGHT_JAVA_OPTS"
                                    .formatted(place, full.getMessage()),
                            full);
            case null, default ->
                    new StoreException(
                            "%s: could not be read or written (%s)".formatted(place, cause), cause);
        };
    }

    private StoreException database(SQLException failed, @Nullable Throwable cause) {
        return new StoreException(
                "%s: %s (%s)".formatted(place, place.sentence(failed), failed.getMessage()), cause);
    }

    private StoreException unknown(CommitUnknownException failed) {
        return new StoreException(
                "%s: a save was interrupted while it was being committed, and whether it is kept is not known; save again, the same save is kept once (%s)"
                        .formatted(place, failed.getMessage()),
                failed);
    }

    StoreException closed() {
        return new StoreException("%s: the store is closed; nothing more is kept".formatted(place));
    }

    StoreException busy(int waiting, int seconds) {
        return new StoreException(
                "%s: %d saves wait and none was written for %d seconds; check the disk, then save again"
                        .formatted(place, waiting, seconds));
    }

    StoreException interrupted(InterruptedException cause) {
        return new StoreException(
                "%s: interrupted while a save was being written; save again, the same save is kept once"
                        .formatted(place),
                cause);
    }
}
