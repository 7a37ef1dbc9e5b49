package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The findings of a site full of made-up respondents.
@ExtendWith(Chromium.class)
class FindingsTest {

    /// The folds of the tables behind the pictures.
    private static final String BEHIND =
            "section.finding > details:has(> summary:text('table behind the picture'))";

    /// Every picture, all asked at once: there are many, and each question to the browser takes its time.
    private static final String PICTURES =
            """
            () => [...document.querySelectorAll('section.finding > figure svg')].map(picture => {
              const behind = [...picture.closest('section').children].find(each => each.matches('details')
                && each.querySelector('summary').textContent.includes('table behind the picture'));
              const table = behind.querySelector('table'), folded = table.checkVisibility();
              behind.querySelector('summary').click();
              return [picture.textContent, picture.getBoundingClientRect().width, folded,
                table.checkVisibility(), table.querySelectorAll('tbody tr').length];
            })
            """;

    /// A picture of a finding, and the table behind it.
    ///
    /// @param shownFolded whether the table is seen before its fold is pressed
    /// @param shownUnfolded whether it is seen then
    /// @param rows of the table
    private record Picture(
            String words, double width, boolean shownFolded, boolean shownUnfolded, int rows) {}

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
            Locator first = device.page().locator(BEHIND).first();
            assertThat(first.locator("table").isVisible()).isFalse();
            first.locator("summary").click();
            assertThat(first.locator("table").isVisible()).isTrue();
            first.locator("summary").click();
            List<Picture> pictures = pictures(device);
            assertThat(pictures)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(
                            picture -> {
                                assertThat(picture.words).contains("rehearsed: made-up answers");
                                assertThat(picture.width).isBetween(200.0, (double) width);
                                assertThat(picture.shownFolded).isFalse();
                                assertThat(picture.shownUnfolded).isTrue();
                                assertThat(picture.rows).isPositive();
                            });
            assertThat(device.scrollsSideways()).isFalse();
            assertThat(device.faults()).isEmpty();
        }
    }

    @SuppressWarnings("unchecked") // A list of such lists is what the expression gives.
    private static List<Picture> pictures(Device device) {
        return ((List<List<Object>>) device.page().evaluate(PICTURES))
                .stream()
                        .map(
                                each ->
                                        new Picture(
                                                (String) each.get(0),
                                                ((Number) each.get(1)).doubleValue(),
                                                (boolean) each.get(2),
                                                (boolean) each.get(3),
                                                (int) each.get(4)))
                        .toList();
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
