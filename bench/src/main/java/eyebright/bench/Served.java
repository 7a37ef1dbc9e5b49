package eyebright.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server in a process of its own on this machine, with the options that `./eyebright serve` gives java, and what the
/// process has used so far. `scripts/bench.sh` says which these are, from the file that the launcher has them of.
///
/// `EYEBRIGHT_BENCH_SERVER` may hold options for its java, after ours, such as those of a profile.
final class Served implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
    private static final int PATIENCE_SECONDS = 30;
    private static final int MOST_TO_SETTLE = 100;

    /// Of a second, with what looks whether there is something to do.
    private static final Duration RESTING = Duration.ofMillis(50);

    private final Process process;
    private final int port;

    private Served(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// The options that `./eyebright serve` gives java.
    ///
    /// @throws IllegalStateException if nobody said which
    static String options() {
        String options = System.getProperty("eyebright.bench.serving");
        if (options == null) {
            throw new IllegalStateException(
                    "no java options of a server: start this by scripts/bench.sh");
        }
        return options;
    }

    /// `eyebright serve` of that study.
    ///
    /// @param more options for java after those of the launcher, such as `-Xmx1g`
    static Served eyebright(ReadyStudy study, String... more) throws IOException {
        // With a public address a request may say, as from a server before this one, who asks: each
        // respondent has an address of their own, as in life, and the limit of one address is not
        // what is measured.
        return start(
                List.of(more),
                "eyebright.cli.Eyebright",
                "serve",
                study.study().toString(),
                "--port",
                "0",
                "--public-url",
                "http://localhost",
                "--data",
                study.data().toString());
    }

    /// A page that does nothing, by the same framework with the same options.
    static Served nothing() throws IOException {
        return start(List.of(), NothingPage.class.getName());
    }

    private static Served start(List<String> options, String main, String... arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options().strip().split("\\s+")));
        command.addAll(options);
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Deyebright.home=" + System.getProperty("eyebright.home", ".")));
        String more = System.getenv("EYEBRIGHT_BENCH_SERVER");
        if (more != null && !more.isBlank()) {
            command.addAll(List.of(more.strip().split("\\s+")));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return new Served(process, port(process));
    }

    /// Waits until the process says where it is, and then passes on what else it says.
    private static int port(Process process) throws IOException {
        var said =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                Thread.ofPlatform().daemon().start(() -> said.lines().forEach(System.err::println));
                return Integer.parseInt(address.group(1));
            }
            System.err.println(line);
        }
        throw new IllegalStateException("the server has ended before it answered");
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /// The processor's time that it has taken.
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Waits until it rests: after many have answered, findings and predictions of them all are worked out.
    ///
    /// @return seconds waited, a hundred at most
    int settle() throws InterruptedException {
        for (int waited = 0; waited < MOST_TO_SETTLE; waited++) {
            Duration before = processorTime();
            Thread.sleep(Duration.ofSeconds(1));
            if (processorTime().minus(before).compareTo(RESTING) < 0) {
                return waited;
            }
        }
        return MOST_TO_SETTLE;
    }

    /// Megabytes of memory it holds now; 0 where the system does not say.
    long resident() throws IOException {
        return memory("VmRSS");
    }

    /// Megabytes of memory it held at most; 0 where the system does not say.
    long mostResident() throws IOException {
        return memory("VmHWM");
    }

    private long memory(String name) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /// Ends it as an operator does, and waits.
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the server did not end within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
