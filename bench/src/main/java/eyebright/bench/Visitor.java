package eyebright.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A respondent at a browser without script, who takes part over HTTP. Not for several threads.
final class Visitor {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\">");
    private static final Pattern ACTION =
            Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[a-z]+(?:-[a-z]+){4}");
    private static final int MOST_PAGES = 80;

    private final URI base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private HttpResponse<byte[]> page;

    /// @param port of a site on this machine
    Visitor(int port) throws IOException, InterruptedException {
        base = URI.create("http://127.0.0.1:" + port);
        page = exchange(HttpRequest.newBuilder(base).build());
    }

    /// Opens a page.
    void open(String address) throws IOException, InterruptedException {
        page = exchange(HttpRequest.newBuilder(base.resolve(address)).build());
    }

    /// How many bytes a page has as a browser gets it: in gzip.
    int compressed(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                exchange(
                        HttpRequest.newBuilder(base.resolve(address))
                                .header("Accept-Encoding", "gzip")
                                .build());
        if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            throw new IllegalStateException(address + " is not compressed");
        }
        return answer.body().length;
    }

    /// The page as text.
    String text() {
        return new String(page.body(), StandardCharsets.UTF_8);
    }

    /// Takes part: gives these answers where they are asked, skips all else, sends them.
    ///
    /// @return the code
    String takePart(String study, Map<String, List<String>> answers)
            throws IOException, InterruptedException {
        open("/" + study + "/take-part");
        press("answer", "agree", Map.of());
        for (int pages = 0; pages < MOST_PAGES && !isAt("/review"); pages++) {
            press("go", "on", answers);
        }
        press("go", "send", Map.of());
        return CODE.matcher(text())
                .results()
                .map(MatchResult::group)
                .filter(code -> code.length() > 20)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no code at " + page.uri()));
    }

    /// Types a code into the form that asks for it, as on a new device, and is shown what the study gives back.
    void enter(String study, String code) throws IOException, InterruptedException {
        cookies.getCookieStore().removeAll();
        open("/" + study + "/you");
        press("go", "on", Map.of("code", List.of(code)));
    }

    private boolean isAt(String end) {
        return page.uri().getPath().endsWith(end);
    }

    /// Sends the form of the page with those of the answers that it asks for.
    private void press(String button, String value, Map<String, List<String>> answers)
            throws IOException, InterruptedException {
        String form = text();
        var fields = new ArrayList<String>();
        HIDDEN.matcher(form)
                .results()
                .forEach(field -> fields.add(encoded(field.group(1), field.group(2))));
        answers.forEach(
                (name, chosen) -> {
                    if (form.contains("name=\"%s\"".formatted(name))) {
                        chosen.forEach(each -> fields.add(encoded(name, each)));
                    }
                });
        fields.add(encoded(button, value));
        String action =
                ACTION.matcher(form)
                        .results()
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no form at " + page.uri()))
                        .group(1);
        page =
                exchange(
                        HttpRequest.newBuilder(base.resolve(action))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", base.toString())
                                .POST(BodyPublishers.ofString(String.join("&", fields)))
                                .build());
    }

    private static String encoded(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> exchange(HttpRequest request)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = browser.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "%s answered %d".formatted(request.uri(), answer.statusCode()));
        }
        return answer;
    }
}
