package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `eyebright serve` in a process of its own, which can be told to stop, or killed.
final class Served implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)/");
    private static final int SECONDS_TO_END = 30;

    private final Process process;
    private final URI address;
    private final List<String> said = new ArrayList<>();
    private final Thread listening;

    private Served(Process process) throws IOException {
        this.process = process;
        // Closed when the process ends, by the thread that reads it.
        BufferedReader err = process.errorReader();
        address = address(err);
        listening = Thread.ofVirtual().start(() -> listen(err));
    }

    /// Starts the command, and comes back when it says where it is.
    ///
    /// @param temporary its folder for temporary files; beside it a file `stdout` holds what it said there
    static Served start(Path temporary, String... arguments) throws IOException {
        return new Served(
                new ProcessBuilder(command(temporary, arguments))
                        .redirectOutput(temporary.resolveSibling("stdout").toFile())
                        .start());
    }

    /// The command that starts it.
    static List<String> command(Path temporary, String... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-XX:-UsePerfData",
                                "-Xmx256m",
                                "-Djava.io.tmpdir=" + Files.createDirectories(temporary),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Eyebright.class.getName(),
                                "serve"));
        command.addAll(List.of(arguments));
        return command;
    }

    private URI address(BufferedReader err) throws IOException {
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            said.add(line);
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group());
            }
        }
        throw new AssertionError("never served: " + String.join("\n", said));
    }

    private void listen(BufferedReader err) {
        try {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                said.add(line);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Where it listens, ending in a slash.
    URI address() {
        return address;
    }

    /// A page of it.
    String page(String path) throws IOException, InterruptedException {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            return browser.send(
                            HttpRequest.newBuilder(address.resolve(path)).build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    long pid() {
        return process.pid();
    }

    /// Tells it to stop, as a shell or a service manager does, and waits until it has.
    int terminate() throws InterruptedException {
        process.toHandle().destroy();
        return ended();
    }

    /// Kills it in the middle of whatever it does.
    int kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        return ended();
    }

    private int ended() throws InterruptedException {
        assertThat(process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)).as("it ended").isTrue();
        listening.join();
        return process.exitValue();
    }

    /// What it said to standard error; whole only once it has ended.
    String said() {
        return String.join("\n", said);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
