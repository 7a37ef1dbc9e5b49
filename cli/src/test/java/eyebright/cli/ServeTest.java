package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeTest {

    /// What the shell is told of a process that SIGTERM ended.
    private static final int TERMINATED = 128 + 15;

    private static final Pattern FREE = Pattern.compile("the next free one is ([0-9]+)");

    @TempDir private Path folder;

    @Test
    void oneDataFolderHasOneServer() throws IOException, InterruptedException {
        String study = Filled.copy("hello", folder).toString();
        String data = folder.resolve("data").toString();
        try (Served first = Served.start(tmp(), study, "--port", "0", "--data", data)) {
            Ran second = Ran.of("serve", study, "--port", "0", "--data", data);

            assertThat(second.exit()).isEqualTo(3);
            assertThat(second.err())
                    .startsWith("eyebright: " + data)
                    .contains("process " + first.pid() + " writes to this folder already")
                    .contains("--data")
                    .doesNotContain("\tat ");
            assertThat(first.page("health")).isEqualTo("up");
            assertThat(first.terminate()).isEqualTo(TERMINATED);
        }
        // Nobody writes to it any more.
        try (Served third = Served.start(tmp(), study, "--port", "0", "--data", data)) {
            assertThat(third.page("hello/findings")).contains("How do people say hello?");
        }
    }

    @Test
    void aTakenPortIsRefusedWithTheNextFreeOne() throws IOException {
        Path study = Filled.copy("hello", folder);
        Path data = folder.resolve("data");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Ran ran =
                    Ran.of(
                            "serve",
                            study.toString(),
                            "--port",
                            Integer.toString(port),
                            "--data",
                            data.toString());

            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).startsWith("eyebright: port " + port + " is taken; ");
            Matcher free = FREE.matcher(ran.err());
            assertThat(free.find()).isTrue();
            int next = Integer.parseInt(free.group(1));
            assertThat(next).isGreaterThan(port);
            try (var other = new ServerSocket()) {
                other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), next));
                assertThat(other.isBound()).isTrue();
            }
        }
        assertThat(data).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "--port=%d, '--port, with nginx or Caddy before it (docs/guide/operate.md); or'",
        "--port=0 --metrics-port=%d, --metrics-port"
    })
    void aPortOfTheSystemIsNotSaidToBeTaken(String options, String advice)
            throws IOException, InterruptedException {
        int port = portOfTheSystem();
        List<String> command = Served.command(tmp(), "../studies/hello", "--preview");
        command.addAll(List.of(options.formatted(port).split(" ", -1)));

        Process process = new ProcessBuilder(withoutTheRight(command)).start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(said)
                .startsWith(
                        "eyebright: port %d is not one that you may listen on: those below 1024 are kept for the system. Name a higher one by %s"
                                .formatted(port, advice))
                .doesNotContain("taken", "\tat ");
    }

    /// A port below 1024 that nothing listens on.
    private static int portOfTheSystem() throws IOException {
        Path first = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
        assumeThat(Files.exists(first) && read(first).strip().equals("1024"))
                .as("a Linux that keeps the ports below 1024 for itself")
                .isTrue();
        for (int port = 1023; port > 1000; port--) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                // Somebody answers.
            } catch (ConnectException nobody) {
                return port;
            }
        }
        throw new AssertionError("something listens on every port from 1001 to 1023");
    }

    /// In one piece: the system gives nothing of such a file to who has begun with one byte.
    private static String read(Path setting) throws IOException {
        try (InputStream in = Files.newInputStream(setting)) {
            return new String(in.readNBytes(16), StandardCharsets.UTF_8);
        }
    }

    /// A command as somebody runs it who is not the system: who is has to lay down the right.
    private static List<String> withoutTheRight(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        assumeThat(Files.isExecutable(Path.of("/usr/bin/setpriv")))
                .as("setpriv, by which root lays down the right to every port")
                .isTrue();
        var whole =
                new ArrayList<>(List.of("/usr/bin/setpriv", "--bounding-set=-net_bind_service"));
        whole.addAll(command);
        return whole;
    }

    @Test
    void aDatabaseThatIsRefusedIsNotNamedByTheDataFolder() throws IOException {
        Path study = Filled.copy("hello", folder);
        Path data = folder.resolve("data");
        int silent;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            silent = free.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:%d/nobody".formatted(silent);

        Ran ran =
                Ran.of(
                        "serve",
                        study.toString(),
                        "--port",
                        "0",
                        "--data",
                        data.toString(),
                        "--database",
                        url);

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith("eyebright: " + url)
                .contains("PostgreSQL cannot be reached");
        assertThat(data).doesNotExist();
    }

    @Test
    void anAddressOfAnotherMachineIsNotSaidToBeTaken() {
        Ran ran =
                Ran.of(
                        "serve",
                        "../studies/hello",
                        "--preview",
                        "--host",
                        "192.0.2.1",
                        "--port",
                        "8080");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .isEqualToIgnoringNewLines(
                        "eyebright: 192.0.2.1 is not an address of this machine; give one that is by --host, or leave it out for 127.0.0.1");
    }

    @Test
    void aRehearsalAnswersAndLeavesNothingBehind() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try (Served served =
                Served.start(
                        tmp(),
                        "../studies/hello",
                        "--port",
                        "0",
                        "--rehearsed",
                        "20",
                        "--data",
                        data.toString())) {
            assertThat(served.said()).contains("20 rehearsed respondents are at");
            assertThat(served.page("health")).isEqualTo("up");
            assertThat(served.page("hello/findings"))
                    .contains("How do people say hello?")
                    .contains("A rehearsal with 20 made-up respondents");
            try (var files = Files.list(tmp())) {
                assertThat(files).isNotEmpty();
            }

            assertThat(served.terminate()).isEqualTo(TERMINATED);
            assertThat(served.said().lines()).hasSize(1);
        }
        assertThat(tmp()).isEmptyDirectory();
        assertThat(data).doesNotExist();
    }

    private Path tmp() {
        return folder.resolve("tmp");
    }
}
