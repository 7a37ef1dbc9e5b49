package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The findings of a site full of made-up respondents.
@ExtendWith(Chromium.class)
class FindingsTest {

    private static TearsSite site;
    private static Browser browser;

    @BeforeAll
    static void open(@TempDir Path folder, Browser chromium) throws IOException {
        site = TearsSite.rehearsed(folder);
        browser = chromium;
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"360, 740", "1280, 800"})
    void everyPictureSaysThatItIsRehearsedAndHasATableBehindIt(int width, int height) {
        try (Device device = Device.window(browser, site, width, height)) {
            device.open("/tears/findings");
            assertThat(device.page().locator(".banner").innerText())
                    .contains("A rehearsal with 684 made-up respondents");
            Locator pictures = device.page().locator("section.finding > figure svg");
            assertThat(pictures.count()).isGreaterThan(10);
            for (Locator picture : pictures.all()) {
                assertThat(picture.textContent()).contains("rehearsed: made-up answers");
                assertThat(picture.boundingBox().width).isBetween(200.0, (double) width);
                Locator card = picture.locator("xpath=ancestor::section");
                Locator behind =
                        card.locator(
                                "xpath=./details[summary[contains(., 'table behind the picture')]]");
                Locator table = behind.locator("table");
                assertThat(table.isVisible()).isFalse();
                behind.locator("summary").click();
                assertThat(table.isVisible()).isTrue();
                assertThat(table.locator("tbody tr").count()).isPositive();
            }
            assertThat(device.scrollsSideways()).isFalse();
            assertThat(device.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"360, 740", "1280, 800"})
    void whatStandsBesideAFindingUnfolds(int width, int height) {
        try (Device device = Device.window(browser, site, width, height)) {
            device.open("/tears/findings");
            Locator beside = device.page().locator("details.beside");
            assertThat(beside.count()).isGreaterThan(5);
            for (Locator each : beside.all()) {
                Locator first = each.locator(".other").first();
                assertThat(first.isVisible()).isFalse();
                each.locator("xpath=./summary").click();
                assertThat(first.locator("h3").isVisible()).isTrue();
                for (Locator picture : each.locator("figure svg").all()) {
                    assertThat(picture.textContent()).contains("rehearsed: made-up answers");
                    assertThat(picture.boundingBox().width).isBetween(150.0, (double) width);
                }
            }
            assertThat(device.scrollsSideways()).isFalse();
            assertThat(device.faults()).isEmpty();
        }
    }
}
