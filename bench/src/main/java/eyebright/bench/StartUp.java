package eyebright.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Milliseconds from starting a server, in a process of its own, until it has answered with its first page, and its memory:
/// `StartUp [--runs N] [--walk | --train] NAME COMMAND…`, where the command serves the tears study on a free port.
///
/// With `--walk` a visitor then opens the pages of the study and takes part, before the server is told to stop: a check of
/// what was packaged. With `--train` too, and java may talk on standard output, as it does where it writes down what it is to
/// remember; otherwise nothing may be there. Runs from its source file too, so that `./package` needs no build of it.
public final class StartUp {

    private static final String STUDY = "tears";

    private static final String USAGE =
            "usage: StartUp [--runs N] [--walk | --train] NAME COMMAND…";

    /// What a shell is told of a process that SIGTERM ended.
    private static final int TERMINATED = 128 + 15;

    private static final List<String> PAGES =
            List.of("", "/findings", "/article", "/review", "/rehearsal", "/data", "/take-part");

    /// Answers of who may take part, as far as they are asked.
    private static final Map<String, List<String>> ANSWERS =
            Map.of(
                    "adult", List.of("yes"),
                    "seen_clients", List.of("yes"),
                    "age", List.of("51"),
                    "gender", List.of("woman"),
                    "experience", List.of("20"),
                    "cried_ever", List.of("yes"),
                    "tears_sessions", List.of("3"),
                    "felt", List.of("touched", "warmth"));

    private StartUp() {}

    /// Prints a line: the name, then medians of milliseconds until the first page, milliseconds of the processors, and
    /// megabytes.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var rest = new ArrayList<>(Arrays.asList(arguments));
        int runs = 1;
        Visit visit = Visit.FIRST_PAGE;
        while (!rest.isEmpty() && rest.getFirst().startsWith("--")) {
            switch (rest.removeFirst()) {
                case "--runs" -> runs = Integer.parseInt(rest.removeFirst());
                case "--walk" -> visit = Visit.WALK;
                case "--train" -> visit = Visit.TRAINING;
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        if (rest.size() < 2) {
            throw new IllegalArgumentException(USAGE);
        }
        String name = rest.removeFirst();
        var started = new ArrayList<Started>();
        for (int run = 0; run < runs; run++) {
            started.add(start(rest, visit));
        }
        print(name, started);
    }

    private enum Visit {
        FIRST_PAGE,
        WALK,
        TRAINING
    }

    /// What one start took: milliseconds by the clock and of the processors, and megabytes at the first page and at most.
    private record Started(double first, double worked, double resident, double most) {}

    private static Started start(List<String> command, Visit visit)
            throws IOException, InterruptedException {
        try (var served = new ServedProcess(command)) {
            openFirst(served.port());
            double first = served.age();
            double worked = served.worked();
            double resident = served.resident();
            if (visit != Visit.FIRST_PAGE) {
                walk(new Visitor(served.port()));
            }
            double most = served.mostResident();
            int exit = served.stop();
            if (exit != TERMINATED) {
                throw new IllegalStateException(
                        "ended with %d, not %d".formatted(exit, TERMINATED));
            }
            if (visit != Visit.TRAINING && !served.printed().isEmpty()) {
                throw new IllegalStateException("wrote to standard output:\n" + served.printed());
            }
            return new Started(first, worked, resident, most);
        }
    }

    /// By a bare connection: a browser of java's would take the processor from the server, to be started itself.
    private static void openFirst(int port) throws IOException {
        try (var wire = new Wire(port)) {
            int status = wire.get("/" + STUDY, "").status();
            if (status != 200) {
                throw new IllegalStateException("/%s answered %d".formatted(STUDY, status));
            }
        }
    }

    private static void walk(Visitor visitor) throws IOException, InterruptedException {
        for (String page : PAGES) {
            visitor.open("/" + STUDY + page);
        }
        String code = visitor.takePart(STUDY, ANSWERS);
        visitor.open("/" + STUDY + "/you");
        visitor.enter(STUDY, code);
    }

    private static void print(String name, List<Started> started) {
        String line =
                String.format(
                        Locale.ROOT,
                        "%-28s first page %6.0f ms (%.0f to %.0f), processors %6.0f ms, memory %4.0f MB, at most %4.0f MB, %d runs",
                        name,
                        median(started.stream().map(Started::first).toList()),
                        started.stream().mapToDouble(Started::first).min().orElseThrow(),
                        started.stream().mapToDouble(Started::first).max().orElseThrow(),
                        median(started.stream().map(Started::worked).toList()),
                        median(started.stream().map(Started::resident).toList()),
                        median(started.stream().map(Started::most).toList()),
                        started.size());
        System.out.println(line);
    }

    /// Of an even number of values the mean of the two in the middle.
    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
