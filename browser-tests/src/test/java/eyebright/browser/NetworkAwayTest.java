package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A page is sent while the network or the server is away: it says so, keeps what was typed, sends it as
/// soon as it can, and nothing is kept twice.
@ExtendWith(Chromium.class)
class NetworkAwayTest {

    private static final String NO_CONNECTION = "No connection just now. What you typed is kept";

    private static TearsSite site;
    private static Browser browser;

    private Device phone;
    private int savedBefore;

    @BeforeAll
    static void open(@TempDir Path folder, Browser chromium) throws IOException {
        site = TearsSite.collecting(folder);
        browser = chromium;
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /// A phone that has come to the second page and typed an age.
    @BeforeEach
    void begin() {
        phone = Device.phone(browser, site).begin();
        Answering.atOnce(site.study()).until(phone, "about-you");
        savedBefore = site.savedPages();
        phone.page().locator("[name=age]").fill("47");
    }

    @AfterEach
    void putAway() {
        phone.close();
    }

    @Test
    void aPageSentWithoutNetworkIsKeptAndSentWhenItIsBack() {
        phone.context().setOffline(true);
        pressContinue();
        assertSaysNoConnection();
        assertThat(phone.page().locator("[name=age]").inputValue()).isEqualTo("47");
        assertThat(site.savedPages()).isEqualTo(savedBefore);

        phone.context().setOffline(false);
        assertArrivedOnce();
    }

    @Test
    void aPageSentWithoutNetworkOutlivesAReloadOfTheTab() {
        String aboutYou = phone.page().url();
        phone.context().setOffline(true);
        pressContinue();
        assertSaysNoConnection();
        reloadWithoutNetwork(aboutYou);

        phone.context().setOffline(false);
        phone.page().navigate(aboutYou);
        assertArrivedOnce();
    }

    @Test
    void aPageSentWhileTheServerIsStoppedIsSentWhenItIsBack() throws IOException {
        site.whileStopped(
                () -> {
                    pressContinue();
                    assertSaysNoConnection();
                    assertThat(phone.page().locator("[name=age]").inputValue()).isEqualTo("47");
                });
        assertArrivedOnce();
    }

    @Test
    void anAnswerOfTheServerThatGotLostDoesNotMakeASecondSave() {
        var lost = new AtomicInteger();
        phone.page()
                .route(
                        "**/take-part/about-you",
                        route -> {
                            if (route.request().method().equals("POST") && lost.get() == 0) {
                                lost.incrementAndGet();
                                route.fetch(new Route.FetchOptions().setMaxRedirects(0));
                                route.abort();
                                return;
                            }
                            route.resume();
                        });
        pressContinue();
        assertArrivedOnce();
        assertThat(lost).hasValue(1);
    }

    private void pressContinue() {
        phone.page().locator("button.go[value=on]").click();
    }

    /// Chromium's own page of the failure reloads itself at a moment of its choosing, which would race with
    /// the respondent's visit: a plain page stands where it would.
    private void reloadWithoutNetwork(String address) {
        phone.page()
                .route(
                        address,
                        route ->
                                route.fulfill(
                                        new Route.FulfillOptions()
                                                .setContentType("text/html")
                                                .setBody("<!doctype html><p>No network</p>")));
        phone.page().reload();
        assertThat(phone.page().locator("p").innerText()).isEqualTo("No network");
        phone.page().unroute(address);
    }

    private void assertSaysNoConnection() {
        phone.page()
                .locator("#line")
                .filter(new Locator.FilterOptions().setHasText(NO_CONNECTION))
                .waitFor();
    }

    private void assertArrivedOnce() {
        phone.page().waitForURL("**/your-profession");
        assertThat(phone.line()).isEmpty();
        assertThat(phone.page().evaluate("() => sessionStorage.length")).isEqualTo(0);
        assertThat(site.savedPages()).isEqualTo(savedBefore + 1);
        phone.press("Back");
        assertThat(phone.page().locator("[name=age]").inputValue()).isEqualTo("47");
        assertThat(phone.faults()).isEmpty();
    }
}
