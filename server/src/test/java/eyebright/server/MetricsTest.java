package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eyebright.server.page.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The figures as Prometheus reads them: its text form, version 0.0.4, read by a reader that accepts nothing else.
class MetricsTest {

    private static final Pattern SAMPLE =
            Pattern.compile(
                    "([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{((?:[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\",?)*)})?"
                            + " (NaN|[+-]Inf|-?[0-9.]+(?:E-?[0-9]+)?)");
    private static final Pattern DECLARED =
            Pattern.compile(
                    "# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)");

    @TempDir private Path data;

    @Test
    void whatIsSavedAndAskedForIsCountedAndNothingOfWhoDidIt() throws Exception {
        try (RunningSite site = site(OptionalInt.of(0))) {
            Map<String, Double> before = figures(site);
            assertThat(before)
                    .containsEntry("eyebright_saves_acknowledged_total{kind=\"page\"}", 0.0)
                    .containsEntry("eyebright_writes_waiting", 0.0)
                    .containsEntry("eyebright_snapshot_number{study=\"hello\"}", 0.0);
            assertThat(before.keySet())
                    .anyMatch(name -> name.startsWith("jvm_memory_used_bytes"))
                    .anyMatch(name -> name.startsWith("jvm_gc_collection_seconds"))
                    .anyMatch(name -> name.startsWith("process_resident_memory_bytes"))
                    .anyMatch(name -> name.startsWith("eyebright_build_info"))
                    .contains("process_start_time_seconds");

            Walk respondent = Walk.begun(site, "hello");
            respondent.press("go", "on");
            respondent.open("/hello/findings");
            respondent.open("/nobody-fields-this");

            Map<String, Double> after = figures(site);
            assertThat(after)
                    .containsEntry("eyebright_saves_acknowledged_total{kind=\"start\"}", 1.0)
                    .containsEntry("eyebright_saves_acknowledged_total{kind=\"page\"}", 1.0)
                    .containsEntry("eyebright_save_seconds_count", 2.0)
                    .containsEntry("eyebright_save_seconds_bucket{le=\"+Inf\"}", 2.0)
                    .containsEntry("eyebright_requests_total{kind=\"reading\",status=\"200\"}", 1.0)
                    .containsEntry(
                            "eyebright_requests_total{kind=\"reading\",status=\"404\"}", 1.0);
            assertThat(after.get("eyebright_requests_total{kind=\"answering\",status=\"303\"}"))
                    .isGreaterThanOrEqualTo(2);
            assertThat(after.get("eyebright_snapshot_age_seconds{study=\"hello\"}"))
                    .isGreaterThanOrEqualTo(0);
            var labels = new TreeSet<String>();
            for (String sample : after.keySet()) {
                Matcher label =
                        Pattern.compile("([a-z_]+)=\"([^\"]*)\"")
                                .matcher(sample.startsWith("eyebright_") ? sample : "");
                while (label.find()) {
                    labels.add(label.group(1));
                }
            }
            // No respondent, no page, no address.
            assertThat(labels)
                    .containsExactly("kind", "le", "reason", "status", "study", "version");
        }
    }

    @Test
    void figuresAreNowhereUnlessAskedForAndNeverOnTheSiteItself() throws Exception {
        try (RunningSite site = site(OptionalInt.empty())) {
            assertThat(site.metricsPort()).isEmpty();
            assertThat(status("http://127.0.0.1:" + site.port() + "/metrics")).isEqualTo(404);
        }
    }

    @Test
    void aTakenPortForFiguresIsRefusedBeforeAnythingIsServed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> site(OptionalInt.of(taken.getLocalPort())).close())
                    .isInstanceOf(PortTakenException.class)
                    .hasMessage(
                            "port %d is taken; name another by --metrics-port, or 0 for any that is free"
                                    .formatted(taken.getLocalPort()));
        }
    }

    private RunningSite site(OptionalInt metricsPort)
            throws NotReadyException, PortTakenException, IOException {
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
                        metricsPort));
    }

    private static Map<String, Double> figures(RunningSite site)
            throws IOException, InterruptedException {
        String text = text("http://127.0.0.1:" + site.metricsPort().orElseThrow() + "/metrics");
        var declared = new ArrayList<String>();
        var samples = new HashMap<String, Double>();
        for (String line : text.split("\n", -1)) {
            Matcher type = DECLARED.matcher(line);
            if (type.matches()) {
                assertThat(declared).as("declared once").doesNotContain(type.group(1));
                declared.add(type.group(1));
            } else if (!line.isEmpty() && !line.startsWith("# HELP ")) {
                Matcher sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).as(line).isTrue();
                assertThat(declared)
                        .as(line)
                        .anyMatch(name -> sample.group(1).matches(name + "(_bucket|_sum|_count)?"));
                String labels = sample.group(2) == null ? "" : "{" + sample.group(2) + "}";
                Double earlier = samples.put(sample.group(1) + labels, value(sample.group(3)));
                assertThat(earlier).as("said once: " + line).isNull();
            }
        }
        return samples;
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static String text(String address) throws IOException, InterruptedException {
        try (HttpClient reader = HttpClient.newHttpClient()) {
            return reader.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private static int status(String address) throws IOException, InterruptedException {
        try (HttpClient reader = HttpClient.newHttpClient()) {
            return reader.send(
                            HttpRequest.newBuilder(URI.create(address)).build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
