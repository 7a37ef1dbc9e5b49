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
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What holds on every page there is: of readers, of respondents, and of a site full of findings.
@ExtendWith(Chromium.class)
class EveryPageTest {

    private static final int MOST_BYTES = 20_000;

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

    /// What was found wrong on the one round over every page, by what was looked at.
    private static final List<String> ACCESS = new ArrayList<>();

    private static final List<String> SIDEWAYS = new ArrayList<>();
    private static final List<String> DOUBLED = new ArrayList<>();
    private static final List<String> FAULTS = new ArrayList<>();

    private static TearsSite site;
    private static Browser browser;
    private static Views views;

    /// Goes over every page of a site that collects and of one full of findings. To come to a page costs most of
    /// the time, so all looks at it are taken on one visit.
    @BeforeAll
    static void look(@TempDir Path folder, Browser chromium) throws IOException {
        site = TearsSite.collecting(folder.resolve("collecting"));
        browser = chromium;
        views = new Views(chromium, site);
        try (Device device = phone(site)) {
            views.everyPage(device, EveryPageTest::look);
            FAULTS.addAll(device.faults());
        }
        try (TearsSite rehearsed = TearsSite.rehearsed(folder.resolve("rehearsed"));
                Device device = phone(rehearsed)) {
            Views.findings(rehearsed, device, EveryPageTest::look);
            FAULTS.addAll(device.faults());
        }
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void axeFindsNothingOnAPhoneLightOrDark() {
        assertThat(ACCESS).isEmpty();
    }

    @Test
    void noPageScrollsSidewaysOnAPhoneTheNarrowestPhoneOrADesk() {
        assertThat(SIDEWAYS).isEmpty();
    }

    @Test
    void noPageScrollsSidewaysWithTextOfTwiceTheSize() {
        assertThat(DOUBLED).isEmpty();
    }

    @Test
    void noPageAsksElsewhereFailsInItsScriptOrBreaksItsPolicy() {
        assertThat(FAULTS).isEmpty();
    }

    @Test
    void theHeaviestPageOfQuestionsWeighsLessThanTwentyKilobytes()
            throws IOException, InterruptedException {
        try (Weights weights = new Weights(browser, site, views.answered())) {
            Map<String, Integer> byPage = weights.ofQuestions();
            var heaviest =
                    byPage.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();

            assertThat(byPage).hasSize(site.study().pages().size());
            assertThat(heaviest.getValue())
                    .as("bytes of %s: HTML, CSS, script and icon, in gzip", heaviest)
                    .isBetween(2_000, MOST_BYTES);
        }
    }

    @Test
    void theRehearsalWeighsLessThanTwentyKilobytes() throws IOException, InterruptedException {
        try (Weights weights = new Weights(browser, site, views.answered())) {
            assertThat(weights.ofPage(Views.REHEARSAL.path()))
                    .as("bytes of the rehearsal's page in gzip")
                    .isBetween(5_000, MOST_BYTES);
        }
    }

    private static Device phone(TearsSite of) {
        return Device.window(browser, of, 360, 740);
    }

    private static void look(String name, Device device) {
        ACCESS.addAll(Access.violations(name + ", light", device.light()));
        photograph(device, name + "-phone-light");
        ACCESS.addAll(Access.violationsOfColours(name + ", dark", device.dark()));
        photograph(device, name + "-phone-dark");
        device.light();
        SIDEWAYS.addAll(sideways(name, device));

        setTextSize(device, 32);
        DOUBLED.addAll(sideways(name + " at 200 %", device));
        setTextSize(device, 16);

        device.page().setViewportSize(320, 640);
        SIDEWAYS.addAll(sideways(name + " at 320", device));
        photograph(device, name + "-narrow-light");
        device.page().setViewportSize(1280, 800);
        SIDEWAYS.addAll(sideways(name + " at 1280", device));
        photograph(device, name + "-desktop-light");
        photograph(device.dark(), name + "-desktop-dark");
        device.light().page().setViewportSize(360, 740);
    }

    private static List<String> sideways(String name, Device device) {
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
