package eyebright.database;

import java.sql.SQLException;

/// Something to do on a connection, in one transaction.
///
/// One that writes refuses before it has written, or not at all: by a [RefusedException] or an
/// [IllegalArgumentException], which harm none of those who are written together with it. It may run more than
/// once, so that it does nothing else but write; of its runs one is committed, at most.
///
/// @param <T> what it comes to
@FunctionalInterface
public interface Job<T> {

    /// Does it.
    T run(Link link) throws SQLException;
}
