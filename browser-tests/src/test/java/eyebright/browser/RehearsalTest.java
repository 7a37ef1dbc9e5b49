package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The page of a rehearsal, as who plans a study reads it.
@ExtendWith(Chromium.class)
class RehearsalTest {

    private static final double SMALLEST_TEXT = 12;

    private static TearsSite site;
    private static Browser browser;

    @BeforeAll
    static void open(@TempDir Path folder, Browser chromium) throws IOException {
        site = TearsSite.collecting(folder);
        browser = chromium;
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void itBeginsWithWhatToDo() {
        try (Device phone = Device.phone(browser, site).open(Views.REHEARSAL.path())) {
            assertThat(phone.heading()).isEqualTo("What this study will most likely say");
            assertThat(phone.page().locator("h2").allInnerTexts())
                    .startsWith("What to do", "What this rests on")
                    .contains("What a margin costs", "False alarms", "The section on sample size");
            assertThat(phone.page().locator("ol.todo li").first().innerText())
                    .matches("(?s)(Ask|Keep) [0-9,]+ respondents.*");
            assertThat(phone.faults()).isEmpty();
        }
    }

    @Test
    void theMarginIsMovedByTheKeyboardAndSaidInWords() {
        try (Device desk = Device.window(browser, site, 1280, 800)) {
            desk.open(Views.REHEARSAL.path());
            Locator slide = desk.page().locator(".slide").first();
            Locator input = slide.locator("input[type=range]");
            String declared = slide.locator("output").innerText();
            assertThat(declared).startsWith("A margin of ").contains("% (as published)");
            assertThat(input.getAttribute("aria-label")).startsWith("Margin: ");

            input.focus();
            desk.page().keyboard().press("End");

            String widest = slide.locator("output").innerText();
            assertThat(widest).startsWith("A margin of ").isNotEqualTo(declared);
            assertThat(input.getAttribute("aria-valuetext")).isEqualTo(widest);
            assertThat(desk.faults()).isEmpty();
        }
    }

    @Test
    void withoutScriptTheTableSaysWhatMarginsCost() {
        try (Device phone = Device.phoneWithoutScript(browser, site)) {
            phone.open(Views.REHEARSAL.path());
            assertThat(phone.page().locator(".slide input").count()).isZero();
            Locator table = phone.page().locator(".sheet table").first();
            assertThat(table.isVisible()).isTrue();
            assertThat(table.innerText()).contains("declared").contains("%");
        }
    }

    @Test
    void everyBarIsNamedInWordsThatCanBeReadOnAPhone() {
        try (Device phone = Device.phone(browser, site).open(Views.REHEARSAL.path())) {
            for (Locator bar : phone.page().locator("main > section figure").all()) {
                assertThat(bar.locator("figcaption").innerText())
                        .contains("as published")
                        .containsPattern("(supported|inconclusive|contradicted) [<>]?[0-9]+ %");
            }
            double smallest =
                    ((Number)
                                    phone.page()
                                            .evaluate(
                                                    "() => Math.min(...[...document.querySelectorAll('main *')]"
                                                            + ".map(each => parseFloat(getComputedStyle(each).fontSize)))"))
                            .doubleValue();
            assertThat(smallest).isGreaterThanOrEqualTo(SMALLEST_TEXT);
        }
    }

    @Test
    void onPaperEverythingIsUnfoldedAndNothingIsToBeMoved() {
        try (Device desk = Device.window(browser, site, 800, 1100)) {
            desk.open(Views.REHEARSAL.path());
            desk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(desk.page().locator(".slide").first().isVisible()).isFalse();
            for (Locator folded : desk.page().locator("main > details").all()) {
                assertThat(folded.boundingBox().height).isGreaterThan(100);
            }
        }
    }
}
