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

/// The site answers that it will not or cannot take a page: the form stays with what was typed in it, and
/// the page says why.
@ExtendWith(Chromium.class)
class RefusedPageTest {

    private static final String TOO_LONG =
            "<!doctype html><title>x</title><main><h1>That was more than one page can hold</h1>"
                    + "<p>Nothing was changed.</p></main>";

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
    void aPageThatIsRefusedStaysWithItsReason() {
        answerOnce(413, TOO_LONG);
        pressContinue();
        assertSays(
                "That was more than one page can hold. Nothing was changed. What you typed stays on"
                        + " this page.");
        assertThat(phone.asked()).isEqualTo("about-you");
        assertThat(phone.page().locator("[name=age]").inputValue()).isEqualTo("47");

        pressContinue();
        assertArrivedOnce();
    }

    @Test
    void aSiteThatCannotKeepAnswersIsNotANetworkThatIsAway() {
        answerOnce(503, TOO_LONG);
        pressContinue();
        assertSays("The site cannot keep answers just now. What you typed stays on this page.");
        assertThat(phone.page().locator("[name=age]").inputValue()).isEqualTo("47");

        assertArrivedOnce();
    }

    /// In place of the site, the first time that the page is sent.
    private void answerOnce(int status, String page) {
        var answered = new AtomicInteger();
        phone.page()
                .route(
                        "**/take-part/about-you",
                        route -> {
                            if (route.request().method().equals("POST")
                                    && answered.getAndIncrement() == 0) {
                                route.fulfill(
                                        new Route.FulfillOptions()
                                                .setStatus(status)
                                                .setContentType("text/html")
                                                .setBody(page));
                                return;
                            }
                            route.resume();
                        });
    }

    private void pressContinue() {
        phone.page().locator("button.go[value=on]").click();
    }

    private void assertSays(String words) {
        phone.page()
                .locator("#line")
                .filter(new Locator.FilterOptions().setHasText(words))
                .waitFor();
    }

    private void assertArrivedOnce() {
        phone.page().waitForURL("**/your-profession");
        assertThat(phone.line()).isEmpty();
        assertThat(phone.page().evaluate("() => sessionStorage.length")).isEqualTo(0);
        assertThat(site.savedPages()).isEqualTo(savedBefore + 1);
    }
}
