package eyebright.database;

import java.sql.SQLException;

/// The connection was lost, or memory ran out, in the middle of a commit: what the transaction wrote is there, or is not.
final class CommitUnknownException extends SQLException {

    private static final long serialVersionUID = 1;

    CommitUnknownException(SQLException lost) {
        super(lost.getMessage(), lost.getSQLState(), lost);
    }

    CommitUnknownException(Throwable failed) {
        super(failed.toString(), failed);
    }
}
