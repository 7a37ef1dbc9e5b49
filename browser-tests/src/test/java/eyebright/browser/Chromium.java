package eyebright.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Lends every test class of a process the same browser, the system's Chromium, and closes it at the end. What drives it
/// is not safe for several threads: the tests of a process run one after another.
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

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        // Each process is given one class after the other, all in one session of the launcher.
        return test.getStore(
                        ExtensionContext.StoreScope.LAUNCHER_SESSION,
                        ExtensionContext.Namespace.create(Chromium.class))
                .computeIfAbsent("running", _ -> Running.start(), Running.class)
                .browser();
    }
}
