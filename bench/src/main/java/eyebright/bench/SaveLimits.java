package eyebright.bench;

import eyebright.check.StudyFolder;
import eyebright.store.PageSave;
import eyebright.store.Started;
import eyebright.store.Store;
import eyebright.store.Version;
import eyebright.study.Answer;
import eyebright.study.Page;
import eyebright.study.Variable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// What bounds the saving of pages: the same saves without HTTP, by many threads and by one, and the disk alone.
final class SaveLimits {

    private static final int BLOCK = 4096;
    private static final long SEED = 1;
    private static final int REHEARSED = 64;

    private final ReadyStudy ready;
    private final StudyFolder study;

    /// @param ready with the answers that a server kept, which has ended
    SaveLimits(ReadyStudy ready) throws IOException {
        this.ready = ready;
        this.study = ready.read();
    }

    /// The store without a server before it, with all that was kept before: that many threads, one commit for all who wait.
    Latencies store(int threads, double seconds) throws IOException, InterruptedException {
        List<Map<String, Map<String, Answer>>> answers = answers();
        try (Store store = Store.open(ready.data(), Clock.systemUTC())) {
            store.addVersion(Version.of(study));
            return together(
                    threads,
                    seconds,
                    (number, end) -> save(store, answers.get(number % answers.size()), end));
        }
    }

    /// The answers of rehearsed respondents, by page.
    private List<Map<String, Map<String, Answer>>> answers() {
        return study.respondents().responses(SEED, REHEARSED).stream()
                .map(
                        response -> {
                            var pages = new HashMap<String, Map<String, Answer>>();
                            for (Variable variable : study.study().variables().values()) {
                                response.answers()
                                        .to(variable.name())
                                        .ifPresent(
                                                answer ->
                                                        pages.computeIfAbsent(
                                                                        variable.page(),
                                                                        _ -> new HashMap<>())
                                                                .put(variable.name(), answer));
                            }
                            return (Map<String, Map<String, Answer>>) pages;
                        })
                .toList();
    }

    private long[] save(Store store, Map<String, Map<String, Answer>> answers, long end) {
        var times = new ArrayList<Long>();
        String questionnaire = study.questionnaireHash();
        String plan = study.planHash();
        while (System.nanoTime() < end) {
            Started one = store.start(study.study().name(), questionnaire, plan);
            for (Page page : study.study().pages()) {
                var asked =
                        study.study().variables().values().stream()
                                .filter(variable -> variable.page().equals(page.id()))
                                .map(Variable::name)
                                .toList();
                var save =
                        new PageSave(
                                one.id(),
                                page.id(),
                                "00112233445566778899aabbccddeeff",
                                asked,
                                answers.getOrDefault(page.id(), Map.of()),
                                questionnaire,
                                plan,
                                "",
                                7);
                long begun = System.nanoTime();
                store.save(save);
                times.add(System.nanoTime() - begun);
            }
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    /// How often the disk makes a block durable that was written at the end of a file.
    Latencies disk(double seconds) throws IOException, InterruptedException {
        return together(
                1,
                seconds,
                (_, end) -> {
                    var times = new ArrayList<Long>();
                    Path file = ready.home().resolve("synced");
                    try (FileChannel channel =
                            FileChannel.open(
                                    file,
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE,
                                    StandardOpenOption.DELETE_ON_CLOSE)) {
                        while (System.nanoTime() < end) {
                            long begun = System.nanoTime();
                            channel.write(ByteBuffer.allocate(BLOCK));
                            channel.force(false);
                            times.add(System.nanoTime() - begun);
                        }
                    }
                    return times.stream().mapToLong(Long::longValue).toArray();
                });
    }

    private interface Doing {
        long[] until(int number, long end) throws IOException;
    }

    private static Latencies together(int threads, double seconds, Doing doing)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        long end = start + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        var parts = new ArrayList<long[]>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var all = new ArrayList<Future<long[]>>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                all.add(pool.submit(() -> doing.until(number, end)));
            }
            for (Future<long[]> each : all) {
                parts.add(each.get());
            }
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        }
        return Latencies.of(
                parts, (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1));
    }
}
