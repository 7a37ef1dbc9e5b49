package eyebright.visitors;

import eyebright.postgresql.WithPostgresql;
import eyebright.store.PostgresqlDatabases;
import java.nio.file.Path;

/// The contract on PostgreSQL.
@WithPostgresql
class PostgresqlVisitorDaysTest extends VisitorDaysContract {

    @Override
    Path inDatabase(Path folder) {
        return PostgresqlDatabases.inDatabase(getClass(), folder);
    }
}
