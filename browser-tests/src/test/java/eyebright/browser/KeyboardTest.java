package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Somebody without a mouse.
@ExtendWith(Chromium.class)
class KeyboardTest {

    /// More stops than any page has.
    private static final int ENOUGH = 60;

    private static final String IS_SEEN =
            """
            () => { const now = document.activeElement;
              const shown = now.closest('.choice, .point') || now;
              const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
              return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                && box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight; }
            """;

    @Test
    void theKeyboardLeadsFromTheStudyToTheThirdPageAndTheFocusIsAlwaysSeen(
            @TempDir Path folder, Browser browser) throws IOException {
        try (TearsSite site = TearsSite.collecting(folder);
                Device desk = Device.window(browser, site, 1280, 800)) {
            Page page = desk.open("/tears").page();
            tabTo(page, "a.go");
            enter(desk, "Before you begin");
            tabTo(page, "button[value=agree]");
            enter(desk, "Is this study for you?");
            assertThat(desk.focused()).startsWith("h1");

            tabTo(page, "[name=adult]");
            page.keyboard().press(" ");
            assertThat(isChecked(page, "adult", "yes")).isTrue();
            tabTo(page, "[name=seen_clients]");
            page.keyboard().press("ArrowDown");
            assertThat(isChecked(page, "seen_clients", "no")).isTrue();
            page.keyboard().press("ArrowUp");
            assertThat(isChecked(page, "seen_clients", "yes")).isTrue();
            tabTo(page, "button.go[value=on]");
            enter(desk, "About you");
            assertThat(desk.focused()).startsWith("h1");

            tabTo(page, "[name=age]");
            page.keyboard().type("old");
            page.keyboard().press("Enter");
            page.waitForSelector("[role=alert]");
            assertThat(desk.focused()).startsWith("div Please have another look");
            tabTo(page, "[role=alert] a");
            page.keyboard().press("Enter");
            assertThat(desk.focused()).startsWith("input#f-age");
            page.keyboard().press("ControlOrMeta+a");
            page.keyboard().type("52");
            tabTo(page, "[name=gender]");
            page.keyboard().press("ArrowDown");
            tabTo(page, "button.go[value=on]");
            enter(desk, "Your profession");
            assertThat(desk.focused()).startsWith("h1");

            page.keyboard().press("Tab");
            assertThat(page.evaluate(IS_SEEN)).isEqualTo(true);
            assertThat(desk.asked()).isEqualTo("your-profession");
            assertThat(desk.faults()).isEmpty();
        }
    }

    /// Tabs on until that is focused; what is focused on the way must be seen.
    private static void tabTo(Page page, String selector) {
        for (int stop = 0; stop < ENOUGH; stop++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate(IS_SEEN))
                    .as("focus seen on %s", page.evaluate("() => document.activeElement.outerHTML"))
                    .isEqualTo(true);
            if ((boolean) page.evaluate("is => document.activeElement.matches(is)", selector)) {
                return;
            }
        }
        throw new AssertionError("no way to " + selector + " with " + ENOUGH + " tabs");
    }

    private static void enter(Device desk, String heading) {
        desk.page().keyboard().press("Enter");
        desk.page().locator("h1").getByText(heading).waitFor();
    }

    private static boolean isChecked(Page page, String field, String value) {
        return page.locator("[name='%s'][value='%s']".formatted(field, value)).isChecked();
    }
}
