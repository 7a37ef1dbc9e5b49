package eyebright.backup;

import eyebright.database.StoreException;
import org.jspecify.annotations.Nullable;

/// A backup that cannot be made, or is not restored. The folder that it was to replace is as it was.
public final class BackupException extends StoreException {

    private static final long serialVersionUID = 1;

    /// @param message the file, what is wrong, what to do
    BackupException(String message) {
        super(message);
    }

    /// @param message the file, what is wrong, what to do
    /// @param cause what was thrown
    BackupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
