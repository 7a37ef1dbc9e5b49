package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import eyebright.desk.Researchers;
import eyebright.desk.Totp;
import eyebright.discussion.Discussion;
import eyebright.discussion.Draft;
import eyebright.discussion.OwnToken;
import eyebright.discussion.Role;
import eyebright.discussion.Topic;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A researcher sets up an account on a phone, without script, and works at the desk.
@ExtendWith(Chromium.class)
class DeskTest {

    private static final String ADA = "ada@example.org";
    private static final String PASSWORD = "violet ladder morning tram";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// What was found wrong on the pages that were seen.
    private final List<String> wrong = new ArrayList<>();

    @TempDir private Path folder;

    @Test
    void anAccountIsSetUpByALinkAndThePhoneAndWorksWithoutScript(Browser browser)
            throws IOException {
        try (TearsSite site = TearsSite.collecting(folder)) {
            comment(site);
            byte[] secret;
            String recovery;
            try (Device device = Device.phoneWithoutScript(browser, site)) {
                device.open(link(site));
                secret = secret(device.code());
                fill(device, PASSWORD, code(secret, 0));
                device.page().locator("#again").fill(PASSWORD);
                device.pressForHeading("Set up", "Your recovery codes");
                recovery = device.page().locator(".codes li").first().innerText();
                device.press("to the desk");
                assertThat(device.heading()).isEqualTo("The desk");

                device.page().locator("nav").getByText("Account").click();
                device.page().locator("#codes-code").fill(code(secret, 1));
                device.pressForHeading("Make new codes", "Your recovery codes");
                recovery = device.page().locator(".codes li").first().innerText();
                device.open("/desk/tears/discussion");
                device.pressForComplaint("Show it");
                assertThat(device.page().locator("[role=alert]").innerText())
                        .isEqualTo("The comment is shown.");
                device.open("/tears/article");
                assertThat(device.page().locator("main").innerText()).contains("I cried too.");

                device.open("/desk");
                device.pressForComplaint("Log out");
                logIn(device, recovery);
                assertThat(device.heading()).isEqualTo("The desk");
                device.open("/desk");
                device.pressForComplaint("Log out");
                logInAgain(device, recovery);
                assertThat(device.page().locator("[role=alert]").innerText())
                        .contains("used already");
            }
            assertThat(recovery).matches("[a-z0-9]{4}(-[a-z0-9]{4}){3}");
        }
    }

    @Test
    void everyPageOfTheDeskIsAccessibleAndFitsTheNarrowestPhone(Browser browser)
            throws IOException {
        try (TearsSite site = TearsSite.collecting(folder);
                Device device = Device.window(browser, site, 320, 640)) {
            comment(site);
            device.open(link(site));
            look(device, "set-up");
            byte[] secret = secret(device.code());
            fill(device, "short", code(secret, 0));
            device.pressForComplaint("Set up");
            look(device, "set-up with a complaint");
            fill(device, PASSWORD, code(secret, 0));
            device.page().locator("#again").fill(PASSWORD);
            device.pressForHeading("Set up", "Your recovery codes");
            look(device, "recovery codes");
            for (String page :
                    List.of("", "/account", "/log", "/tears/discussion", "/tears/versions")) {
                device.open("/desk" + page);
                device.page()
                        .evaluate(
                                "() => document.querySelectorAll('details').forEach(d => d.open = true)");
                look(device, "desk" + page);
            }
            device.open("/desk");
            device.pressForComplaint("Log out");
            look(device, "log-in");
            device.page().locator("#email").fill(ADA);
            device.page().locator("#password").fill(PASSWORD);
            device.pressForHeading("Go on", "Your code");
            look(device, "code");
            wrong.addAll(device.faults());
        }
        assertThat(wrong).isEmpty();
    }

    private void look(Device device, String name) {
        wrong.addAll(Access.violations(name + ", light", device.light()));
        wrong.addAll(Access.violationsOfColours(name + ", dark", device.dark()));
        if (device.scrollsSideways()) {
            wrong.add(name + " scrolls sideways: " + device.widest());
        }
    }

    private static void logIn(Device device, String code) {
        logInAgain(device, code);
        device.page().waitForURL("**/desk");
    }

    private static void logInAgain(Device device, String code) {
        device.page().locator("#email").fill(ADA);
        device.page().locator("#password").fill(PASSWORD);
        device.pressForHeading("Go on", "Your code");
        device.page().locator("#code").fill(code);
        device.page().locator("main button").first().click();
    }

    private static void fill(Device device, String password, String code) {
        device.page().locator("#password").fill(password);
        device.page().locator("#code").fill(code);
    }

    /// The code of the phone, so many steps from now: the desk takes one step ahead.
    private static String code(byte[] secret, int ahead) {
        return Totp.code(secret, Instant.now().plusSeconds(30L * ahead));
    }

    private static String link(TearsSite site) {
        try (Researchers researchers = Researchers.open(site.data(), InstantSource.system())) {
            return "/desk/set-up/" + researchers.add(ADA).orElseThrow().text();
        }
    }

    private static void comment(TearsSite site) {
        try (Discussion discussion = Discussion.open(site.data(), InstantSource.system())) {
            discussion.send(
                    Topic.article("tears"),
                    Optional.empty(),
                    new Draft("Eden", Role.CLIENT, "I cried too.", Optional.empty()),
                    OwnToken.draw(new SecureRandom()));
        }
    }

    private static byte[] secret(String key) {
        BigInteger bits = BigInteger.ZERO;
        String signs = key.replace(" ", "");
        for (int i = 0; i < signs.length(); i++) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(signs.charAt(i))));
        }
        byte[] bytes = bits.toByteArray();
        var secret = new byte[20];
        for (int i = 1; i <= Math.min(20, bytes.length); i++) {
            secret[20 - i] = bytes[bytes.length - i];
        }
        return secret;
    }
}
