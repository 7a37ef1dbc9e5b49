package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import eyebright.server.RunningSite;
import eyebright.server.Site;
import eyebright.server.SiteSettings;
import eyebright.server.page.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A preview that follows its folder: the tab changes by itself when a file is saved.
@ExtendWith(Chromium.class)
class WatchTest {

    private static final Path HELLO = Path.of("..", "studies", "hello");

    private static Path study;
    private static RunningSite site;
    private static Browser browser;

    private final List<String> faults = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void open(@TempDir Path parent, Browser chromium) throws Exception {
        study = Files.createDirectories(parent.resolve("hello"));
        for (String file : List.of("study.yaml", "questions.yaml")) {
            Files.copy(HELLO.resolve(file), study.resolve(file));
        }
        site =
                Site.start(
                        new SiteSettings(
                                List.of(study),
                                "127.0.0.1",
                                0,
                                Optional.empty(),
                                parent.resolve("data"),
                                new Mode.Watch((_, _) -> {})));
        browser = chromium;
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void begin() {
        context = browser.newContext();
        page = context.newPage();
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")
                            && !message.text().contains("a status of 422")) {
                        faults.add(message.text());
                    }
                });
        page.onPageError(faults::add);
    }

    @AfterEach
    void putAway() {
        context.close();
        assertThat(faults).isEmpty();
    }

    @Test
    void anEditIsInTheTabWithWhatWasChosenAndThePlace() throws IOException {
        page.setViewportSize(360, 300);
        open("/hello/take-part");
        page.locator("button[value=agree]").click();
        page.waitForSelector("main fieldset");
        page.locator("main input[type=radio]").first().check();
        page.evaluate("scrollTo(0, 120)");
        String address = page.url();
        String asked = page.locator("main legend").first().innerText();

        edit("questions.yaml", asked, "How do you greet on Mondays?");

        waitForText("How do you greet on Mondays?");
        assertThat(page.url()).isEqualTo(address);
        assertThat(page.locator("main input[type=radio]").first().isChecked()).isTrue();
        assertThat(page.evaluate("Math.round(scrollY)")).isEqualTo(120);
        edit("questions.yaml", "How do you greet on Mondays?", asked);
        waitForText(asked);
    }

    @Test
    void whatIsBrokenIsShownUntilItIsMended() throws IOException {
        open("/hello");
        String title = page.locator("h1").innerText();

        edit("questions.yaml", "- page:", "- pge:");
        waitForText("Mend this first");
        assertThat(page.locator("main").innerText()).contains("questions.yaml:", "pge");
        assertThat(page.locator("pre.excerpt").first().innerText()).contains("^");
        for (ViewportSize size : List.of(new ViewportSize(360, 740), new ViewportSize(1280, 800))) {
            page.setViewportSize(size.width, size.height);
            assertThat(
                            page.evaluate(
                                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
        }
        assertThat(Access.violations("problems", page)).isEmpty();

        edit("questions.yaml", "- pge:", "- page:");
        waitForText(title);
    }

    private void open(String path) {
        page.navigate("http://127.0.0.1:%d%s".formatted(site.port(), path));
    }

    private void waitForText(String text) {
        page.waitForFunction(
                "text => document.querySelector('main').innerText.includes(text)", text);
    }

    private static void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(study.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(study.resolve(file), text.replace(from, to));
    }
}
