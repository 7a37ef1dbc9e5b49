package eyebright.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A respondent at a browser without script: opens pages, types, presses buttons, keeps cookies. It reads
/// what a person reads, and sends what a form holds.
public final class Walk {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\">");
    private static final Pattern ACTION =
            Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"");
    private static final Pattern TITLE = Pattern.compile("<h1>([^<]*)</h1>");
    private static final Pattern CODE = Pattern.compile("[a-z]+(?:-[a-z]+){4}");

    private final URI base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private HttpResponse<String> page;

    private Walk(int port, String first) {
        base = URI.create("http://127.0.0.1:" + port);
        page = get(first);
    }

    /// A browser of its own, on that page.
    public static Walk at(RunningSite site, String first) {
        return at(site.port(), first);
    }

    /// The same where the site is another process.
    public static Walk at(int port, String first) {
        return new Walk(port, first);
    }

    /// A respondent who has just agreed.
    public static Walk begun(RunningSite site, String study) {
        return begun(site.port(), study);
    }

    /// The same where the site is another process.
    public static Walk begun(int port, String study) {
        Walk walk = at(port, "/" + study + "/take-part");
        walk.press("answer", "agree");
        return walk;
    }

    /// Opens a page.
    public Walk open(String address) {
        page = get(address);
        return this;
    }

    /// Presses a button of the form on the page, with these fields typed in: name, value, name, value.
    public Walk press(String button, String value, String... typed) {
        return send(action(), form(button, value, typed));
    }

    /// Continue, with these fields typed in.
    public Walk on(String... typed) {
        return press("go", "on", typed);
    }

    /// The form as `press` would send it.
    public Map<String, String> form(String button, String value, String... typed) {
        var fields = new LinkedHashMap<String, String>();
        Matcher hidden = HIDDEN.matcher(text());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        for (int i = 0; i < typed.length; i += 2) {
            fields.merge(typed[i], typed[i + 1], (a, b) -> a + "\n" + b);
        }
        fields.put(button, value);
        return fields;
    }

    /// Sends a form; a value with line ends is sent as several.
    public Walk send(String address, Map<String, String> fields, String... headers) {
        String body =
                fields.entrySet().stream()
                        .flatMap(
                                field ->
                                        field.getValue()
                                                .lines()
                                                .map(value -> encoded(field.getKey(), value)))
                        .collect(Collectors.joining("&"));
        return post(address, body.getBytes(StandardCharsets.US_ASCII), headers);
    }

    /// Sends these bytes as a form, from a page of the site unless headers say otherwise.
    public Walk post(String address, byte[] body, String... headers) {
        var request =
                HttpRequest.newBuilder(base.resolve(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofByteArray(body));
        if (headers.length == 0) {
            request.header("Origin", base.toString());
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        page = exchange(request.build());
        return this;
    }

    /// Where the form of the page goes.
    public String action() {
        Matcher action = ACTION.matcher(text());
        if (!action.find()) {
            throw new AssertionError("no form on " + page.uri() + ":\n" + text());
        }
        return action.group(1);
    }

    /// The page as it was sent.
    public String text() {
        return page.body();
    }

    /// Its heading.
    public String heading() {
        Matcher title = TITLE.matcher(text());
        return title.find() ? title.group(1) : "";
    }

    /// Its path.
    public String path() {
        return page.uri().getPath();
    }

    public int status() {
        return page.statusCode();
    }

    /// A header of the answer, or nothing.
    public String header(String name) {
        return page.headers().firstValue(name).orElse("");
    }

    /// The code as the page shows it.
    public String code() {
        Matcher code = CODE.matcher(text().replaceAll("(?s)<head>.*?</head>|<[^>]*>", " "));
        if (!code.find()) {
            throw new AssertionError("no code on " + page.uri() + ":\n" + text());
        }
        return code.group();
    }

    /// The one cookie.
    public HttpCookie cookie() {
        return cookies.getCookieStore().getCookies().getFirst();
    }

    /// How many cookies the browser keeps.
    public int cookies() {
        return cookies.getCookieStore().getCookies().size();
    }

    /// Forgets all cookies.
    Walk forget() {
        cookies.getCookieStore().removeAll();
        return this;
    }

    /// Puts another value into the one cookie.
    public Walk forge(String value) {
        cookie().setValue(value);
        return this;
    }

    private HttpResponse<String> get(String address) {
        return exchange(HttpRequest.newBuilder(base.resolve(address)).build());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encoded(String field, String value) {
        return URLEncoder.encode(field, StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
