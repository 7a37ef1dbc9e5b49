package eyebright.database;

import org.jspecify.annotations.Nullable;

/// The data folder cannot do what was asked: not writable, broken, full, locked.
///
/// The message is made for who runs the study: the file, what happened, what to do.
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param message the file, what happened, what to do
    public StoreException(String message) {
        super(message);
    }

    /// @param message the file, what happened, what to do
    /// @param cause what was thrown
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
