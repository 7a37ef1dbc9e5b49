package eyebright.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/// Connections that only read, a few at a time. For any thread.
final class Readers implements AutoCloseable {

    private static final int MOST = 16;

    private final Path file;
    private final Failures failures;
    private final Semaphore permits = new Semaphore(MOST);
    private final Deque<Link> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(Path file, Failures failures) {
        this.file = file;
        this.failures = failures;
    }

    /// What the job reads, all of it from one moment of the database.
    <T> T read(Job<T> job) {
        if (closed) {
            throw failures.closed();
        }
        permits.acquireUninterruptibly();
        try {
            Link link = idle.pollFirst();
            if (link == null) {
                link = Link.reading(file);
            }
            return read(link, job);
        } catch (SQLException failed) {
            throw failures.of(failed);
        } finally {
            permits.release();
        }
    }

    private <T> T read(Link link, Job<T> job) throws SQLException {
        boolean whole = false;
        try {
            link.run("BEGIN");
            T result = job.run(link);
            link.run("COMMIT");
            whole = true;
            return result;
        } finally {
            if (whole) {
                idle.addFirst(link);
            } else {
                link.close();
            }
            if (closed) {
                closeIdle();
            }
        }
    }

    /// Closes what nobody reads from; who is still reading closes theirs at the end.
    @Override
    public void close() throws SQLException {
        closed = true;
        closeIdle();
    }

    private void closeIdle() throws SQLException {
        for (Link link = idle.pollFirst(); link != null; link = idle.pollFirst()) {
            link.close();
        }
    }
}
