package eyebright.store;

import eyebright.database.StoreException;
import java.nio.file.Path;

/// Another process writes to the data folder already.
public final class StoreLockedException extends StoreException {

    private static final long serialVersionUID = 1;

    private final transient Path folder;
    private final String pid;

    StoreLockedException(Path folder, String pid) {
        super(
                "%s: process %s writes to this folder already; stop that process, or give another folder with --data"
                        .formatted(folder, pid));
        this.folder = folder;
        this.pid = pid;
    }

    /// The folder that is taken.
    public Path folder() {
        return folder;
    }

    /// The process that has it, as it wrote itself down; `unknown` if it did not.
    public String pid() {
        return pid;
    }
}
