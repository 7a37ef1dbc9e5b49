package eyebright.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// A phone or a computer with one page open, and what went wrong on it.
///
/// Every page it opens is watched: requests that leave the site, errors of the script, and what the
/// content policy refused.
final class Device implements AutoCloseable {

    /// The machine is shared: whatever is waited for comes, but may take its time.
    private static final double PATIENCE = 60_000;

    /// Where the site is found, without a slash at the end.
    private final String origin;

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    private Device(String origin, BrowserContext context) {
        this.origin = origin;
        this.context = context;
        context.setDefaultTimeout(PATIENCE);
        page = context.newPage();
        page.onRequest(request -> leaving(request.url()));
        page.onConsoleMessage(
                message -> {
                    if (isFault(message.type(), message.text())) {
                        faults.add(message.type() + ": " + message.text());
                    }
                });
        page.onPageError(error -> faults.add("error: " + error));
        page.onDialog(Device::agree);
    }

    /// Leaves a page that asks whether to. It may have gone by itself before the answer comes, as a page does
    /// that is reloaded without a network.
    private static void agree(Dialog dialog) {
        try {
            dialog.accept();
        } catch (PlaywrightException gone) {
            if (!String.valueOf(gone.getMessage()).contains("Not attached to an active page")) {
                throw gone;
            }
        }
    }

    /// A phone of 360 x 740 points with a finger on it.
    static Device phone(Browser browser, TearsSite site) {
        return phone(browser, site.at(""));
    }

    /// Such a phone that finds the tears study there.
    ///
    /// @param origin without a slash at the end
    static Device phone(Browser browser, String origin) {
        return new Device(origin, browser.newContext(ofPhone()));
    }

    /// The same phone with JavaScript turned off.
    static Device phoneWithoutScript(Browser browser, TearsSite site) {
        return new Device(site.at(""), browser.newContext(ofPhone().setJavaScriptEnabled(false)));
    }

    /// A window of that size with a mouse and a keyboard.
    static Device window(Browser browser, TearsSite site, int width, int height) {
        return new Device(
                site.at(""),
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setViewportSize(width, height)));
    }

    private static Browser.NewContextOptions ofPhone() {
        return new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /// Opens a page of the site by its path.
    Device open(String path) {
        page.navigate(origin + path);
        return this;
    }

    /// Opens the study and agrees to its consent.
    Device begin() {
        open("/tears");
        page.getByText("Take part", new Page.GetByTextOptions().setExact(true)).click();
        return press("I agree");
    }

    /// Presses a button of the page and waits for the next page.
    Device press(String words) {
        String before = address();
        locate("main button:not(.first), main a", words).click();
        page.waitForURL(now -> !path(now).equals(before));
        return this;
    }

    /// Presses a button whose page may come back with a complaint.
    Device pressForComplaint(String words) {
        locate("main button:not(.first)", words).click();
        page.waitForSelector("[role=alert]");
        return this;
    }

    /// Presses a button of the page and waits until that heading is shown.
    Device pressForHeading(String words, String heading) {
        locate("main button:not(.first)", words).click();
        page.locator("h1").filter(new Locator.FilterOptions().setHasText(heading)).waitFor();
        return this;
    }

    private Locator locate(String selector, String words) {
        return page.locator(selector).filter(new Locator.FilterOptions().setHasText(words)).first();
    }

    /// The path of the page, without the host.
    String address() {
        return path(page.url());
    }

    /// The id of the page of questions that is shown.
    String asked() {
        return address().substring(address().lastIndexOf('/') + 1);
    }

    String heading() {
        return page.locator("h1").innerText();
    }

    /// The code as the page shows it.
    String code() {
        return page.locator(".code").innerText().strip();
    }

    /// What the line at the top of the page says about the connection.
    String line() {
        return page.locator("#line").innerText();
    }

    /// What the browser loaded to show the page, the page itself first.
    @SuppressWarnings("unchecked") // A list of texts is what the expression gives.
    List<String> files() {
        return (List<String>)
                page.evaluate(
                        """
                        () => [location.href,
                          ...[...document.querySelectorAll('link[href], script[src], img[src]')].map(each => each.href || each.src)]
                        """);
    }

    /// What is focused: tag, id and first words.
    String focused() {
        return (String)
                page.evaluate(
                        """
                        () => { const now = document.activeElement;
                          return now.tagName.toLowerCase() + (now.id ? '#' + now.id : '')
                            + ' ' + now.textContent.trim().slice(0, 60); }
                        """);
    }

    /// Whether the page is wider than the screen.
    boolean scrollsSideways() {
        return (boolean)
                page.evaluate(
                        "() => document.scrollingElement.scrollWidth > document.documentElement.clientWidth");
    }

    /// What reaches furthest beyond the screen.
    String widest() {
        return (String)
                page.evaluate(
                        """
                        () => [...document.querySelectorAll('body *')]
                          .map(each => [each.getBoundingClientRect().right, each])
                          .filter(([right]) => right > document.documentElement.clientWidth)
                          .sort((a, b) => b[0] - a[0]).slice(0, 3)
                          .map(([right, each]) => right + ' ' + each.outerHTML.slice(0, 150)).join('\\n    ')
                        """);
    }

    Device light() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return this;
    }

    Device dark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return this;
    }

    /// What went wrong so far: requests elsewhere, errors, what the content policy refused.
    List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        context.close();
    }

    private void leaving(String url) {
        if (!url.startsWith(origin + "/") && !url.startsWith("data:")) {
            faults.add("a request elsewhere: " + url);
        }
    }

    /// The browser itself reports every answer that is not 2xx as an error: a complaint and a page that
    /// is not there are no faults. A lost connection is one of the things that tests cause.
    private static boolean isFault(String type, String text) {
        return (type.equals("error") || type.equals("warning"))
                && !text.matches(
                        "Failed to load resource: (the server responded with a status of 4.*|net::ERR_.*)");
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }
}
