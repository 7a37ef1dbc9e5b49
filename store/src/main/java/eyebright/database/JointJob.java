package eyebright.database;

import java.sql.SQLException;
import java.util.List;

/// Something that many callers want done, each with something of their own, and that asks the database less often when it is done
/// for all of them at once: a server on another machine answers each question over the network.
///
/// It writes as a [Job] does; what it refuses to one caller harms none of the others. Equal joint jobs are done together.
///
/// @param <E> what each caller brings
/// @param <T> what it comes to for each
public interface JointJob<E, T> {

    /// Does it for all, as if for one after the other.
    ///
    /// @param each one or more
    /// @return what it came to for each, in their order
    List<Outcome<T>> run(Link link, List<E> each) throws SQLException;

    /// What a joint job came to for one caller.
    ///
    /// @param <T> what it comes to where it is done
    sealed interface Outcome<T> {

        /// It is done.
        record Done<T>(T result) implements Outcome<T> {}

        /// Nothing was written for this caller.
        record Refused<T>(RefusedException why) implements Outcome<T> {}
    }
}
