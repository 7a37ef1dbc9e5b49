package eyebright.database;

import eyebright.database.JointJob.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The one thread that writes, with one commit for all who wait.
///
/// Callers put jobs into a queue and wait. The thread takes up to [#MOST_TOGETHER] of them, runs them in
/// one transaction, and answers each after the commit. Where such a batch fails it is run again job by
/// job, each in a transaction of its own, so that one that cannot be written harms nobody else. Where it could not even
/// begin, as with a database that is locked or gone, it would be in vain for each: all are told so at once.
///
/// Whatever a job ends in, memory that runs out as well, the thread goes on: if it ended, nothing more would be kept until
/// the process is started again.
///
/// Where a database can be erased beside it, the thread leaves that to an [Eraser], which answers those who wait for it.
///
/// A connection that is lost is opened again. What it was lost with is tried once more, unless that was a commit: then
/// nobody knows whether it is kept, and the callers are told so.
final class Writer implements AutoCloseable {

    static final int MOST_TOGETHER = 512;

    private static final int MOST_WAITING = 8192;
    private static final int LONGEST_WAIT_SECONDS = 10;

    private final Place place;
    private final Failures failures;
    private final @Nullable Eraser eraser;
    private final BlockingQueue<Waiting<?>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Gathering gathering = new Gathering();
    private final Thread thread;

    /// Ends the thread once everything before it is written.
    private final Waiting<Boolean> last = new Single<>(_ -> true, _ -> Afterwards.NOTHING);

    private volatile boolean closing;
    private volatile boolean ended;
    private boolean toErase;
    private boolean hasBegun;
    private long nextErasure = System.nanoTime();

    /// None where it was lost. Used by the thread, and by who closes once that has ended.
    private @Nullable Link link;

    /// @param link opened to write
    Writer(Place place, Link link, Failures failures) {
        this.place = place;
        this.link = link;
        this.failures = failures;
        this.eraser = place.eraser().orElse(null);
        this.thread = Thread.ofPlatform().name("eyebright-writer").daemon().start(this::work);
    }

    /// What the job came to, committed and synced.
    ///
    /// @param afterwards of what the job came to
    <T> T write(Function<? super T, Afterwards> afterwards, Job<T> job) {
        return answer(new Single<>(job, afterwards));
    }

    /// What the job came to for this caller, committed and synced.
    <E, T> T write(JointJob<E, T> job, E one) {
        return answer(new Joined<>(job, one));
    }

    private <T> T answer(Waiting<T> waiting) {
        if (closing) {
            throw failures.closed();
        }
        try {
            if (!queue.offer(waiting, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw failures.busy(MOST_WAITING, LONGEST_WAIT_SECONDS);
            }
            if (ended) {
                waiting.future.completeExceptionally(failures.closed());
            }
            return waiting.future.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failures.interrupted(interrupted);
        } catch (ExecutionException failed) {
            throw failures.of(failed.getCause());
        }
    }

    /// How many jobs wait for the thread.
    int waiting() {
        return queue.size();
    }

    private void work() {
        var batch = new ArrayList<Waiting<?>>();
        boolean more = true;
        try {
            while (more) {
                batch.clear();
                try {
                    Waiting<?> first =
                            toErase
                                    ? queue.poll(
                                            nextErasure - System.nanoTime(), TimeUnit.NANOSECONDS)
                                    : queue.take();
                    if (first == null) {
                        erase();
                        continue;
                    }
                    batch.add(first);
                    gathering.await(queue);
                } catch (InterruptedException _) {
                    // Nobody has a reason to interrupt it but to end it: what waits is written
                    // first.
                    batch.add(last);
                }
                queue.drainTo(batch, MOST_TOGETHER - 1);
                gathering.came(batch.size());
                more = !batch.contains(last);
                writeOrFail(batch);
            }
        } finally {
            // Nobody waits for a thread that is no more.
            ended = true;
            queue.drainTo(batch);
            batch.forEach(late -> late.future.completeExceptionally(failures.closed()));
        }
    }

    private void writeOrFail(List<Waiting<?>> batch) {
        try {
            write(batch);
        } catch (RuntimeException | Error failed) {
            // Who has been answered hears nothing of it. The others may be kept already.
            Link open = link;
            if (open != null) {
                giveUp(open, failed);
            }
            var unknown = new CommitUnknownException(failed);
            batch.forEach(waiting -> waiting.future.completeExceptionally(unknown));
        }
    }

    private void write(List<Waiting<?>> batch) {
        if (!together(batch)) {
            for (Waiting<?> waiting : batch) {
                Throwable failure = attempt(List.of(waiting));
                if (failure != null) {
                    waiting.failure = failure;
                }
            }
        }
        var erasing = new ArrayList<Waiting<?>>();
        for (Waiting<?> waiting : batch) {
            if (waiting.failure == null && waiting.then == Afterwards.ERASE) {
                erasing.add(waiting);
            } else {
                waiting.answer();
            }
        }
        if (eraser == null) {
            toErase |= !erasing.isEmpty();
            erase();
            erasing.forEach(Waiting::answer);
        } else if (!erasing.isEmpty()) {
            eraser.erase(() -> erasing.forEach(Waiting::answer));
        }
    }

    private boolean together(List<Waiting<?>> batch) {
        if (batch.size() == 1) {
            return false;
        }
        Throwable failure = attempt(batch);
        if (failure == null) {
            return true;
        }
        boolean inVain = failure instanceof CommitUnknownException || !hasBegun;
        if (inVain) {
            batch.forEach(waiting -> waiting.failure = failure);
        }
        return inVain;
    }

    /// Runs the jobs in one transaction; gives what went wrong, if anything did and nothing was written.
    private @Nullable Throwable attempt(List<Waiting<?>> jobs) {
        Throwable failure = once(jobs);
        boolean wasLost = failure != null && link == null;
        return wasLost && !(failure instanceof CommitUnknownException) ? once(jobs) : failure;
    }

    private @Nullable Throwable once(List<Waiting<?>> jobs) {
        hasBegun = false;
        Link open;
        try {
            open = link();
        } catch (SQLException | RuntimeException failed) {
            return failed;
        }
        boolean committing = false;
        try {
            open.begin();
            hasBegun = true;
            run(jobs, open);
            committing = true;
            open.commit();
            return null;
        } catch (SQLException failed) {
            if (!open.isLostBy(failed)) {
                rollBack(open, failed);
                return failed;
            }
            giveUp(open, failed);
            return committing ? new CommitUnknownException(failed) : failed;
        } catch (RuntimeException failed) {
            rollBack(open, failed);
            return failed;
        } catch (Error failed) {
            // In what state the connection is nobody knows. Its transaction ends with it.
            giveUp(open, failed);
            return committing ? new CommitUnknownException(failed) : failed;
        }
    }

    /// All these callers wait, so none of them can tell which of their jobs is run first.
    private static void run(List<Waiting<?>> jobs, Link link) throws SQLException {
        var joined = new LinkedHashMap<JointJob<?, ?>, List<Joined<?, ?>>>();
        for (Waiting<?> waiting : jobs) {
            switch (waiting) {
                case Single<?> single -> single.run(link);
                case Joined<?, ?> one ->
                        joined.computeIfAbsent(one.job, _ -> new ArrayList<>()).add(one);
            }
        }
        for (List<Joined<?, ?>> group : joined.values()) {
            group.getFirst().run(group, link);
        }
    }

    private Link link() throws SQLException {
        Link open = link;
        if (open == null) {
            open = place.writing();
            link = open;
        }
        return open;
    }

    private void giveUp(Link lost, Throwable cause) {
        link = null;
        try {
            lost.close();
        } catch (SQLException unclosed) {
            cause.addSuppressed(unclosed);
        }
    }

    private static void rollBack(Link link, Exception cause) {
        try {
            link.reset();
        } catch (SQLException unclosed) {
            // What is left of it goes with the transaction.
            cause.addSuppressed(unclosed);
        }
        try {
            link.rollBack();
        } catch (SQLException alreadyRolledBack) {
            // SQLite has done so itself where the disk is full.
            cause.addSuppressed(alreadyRolledBack);
        }
    }

    /// Removes the last of what was deleted, if that waits to be done. A reader that is still at it can keep it from
    /// being so: this does not wait for them, and is tried again.
    private void erase() {
        long begun = System.nanoTime();
        if (!toErase || begun - nextErasure < 0) {
            return;
        }
        eraseWhatCanBe();
        long end = System.nanoTime();
        nextErasure =
                end + place.restAfterErasure(Duration.ofNanos(end - begun), !toErase).toNanos();
    }

    private void eraseWhatCanBe() {
        try {
            toErase = !link().erase(0);
        } catch (SQLException failed) {
            Link open = link;
            if (open != null && open.isLostBy(failed)) {
                giveUp(open, failed);
            }
        } catch (StoreException _) {
            // The server came back with settings that are refused: who writes next is told.
        }
    }

    /// Writes what waits, then ends; whoever comes later is refused.
    @Override
    public void close() throws SQLException {
        closing = true;
        boolean interrupted = false;
        boolean told = false;
        while (thread.isAlive()) {
            try {
                if (!told) {
                    queue.put(last);
                    told = true;
                }
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (eraser != null) {
            eraser.close();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Link open = link;
        if (open == null) {
            return;
        }
        try {
            if (toErase) {
                open.erase(Link.PATIENCE_MILLISECONDS);
            }
        } catch (SQLException failed) {
            // A server that is gone removes what was deleted by itself, sooner or later.
            if (!open.isLostBy(failed)) {
                throw failed;
            }
        } finally {
            open.close();
        }
    }

    /// A caller, who waits.
    private abstract static sealed class Waiting<T> {
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Throwable failure;
        private Afterwards then = Afterwards.NOTHING;

        void done(T what, Afterwards afterwards) {
            failure = null;
            result = what;
            then = afterwards;
        }

        void refused(RuntimeException why) {
            failure = why;
        }

        void answer() {
            if (failure != null) {
                future.completeExceptionally(failure);
            } else {
                future.complete(result);
            }
        }
    }

    /// One with a job of their own.
    private static final class Single<T> extends Waiting<T> {
        private final Job<T> job;
        private final Function<? super T, Afterwards> afterwards;

        Single(Job<T> job, Function<? super T, Afterwards> afterwards) {
            this.job = job;
            this.afterwards = afterwards;
        }

        void run(Link link) throws SQLException {
            try {
                T what = job.run(link);
                done(what, afterwards.apply(what));
            } catch (RefusedException | IllegalArgumentException refused) {
                refused(refused);
            }
        }
    }

    /// One whose job is done for others as well.
    private static final class Joined<E, T> extends Waiting<T> {
        private final JointJob<E, T> job;
        private final E one;

        Joined(JointJob<E, T> job, E one) {
            this.job = job;
            this.one = one;
        }

        /// Does it for all of these, this one among them.
        ///
        /// @param group whose jobs are equal
        void run(List<Joined<?, ?>> group, Link link) throws SQLException {
            // Equal jobs take the same and come to the same.
            @SuppressWarnings("unchecked")
            List<Joined<E, T>> all = (List<Joined<E, T>>) (List<?>) group;
            List<Outcome<T>> outcomes =
                    job.run(link, all.stream().map(joined -> joined.one).toList());
            for (int i = 0; i < all.size(); i++) {
                all.get(i).take(outcomes.get(i));
            }
        }

        private void take(Outcome<T> outcome) {
            switch (outcome) {
                case Outcome.Done<T>(T what) -> done(what, Afterwards.NOTHING);
                case Outcome.Refused<T>(RefusedException why) -> refused(why);
            }
        }
    }
}
