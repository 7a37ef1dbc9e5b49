package eyebright.rehearsal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// So many threads, which give results in the order of the work, whoever is done first.
final class Workers implements AutoCloseable {

    /// How many pieces wait for each thread: no more, so that memory does not grow with the work.
    private static final int AHEAD = 4;

    private final ExecutorService threads;
    private final int count;

    /// @param count 1 or more
    Workers(int count) {
        this.count = count;
        this.threads =
                Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().daemon().name("rehearsal-", 1).factory());
    }

    /// The results of so many pieces, in their order.
    <T> List<T> all(int pieces, IntFunction<Callable<T>> work) {
        var results = new ArrayList<T>();
        inOrder(pieces, work, results::add);
        return results;
    }

    /// Runs so many pieces, and hands their results on in their order.
    ///
    /// @throws RuntimeException what the first piece that failed threw
    <T> void inOrder(int pieces, IntFunction<Callable<T>> work, Consumer<T> next) {
        var running = new ArrayDeque<Future<T>>();
        int begun = 0;
        try {
            while (begun < pieces || !running.isEmpty()) {
                while (begun < pieces && running.size() < AHEAD * count) {
                    running.add(threads.submit(work.apply(begun)));
                    begun++;
                }
                next.accept(running.remove().get());
            }
        } catch (ExecutionException failed) {
            throw thrown(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rehearsal was interrupted", stopped);
        } finally {
            running.forEach(each -> each.cancel(true));
        }
    }

    private static RuntimeException thrown(ExecutionException failed) {
        return switch (failed.getCause()) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failed);
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
