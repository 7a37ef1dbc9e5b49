package eyebright.server.page;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// One thread beside the requests, that ends with the site.
public final class Background implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private final ScheduledExecutorService thread;

    /// @param name of the thread
    public Background(String name) {
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
    }

    /// Does it soon, after what waits already.
    public void run(Runnable task) {
        thread.execute(task);
    }

    /// Does it again and again, a second after each time.
    public void everySecond(Runnable task) {
        var _ = thread.scheduleWithFixedDelay(task, 1, 1, TimeUnit.SECONDS);
    }

    /// Waits for what is under way, ten seconds at most.
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
