package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.page.Mode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorsTest {

    private static final List<String> ADDRESSES =
            List.of(
                    "/",
                    "/health",
                    "/garden",
                    "/garden/take-part",
                    "/garden/take-part/you",
                    "/garden/take-part/review",
                    "/garden/take-part/goodbye",
                    "/garden/take-part/done",
                    "/garden/resume",
                    "/garden/withdraw",
                    "/garden/save-and-leave",
                    "/garden/questionnaire",
                    "/garden/findings",
                    "/garden/findings/calm",
                    "/garden/findings/no-such",
                    "/no-such",
                    "/garden/no/such/page",
                    "/error",
                    "/garden/%2e%2e/x");

    @TempDir private Path data;

    @Test
    void everyAnswerCarriesTheHeaders() {
        try (RunningSite site = Gardens.collecting(data)) {
            for (String address : ADDRESSES) {
                carriesTheHeaders(address, Walk.at(site, address));
            }
            carriesTheHeaders("begun", Gardens.eligible(site));
        }
    }

    private static void carriesTheHeaders(String address, Walk walk) {
        assertThat(walk.header("Content-Security-Policy"))
                .as(address)
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(walk.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(walk.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(walk.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(walk.header("Permissions-Policy")).contains("camera=()");
        assertThat(walk.header("Cache-Control")).containsAnyOf("no-store", "no-cache");
        assertThat(walk.header("Server")).isEmpty();
        assertThat(walk.text())
                .as(address)
                .doesNotContainPattern("<[^>]+ style=")
                .doesNotContainPattern("<script(?! src=)")
                .doesNotContain("<style", "Exception", "\tat ");
        if (walk.path().matches("/garden/(take-part|resume|withdraw|save-and-leave).*")) {
            assertThat(walk.header("Cache-Control")).isEqualTo("no-store");
            assertThat(walk.text()).contains("<meta name=\"robots\" content=\"noindex\">");
        }
    }

    @Test
    void pathsThatAreNotThereAreKindly404() {
        try (RunningSite site = Gardens.collecting(data)) {
            for (String address :
                    List.of(
                            "/no-such",
                            "/no-such/take-part",
                            "/garden/you",
                            "/garden/findings/x")) {
                Walk walk = Walk.at(site, address);
                assertThat(walk.status()).isEqualTo(404);
                assertThat(walk.heading()).isEqualTo("There is no such page");
            }
            assertThat(Walk.at(site, "/garden/").path()).isEqualTo("/garden");
            assertThat(Walk.at(site, "/health").text()).isEqualTo("up");
        }
    }

    @Test
    void theCookieIsSignedAndOnlyForItsStudy() {
        try (RunningSite site =
                Gardens.start(
                        new Mode.Collecting(),
                        data,
                        Gardens.FOLDER,
                        Clock.systemUTC(),
                        Optional.of(URI.create("https://gardens.example.org/")))) {
            Walk walk = Walk.at(site, "/garden/take-part").press("answer", "agree");

            assertThat(walk.cookie().getName()).isEqualTo("__Secure-eyebright-garden");
            assertThat(walk.cookie().getPath()).isEqualTo("/garden");
            assertThat(walk.cookie().isHttpOnly()).isTrue();
            assertThat(walk.cookie().getSecure()).isTrue();
            assertThat(walk.cookie().getMaxAge()).isEqualTo(Duration.ofDays(30).toSeconds());
        }
    }

    @Test
    void theCookieShowsNeitherWhoseItIsNorTheCode() {
        try (RunningSite site = Gardens.collecting(data)) {
            Walk walk = Walk.begun(site, "garden");
            String value = walk.cookie().getValue();
            String decoded =
                    new String(
                            java.util.Base64.getUrlDecoder().decode(value),
                            StandardCharsets.ISO_8859_1);

            assertThat(value + decoded)
                    .doesNotContain(walk.code(), Gardens.respondents(data).getFirst().id().hex());
        }
    }

    @Test
    void aForgedCookieIsNobody() {
        try (RunningSite site = Gardens.collecting(data)) {
            Walk walk = Walk.begun(site, "garden");
            String value = walk.cookie().getValue();
            for (String forged :
                    List.of(
                            "",
                            "x",
                            "...",
                            (value.startsWith("a") ? "b" : "a") + value.substring(1),
                            value + "x",
                            value.substring(4))) {
                walk.forge(forged).open("/garden/take-part/you");
                assertThat(walk.heading()).as(forged).isEqualTo("Before you begin");
            }
            walk.forge(value).open("/garden/take-part/you");
            assertThat(walk.heading()).isEqualTo("You");
        }
    }

    @Test
    void aStaleTokenGivesThePageBackWithWhatWasTyped() {
        var clock = new Hand(Instant.parse("2027-03-01T10:00:00Z"));
        try (RunningSite site =
                Gardens.start(
                        new Mode.Collecting(), data, Gardens.FOLDER, clock, Optional.empty())) {
            Walk walk = Gardens.eligible(site);
            clock.now = clock.now.plus(Duration.ofDays(8));
            walk.on("name", "Eden");

            assertThat(walk.status()).isEqualTo(403);
            assertThat(walk.text())
                    .contains("Nothing you typed is lost: please press Continue again.")
                    .contains("value=\"Eden\"");
            walk.on("name", "Eden");
            assertThat(walk.status()).isEqualTo(200);
            assertThat(walk.path()).doesNotEndWith("the-garden");
        }
    }

    @Test
    void theTokenOfAnotherRespondentIsStale() {
        try (RunningSite site = Gardens.collecting(data)) {
            Walk one = Gardens.eligible(site);
            Walk other = Gardens.eligible(site);
            one.send("/garden/take-part/the-garden", other.form("go", "on", "name", "Eden"));

            assertThat(one.status()).isEqualTo(403);
            assertThat(Gardens.respondents(data))
                    .allMatch(respondent -> respondent.answers().to("name").isEmpty());
        }
    }

    @Test
    void aBrowserWithoutItsCookieKeepsWhatWasTyped() {
        try (RunningSite site = Gardens.collecting(data)) {
            Walk walk = Gardens.eligible(site);
            String code = walk.code();
            walk.forget().on("name", "Eden");
            assertThat(walk.text()).contains("no longer knows which answers are yours");
            var form = walk.form("go", "on", "name", "Eden");

            walk.open("/garden/resume").press("go", "on", "code", code);
            walk.send("/garden/take-part/the-garden", form);
            assertThat(walk.text()).contains("value=\"Eden\"", "press Continue again");
            walk.on("name", "Eden");
            assertThat(walk.path()).doesNotEndWith("the-garden");
        }
    }

    @Test
    void formsOfOtherSitesAreRefused() {
        try (RunningSite site = Gardens.collecting(data)) {
            Walk walk = Gardens.eligible(site);
            var form = walk.form("go", "on");
            walk.send("/garden/take-part/the-garden", form, "Sec-Fetch-Site", "cross-site");

            assertThat(walk.status()).isEqualTo(403);
            assertThat(walk.heading()).isEqualTo("This did not come from our own page");
            walk.send("/garden/take-part/the-garden", form, "Sec-Fetch-Site", "same-origin");
            assertThat(walk.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin https://elsewhere.example",
                "Origin null",
                "Referer https://elsewhere.example/gardens.example.org",
                "X-Nothing said"
            })
    void nobodyIsLedToGoOnWithACodeFromElsewhere(String header) {
        try (RunningSite site = Gardens.collecting(data)) {
            String code = Gardens.eligible(site).code();
            Walk walk = Walk.at(site, "/garden/resume");
            String[] said = header.split(" ", 2);
            walk.send("/garden/resume", walk.form("go", "on", "code", code), said[0], said[1]);

            assertThat(walk.status()).isEqualTo(403);
            assertThat(walk.heading()).isEqualTo("This did not come from our own page");
            assertThat(walk.cookies()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin https://gardens.example.org",
                "Origin https://Gardens.example.org:443",
                "Referer https://gardens.example.org/garden/resume"
            })
    void formsOfThePublicAddressAreOurs(String header) {
        try (RunningSite site =
                Gardens.start(
                        new Mode.Collecting(),
                        data,
                        Gardens.FOLDER,
                        Clock.systemUTC(),
                        Optional.of(URI.create("https://gardens.example.org/")))) {
            Walk walk = Walk.at(site, "/garden/resume");
            String[] said = header.split(" ", 2);
            walk.send("/garden/resume", walk.form("go", "on", "code", "x"), said[0], said[1]);

            assertThat(walk.status()).isEqualTo(422);
        }
    }

    @Test
    void aCodeIsNotReadFromAFormWithoutItsToken() {
        try (RunningSite site = Gardens.collecting(data)) {
            String code = Gardens.eligible(site).code();
            Walk walk = Walk.at(site, "/garden/resume");
            var form = walk.form("go", "on", "code", code);
            form.remove("token");
            walk.send("/garden/resume", form);

            assertThat(walk.status()).isEqualTo(403);
            assertThat(walk.text()).contains("Please press Go on once more.", code);
            assertThat(walk.cookies()).isZero();
            walk.press("go", "on", "code", code);
            assertThat(walk.status()).isEqualTo(200);
        }
    }

    @Test
    void bodiesEndAt64Kilobytes() {
        try (RunningSite site = Gardens.collecting(data)) {
            Walk walk = Gardens.eligible(site);
            byte[] long413 = ("why=" + "x".repeat(65_536)).getBytes(StandardCharsets.US_ASCII);
            walk.post("/garden/take-part/the-garden", long413);

            assertThat(walk.status()).isEqualTo(413);
            assertThat(walk.heading()).isEqualTo("That was more than one page can hold");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%zz", "name=%00", "name=%ff", "name=%ed%a0%80"})
    void formsThatCannotBeReadAreRefused(String body) {
        try (RunningSite site = Gardens.collecting(data)) {
            Walk walk = Gardens.eligible(site);
            walk.post("/garden/take-part/the-garden", body.getBytes(StandardCharsets.US_ASCII));

            assertThat(walk.status()).isEqualTo(400);
        }
    }

    @Test
    void theSameSaveTwiceIsOne() {
        try (RunningSite site = Gardens.collecting(data)) {
            Walk walk = Gardens.eligible(site);
            var form = walk.form("go", "on", "name", "Eden");
            walk.send("/garden/take-part/the-garden", form);
            String path = walk.path();
            walk.send("/garden/take-part/the-garden", form);

            assertThat(walk.status()).isEqualTo(200);
            assertThat(walk.path()).isEqualTo(path);
            assertThat(Gardens.respondents(data).getFirst().answers().saved())
                    .containsExactlyInAnyOrder("you", "the-garden");
        }
    }

    @Test
    void after500SavesNothingMoreIsKeptAndNothingTypedIsLost() {
        try (RunningSite site = Gardens.collecting(data)) {
            Walk walk = Gardens.eligible(site);
            var form = walk.form("go", "on");
            for (int save = 1; save < 500; save++) {
                form.put("save", "%032x".formatted(save));
                form.put("name", "name " + save);
                walk.send("/garden/take-part/the-garden", form);
            }
            assertThat(walk.status()).isEqualTo(200);
            form.put("save", "%032x".formatted(500));
            form.put("name", "one too many");
            walk.send("/garden/take-part/the-garden", form);

            assertThat(walk.status()).isEqualTo(429);
            assertThat(walk.text()).contains("value=\"one too many\"");
        }
    }

    @Test
    void aStoreThatCannotWriteGivesThePageBackStillFilled() throws Exception {
        try (RunningSite site = Gardens.collecting(data)) {
            Walk walk = Gardens.eligible(site);
            String database = "jdbc:sqlite:" + data.resolve("eyebright.db");
            try (Connection other = DriverManager.getConnection(database);
                    Statement statement = other.createStatement()) {
                // Another program that does not let go stands for a full or read-only disk.
                statement.execute("BEGIN IMMEDIATE");
                walk.on("name", "Eden");
                statement.execute("ROLLBACK");
            }
            assertThat(walk.status()).isEqualTo(503);
            assertThat(walk.text())
                    .contains("What you typed is kept on this page")
                    .contains("value=\"Eden\"");

            walk.on("name", "Eden");
            assertThat(walk.status()).isEqualTo(200);
        }
    }

    @Test
    void aFirstVisitToTheHeaviestPageWeighsUnder20Kilobytes() throws Exception {
        try (RunningSite site = Gardens.collecting(data)) {
            Walk walk = Gardens.eligible(site);
            for (int pages = 0; pages < 9 && !walk.path().endsWith("traits"); pages++) {
                walk.on();
            }
            int weight = gzipped(walk.text());
            var files = Pattern.compile("\"(/assets/[^\"]+)\"").matcher(walk.text());
            while (files.find()) {
                weight += gzipped(Walk.at(site, files.group(1)).text());
            }
            assertThat(weight).isBetween(2_000, 20_000);
        }
    }

    private static int gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    @Test
    void aStudyThatIsNotOpenSaysSo() {
        var clock = new Hand(Instant.parse("2027-03-01T10:00:00Z"));
        Path study =
                Gardens.edited(
                        data,
                        "study.yaml",
                        "counts: completed",
                        "counts: completed\nopens: 2027-03-02\ncloses: 2027-03-31");
        try (RunningSite site =
                Gardens.start(
                        new Mode.Collecting(), data.resolve("d"), study, clock, Optional.empty())) {
            Walk early = Walk.at(site, "/garden/take-part");
            assertThat(early.text()).contains("This study opens on 2 March 2027.");

            clock.now = Instant.parse("2027-03-31T23:00:00Z");
            Walk walk = Walk.begun(site, "garden").on("adult", "yes", "tends", "yes");
            clock.now = Instant.parse("2027-04-02T00:00:00Z");
            assertThat(Walk.at(site, "/garden/take-part").text())
                    .contains(
                            "This study closed on 31 March 2027. Who had begun can still finish, until 30 April 2027.");
            assertThat(walk.on().status()).isEqualTo(200);
            assertThat(Gardens.toReview(walk).press("go", "send").heading()).isEqualTo("Thank you");
        }
    }

    @Test
    void whoHadBegunMayFinishForThirtyDaysAndWithdrawAfterThem() {
        var clock = new Hand(Instant.parse("2027-03-31T10:00:00Z"));
        Path study =
                Gardens.edited(
                        data,
                        "study.yaml",
                        "counts: completed",
                        "counts: completed\ncloses: 2027-03-31\ntime-zone: America/New_York");
        try (RunningSite site =
                Gardens.start(
                        new Mode.Collecting(), data.resolve("d"), study, clock, Optional.empty())) {
            Walk walk = Walk.begun(site, "garden").on("adult", "yes", "tends", "yes");
            String code = walk.code();

            clock.now = Instant.parse("2027-05-01T03:59:00Z");
            // The cookie has gone meanwhile, the code has not.
            walk.forget().open("/garden/resume").press("go", "on", "code", code);
            walk.open("/garden/take-part/the-garden").on("name", "Eden");
            assertThat(walk.path()).matches(".*/(joys|toils)");
            walk.open("/garden/take-part/the-garden");

            clock.now = Instant.parse("2027-05-01T04:00:00Z");
            walk.on("name", "Paradise");
            assertThat(walk.heading()).isEqualTo("This page was not kept");
            assertThat(walk.text())
                    .contains("the time to finish ended on 30 April 2027", "Paradise");
            for (String page : List.of("", "/you", "/joys", "/review")) {
                walk.open("/garden/take-part" + page);
                assertThat(walk.heading()).as(page).isEqualTo("Nothing more is taken");
            }
            assertThat(Gardens.respondents(data.resolve("d")))
                    .anySatisfy(
                            each -> assertThat(each.answers().given().toString()).contains("Eden"))
                    .noneSatisfy(
                            each ->
                                    assertThat(each.answers().given().toString())
                                            .contains("Paradise"));

            walk.forget().open("/garden/resume").press("go", "on", "code", code);
            assertThat(walk.heading()).isEqualTo("Nothing more is taken");
            walk.open("/garden/withdraw").press("confirm", "yes");
            assertThat(walk.heading()).isEqualTo("Your answers are deleted");
        }
    }

    /// A clock that a test turns.
    private static final class Hand implements InstantSource {
        private volatile Instant now;

        Hand(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
