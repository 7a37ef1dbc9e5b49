package eyebright.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// People who answer the study of [SmallStudy], one after another, as fast as they can.
final class Answering {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\">");
    private static final Pattern CODE = Pattern.compile("Your code: <strong>([a-z-]+)</strong>");
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final int SEE_OTHER = 303;

    private static final int PAUSE_MILLIS = 50;

    private final Supplier<URI> site;
    private final Consumer<Kept> acknowledged;
    private final BooleanSupplier goesOn;
    private final HttpClient browser;
    private String from = "";
    private int tries;
    private String cookie = "";

    /// Somebody who gives up when nobody listens.
    ///
    /// @param acknowledged is told of each page that the server says it has kept
    Answering(URI site, HttpClient browser, Consumer<Kept> acknowledged) {
        this(() -> site, browser, acknowledged, () -> false);
    }

    /// Somebody whose browser sends a page again, the same bytes, until somebody listens, as long as they go on.
    ///
    /// @param site where the server is at the moment
    /// @param acknowledged is told of each page that the server says it has kept
    Answering(
            Supplier<URI> site,
            HttpClient browser,
            Consumer<Kept> acknowledged,
            BooleanSupplier goesOn) {
        this.site = site;
        this.browser = browser;
        this.acknowledged = acknowledged;
        this.goesOn = goesOn;
    }

    /// A page that the server says it has kept.
    ///
    /// @param tries how often it was sent
    record Kept(String code, int page, String words, BigDecimal number, int tries) {}

    /// Respondent after respondent, until the server no longer answers.
    ///
    /// @return how many had begun
    int untilNobodyListens() throws InterruptedException {
        for (int begun = 0; ; begun++) {
            try {
                oneRespondent();
            } catch (IOException nobodyListens) {
                // As expected of a server that was killed. What it had acknowledged has been told.
                return begun;
            }
        }
    }

    private void oneRespondent() throws IOException, InterruptedException {
        int address = ADDRESSES.incrementAndGet();
        from = "10.%d.%d.%d".formatted(address >> 16, address >> 8 & 255, address & 255);
        cookie = "";
        String consent = get("small/take-part");
        take(expect(post("small/take-part", consent, Map.of("answer", "agree"))));
        for (int page = 1; page <= SmallStudy.PAGES; page++) {
            String path = "small/take-part/page-" + page;
            String shown = get(path);
            String words = "said on page %d by %s".formatted(page, from);
            var number = BigDecimal.valueOf((10L * address + page) % 1_000_000);
            Map<String, String> typed =
                    Map.of("go", "on", "words" + page, words, "number" + page, number.toString());
            expect(post(path, shown, typed));
            acknowledged.accept(new Kept(code(shown), page, words, number, tries));
        }
    }

    /// A page as who comes back with a code finds it.
    String resumed(String code, int page) throws IOException, InterruptedException {
        String form = get("small/resume");
        take(expect(post("small/resume", form, Map.of("go", "on", "code", code))));
        return get("small/take-part/page-" + page);
    }

    private void take(HttpResponse<String> response) {
        String given = response.headers().firstValue("Set-Cookie").orElseThrow();
        cookie = given.substring(0, given.indexOf(';'));
    }

    /// A page kept is answered with the way to the next.
    private static HttpResponse<String> expect(HttpResponse<String> response) {
        if (response.statusCode() != SEE_OTHER) {
            throw new AssertionError(
                    "%s answered %d: %s"
                            .formatted(response.uri(), response.statusCode(), response.body()));
        }
        return response;
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(() -> request(path).build()).body();
    }

    private HttpResponse<String> post(String path, String page, Map<String, String> typed)
            throws IOException, InterruptedException {
        var fields = new TreeMap<>(hidden(page));
        fields.putAll(typed);
        String body =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                () ->
                        request(path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", origin())
                                .POST(BodyPublishers.ofString(body))
                                .build());
    }

    private HttpResponse<String> send(Supplier<HttpRequest> request)
            throws IOException, InterruptedException {
        for (tries = 1; ; tries++) {
            try {
                return browser.send(request.get(), BodyHandlers.ofString());
            } catch (IOException nobodyListens) {
                if (!goesOn.getAsBoolean()) {
                    throw nobodyListens;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /// As a browser says where a form stands.
    private String origin() {
        URI now = site.get();
        return now.getScheme() + "://" + now.getAuthority();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.get().resolve(path))
                .timeout(Duration.ofSeconds(10))
                .header("Cookie", cookie)
                .header("X-Forwarded-For", from);
    }

    private static Map<String, String> hidden(String page) {
        var fields = new TreeMap<String, String>();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        return fields;
    }

    private static String code(String page) {
        Matcher code = CODE.matcher(page);
        if (!code.find()) {
            throw new AssertionError("no code on " + page);
        }
        return code.group(1);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
