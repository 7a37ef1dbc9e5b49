package eyebright.bench;

import eyebright.frame.Frame;
import eyebright.frame.TableReader;
import eyebright.frame.TableWriter;
import eyebright.source.Problems;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// How long a large table of the tears study takes to be read and scored, beside the same file read line by line and
/// nothing made of it. `scripts/bench.sh table [ROWS [RUNS]]`.
public final class TableTimes {

    private static final int REHEARSED = 4_000;
    private static final double BILLION = TimeUnit.SECONDS.toNanos(1);
    private static final double MILLION = 1_000_000;

    private TableTimes() {}

    /// Prints all times.
    ///
    /// @param arguments how many rows, 1,000,000 if left out; how often, 3 if left out
    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Tears tears = Tears.read();
        Path file = Files.createTempFile("eyebright-bench", ".csv");
        try {
            write(tears, file, rows);
            double megabytes = Files.size(file) / MILLION;
            System.out.printf(Locale.ROOT, "%,d rows, %,.0f MB%n", rows, megabytes);
            System.out.printf(
                    "%-28s %9s %9s %12s %12s%n", "", "seconds", "MB/s", "rows/s", "processor, s");
            for (int run = 0; run < runs; run++) {
                run(tears, file, rows, megabytes);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void run(Tears tears, Path file, int rows, double megabytes) throws IOException {
        row("lines alone", rows, megabytes, () -> lines(file));
        var read = new ArrayList<Frame>();
        row(
                "read as a table",
                rows,
                megabytes,
                () -> {
                    var problems = new Problems();
                    read.add(TableReader.read(file, tears.folder().study(), problems));
                    if (problems.hasErrors()) {
                        throw new IllegalStateException(problems.inFileOrder().toString());
                    }
                });
        Frame frame = read.getFirst();
        System.gc();
        var memory = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "  memory held: %,.0f MB, %,.0f bytes a row%n",
                (memory.totalMemory() - memory.freeMemory()) / MILLION,
                (memory.totalMemory() - memory.freeMemory()) / (double) rows);
        row(
                "scored",
                rows,
                megabytes,
                () -> {
                    if (tears.folder().scales().score(frame).size() != rows) {
                        throw new IllegalStateException("rows were lost");
                    }
                });
    }

    /// Rehearsed respondents as the writer writes them, over and over under ids of their own.
    private static void write(Tears tears, Path file, int rows) throws IOException {
        int different = Math.min(rows, REHEARSED);
        var text = new StringWriter();
        TableWriter.write(tears.frame(different), tears.folder().study(), text);
        List<String> lines = text.toString().lines().toList();
        if (lines.size() != different + 1 || !lines.getFirst().startsWith("respondent,")) {
            throw new IllegalStateException("the table begins with " + lines.getFirst());
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(lines.getFirst());
            out.newLine();
            for (int row = 0; row < rows; row++) {
                String line = lines.get(1 + row % different);
                out.write("r%08d".formatted(row));
                out.write(line, line.indexOf(','), line.length() - line.indexOf(','));
                out.newLine();
            }
        }
    }

    private static void lines(Path file) throws IOException {
        long letters = 0;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                letters += line.length();
            }
        }
        if (letters == 0) {
            throw new IllegalStateException("nothing was read");
        }
    }

    private interface Job {
        void run() throws IOException;
    }

    private static void row(String name, int rows, double megabytes, Job job) throws IOException {
        long processor = ProcessorTime.now();
        long begun = System.nanoTime();
        job.run();
        double seconds = (System.nanoTime() - begun) / BILLION;
        System.out.printf(
                Locale.ROOT,
                "%-28s %9.1f %9.0f %12.0f %12.1f%n",
                name,
                seconds,
                megabytes / seconds,
                rows / seconds,
                (ProcessorTime.now() - processor) / BILLION);
    }
}
