package eyebright.server.page;

import eyebright.source.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// What a preview that follows its folders has read, and how often: pages ask whether it is still what they show. Safe
/// for many threads.
public final class Watching {

    /// Where the problems of all folders stand.
    public static final String PROBLEMS = "/look";

    /// So many pages may wait for news at once; others are answered at once and ask again.
    private static final int MOST_WAITING = 100;

    private final List<Following> all = new ArrayList<>();
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private int times;
    private boolean closed;

    /// @param first the folders as they were read first, in the order in which they were named
    public Watching(List<Following> first) {
        all.addAll(first);
    }

    /// The folders as they were read last, in the order in which they were named.
    public synchronized List<Following> all() {
        return List.copyOf(all);
    }

    /// The folder of that name that has errors, if it has.
    public synchronized Optional<Following> broken(String name) {
        return all.stream().filter(each -> each.isBroken() && each.name().equals(name)).findFirst();
    }

    /// How many errors or warnings there are.
    synchronized int count(Severity severity) {
        return (int)
                all.stream()
                        .flatMap(each -> each.problems().stream())
                        .filter(problem -> problem.rule().severity() == severity)
                        .count();
    }

    /// How often a folder has been read again.
    synchronized int times() {
        return times;
    }

    /// A folder was read again: pages that wait are told.
    public synchronized void put(Following now) {
        all.replaceAll(before -> before.folder().equals(now.folder()) ? now : before);
        times++;
        notifyAll();
    }

    /// Waits until folders have been read more often than that.
    ///
    /// @param seen how often they had been when a page was made
    /// @param seconds how long at most
    /// @return how often they have been now, which may be as often
    public int after(int seen, int seconds) throws InterruptedException {
        if (!waiting.tryAcquire()) {
            return times();
        }
        try {
            return await(seen, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
        } finally {
            waiting.release();
        }
    }

    private synchronized int await(int seen, long until) throws InterruptedException {
        while (times == seen && !closed) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return times;
    }

    /// Lets everybody go who waits.
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    /// So many of a thing.
    public static String count(int number, String thing) {
        return number == 1 ? "1 " + thing : "%,d %ss".formatted(number, thing);
    }
}
