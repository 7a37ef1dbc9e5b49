package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What holds on every page of a site.
///
/// To come to a page costs most of the time, so all looks at it are taken on one visit, before the tests. The sites are
/// classes of their own, which two processes share between them.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PagesContract {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /// Whether pictures are taken for people to look at, which no test does and takes as long as the tests:
    /// `-Deyebright.pictures=true`.
    private static final boolean TAKES_PICTURES = Boolean.getBoolean("eyebright.pictures");

    /// Pages of which they are taken.
    private static final Set<String> PICTURED =
            Set.of(
                    "studies",
                    "study",
                    "consent",
                    "resume",
                    "questionnaire",
                    "findings-before-answers",
                    "nothing-here",
                    "page-about-you",
                    "page-your-sessions",
                    "page-daily-last-feelings",
                    "page-therapy-over-the-years",
                    "page-last-time-relationship",
                    "page-last-time-afterwards",
                    "page-words-1",
                    "page-you-and-others",
                    "page-last-words",
                    "mistake",
                    "review",
                    "save-and-leave",
                    "withdraw",
                    "done",
                    "you",
                    "clients",
                    "rehearsed-findings",
                    "rehearsed-finding",
                    "rehearsed-article",
                    "article-before-answers",
                    "rehearsal",
                    "rehearsal-unfolded");

    private final List<String> access = new ArrayList<>();
    private final List<String> sideways = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private TearsSite site;
    private Browser browser;

    /// Starts the site.
    abstract TearsSite open(Path folder) throws IOException;

    /// Goes over every page of it on that device.
    abstract void everyPage(Device device, Views.Look look);

    @BeforeAll
    void look(@TempDir Path folder, Browser chromium) throws IOException {
        browser = chromium;
        site = open(folder);
        try (Device device = Device.window(browser, site, 360, 740).light()) {
            everyPage(device, this::look);
            faults.addAll(device.faults());
        }
    }

    @AfterAll
    void close() {
        site.close();
    }

    /// The site that is looked at.
    TearsSite site() {
        return site;
    }

    Browser browser() {
        return browser;
    }

    @Test
    void axeFindsNothingOnAPhoneLightOrDark() {
        assertThat(access).isEmpty();
    }

    @Test
    void noPageScrollsSidewaysOnAPhoneTheNarrowestPhoneOrADesk() {
        assertThat(sideways).isEmpty();
    }

    @Test
    void noPageScrollsSidewaysWithTextOfTwiceTheSize() {
        assertThat(doubled).isEmpty();
    }

    @Test
    void noPageAsksElsewhereFailsInItsScriptOrBreaksItsPolicy() {
        assertThat(faults).isEmpty();
    }

    private void look(String name, Device device) {
        access.addAll(Access.violations(name + ", light", device));
        photograph(device, name + "-phone-light");
        sideways.addAll(tooWide(name, device));

        setTextSize(device, 32);
        doubled.addAll(tooWide(name + " at 200 %", device));
        setTextSize(device, 16);

        device.page().setViewportSize(320, 640);
        sideways.addAll(tooWide(name + " at 320", device));
        photograph(device, name + "-narrow-light");
        device.page().setViewportSize(1280, 800);
        sideways.addAll(tooWide(name + " at 1280", device));
        photograph(device, name + "-desktop-light");
        photograph(device.dark(), name + "-desktop-dark");
        device.page().setViewportSize(360, 740);

        access.addAll(Access.violationsOfColours(name + ", dark", device));
        photograph(device, name + "-phone-dark");
        device.light();
    }

    private static List<String> tooWide(String name, Device device) {
        return device.scrollsSideways()
                ? List.of(name + " scrolls sideways: " + device.widest())
                : List.of();
    }

    /// Sets the text size of the browser: 16 is usual.
    private static void setTextSize(Device device, int size) {
        CDPSession session = device.context().newCDPSession(device.page());
        var sizes = new JsonObject();
        sizes.addProperty("standard", size);
        sizes.addProperty("fixed", size * 13 / 16);
        var asked = new JsonObject();
        asked.add("fontSizes", sizes);
        session.send("Page.setFontSizes", asked);
        session.detach();
        assertThat(
                        device.page()
                                .evaluate(
                                        "() => getComputedStyle(document.documentElement).fontSize"))
                .isEqualTo(size * 9 / 8 + "px");
    }

    private static void photograph(Device device, String name) {
        if (TAKES_PICTURES && PICTURED.contains(name.replaceFirst("-[a-z]+-[a-z]+$", ""))) {
            device.page()
                    .screenshot(
                            new Page.ScreenshotOptions()
                                    .setFullPage(true)
                                    .setPath(SCREENSHOTS.resolve(name + ".png")));
        }
    }
}
