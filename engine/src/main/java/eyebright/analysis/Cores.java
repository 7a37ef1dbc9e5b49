package eyebright.analysis;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// How many threads work on parts that do not depend on each other. The parts, and so their results, are the
/// same either way.
public enum Cores {
    /// The caller's thread alone: for who works on many data sets at once, and for measuring.
    ONE,
    /// As many as the machine has cores, but no more than 8: each part may need the rows of a model for itself.
    ALL;

    private static final int MOST = 8;

    /// Runs every part, and returns when all are done.
    ///
    /// @throws RuntimeException what the first part, in their order, that failed threw
    public void run(List<Runnable> parts) {
        int threads =
                Math.min(parts.size(), Math.min(MOST, Runtime.getRuntime().availableProcessors()));
        if (this == ONE || threads < 2) {
            parts.forEach(Runnable::run);
            return;
        }
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<? extends Future<?>> running = parts.stream().map(workers::submit).toList();
            try {
                for (Future<?> each : running) {
                    each.get();
                }
            } catch (ExecutionException failed) {
                workers.shutdownNow();
                throw thrown(failed);
            } catch (InterruptedException stopped) {
                workers.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted before all parts were done", stopped);
            }
        }
    }

    /// What a part threw, to be thrown again: a part throws nothing that is checked.
    private static RuntimeException thrown(ExecutionException failed) {
        return switch (failed.getCause()) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failed);
        };
    }
}
