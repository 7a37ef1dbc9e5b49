package eyebright.database;

import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Connections that only read, a few at a time. For any thread.
final class Readers implements AutoCloseable {

    /// A connection that nobody used for so long is asked whether it still is one: the server may have been restarted.
    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Place place;
    private final Failures failures;
    private final Semaphore permits;
    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    private record Idle(Link link, long since) {}

    Readers(Place place, Failures failures) {
        this.place = place;
        this.failures = failures;
        // In turn: who asks again and again would otherwise pass those who wait.
        this.permits = new Semaphore(place.mostReaders(), true);
    }

    /// What the job reads, all of it from one moment of the database.
    <T> T read(Job<T> job) {
        return inTurn(
                link -> {
                    link.begin();
                    T result = job.run(link);
                    link.commit();
                    return result;
                });
    }

    /// What the reader makes of the answer to one question.
    <T> T ask(String sql, Link.Rows<T> reader, Object... values) {
        return inTurn(link -> link.ask(sql, reader, values));
    }

    private <T> T inTurn(Job<T> job) {
        if (closed) {
            throw failures.closed();
        }
        permits.acquireUninterruptibly();
        try {
            return run(link(), job);
        } catch (SQLException failed) {
            throw failures.of(failed);
        } finally {
            permits.release();
        }
    }

    private Link link() throws SQLException {
        for (Idle waiting = idle.pollFirst(); waiting != null; waiting = idle.pollFirst()) {
            if (System.nanoTime() - waiting.since() < TRUSTED_NANOS || waiting.link().answers()) {
                return waiting.link();
            }
            waiting.link().close();
        }
        return place.reading();
    }

    private <T> T run(Link link, Job<T> job) throws SQLException {
        boolean whole = false;
        try {
            T result = job.run(link);
            whole = true;
            return result;
        } catch (SQLException failed) {
            if (link.isLostBy(failed)) {
                // The others are lost with it.
                closeIdle();
            }
            throw failed;
        } finally {
            if (whole) {
                idle.addFirst(new Idle(link, System.nanoTime()));
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
        for (Idle waiting = idle.pollFirst(); waiting != null; waiting = idle.pollFirst()) {
            waiting.link().close();
        }
    }
}
