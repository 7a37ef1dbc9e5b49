package eyebright.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `eyebright serve` in a process of its own, which can be killed.
final class ServerProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)/");

    private final Process process;
    private final int port;

    /// Starts it on a free port, and comes back when it answers.
    ///
    /// @param arguments of `serve`
    ServerProcess(List<String> arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx256m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "eyebright.cli.Eyebright",
                                "serve",
                                "--port",
                                "0"));
        command.addAll(arguments);
        process =
                new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader err = process.errorReader();
        port = port(err);
        // What it says later must not fill the pipe.
        Thread.ofVirtual().start(() -> err.lines().forEach(_ -> {}));
    }

    private static int port(BufferedReader err) throws IOException {
        var said = new ArrayList<String>();
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            said.add(line);
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        throw new AssertionError("never served: " + String.join("\n", said));
    }

    int port() {
        return port;
    }

    /// Kills it in the middle of whatever it does.
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
