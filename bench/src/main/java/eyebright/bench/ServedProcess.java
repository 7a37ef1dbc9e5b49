package eyebright.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A command that serves, in a process of its own, from its start until it was told to stop. For one thread.
final class ServedProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)/");
    private static final Pattern KIBIBYTES = Pattern.compile("[^0-9]*([0-9]+) kB");
    private static final int SECONDS_TO_END = 300;
    private static final double KIBIBYTES_OF_A_MEGABYTE = 1000 / 1.024;

    private final long begun = System.nanoTime();
    private final List<String> said = new ArrayList<>();
    private final Path out;
    private final Process process;
    private final int port;

    /// Starts the command, and comes back when it says where it is.
    ///
    /// @throws IllegalStateException if it ends without
    ServedProcess(List<String> command) throws IOException {
        out = Files.createTempFile("eyebright-out", ".txt");
        process = new ProcessBuilder(command).redirectOutput(out.toFile()).start();
        BufferedReader err = process.errorReader();
        port = port(err);
        // What it says later must not fill the pipe.
        Thread.ofVirtual().start(() -> err.lines().forEach(_ -> {}));
    }

    private int port(BufferedReader err) throws IOException {
        for (String line = err.readLine(); line != null; line = err.readLine()) {
            said.add(line);
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return URI.create(address.group()).getPort();
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("never served:\n" + String.join("\n", said));
    }

    /// Where it listens, on loopback.
    int port() {
        return port;
    }

    /// Milliseconds since its start.
    double age() {
        return (System.nanoTime() - begun) / 1e6;
    }

    /// Milliseconds that the processors worked for it, those who do so on all of them added up. Others on the machine
    /// matter less to it than to the clock.
    double worked() {
        return process.info()
                .totalCpuDuration()
                .map(duration -> duration.toNanos() / 1e6)
                .orElse(Double.NaN);
    }

    /// Megabytes of memory that it holds now, shared files among them; NaN where the system does not say.
    double resident() throws IOException {
        return megabytes("VmRSS:");
    }

    /// Megabytes of memory that it held at most; NaN where the system does not say.
    double mostResident() throws IOException {
        return megabytes("VmHWM:");
    }

    private double megabytes(String name) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return Double.NaN;
        }
        for (String line : Files.readAllLines(status)) {
            Matcher kibibytes = KIBIBYTES.matcher(line);
            if (line.startsWith(name) && kibibytes.matches()) {
                return Long.parseLong(kibibytes.group(1)) / KIBIBYTES_OF_A_MEGABYTE;
            }
        }
        return Double.NaN;
    }

    /// Tells it to stop, as a service manager does, and waits until it has.
    ///
    /// @return its exit code
    /// @throws IllegalStateException if it does not end within five minutes
    int stop() throws IOException, InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
            throw new IllegalStateException("did not stop within five minutes");
        }
        return process.exitValue();
    }

    /// What it has written to standard output.
    String printed() throws IOException {
        return Files.readString(out);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(out);
    }
}
