package eyebright.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.Gardens;
import eyebright.server.RunningSite;
import eyebright.server.Seat;
import eyebright.server.Walk;
import eyebright.server.page.Mode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class DeskPagesTest {

    @TempDir private Path data;
    private final Seat.Hands hands = new Seat.Hands();
    private RunningSite site;

    @BeforeEach
    void start() {
        site = Gardens.start(new Mode.Collecting(), data, Gardens.FOLDER, hands, Optional.empty());
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void withoutASessionEveryPageOfTheDeskIsTheLogIn() {
        Set<String> open = Set.of("/desk/log-in", "/desk/code", "/desk/set-up/{link}");
        Set<String> closed = new TreeSet<>(Set.of("/desk/nothing", "/desk/garden/nothing"));
        var mapping = site.context().getBean(RequestMappingHandlerMapping.class);
        mapping.getHandlerMethods()
                .keySet()
                .forEach(
                        route ->
                                route.getPatternValues().stream()
                                        .filter(path -> path.matches("/desk(/.*)?"))
                                        .filter(path -> !open.contains(path))
                                        .forEach(closed::add));
        assertThat(closed).contains("/desk", "/desk/account/password", "/desk/log-out");

        String token = Walk.at(site, "/desk/log-in").form("go", "on").get("token");
        for (String route : closed) {
            String path = route.replaceAll("\\{[^}]*}", "garden");
            Walk walk = Walk.at(site, path);
            assertThat(walk.path() + " " + walk.heading())
                    .as("GET %s", path)
                    .isEqualTo("/desk/log-in Log in");
            walk.send(path, Map.of("token", token, "code", "123456", "password", "x"));
            assertThat(walk.path() + " " + walk.heading())
                    .as("POST %s", path)
                    .isEqualTo("/desk/log-in Log in");
        }
        assertThat(mapping.getHandlerMethods().keySet())
                .as("no page of the desk answers to every method")
                .allMatch(
                        route ->
                                route.getPatternValues().stream()
                                                .noneMatch(p -> p.startsWith("/desk"))
                                        || Set.of(RequestMethod.GET, RequestMethod.POST)
                                                .containsAll(
                                                        route.getMethodsCondition().getMethods()));
    }

    @Test
    void noWayOfWritingAnAddressLeadsAround() {
        for (String path :
                java.util.List.of(
                        "/%64esk",
                        "/%64%65sk/account",
                        "/desk/",
                        "/desk/account/",
                        "/desk;a=b/account",
                        "/desk//account",
                        "/DESK/account",
                        "/desk/log-in/../account",
                        "/desk/set-up/%2e%2e/account",
                        "/desk/log-in/%2e%2e/account",
                        "/desk/code/account")) {
            Walk walk = Walk.at(site, path);
            assertThat(walk.text()).as(path).doesNotContain("Log out", "recovery codes", "garden");
            assertThat(walk.heading())
                    .as(path)
                    .isIn("Log in", "That could not be read", "There is no such page");
        }
    }

    @Test
    void aLinkSetsUpPasswordAndPhoneAndShowsRecoveryCodesOnce() {
        String link = Seat.link(data, Seat.ADA, hands);
        Walk first = Walk.at(site, link);
        assertThat(first.heading()).isEqualTo("Set up your account");
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(first.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(first.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(first.text())
                .contains("value=\"ada@example.org\"", "<svg class=\"qr\"", "name=\"robots\"")
                .doesNotContain("style=\"");
        byte[] secret = Seat.secret(first.text());
        String code = eyebright.desk.Totp.code(secret, hands.instant());

        first.press("go", "on", "password", "short", "again", "short", "code", code);
        assertThat(first.status()).isEqualTo(422);
        assertThat(first.text()).contains("12 characters or more, not 5", "role=\"alert\"");
        first.press("go", "on", "password", Seat.PASSWORD, "again", "x", "code", code);
        assertThat(first.text()).contains("The two passwords differ.");
        first.press(
                "go", "on", "password", Seat.PASSWORD, "again", Seat.PASSWORD, "code", "000000");
        assertThat(first.text()).contains("That is not the code that the phone shows");
        assertThat(Seat.secret(first.text())).isEqualTo(secret);
        assertThat(first.cookies()).isZero();

        first.press("go", "on", "password", Seat.PASSWORD, "again", Seat.PASSWORD, "code", code);
        assertThat(first.heading()).isEqualTo("Your recovery codes");
        assertThat(first.text()).doesNotContain("Earlier codes");
        assertThat(first.header("Set-Cookie"))
                .startsWith("eyebright-desk=")
                .contains("Path=/desk", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Secure");
        assertThat(first.open("/desk").heading()).isEqualTo("The desk");
        assertThat(first.open(link).heading()).isEqualTo("This link does not work");
        assertThat(first.status()).isEqualTo(410);
    }

    @Test
    void passwordThenCodeLogInAndOut() {
        Seat seat = Seat.taken(site, data, hands);
        Walk walk = Walk.at(site, "/desk");
        assertThat(walk.heading()).isEqualTo("Log in");

        Seat.enter(walk, "not the password at all");
        assertThat(walk.status()).isEqualTo(422);
        assertThat(walk.text())
                .contains("That e-mail address and that password do not go together.")
                .contains("value=\"ada@example.org\"");
        Seat.enter(walk, Seat.PASSWORD);
        assertThat(walk.heading()).isEqualTo("Your code");
        assertThat(walk.open("/desk/account").heading()).isEqualTo("Log in");
        walk.open("/desk/code").press("go", "on", "code", "123456");
        assertThat(walk.status()).isEqualTo(422);
        walk.press("go", "on", "code", seat.freshCode());
        assertThat(walk.heading()).isEqualTo("The desk");

        String out = walk.form("go", "out").get("token");
        walk.send("/desk/log-out", Map.of("token", "forged"));
        assertThat(walk.status()).isEqualTo(403);
        assertThat(walk.open("/desk").heading()).isEqualTo("The desk");
        walk.send("/desk/log-out", Map.of("token", out));
        assertThat(walk.text()).contains("You are logged out.");
        assertThat(walk.open("/desk").heading()).isEqualTo("Log in");
        assertThat(seat.walk().open("/desk").heading())
                .as("the other browser")
                .isEqualTo("The desk");
    }

    @Test
    void aButtonPressedTwiceTakesNothingAway() {
        Seat seat = Seat.taken(site, data, hands);
        Walk browser = Walk.at(site, "/desk/log-in");
        Seat.enter(browser, Seat.PASSWORD);
        String first = browser.cookie().getValue();
        var form = browser.form("go", "on", "code", seat.freshCode());
        browser.send("/desk/code", form);
        assertThat(browser.path()).isEqualTo("/desk");
        String session = browser.cookie().getValue();

        browser.forge(first).send("/desk/code", form);
        assertThat(browser.text()).contains("the button was pressed twice");
        assertThat(browser.header("Set-Cookie")).isEmpty();
        assertThat(browser.forge(session).open("/desk").path()).isEqualTo("/desk");
    }

    @Test
    void aRecoveryCodeLogsInOnce() {
        Seat seat = Seat.taken(site, data, hands);
        Walk walk = Seat.enter(Walk.at(site, "/desk"), Seat.PASSWORD);
        walk.press("go", "on", "code", seat.recovery().getFirst());
        assertThat(walk.heading()).isEqualTo("The desk");

        Walk again = Seat.enter(Walk.at(site, "/desk"), Seat.PASSWORD);
        again.press("go", "on", "code", seat.recovery().getFirst());
        assertThat(again.status()).isEqualTo(422);
        assertThat(walk.open("/desk/account").text())
                .contains("Recovery codes that you have left: 7.");
    }

    @Test
    void aNewPasswordAndNewCodesNeedAFreshCode() {
        Seat seat = Seat.taken(site, data, hands);
        Walk walk = seat.walk().open("/desk/account");
        String used = seat.code();
        String better = "seven green kettles sing";
        walk.send("/desk/account/recovery", walk.form("code", used));
        assertThat(walk.text()).contains("it was used already");

        walk.send("/desk/account/recovery", walk.form("code", seat.freshCode()));
        assertThat(walk.heading()).isEqualTo("Your recovery codes");
        assertThat(walk.text()).contains("Earlier codes do not work any more.");
        walk.open("/desk/account");
        Map<String, String> form = walk.form("password", better, "again", better);
        form.put("code", seat.code());
        walk.send("/desk/account/password", form);
        assertThat(walk.text()).contains("it was used already");
        form.put("code", seat.freshCode());
        walk.send("/desk/account/password", form);
        assertThat(walk.text()).contains("Your password is changed.");
        assertThat(walk.open("/desk").heading()).isEqualTo("Log in");
        assertThat(Seat.enter(walk, Seat.PASSWORD).heading()).isEqualTo("Log in");
        assertThat(Seat.enter(walk, better).heading()).isEqualTo("Your code");
    }

    @Test
    void aSessionEndsAfterHalfAnHourOfNothing() {
        Walk walk = Seat.taken(site, data, hands).walk();
        hands.pass(Duration.ofMinutes(29));
        assertThat(walk.open("/desk").heading()).isEqualTo("The desk");
        hands.pass(Duration.ofMinutes(31));
        assertThat(walk.open("/desk").heading()).isEqualTo("Log in");
    }

    @Test
    void aFormOfOneSessionIsNotTakenFromAnother() {
        Seat seat = Seat.taken(site, data, hands);
        String of = seat.walk().open("/desk/account").form("go", "on").get("token");
        Walk other = Seat.enter(Walk.at(site, "/desk"), Seat.PASSWORD);
        other.press("go", "on", "code", seat.freshCode());

        other.send("/desk/account/recovery", Map.of("token", of, "code", seat.freshCode()));
        assertThat(other.status()).isEqualTo(403);
        other.post("/desk/account/recovery", new byte[0], "Origin", "https://elsewhere.example");
        assertThat(other.status()).isEqualTo(403);
    }

    @Test
    void twentyWrongTriesFromOneAddressAreEnoughForAnHour() {
        Walk walk = Walk.at(site, "/desk/log-in");
        for (int tries = 1; tries <= 21; tries++) {
            walk.open("/desk/log-in")
                    .press(
                            "go",
                            "on",
                            "email",
                            "a%d@example.org".formatted(tries),
                            "password",
                            "x");
            assertThat(walk.status()).as("try %d", tries).isEqualTo(tries <= 20 ? 422 : 429);
        }
        assertThat(walk.heading()).isEqualTo("Please wait a little");
        hands.pass(Duration.ofHours(1));
        assertThat(Seat.enter(walk, "x").status()).isEqualTo(422);
    }

    @Test
    void theNumbersOfAStudyNameNobody() {
        Seat seat = Seat.taken(site, data, hands);
        Gardens.eligible(site).on("name", "Eden", "age", "33");
        Walk gone = Gardens.eligible(site);
        gone.open("/garden/withdraw").press("confirm", "yes");

        String page = seat.walk().open("/desk").text();
        assertThat(cells(page))
                .contains(
                        "Opened the consent, each day anew|1",
                        "Agreed to take part|1",
                        "Came to the end and sent|0",
                        "Had their answers deleted|1");
        assertThat(page)
                .contains(
                        "There is no snapshot yet",
                        "1 person has saved something.",
                        "Where people stopped, page by page")
                .doesNotContain("Eden");

        for (int i = 0; i < 9; i++) {
            Gardens.eligible(site);
        }
        assertThat(seat.walk().open("/desk").text())
                .contains("10 people or more have saved something.");
    }

    @Test
    void whatIsDoneIsLogged() {
        Seat seat = Seat.taken(site, data, hands);
        Walk walk = Seat.enter(Walk.at(site, "/desk"), Seat.PASSWORD);
        walk.press("go", "on", "code", seat.freshCode());

        assertThat(cells(walk.open("/desk/log").text()))
                .contains(
                        "1 Mar 2027, 12:00|ada@example.org: logged in",
                        "1 Mar 2027, 12:00|ada@example.org: set up password and codes",
                        "1 Mar 2027, 12:00|the command: added the account, ada@example.org");
        assertThat(walk.open("/desk/log?before=2").text()).doesNotContain("set up password");
        assertThat(walk.open("/desk/log?before='").status()).isEqualTo(200);
    }

    @Test
    void behindHttpsTheCookieIsBoundToTheHost(@TempDir Path other) {
        try (RunningSite secure =
                Gardens.start(
                        new Mode.Collecting(),
                        other,
                        Gardens.FOLDER,
                        hands,
                        Optional.of(URI.create("https://study.example.org")))) {
            Seat seat = Seat.taken(secure, other, hands);
            assertThat(seat.walk().header("Set-Cookie"))
                    .startsWith("__Host-eyebright-desk=")
                    .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Strict")
                    .doesNotContain("Domain");
            assertThat(Walk.at(secure, "/desk/log-in").header("Referrer-Policy"))
                    .isEqualTo("no-referrer");
        }
    }

    @Test
    void aSiteThatKeepsNothingHasNoDesk(@TempDir Path other) {
        try (RunningSite preview =
                Gardens.start(new Mode.Preview(), other, Gardens.FOLDER, hands, Optional.empty())) {
            for (String path : java.util.List.of("/desk", "/desk/log-in", "/desk/account")) {
                Walk walk = Walk.at(preview, path);
                assertThat(walk.status()).isEqualTo(404);
                assertThat(walk.heading()).isEqualTo("There is no desk here");
                assertThat(walk.text()).contains("The desk needs a site that collects.");
            }
        }
    }

    private static String cells(String page) {
        return page.replaceAll("</t[hd]>\\s*<t[hd][^>]*>", "|").replaceAll("<[^>]*>", " ");
    }
}
