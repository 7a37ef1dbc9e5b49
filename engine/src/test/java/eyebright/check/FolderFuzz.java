package eyebright.check;

import eyebright.frame.Frame;
import eyebright.frame.TableReader;
import eyebright.frame.TableWriter;
import eyebright.population.Scenario;
import eyebright.respondents.Respondents;
import eyebright.source.Problem;
import eyebright.source.Problems;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// Reads the folders of the studies, and tables of rehearsed respondents, with something changed in them: whatever it is,
/// there are problems or there is a study, nothing else, and in bounded time. `scripts/fuzz.sh folders` and
/// `scripts/fuzz.sh tables` run it for long.
final class FolderFuzz {

    /// Beyond this a reader is taken to hang.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int ROWS = 40;

    private FolderFuzz() {}

    /// Something read that should have been problems.
    record Fault(String what, long seed, int number, String changed) {
        @Override
        public String toString() {
            return "%s, seed %d, number %d: %s".formatted(what, seed, number, changed);
        }
    }

    /// What a run came to.
    ///
    /// @param read without problems
    /// @param longest the longest that a processor was kept by one, whatever else it had to do
    /// @param slowest which that was
    record Outcome(List<Fault> faults, int all, int read, Duration longest, String slowest) {

        /// In a line.
        String said() {
            return "%d read, %d of them kept every rule all the same, longest %.1f s (%s), %d faults"
                    .formatted(all, read, longest.toMillis() / 1e3, slowest, faults.size());
        }
    }

    /// A study as it stands on the disk: its texts by file.
    private record Real(Path folder, TreeMap<String, String> files) {

        static Real of(Path folder) throws IOException {
            var files = new TreeMap<String, String>();
            try (Stream<Path> all = Files.list(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(file.getFileName().toString(), Files.readString(file));
                }
            }
            return new Real(folder, files);
        }
    }

    /// What one reading does, which is timed.
    private interface Reading {

        /// Whether what was read kept every rule.
        boolean isFine() throws IOException;
    }

    /// Folders with one file changed, rarely two.
    ///
    /// @param studies the folders that are changed
    /// @param work an empty folder to write to
    static Outcome folders(List<Path> studies, Path work, int number, long seed)
            throws IOException {
        var real = new ArrayList<Real>();
        for (Path study : studies) {
            real.add(Real.of(study));
        }
        var tally = new Tally(seed);
        for (int each = 0; each < number; each++) {
            var random = new SplittableRandom(seed * 1_000_003 + each);
            Real one = real.get(random.nextInt(real.size()));
            Path place = work.resolve("w" + each);
            Path copy = Files.createDirectories(place.resolve(name(one)));
            var changed = new ArrayList<String>();
            for (var file : one.files().entrySet()) {
                Files.writeString(copy.resolve(file.getKey()), file.getValue());
            }
            List<String> names = List.copyOf(one.files().keySet());
            for (int files = random.nextInt(8) == 0 ? 2 : 1; files > 0; files--) {
                String name = names.get(random.nextInt(names.size()));
                changed.add(name);
                Files.write(
                        copy.resolve(name),
                        new Mutated(random.nextLong())
                                .of(
                                        one.files().getOrDefault(name, ""),
                                        List.copyOf(one.files().values())));
            }
            tally.add(each, copy.getFileName() + " " + changed, () -> isFine(copy));
            discard(place);
        }
        return tally.outcome();
    }

    private static boolean isFine(Path folder) throws IOException {
        return switch (StudyFolder.read(folder)) {
            case StudyFolder.Reading.Valid _ -> true;
            case StudyFolder.Reading.Invalid(List<Problem> problems) -> {
                // Written out too, as a command does.
                yield problems.stream().map(Problem::toString).anyMatch(String::isEmpty);
            }
        };
    }

    /// Tables of rehearsed respondents, changed.
    static Outcome tables(List<Path> studies, Path work, int number, long seed) throws IOException {
        var read = new ArrayList<StudyFolder>();
        var written = new ArrayList<String>();
        for (Path study : studies) {
            if (StudyFolder.read(study) instanceof StudyFolder.Reading.Valid(var folder, _)) {
                Frame frame =
                        Respondents.of(
                                        folder.study(),
                                        folder.scales(),
                                        folder.population(),
                                        Scenario.AS_PUBLISHED)
                                .frame(1, 0, ROWS);
                var table = new StringWriter();
                TableWriter.write(frame, folder.study(), table);
                read.add(folder);
                written.add(table.toString());
            } else {
                throw new IllegalArgumentException("studies must keep every rule, not " + study);
            }
        }
        var tally = new Tally(seed);
        Path file = work.resolve("table.csv");
        for (int each = 0; each < number; each++) {
            var random = new SplittableRandom(seed * 1_000_003 + each);
            int which = random.nextInt(read.size());
            Files.write(file, new Mutated(random.nextLong()).ofTable(written.get(which)));
            StudyFolder folder = read.get(which);
            tally.add(
                    each,
                    "a table of " + folder.study().name(),
                    () -> {
                        var problems = new Problems();
                        TableReader.read(file, folder.study(), problems);
                        return !problems.hasErrors();
                    });
        }
        return tally.outcome();
    }

    private static String name(Real real) {
        return real.folder().getFileName().toString();
    }

    private static void discard(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /// Counts readings.
    private static final class Tally {

        private final long seed;
        private final List<Fault> faults = new ArrayList<>();
        private int all;
        private int fine;
        private Duration longest = Duration.ZERO;
        private String slowest = "";

        Tally(long seed) {
            this.seed = seed;
        }

        void add(int number, String changed, Reading reading) {
            all++;
            var took = new AtomicLong();
            var read =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return reading.isFine();
                                } catch (IOException disk) {
                                    throw new UncheckedIOException(disk);
                                } finally {
                                    took.set(
                                            ManagementFactory.getThreadMXBean()
                                                    .getCurrentThreadCpuTime());
                                }
                            },
                            task -> Thread.ofPlatform().daemon().start(task));
            try {
                fine += read.get(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? 1 : 0;
            } catch (ExecutionException broken) {
                var trace = new java.io.StringWriter();
                broken.printStackTrace(new java.io.PrintWriter(trace));
                String text = trace.toString();
                faults.add(
                        new Fault(
                                text.substring(0, Math.min(text.length(), 4_000)),
                                seed,
                                number,
                                changed));
            } catch (TimeoutException hangs) {
                faults.add(new Fault("longer than " + PATIENCE, seed, number, changed));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
            if (took.get() > longest.toNanos()) {
                longest = Duration.ofNanos(took.get());
                slowest = "number %d, %s".formatted(number, changed);
            }
        }

        Outcome outcome() {
            return new Outcome(List.copyOf(faults), all, fine, longest, slowest);
        }
    }

    /// Arguments: `folders` or `tables`, the folder of the studies, how many, the seed.
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[1]);
        List<Path> studies =
                Stream.of("hello", "tears", "big-five", "volunteering", "students")
                        .map(home::resolve)
                        .toList();
        int number = Integer.parseInt(arguments[2]);
        long seed = Long.parseLong(arguments[3]);
        Path work = Files.createTempDirectory("eyebright-fuzz-");
        Outcome outcome =
                arguments[0].equals("tables")
                        ? tables(studies, work, number, seed)
                        : folders(studies, work, number, seed);
        outcome.faults().stream().limit(20).forEach(System.out::println);
        System.out.println(arguments[0] + ", seed " + seed + ": " + outcome.said());
        discard(work);
        System.exit(outcome.faults().isEmpty() ? 0 : 1);
    }
}
