package eyebright.database;

import java.nio.file.Path;

/// A database of a data folder: what it is called there, and its tables.
///
/// @param name of the file without its ending, and of the schema where the folder names a PostgreSQL
/// @param schema its tables
public record DatabaseFile(String name, Schema schema) {

    /// Where it is for a data folder.
    public Place in(Path folder) {
        return Databases.of(folder).named(name);
    }

    /// Whether it is there.
    ///
    /// @throws StoreException if that cannot be known
    public boolean isIn(Path folder) {
        return Database.isThere(in(folder));
    }
}
