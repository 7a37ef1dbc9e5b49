package eyebright.visitors;

import java.nio.file.Path;

/// The contract on SQLite.
class SqliteVisitorDaysTest extends VisitorDaysContract {

    @Override
    Path inDatabase(Path folder) {
        return folder;
    }
}
