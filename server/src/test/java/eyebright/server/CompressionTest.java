package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages that are drawn once and pages that are made for a request go out in gzip by the same rules.
final class CompressionTest {

    private static final String DRAWN = "/garden/findings";
    private static final String MADE = "/garden/findings/calm";

    @TempDir private Path data;

    @Test
    void whoTakesGzipGetsTheSamePageInIt() throws Exception {
        try (RunningSite site = Gardens.collecting(data);
                var browser = HttpClient.newHttpClient()) {
            for (String path : new String[] {DRAWN, "/garden/questionnaire", MADE}) {
                byte[] plain = get(browser, site, path).body();
                for (String accepted :
                        new String[] {"gzip", "br, GZIP;q=0.5", "deflate, gzip, br, zstd"}) {
                    HttpResponse<byte[]> answer =
                            get(browser, site, path, "Accept-Encoding", accepted);
                    assertThat(header(answer, "Content-Encoding")).as(path).isEqualTo("gzip");
                    assertThat(header(answer, "Vary")).isEqualToIgnoringCase("accept-encoding");
                    assertThat(header(answer, "Content-Type"))
                            .isEqualToIgnoringCase("text/html;charset=UTF-8");
                    assertThat(answer.body()).hasSizeLessThan(plain.length / 2);
                    assertThat(opened(answer.body())).as(path).isEqualTo(plain);
                }
            }
        }
    }

    @Test
    void whoDoesNotTakeItGetsItPlain() throws Exception {
        try (RunningSite site = Gardens.collecting(data);
                var browser = HttpClient.newHttpClient()) {
            byte[] plain = get(browser, site, DRAWN).body();
            assertThat(plain).startsWith("<!doctype html>".getBytes(StandardCharsets.US_ASCII));
            for (String path : new String[] {DRAWN, MADE}) {
                byte[] alone = get(browser, site, path).body();
                for (String accepted :
                        new String[] {
                            "", "br", "gzip;q=0", "identity", "gzipped", "gzip;q=x", ";;"
                        }) {
                    HttpResponse<byte[]> answer =
                            get(browser, site, path, "Accept-Encoding", accepted);
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(header(answer, "Content-Encoding")).as(path + accepted).isEmpty();
                    assertThat(header(answer, "Vary")).isEqualToIgnoringCase("accept-encoding");
                    assertThat(answer.body()).isEqualTo(alone);
                }
            }
        }
    }

    private static HttpResponse<byte[]> get(
            HttpClient browser, RunningSite site, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static byte[] opened(byte[] compressed) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return in.readAllBytes();
        }
    }
}
