package eyebright.server.page;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// One thread beside the requests, that ends with the site.
public final class Background implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Background.class.getName());
    private static final int PATIENCE_SECONDS = 10;

    private final String name;
    private final ScheduledExecutorService thread;

    /// @param name of the thread
    public Background(String name) {
        this.name = name;
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
    }

    /// Does it soon, after what waits already.
    public void run(Runnable task) {
        thread.execute(surviving(task));
    }

    /// Does it after that time, and after what waits then.
    public void later(Duration after, Runnable task) {
        var _ = thread.schedule(surviving(task), after.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Does it again and again, a second after each time.
    public void everySecond(Runnable task) {
        var _ = thread.scheduleWithFixedDelay(surviving(task), 1, 1, TimeUnit.SECONDS);
    }

    /// The task, after which others follow also where it ran out of memory: the executor would end without a word.
    private Runnable surviving(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (OutOfMemoryError full) {
                LOG.log(
                        Level.ERROR,
                        "there was too little memory for " + name + " in the background",
                        full);
            }
        };
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
