package eyebright.sqlite;

import java.nio.file.Path;

/// A database of a data folder: what its file is called there, and its tables.
///
/// @param name of the file, such as `eyebright.db`
/// @param schema its tables
public record DatabaseFile(String name, Schema schema) {

    /// Where it is in a data folder.
    public Path in(Path folder) {
        return folder.resolve(name);
    }
}
