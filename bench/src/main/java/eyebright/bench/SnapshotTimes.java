package eyebright.bench;

import eyebright.check.StudyFolder;
import eyebright.store.Snapshot;
import eyebright.store.Snapshots;
import eyebright.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How long a real `eyebright serve` takes for the first and the next snapshot of the tears study, by how many
/// rehearsed respondents there are, in how much memory. The next has the rest in it that follows the first.
/// `scripts/bench.sh snapshot [HEAP [RESPONDENTS ...]]`.
public final class SnapshotTimes {

    private static final int[] RESPONDENTS = {100, 1_000, 10_000, 100_000};
    private static final double BILLION = TimeUnit.SECONDS.toNanos(1);

    /// Longer than a server rests and then works for a million respondents.
    private static final Duration PATIENCE = Duration.ofMinutes(60);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private SnapshotTimes() {}

    /// Prints a row for each number of respondents.
    ///
    /// @param arguments the heap of the server, 256m if left out, and the numbers of respondents
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String heap = arguments.length > 0 ? arguments[0] : "256m";
        int[] numbers =
                arguments.length > 1
                        ? Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray()
                        : RESPONDENTS;
        System.out.printf("heap of the server %s%n", heap);
        System.out.printf(
                "%-12s %9s %11s %11s %11s %11s %11s%n",
                "respondents",
                "log, MB",
                "first, s",
                "processor",
                "next, s",
                "processor",
                "memory, MB");
        for (int respondents : numbers) {
            try (var study = ReadyStudy.make()) {
                measure(study, heap, respondents);
            }
        }
    }

    private static void measure(ReadyStudy study, String heap, int respondents)
            throws IOException, InterruptedException {
        StudyFolder folder = study.read();
        FullStore.fill(study.data(), folder, respondents);
        long megabytes = Files.size(study.data().resolve("eyebright.db")) / 1_000_000;
        Forms forms = Forms.of(folder, 4 * Snapshots.LEAST_JOINED);
        long begun = System.nanoTime();
        try (var server = Served.eyebright(study, "-Xmx" + heap)) {
            boolean isMade = snapshot(study.data(), 1).isPresent();
            double first = since(begun);
            double processor = seconds(server.processorTime());
            if (!isMade) {
                System.out.printf(
                        Locale.ROOT,
                        "%,12d %9d   none: see what the server says above; it answers after %.1f s%n",
                        respondents,
                        megabytes,
                        first);
                return;
            }
            join(server, forms);
            begun = System.nanoTime();
            Duration before = server.processorTime();
            await(study.data(), 2);
            System.out.printf(
                    Locale.ROOT,
                    "%,12d %9d %11.1f %11.1f %11.1f %11.1f %11d%n",
                    respondents,
                    megabytes,
                    first,
                    processor,
                    since(begun),
                    seconds(server.processorTime().minus(before)),
                    server.mostResident());
        }
    }

    /// So many answer everything that a new snapshot is made.
    private static void join(Served server, Forms forms) throws IOException, InterruptedException {
        var respondents = new Respondents(server.port(), 1, forms);
        respondents.begin(forms.byPage().size());
        respondents.answer(Respondents.Way.SAVES, (double) PATIENCE.toSeconds());
    }

    private static void await(Path data, int number) throws InterruptedException {
        long begun = System.nanoTime();
        while (snapshot(data, number).isEmpty()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "no snapshot %d within %d minutes".formatted(number, PATIENCE.toMinutes()));
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /// The latest snapshot, if it is that one or a later one.
    private static Optional<Snapshot> snapshot(Path data, int number) {
        try (Store store = Store.read(data)) {
            return store.latestSnapshot(ReadyStudy.NAME)
                    .filter(snapshot -> snapshot.number() >= number);
        }
    }

    private static double seconds(Duration time) {
        return time.toNanos() / BILLION;
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / BILLION;
    }
}
