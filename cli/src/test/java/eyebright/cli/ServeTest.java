package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
