package eyebright.server;

import eyebright.publish.OutputFolder;
import eyebright.server.FloodAttackers.Kind;
import eyebright.server.page.Mode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Floods a site of its own, in a process of its own with java's options of `serve`, while respondents at 127.0.0.1 save pages;
/// prints how long their saves took beside those of a quiet site, and the memory of the process. `scripts/flood.sh` runs it.
final class Flood {

    private static final int RESPONDENTS = 8;

    /// Nobody may save more than 500 times, through all lines of fifteen seconds.
    private static final Duration THINKING = Duration.ofMillis(300);

    private final int port;
    private final int seconds;

    /// An address may begin only so often an hour: they go on in each line.
    private final List<Walk> respondents = new ArrayList<>();

    private Flood(int port, int seconds) {
        this.port = port;
        this.seconds = seconds;
    }

    /// Arguments: the seconds of each attack, and options of java for the site. With `serve` and a folder it is the site that is flooded.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("serve")) {
            serve(Path.of(arguments[1]));
            return;
        }
        Path folder = Files.createTempDirectory("eyebright-flood-");
        Process site =
                java(
                        Arrays.asList(arguments).subList(1, arguments.length),
                        Flood.class,
                        "serve",
                        folder.toString());
        try (BufferedReader said = site.inputReader()) {
            int port = Integer.parseInt(said.readLine());
            new Flood(port, Integer.parseInt(arguments[0])).all(site.pid(), System.out);
        } finally {
            end(site);
            OutputFolder.discard(folder);
        }
    }

    /// Until nothing more is to be read.
    private static void serve(Path folder) throws IOException {
        try (RunningSite site =
                Gardens.start(
                        new Mode.Collecting(),
                        folder.resolve("data"),
                        Gardens.giving(folder),
                        Clock.systemUTC(),
                        Optional.empty())) {
            System.out.println(site.port());
            while (System.in.read() >= 0) {
                // The one who floods closes it.
            }
        }
    }

    private static Process java(List<String> options, Class<?> program, String... arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static void end(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private void all(long site, PrintStream out) throws IOException, InterruptedException {
        out.println(
                "| while | saves | half under, ms | 99 of 100 under, ms | longest, ms | sent | refused | memory, MB |");
        out.println("|---|---|---|---|---|---|---|---|");
        for (int i = 0; i < RESPONDENTS; i++) {
            respondents.add(Walk.begun(port, "garden").on("adult", "yes", "tends", "yes"));
        }
        line(Kind.NOTHING, " (warming up)", site, out);
        for (Kind kind : Kind.values()) {
            line(kind, "", site, out);
        }
        line(Kind.NOTHING, " any more", site, out);
    }

    private void line(Kind kind, String remark, long site, PrintStream out)
            throws IOException, InterruptedException {
        List<Long> times = Collections.synchronizedList(new ArrayList<>());
        var failures = new AtomicLong();
        Process attackers =
                java(
                        List.of("-Xmx512m"),
                        FloodAttackers.class,
                        kind.name(),
                        Integer.toString(port),
                        Integer.toString(seconds));
        String[] told;
        try (BufferedReader said = attackers.inputReader()) {
            said.readLine();
            long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            attackers.outputWriter().append("go\n").flush();
            answer(until, times, failures);
            told = Objects.requireNonNull(said.readLine(), kind + " broke off").split("\t", -1);
        } finally {
            end(attackers);
        }
        List<Long> sorted = times.stream().sorted().toList();
        out.printf(
                "| %s%s | %d%s | %.1f | %.1f | %.1f | %s | %s | %s |%n",
                kind.words(),
                remark,
                sorted.size(),
                failures.get() == 0 ? "" : ", %d failed".formatted(failures.get()),
                millis(sorted, 0.5),
                millis(sorted, 0.99),
                millis(sorted, 1),
                told[0],
                told[1],
                memory(site));
    }

    /// All respondents at once, on threads of the system: those of java would wait for each other here, not for the site.
    private void answer(long until, List<Long> times, AtomicLong failures)
            throws InterruptedException {
        var answering = new ArrayList<Callable<Void>>();
        for (Walk walk : respondents) {
            answering.add(
                    () -> {
                        answer(walk, until, times, failures);
                        return null;
                    });
        }
        FloodAttackers.together(Executors.newFixedThreadPool(RESPONDENTS), answering);
    }

    private static void answer(Walk walk, long until, List<Long> times, AtomicLong failures) {
        while (System.nanoTime() < until) {
            try {
                walk.open("/garden/take-part/the-garden");
                var form = walk.form("go", "on", "name", "Eden");
                long begun = System.nanoTime();
                walk.send("/garden/take-part/the-garden", form);
                times.add(System.nanoTime() - begun);
                if (walk.status() != 200) {
                    failures.incrementAndGet();
                }
                Thread.sleep(THINKING);
            } catch (UncheckedIOException broken) {
                failures.incrementAndGet();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * share)))
                        / 1e6;
    }

    /// The most memory the process ever had, where the system tells.
    private static String memory(long process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process), "status");
        if (!Files.exists(status)) {
            return "not told here";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.toString(Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024))
                .findFirst()
                .orElse("not told here");
    }
}
