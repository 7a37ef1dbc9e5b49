package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.page.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who asks for page after page at once and reads none has only so many made; who then reads gets them all.
final class SlowReadersTest {

    private static final String PATH = "/hello/questionnaire";
    private static final int PAGES = 900;

    /// What one connection may make a site write that nobody reads: the system's 64 kB, twice that by its own count, and what is under way.
    private static final int MOST_UNREAD = 512 * 1_024;

    private static final Pattern MADE =
            Pattern.compile(
                    "(?m)^eyebright_requests_total\\{kind=\"reading\",status=\"200\"} ([0-9.]+)$");

    @TempDir private Path data;

    @Test
    void pagesThatNobodyReadsAreNotMadeAndNoneIsLost() throws Exception {
        try (RunningSite site = site();
                var browser = HttpClient.newHttpClient();
                var slow = new Socket()) {
            String page = text(browser, site.port(), PATH);
            assertThat(page.length() * PAGES).isGreaterThan(2 * MOST_UNREAD);

            slow.setReceiveBufferSize(2_048);
            slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), site.port()));
            slow.getOutputStream().write(requests(site.port()));

            int made = rested(browser, site);
            assertThat(made).as("pages made").isBetween(1, MOST_UNREAD / page.length());

            var all = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(all.split(Pattern.quote(page), -1)).hasSize(PAGES + 1);
        }
    }

    private static byte[] requests(int port) {
        String request = "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n".formatted(PATH, port);
        return ((request + "\r\n").repeat(PAGES - 1) + request + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// How many pages were made for the one who reads nothing, once no more are.
    private static int rested(HttpClient browser, RunningSite site)
            throws IOException, InterruptedException {
        int before = -1;
        int made = made(browser, site);
        while (made != before) {
            Soon.pause(Duration.ofMillis(500));
            before = made;
            made = made(browser, site);
        }
        // The browser asked for one.
        return made - 1;
    }

    private static int made(HttpClient browser, RunningSite site)
            throws IOException, InterruptedException {
        Matcher made = MADE.matcher(text(browser, site.metricsPort().orElseThrow(), "/metrics"));
        assertThat(made.find()).isTrue();
        return (int) Double.parseDouble(made.group(1));
    }

    private static String text(HttpClient browser, int port, String path)
            throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private RunningSite site() throws Exception {
        return Site.start(
                new SiteSettings(
                        List.of(Path.of("../studies/hello")),
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        data.resolve("kept"),
                        Optional.empty(),
                        new Mode.Preview(),
                        List.of(),
                        OptionalInt.of(0)));
    }
}
