package eyebright.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Lends every test class a browser: the system's Chromium. There are as many as classes run at once, since what
/// drives a browser is not safe for several threads; all are closed at the end.
///
/// The property `eyebright.chromium` says where it is, if not at its usual place.
final class Chromium implements ParameterResolver {

    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    /// The browser with the process that drives it.
    private record Running(Playwright driver, Browser browser) implements AutoCloseable {

        static Running start() {
            Path chromium = Path.of(System.getProperty("eyebright.chromium", "/usr/bin/chromium"));
            if (!Files.isExecutable(chromium)) {
                throw new IllegalStateException(
                        chromium
                                + ": is not there; install it with `apt-get install chromium`, or name"
                                + " another with -Deyebright.chromium=PATH");
            }
            Playwright driver =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Running(
                    driver,
                    driver.chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(chromium)
                                            .setArgs(ARGUMENTS)));
        }

        @Override
        public void close() {
            browser.close();
            driver.close();
        }
    }

    /// The browsers that nobody uses just now.
    private record Shelf(Queue<Running> free) implements AutoCloseable {

        Lent lend() {
            Running browser = free.poll();
            return new Lent(browser == null ? Running.start() : browser, this);
        }

        @Override
        public void close() {
            free.forEach(Running::close);
        }
    }

    /// A browser in use, until the class that has it is done.
    private record Lent(Running running, Shelf from) implements AutoCloseable {

        @Override
        public void close() {
            from.free().add(running);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var ours = ExtensionContext.Namespace.create(Chromium.class);
        Shelf shelf =
                test.getRoot()
                        .getStore(ours)
                        .computeIfAbsent(
                                "shelf",
                                _ -> new Shelf(new ConcurrentLinkedQueue<>()),
                                Shelf.class);
        return test.getStore(ours)
                .computeIfAbsent("lent", _ -> shelf.lend(), Lent.class)
                .running()
                .browser();
    }
}
