package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eyebright.publish.data.FileFacts;
import eyebright.publish.version.Change;
import eyebright.publish.version.KeptVersions;
import eyebright.publish.version.Version;
import eyebright.publish.version.VersionJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A site with two published versions.
@ExtendWith(Chromium.class)
class VersionsTest {

    private static TearsSite site;
    private static Browser browser;

    @BeforeAll
    static void publish(@TempDir Path folder, Browser chromium) throws IOException {
        var kept = KeptVersions.of(folder.resolve("data/published"), "tears");
        Version first = version(1, 684, "71 %", List.of("The first version."));
        keep(kept, first);
        Version second = version(2, 724, "72 %", List.of());
        keep(kept, second.with(2, Change.between(first, second)));
        site = TearsSite.collecting(folder);
        browser = chromium;
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static Version version(
            int number, int respondents, String printed, List<String> changed) {
        return new Version(
                "tears",
                "Do therapists cry?",
                number,
                LocalDate.of(2026, 11, number),
                "development",
                new Version.Plan("plan", Optional.empty()),
                new Version.Data(
                        "real",
                        Optional.of("hash" + number),
                        respondents,
                        Map.of(),
                        Optional.of("Ages are told in bands."),
                        Optional.of("CC0-1.0"),
                        List.of(
                                new FileFacts(
                                        "data/study-of-a-very-long-name-indeed_data.csv",
                                        "the answers, a line for each respondent",
                                        120_000,
                                        ""))),
                Optional.empty(),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(
                                each ->
                                        new Version.Told(
                                                "claim-" + each,
                                                "Is it so?",
                                                Optional.of(
                                                        number == 1 ? "inconclusive" : "supported"),
                                                List.of(
                                                        new Version.Figure(
                                                                "estimate", printed, 0.7))))
                        .toList(),
                changed);
    }

    private static void keep(KeptVersions kept, Version version) throws IOException {
        kept.add(
                version.number(),
                into -> {
                    Files.writeString(into.resolve(Version.FILE), VersionJson.write(version));
                    Files.writeString(
                            into.resolve("article.html"),
                            "<!doctype html><html lang=\"en\"><title>Kept</title><style>h1{color:rgb(1, 2, 3)}</style>"
                                    + "<h1>Kept</h1><script>document.title='run'</script></html>");
                    Path table =
                            into.resolve(
                                    "data-package/data/study-of-a-very-long-name-indeed_data.csv");
                    Files.createDirectories(table.getParent());
                    Files.writeString(table, "respondent\n1\n");
                });
    }

    @Test
    void pagesOfVersionsDataAndCitationsAreReachedReadAndFit() {
        try (Device device = Device.window(browser, site, 320, 640)) {
            var wrong = new ArrayList<String>();
            device.open("/tears/article");
            Page page = device.page();
            assertThat(page.locator("section.cite").innerText())
                    .contains("The latest is version 2 of 2 November 2026.", "Blume-Marcovici");
            wrong.addAll(looked("article", device));
            link(page, "latest version: 2 of 2 November 2026").click();
            page.waitForURL("**/article/versions");
            assertThat(page.locator("section.version").count()).isEqualTo(2);
            assertThat(page.locator("section.version").first().innerText())
                    .contains("claim-1: inconclusive before, supported now.");
            wrong.addAll(looked("versions", device));
            device.open("/tears/data");
            wrong.addAll(looked("data", device));
            assertThat(page.locator("main").innerText()).contains("Ages are told in bands.");

            assertThat(wrong).isEmpty();
            assertThat(device.faults()).isEmpty();
        }
    }

    @Test
    void aKeptVersionHasItsStyleAndRunsNothing() {
        try (Device device = Device.window(browser, site, 1280, 800)) {
            device.page().navigate(site.at("/tears/article/2"));

            assertThat(device.page().title()).isEqualTo("Kept");
            assertThat(
                            device.page()
                                    .evaluate(
                                            "() => getComputedStyle(document.querySelector('h1')).color"))
                    .isEqualTo("rgb(1, 2, 3)");
        }
    }

    private static List<String> looked(String name, Device device) {
        var wrong = new ArrayList<>(Access.violations(name, device));
        if (device.scrollsSideways()) {
            wrong.add(name + " scrolls sideways: " + device.widest());
        }
        return wrong;
    }

    private static Locator link(Page page, String words) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words));
    }
}
