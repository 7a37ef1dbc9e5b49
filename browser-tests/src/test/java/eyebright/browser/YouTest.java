package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What three very different therapists are told about themselves, beside 684 rehearsed ones.
///
/// The texts stand in `src/test/resources/you`. Where one of them changes, the new one is written to `target/you`:
/// it is read aloud, and then takes the place of the old one.
@ExtendWith(Chromium.class)
class YouTest {

    private static final Path EXPECTED = Path.of("src", "test", "resources", "you");
    private static final Path ACTUAL = Path.of("target", "you");
    private static final int MOST_BYTES = 20_000;
    private static final Pattern SHEETS = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private static final Map<String, Therapist> THERAPISTS =
            Map.of(
                    // Twenty years of practice, psychodynamic, has tears at times.
                    "often",
                    new Therapist(
                            Map.ofEntries(
                                    said("adult", "yes"),
                                    said("seen_clients", "yes"),
                                    said("age", "51"),
                                    said("gender", "woman"),
                                    said("training", "licensed"),
                                    said("experience", "20"),
                                    said("experience_months", "0"),
                                    said("seeing_now", "yes"),
                                    said("weekly_sessions", "18"),
                                    said("sessions_28", "66"),
                                    said("orientation", "psychodynamic"),
                                    said("cried_daily_ever", "yes"),
                                    said("cried_daily", "4"),
                                    said("recent_loss", "yes"),
                                    said("felt_daily", "sadness", "grief"),
                                    said("cried_ever", "yes"),
                                    said("tears_sessions", "3"),
                                    said("career_one_in", "25"),
                                    said("urge_sessions", "5"),
                                    said("held_back", "yes"),
                                    said("intensity", "few_tears"),
                                    said("felt", "touched", "warmth"),
                                    said("client_cried", "yes"),
                                    said("effect_relationship", "better"),
                                    said("beliefs", "caring", "burden"),
                                    said("guess", "40"))),
                    // In training, cognitive behavioural, has never had any.
                    "never",
                    new Therapist(
                            Map.ofEntries(
                                    said("adult", "yes"),
                                    said("seen_clients", "yes"),
                                    said("age", "27"),
                                    said("gender", "man"),
                                    said("training", "student"),
                                    said("experience", "1"),
                                    said("experience_months", "6"),
                                    said("seeing_now", "yes"),
                                    said("weekly_sessions", "6"),
                                    said("sessions_28", "20"),
                                    said("orientation", "cbt"),
                                    said("cried_daily_ever", "yes"),
                                    said("cried_daily", "0"),
                                    said("recent_loss", "no"),
                                    said("cried_ever", "no"),
                                    said("urge_sessions", "0"),
                                    said("held_back", "no"),
                                    said("guess", "95"))),
                    // Sees nobody at present, and leaves nearly everything out.
                    "silent",
                    new Therapist(
                            Map.ofEntries(
                                    said("adult", "yes"),
                                    said("seen_clients", "yes"),
                                    said("seeing_now", "no"))));

    /// Each is in what the others are compared with, so that the order in which they come does not matter.
    private static final Map<String, String> CODES = new HashMap<>();

    private static TearsSite site;
    private static Browser browser;

    private static Map.Entry<String, List<String>> said(String field, String... values) {
        return Map.entry(field, List.of(values));
    }

    @BeforeAll
    static void open(@TempDir Path folder, Browser chromium) throws IOException {
        site = TearsSite.rehearsed(folder);
        browser = chromium;
        Files.createDirectories(ACTUAL);
        for (Map.Entry<String, Therapist> each : THERAPISTS.entrySet()) {
            try (Device device = Device.window(browser, site, 360, 740)) {
                each.getValue().takePart(site, device);
                assertThat(device.heading()).isEqualTo("Thank you");
                CODES.put(each.getKey(), device.code());
                device.press("What your answers say");
                assertThat(device.heading()).isEqualTo("What your answers say");
            }
        }
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /// A window on the page of that therapist, who comes back with her code.
    private static Device page(String who, int width) {
        Device device = Device.window(browser, site, width, 740);
        device.open("/tears/you");
        device.page().locator("input[name=code]").fill(Objects.requireNonNull(CODES.get(who)));
        // The address stays the same.
        device.page().locator("main button.go").click();
        device.page().locator("main.you").waitFor();
        while (isStillWorkedOut(device.page().locator("main").innerText())) {
            device.page().waitForTimeout(500);
            device.open("/tears/you");
        }
        return device;
    }

    /// A site that has just started first tells of nobody, then of the rehearsed respondents.
    private static boolean isStillWorkedOut(String page) {
        return page.contains("This is being worked out")
                || page.contains("Nobody has answered yet.");
    }

    /// The page as it is read with everything open.
    private static String told(Device device) {
        device.page()
                .evaluate(
                        "() => document.querySelectorAll('details').forEach(each => { each.open = true; })");
        return device.page().locator("main").innerText().strip() + "\n";
    }

    /// The page once all three are in the snapshot it rests on: as it should be, or after a minute as it is.
    private static String settled(Device device, String expected) {
        String text = told(device);
        for (int looks = 0; looks < 60 && !text.equals(expected); looks++) {
            device.page().waitForTimeout(1_000);
            device.open("/tears/you");
            text = told(device);
        }
        return text;
    }

    @ParameterizedTest
    @ValueSource(strings = {"often", "never", "silent"})
    void eachReadsAPageOfHerOwn(String who) throws IOException {
        try (Device device = page(who, 360)) {
            String expected = Files.readString(EXPECTED.resolve(who + ".txt"));
            String text = settled(device, expected);
            Files.writeString(ACTUAL.resolve(who + ".txt"), text);
            device.page()
                    .screenshot(
                            new Page.ScreenshotOptions()
                                    .setFullPage(true)
                                    .setPath(ACTUAL.resolve(who + ".png")));

            assertThat(text).isEqualTo(expected);
            assertThat(device.faults()).isEmpty();
        }
    }

    @Test
    void itHoldsToTheRulesOfAccessReadsOnTheNarrowestPhoneAndPrintsOnTwoPages()
            throws IOException, InterruptedException {
        try (Device device = page("often", 320)) {
            assertThat(Access.violations("you, light", device.light())).isEmpty();
            assertThat(Access.violationsOfColours("you, dark", device.dark())).isEmpty();
            assertThat(device.scrollsSideways()).as(device.widest()).isFalse();
            device.page()
                    .evaluate(
                            "() => document.querySelectorAll('details').forEach(each => { each.open = true; })");
            assertThat(Access.violations("you unfolded", device.light())).isEmpty();
            assertThat(device.scrollsSideways()).as(device.widest()).isFalse();

            assertThat(bytesWithoutPictures(device)).isLessThan(MOST_BYTES);
            device.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(sheets(device)).isBetween(1, 2);

            device.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            device.open("/tears/clients");
            assertThat(device.heading()).isEqualTo("My therapist cried");
            assertThat(Access.violations("clients", device.light())).isEmpty();
            assertThat(device.scrollsSideways()).as(device.widest()).isFalse();
            device.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(device.page().locator(".passage").first().isVisible()).isTrue();
            assertThat(sheets(device)).isBetween(1, 2);
        }
    }

    /// On how many sheets of A4 the page prints.
    private static int sheets(Device device) {
        byte[] printed = device.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        return (int)
                SHEETS.matcher(new String(printed, StandardCharsets.ISO_8859_1)).results().count();
    }

    /// The page in gzip, without its pictures and the style all pages share.
    private static int bytesWithoutPictures(Device device) throws IOException {
        String html = device.page().content().replaceAll("(?s)<svg.*?</svg>", "");
        var bytes = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(bytes)) {
            gzip.write(html.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    @Test
    void aPlanStaysInTheTabAndIsNeverSent() {
        try (Device device = page("never", 360)) {
            device.page().onRequest(request -> assertThat(request.url()).doesNotContain("slug"));
            device.page().locator(".plan textarea").first().fill("slug");
            device.page().locator(".plan .offer").first().click();
            String written = device.page().locator(".plan textarea").first().inputValue();

            assertThat(written).startsWith("slug, ");
            device.open("/tears/findings");
            device.open("/tears/you");
            assertThat(device.page().locator(".plan textarea").first().inputValue())
                    .isEqualTo(written);
            device.page()
                    .locator(".plan button", new Page.LocatorOptions().setHasText("Clear it"))
                    .click();
            assertThat(device.page().locator(".plan textarea").first().inputValue()).isEmpty();
            device.open("/tears/you");
            assertThat(device.page().locator(".plan textarea").first().inputValue()).isEmpty();
            assertThat(device.faults()).isEmpty();
        }
    }
}
