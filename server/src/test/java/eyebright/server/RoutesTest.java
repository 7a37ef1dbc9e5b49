package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.page.Look;
import eyebright.server.page.Mode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every address that answers, what it answers with, and what it lets a browser keep. A route without a line in
/// [#ROUTES] fails: whoever adds a page decides here who may keep it.
class RoutesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HTTPS = "https://gardens.example.org";

    /// How long an answer may be kept, and by whom.
    private enum Kept {
        /// By nobody: it is somebody's own.
        NOT("no-store"),
        /// By anybody, who asks each time whether it is still so.
        ASKED_FOR_ANEW("no-cache"),
        /// For good: its address changes with it.
        FOR_GOOD("public, max-age=31536000, immutable");

        private final String header;

        Kept(String header) {
            this.header = header;
        }
    }

    /// Who a route is for.
    private enum Whose {
        READER,
        RESPONDENT,
        RESEARCHER
    }

    /// What a route answers to somebody whom the site does not know.
    ///
    /// @param address of the study `garden`
    /// @param status to a GET by a stranger; to a POST, that of a form without a token
    private record Expected(String address, int status, Kept kept, Whose whose) {}

    private static final Map<String, Expected> ROUTES = routes();

    /// What Tomcat itself refuses, before any filter.
    private static final List<String> REFUSED =
            List.of(
                    "GET /garden%2ffindings HTTP/1.1|Host: x",
                    "GET /garden/%00 HTTP/1.1|Host: x",
                    "GET /garden/%zz HTTP/1.1|Host: x",
                    "GET /%5c.. HTTP/1.1|Host: x",
                    "GET /../../etc/passwd HTTP/1.1|Host: x",
                    "GET /garden/;a=b HTTP/1.1|Host: x",
                    "GET /garden//findings HTTP/1.1|Host: x",
                    "GET /garden HTTP/1.1",
                    "GET /garden HTTP/1.1|Host: a|Host: b",
                    "GET /garden HTTP/1.1|Host: <x>",
                    "GET /garden HTTP/9.9|Host: x",
                    "GET /garden<script> HTTP/1.1|Host: x",
                    "GET garden HTTP/1.1|Host: x",
                    "NO REQUEST AT ALL",
                    "G\u00e4T /garden HTTP/1.1|Host: x",
                    "POST /garden/take-part HTTP/1.1|Host: x|Content-Length: -1",
                    "POST /garden/take-part HTTP/1.1|Host: x|Content-Length: 1|Content-Length: 2",
                    "POST /garden/take-part HTTP/1.1|Host: x|Transfer-Encoding: nonsense",
                    "POST /garden/take-part HTTP/1.1|Host: x|Transfer-Encoding: chunked|Content-Length: 3",
                    "POST /garden/resume HTTP/1.1|Host: x|Origin: http://x|Transfer-Encoding:"
                            + " chunked||zz|a=b|0|",
                    "GET /garden HTTP/1.1|Host: x|No colon",
                    "GET /garden HTTP/1.1|Host: x|Broken name: x",
                    "CONNECT example.org:80 HTTP/1.1|Host: x",
                    "GET http://[::1/ HTTP/1.1|Host: x");

    @TempDir private static Path data;
    private static RunningSite plain;
    private static RunningSite secure;

    @BeforeAll
    static void start() throws IOException {
        plain = site(Optional.empty());
        secure = site(Optional.of(URI.create(HTTPS)));
    }

    @AfterAll
    static void close() {
        plain.close();
        secure.close();
    }

    private static Map<String, Expected> routes() {
        var routes = new TreeMap<String, Expected>();
        reads(routes, "/", "/", 200);
        // Of previews that follow their folders alone.
        routes.put("GET /look", new Expected("/look", 404, Kept.NOT, Whose.READER));
        routes.put("GET /look/changes", new Expected("/look/changes", 404, Kept.NOT, Whose.READER));
        routes.put("GET /health", new Expected("/health", 200, Kept.NOT, Whose.READER));
        routes.put("GET /assets/{file}", new Expected(asset(), 200, Kept.FOR_GOOD, Whose.READER));
        reads(routes, "/{study}", "/garden", 200, Kept.NOT);
        reads(routes, "/{study}/questionnaire", "/garden/questionnaire", 200);
        reads(routes, "/{study}/findings", "/garden/findings", 200);
        reads(routes, "/{study}/findings/{claim}", "/garden/findings/calm", 200);
        reads(routes, "/{study}/rehearsal", "/garden/rehearsal", 200);
        reads(routes, "/{study}/clients", "/garden/clients", 200);
        reads(routes, "/{study}/reporting", "/garden/reporting", 200);
        reads(routes, "/{study}/data", "/garden/data", 200);
        reads(routes, "/{study}/article", "/garden/article", 200);
        reads(routes, "/{study}/review", "/garden/review", 200);
        reads(routes, "/{study}/article.bib", "/garden/article.bib", 200);
        reads(routes, "/{study}/article.ris", "/garden/article.ris", 200);
        reads(routes, "/{study}/article.csl.json", "/garden/article.csl.json", 200);
        reads(routes, "/{study}/article.atom", "/garden/article.atom", 200);
        reads(routes, "/{study}/article/versions", "/garden/article/versions", 200);
        // Not published yet: VersionPagesTest holds the headers of a published file.
        reads(routes, "/{study}/article/{number:[1-9][0-9]{0,5}}", "/garden/article/1", 404);
        reads(
                routes,
                "/{study}/article/{number:[1-9][0-9]{0,5}}/{*path}",
                "/garden/article/1/article.html",
                404);
        asks(routes, "/{study}/take-part", "/garden/take-part", 200, 200);
        asks(routes, "/{study}/take-part/{page}", "/garden/take-part/you", 303, 403);
        asks(routes, "/{study}/take-part/goodbye", "/garden/take-part/goodbye", 303, 0);
        asks(routes, "/{study}/take-part/review", "/garden/take-part/review", 303, 0);
        asks(routes, "/{study}/take-part/send", "/garden/take-part/send", 0, 303);
        asks(routes, "/{study}/take-part/done", "/garden/take-part/done", 303, 0);
        asks(routes, "/{study}/resume", "/garden/resume", 200, 403);
        asks(routes, "/{study}/withdraw", "/garden/withdraw", 200, 422);
        asks(routes, "/{study}/save-and-leave", "/garden/save-and-leave", 200, 200);
        asks(routes, "/{study}/you", "/garden/you", 200, 403);
        asks(routes, "/{study}/discussion/write", "/garden/discussion/write", 200, 404);
        String comment = "/{study}/discussion/report/{id}";
        asks(routes, comment, "/garden/discussion/report/aaaaaaaaaaaaaaaa", 404, 404);
        asks(
                routes,
                "/{study}/discussion/mine/{token}",
                "/garden/discussion/mine/aaaaaaaaaaaaaaaa",
                404,
                404);
        works(routes, "/desk", "/desk", 303, 0);
        works(routes, "/desk/log-in", "/desk/log-in", 200, 403);
        works(routes, "/desk/code", "/desk/code", 303, 200);
        works(routes, "/desk/log-out", "/desk/log-out", 0, 303);
        works(routes, "/desk/set-up/{link}", "/desk/set-up/none", 410, 410);
        works(routes, "/desk/account", "/desk/account", 303, 0);
        works(routes, "/desk/account/password", "/desk/account/password", 0, 303);
        works(routes, "/desk/account/recovery", "/desk/account/recovery", 0, 303);
        works(routes, "/desk/log", "/desk/log", 303, 0);
        works(routes, "/desk/{study}/discussion", "/desk/garden/discussion", 303, 303);
        works(routes, "/desk/{study}/versions", "/desk/garden/versions", 303, 303);
        // What Tomcat calls for a fault; asked by its name it is a page that is not there.
        routes.put("ANY /error", new Expected("/error", 404, Kept.NOT, Whose.READER));
        return routes;
    }

    private static void reads(
            Map<String, Expected> routes, String pattern, String address, int status) {
        reads(routes, pattern, address, status, Kept.ASKED_FOR_ANEW);
    }

    private static void reads(
            Map<String, Expected> routes, String pattern, String address, int status, Kept kept) {
        routes.put(
                "GET " + pattern,
                new Expected(address, status, status == 404 ? Kept.NOT : kept, Whose.READER));
    }

    /// @param got 0 where there is no GET
    /// @param posted 0 where there is no POST
    private static void asks(
            Map<String, Expected> routes, String pattern, String address, int got, int posted) {
        both(routes, pattern, address, got, posted, Whose.RESPONDENT);
    }

    private static void works(
            Map<String, Expected> routes, String pattern, String address, int got, int posted) {
        both(routes, pattern, address, got, posted, Whose.RESEARCHER);
    }

    private static void both(
            Map<String, Expected> routes,
            String pattern,
            String address,
            int got,
            int posted,
            Whose whose) {
        if (got > 0) {
            routes.put("GET " + pattern, new Expected(address, got, Kept.NOT, whose));
        }
        if (posted > 0) {
            routes.put("POST " + pattern, new Expected(address, posted, Kept.NOT, whose));
        }
    }

    private static String asset() {
        return new Look().css();
    }

    @Test
    void everyRouteSaysWhatABrowserMayDoWithItAndKeepOfIt() throws IOException {
        assertThat(mapped(plain)).isEqualTo(new TreeSet<>(ROUTES.keySet()));
        for (var route : ROUTES.entrySet()) {
            holds(plain, route.getKey(), route.getValue(), Whom.STRANGER, false);
        }
        String respondent = cookie(Walk.begun(plain, "garden"));
        for (var route : ROUTES.entrySet()) {
            if (route.getValue().whose() == Whose.RESPONDENT) {
                holds(plain, route.getKey(), route.getValue(), new Whom(respondent), false);
            }
        }
    }

    @Test
    void behindHttpsEveryRouteStaysThere() throws IOException {
        for (var route : ROUTES.entrySet()) {
            holds(secure, route.getKey(), route.getValue(), Whom.STRANGER, true);
        }
    }

    /// Whose cookie a request carries.
    private record Whom(String cookie) {
        private static final Whom STRANGER = new Whom("");
    }

    private static void holds(
            RunningSite site, String route, Expected expected, Whom whom, boolean isSecure)
            throws IOException {
        boolean isPost = route.startsWith("POST ");
        String as = route + (whom.cookie().isEmpty() ? "" : " of a respondent");
        var answer = ask(site, isPost ? "POST" : "GET", expected.address(), whom, isSecure);
        if (whom.cookie().isEmpty()) {
            assertThat(answer.status()).as(as).isEqualTo(expected.status());
        } else {
            assertThat(answer.status()).as(as).isLessThan(500);
        }
        assertHeaders(as, answer, isSecure);
        assertThat(answer.header("Cache-Control")).as(as).isEqualTo(expected.kept().header);
        assertThat(answer.header("Referrer-Policy"))
                .as(as)
                .isEqualTo(
                        isSecure && expected.whose() == Whose.RESEARCHER
                                ? "no-referrer"
                                : "same-origin");
        if (expected.whose() != Whose.READER) {
            assertThat(answer.header("X-Robots-Tag")).as(as).isEqualTo("noindex");
        }
        assertCookies(as, answer, expected.whose(), isSecure);

        // The same address, asked as it is not meant to be.
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD", "X")) {
            var other = ask(site, method, expected.address(), whom, isSecure);
            assertThat(other.status()).as(method + " " + as).isBetween(200, 499);
            assertHeaders(method + " " + as, other, isSecure);
            assertThat(other.headers("Set-Cookie")).as(method + " " + as).isEmpty();
        }
        if (isPost) {
            var elsewhere =
                    RawSocket.send(
                            site.port(),
                            request("POST", expected.address(), whom, "https://evil.example.org"),
                            PATIENCE);
            // The desk turns away who is not logged in before it reads a form.
            assertThat(elsewhere.status()).as(as + " from elsewhere").isIn(403, 303);
            assertThat(elsewhere.header("Location")).as(as).isIn("", "/desk/log-in");
            assertHeaders(as + " from elsewhere", elsewhere, isSecure);
        }
    }

    private static void assertHeaders(String as, RawSocket.Answer answer, boolean isSecure) {
        assertThat(answer.header("Content-Security-Policy"))
                .as(as)
                .contains(
                        "default-src 'self'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'",
                        "object-src 'none'")
                .doesNotContain("unsafe", "*", "http:", "https:", "data:");
        assertThat(answer.header("X-Content-Type-Options")).as(as).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).as(as).isEqualTo("DENY");
        assertThat(answer.header("Permissions-Policy"))
                .as(as)
                .contains("camera=()", "microphone=()", "geolocation=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).as(as).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).as(as).isEqualTo("same-origin");
        assertThat(answer.header("Referrer-Policy")).as(as).isIn("same-origin", "no-referrer");
        assertThat(answer.header("Cache-Control")).as(as).isNotEmpty();
        // Whatever language a browser asks for.
        assertThat(answer.headers("Content-Language")).as(as).isSubsetOf("en");
        assertThat(answer.headers("Server")).as(as).isEmpty();
        assertThat(answer.headers("X-Powered-By")).as(as).isEmpty();
        assertThat(answer.headers("Access-Control-Allow-Origin")).as(as).isEmpty();
        // What is refused before the chain of filters is not told of https.
        boolean isTold = isSecure && answer.status() != 400 && !as.startsWith("TRACE ");
        assertThat(answer.headers("Strict-Transport-Security")).as(as).hasSize(isTold ? 1 : 0);
        assertThat(answer.body())
                .as(as)
                .doesNotContainPattern("<[^>]+ style=")
                .doesNotContainPattern("<script(?! src=| type=\"application/ld\\+json\")")
                .doesNotContain("<style", "Exception", "\tat ", "Tomcat");
    }

    /// Cookies are set by forms alone; whatever is set stays out of reach of scripts and other sites.
    private static void assertCookies(
            String as, RawSocket.Answer answer, Whose whose, boolean isSecure) {
        List<String> cookies = answer.headers("Set-Cookie");
        if (whose == Whose.READER || as.startsWith("GET ")) {
            assertThat(cookies).as(as).isEmpty();
        }
        for (String cookie : cookies) {
            assertThat(cookie).as(as).contains("; HttpOnly", "; SameSite=");
            assertThat(cookie.contains("; Secure")).as(as).isEqualTo(isSecure);
        }
    }

    @Test
    void whatIsNoRequestIsRefusedWithAPageOfOurs() throws IOException {
        for (String lines : REFUSED) {
            byte[] request =
                    (lines.replace("|", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
            var answer = RawSocket.send(plain.port(), request, PATIENCE);
            assertThat(answer.status()).as(lines + answer.bytes()).isBetween(400, 405);
            assertHeaders(lines, answer, false);
            assertThat(answer.isPage()).as(lines).isTrue();
            assertThat(answer.body()).as(lines).contains("<h1>");
        }
    }

    @Test
    void aHeadThatIsTooLongIsRefusedWithAPageOfOurs() throws IOException {
        for (String head :
                List.of(
                        "X: " + "x".repeat(20_000),
                        "Cookie: " + "a=b; ".repeat(3_000),
                        Stream.generate(() -> "X: y")
                                .limit(200)
                                .reduce((a, b) -> a + "\r\n" + b)
                                .orElseThrow())) {
            byte[] request =
                    ("GET / HTTP/1.1\r\nHost: x\r\n" + head + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII);
            var answer = RawSocket.send(plain.port(), request, PATIENCE);
            assertThat(answer.status()).as(head.substring(0, 10)).isIn(400, 431);
            assertHeaders(head.substring(0, 10), answer, false);
        }
    }

    @Test
    void theCookieOfARespondentIsForItsStudyAlone() throws IOException {
        for (boolean isSecure : new boolean[] {false, true}) {
            RunningSite site = isSecure ? secure : plain;
            Walk walk = Walk.at(site, "/garden/take-part");
            var fields = new ArrayList<String>();
            walk.form("answer", "agree").forEach((name, value) -> fields.add(name + "=" + value));
            String body = String.join("&", fields);
            var answer =
                    RawSocket.send(
                            site.port(),
                            ("""
                                 POST /garden/take-part HTTP/1.1\r
                                 Host: 127.0.0.1:%d\r
                                 Sec-Fetch-Site: same-origin\r
                                 Content-Type: application/x-www-form-urlencoded\r
                                 Content-Length: %d\r
                                 Connection: close\r
                                 \r
                                 """
                                                    .formatted(site.port(), body.length())
                                            + body)
                                    .getBytes(StandardCharsets.US_ASCII),
                            PATIENCE);
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.headers("Set-Cookie")).hasSize(1);
            String cookie = answer.header("Set-Cookie");
            assertThat(cookie)
                    .startsWith((isSecure ? "__Secure-" : "") + "eyebright-garden=")
                    .contains("; Path=/garden;", "; HttpOnly", "; SameSite=Lax", "; Max-Age=")
                    .doesNotContainIgnoringCase("domain=");
            assertCookies("agreed", answer, Whose.RESPONDENT, isSecure);
        }
    }

    private static RunningSite site(Optional<URI> publicUrl) throws IOException {
        Path folder = data.resolve(publicUrl.isPresent() ? "https" : "http");
        Path study = Gardens.giving(folder);
        Files.writeString(
                study.resolve("article.md"),
                """
                ---
                title: Gardens
                ---

                # Introduction

                We asked about gardens.
                """);
        Files.writeString(
                study.resolve("review.md"),
                "---\ntitle: What others found\n---\n\n# Before\n\nOthers asked about gardens.\n");
        return Gardens.start(
                new Mode.Collecting(), folder.resolve("data"), study, Clock.systemUTC(), publicUrl);
    }

    private static String cookie(Walk walk) {
        return walk.cookie().getName() + "=" + walk.cookie().getValue();
    }

    private static RawSocket.Answer ask(
            RunningSite site, String method, String address, Whom whom, boolean isSecure)
            throws IOException {
        String origin = isSecure ? HTTPS : "http://127.0.0.1:" + site.port();
        var answer = RawSocket.send(site.port(), request(method, address, whom, origin), PATIENCE);
        assertThat(answer.isSilent()).as(method + " " + address).isFalse();
        return answer;
    }

    private static byte[] request(String method, String address, Whom whom, String origin) {
        String host = origin.replaceFirst("https?://", "").toLowerCase(Locale.ROOT);
        return """
               %s %s HTTP/1.1\r
               Host: %s\r
               Origin: %s\r
               Accept-Language: de, fr;q=0.5\r
               %sContent-Type: application/x-www-form-urlencoded\r
               Content-Length: 0\r
               Connection: close\r
               \r
               """
                .formatted(
                        method,
                        address,
                        host.equals("evil.example.org") ? "gardens.example.org" : host,
                        origin,
                        whom.cookie().isEmpty() ? "" : "Cookie: " + whom.cookie() + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// Every route of the site, as `METHOD pattern`.
    static Set<String> mapped(RunningSite site) {
        var all = new TreeSet<String>();
        for (RequestMappingInfo info :
                site.context()
                        .getBean(RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .keySet()) {
            var methods = info.getMethodsCondition().getMethods();
            for (String pattern : info.getPatternValues()) {
                if (methods.isEmpty()) {
                    all.add("ANY " + pattern);
                }
                for (RequestMethod method : methods) {
                    all.add(method + " " + pattern);
                }
            }
        }
        return all;
    }
}
