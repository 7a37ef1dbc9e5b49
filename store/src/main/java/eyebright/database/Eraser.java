package eyebright.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Removes the last of what was deleted from a schema of PostgreSQL, on a thread and a connection of its own: however long
/// VACUUM takes, nobody who writes waits for it.
///
/// It connects for each time, so that a server has the connection only while it is used.
final class Eraser implements AutoCloseable {

    private final PostgresqlSchema schema;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> Thread.ofPlatform().name("eyebright-eraser").daemon().unstarted(task));

    // Used by the thread alone.
    private boolean toErase;
    private long next = System.nanoTime();
    private @Nullable Future<?> again;

    Eraser(PostgresqlSchema schema) {
        this.schema = schema;
    }

    /// Removes what was deleted and committed until now, or later where that was done a short time ago.
    ///
    /// @param then runs afterwards, whatever it came to
    void erase(Runnable then) {
        thread.execute(
                () -> {
                    toErase = true;
                    try {
                        eraseOnceRested();
                    } finally {
                        then.run();
                    }
                });
    }

    private void eraseOnceRested() {
        if (toErase && System.nanoTime() - next >= 0) {
            long begun = System.nanoTime();
            eraseWhatCanBe();
            long end = System.nanoTime();
            next = end + schema.restAfterErasure(Duration.ofNanos(end - begun), !toErase).toNanos();
        }
        if (toErase && !thread.isShutdown() && again == null) {
            again =
                    thread.schedule(
                            this::eraseAgain, next - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void eraseAgain() {
        again = null;
        eraseOnceRested();
    }

    private void eraseWhatCanBe() {
        try (Link link = schema.erasing()) {
            toErase = !link.erase(Link.PATIENCE_MILLISECONDS);
        } catch (SQLException | StoreException _) {
            // It is tried again. A server that is gone removes it by itself, sooner or later.
        }
    }

    /// Removes what waits to be, for as long as a connection waits for another; PostgreSQL removes the rest by itself, later.
    @Override
    public void close() {
        Future<?> last = thread.submit(this::finish);
        thread.shutdown();
        try {
            last.get(Link.PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (TimeoutException _) {
            // The thread ends with what it is at.
        }
    }

    private void finish() {
        if (again != null) {
            again.cancel(false);
        }
        if (toErase) {
            eraseWhatCanBe();
        }
    }
}
