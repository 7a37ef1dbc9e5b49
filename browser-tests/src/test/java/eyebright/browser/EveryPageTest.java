package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
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

    /// Pages of which pictures are taken for people to look at.
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
                    "rehearsal",
                    "rehearsal-unfolded");

    private static TearsSite site;
    private static TearsSite rehearsed;
    private static Browser browser;
    private static Views views;

    @BeforeAll
    static void open(@TempDir Path folder, Browser chromium) throws IOException {
        site = TearsSite.collecting(folder.resolve("collecting"));
        rehearsed = TearsSite.rehearsed(folder.resolve("rehearsed"));
        browser = chromium;
        views = new Views(chromium, site);
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    static void close() {
        site.close();
        rehearsed.close();
    }

    @Test
    void axeFindsNothingAndNoPageScrollsSidewaysOnAPhoneLightOrDark() {
        var found = new ArrayList<String>();
        everyPage(
                360,
                740,
                found,
                (name, device) -> {
                    found.addAll(Access.violations(name + ", light", device.light()));
                    photograph(device, name + "-phone-light");
                    found.addAll(Access.violations(name + ", dark", device.dark()));
                    photograph(device, name + "-phone-dark");
                    found.addAll(sideways(name, device));
                });
        assertThat(found).isEmpty();
    }

    @Test
    void noPageScrollsSidewaysOnTheNarrowestPhoneOrOnADesk() {
        var found = new ArrayList<String>();
        everyPage(
                320,
                640,
                found,
                (name, device) -> {
                    found.addAll(sideways(name + " at 320", device));
                    photograph(device, name + "-narrow-light");
                    device.page().setViewportSize(1280, 800);
                    found.addAll(sideways(name + " at 1280", device));
                    photograph(device.light(), name + "-desktop-light");
                    photograph(device.dark(), name + "-desktop-dark");
                    device.light().page().setViewportSize(320, 640);
                });
        assertThat(found).isEmpty();
    }

    @Test
    void noPageScrollsSidewaysWithTextOfTwiceTheSize() {
        var found = new ArrayList<String>();
        everyPage(
                360,
                740,
                found,
                (name, device) -> {
                    CDPSession doubled = doubled(device);
                    found.addAll(sideways(name + " at 200 %", device));
                    doubled.detach();
                });
        assertThat(found).isEmpty();
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

    /// Looks at every page of both sites, and adds what went wrong on the way.
    private static void everyPage(int width, int height, List<String> found, Views.Look look) {
        try (Device device = Device.window(browser, site, width, height)) {
            views.everyPage(device, look);
            found.addAll(device.faults());
        }
        try (Device device = Device.window(browser, rehearsed, width, height)) {
            Views.findings(rehearsed, device, look);
            found.addAll(device.faults());
        }
    }

    private static List<String> sideways(String name, Device device) {
        return device.scrollsSideways()
                ? List.of(name + " scrolls sideways: " + device.widest())
                : List.of();
    }

    /// Doubles the text size of the browser until the session ends.
    private static CDPSession doubled(Device device) {
        CDPSession session = device.context().newCDPSession(device.page());
        var sizes = new JsonObject();
        sizes.addProperty("standard", 32);
        sizes.addProperty("fixed", 26);
        var asked = new JsonObject();
        asked.add("fontSizes", sizes);
        session.send("Page.setFontSizes", asked);
        assertThat(
                        device.page()
                                .evaluate(
                                        "() => getComputedStyle(document.documentElement).fontSize"))
                .isEqualTo("36px");
        return session;
    }

    private static void photograph(Device device, String name) {
        if (PICTURED.contains(name.replaceFirst("-[a-z]+-[a-z]+$", ""))) {
            device.page()
                    .screenshot(
                            new Page.ScreenshotOptions()
                                    .setFullPage(true)
                                    .setPath(SCREENSHOTS.resolve(name + ".png")));
        }
    }
}
