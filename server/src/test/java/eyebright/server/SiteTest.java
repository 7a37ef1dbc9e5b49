package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {

    @TempDir private Path data;

    @Test
    void nothingOutsideTheSettingsChangesASite() throws IOException {
        Path logs = Files.createDirectories(data.resolve("logs"));
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var outside =
                    Map.of(
                            "server.port", String.valueOf(taken.getLocalPort()),
                            "server.tomcat.accesslog.enabled", "true",
                            "server.tomcat.accesslog.directory", logs.toString());
            outside.forEach(System::setProperty);
            try (RunningSite site = Gardens.collecting(data.resolve("kept"))) {
                assertThat(site.port()).isNotEqualTo(taken.getLocalPort());
                assertThat(Walk.at(site, "/health").text()).isEqualTo("up");
            } finally {
                outside.keySet().forEach(System::clearProperty);
            }
        }
        try (Stream<Path> written = Files.list(logs)) {
            assertThat(written).isEmpty();
        }
    }
}
