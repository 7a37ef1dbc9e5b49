package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import eyebright.store.Respondent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Somebody leaves, comes back on another device by the code, and has everything deleted.
@ExtendWith(Chromium.class)
class ComingBackTest {

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
    void aSecondDeviceGoesOnWhereTheFirstWasAndNeitherLosesAnything() {
        try (Device phone = Device.phone(browser, site);
                Device computer = Device.window(browser, site, 1280, 800)) {
            var onPhone = Answering.atOnce(site.study());
            Set<String> before = ids();
            String code = leaveAt(phone, onPhone, "your-experience");
            goOnWith(computer, code.toUpperCase(Locale.ROOT).replace('-', ' '));
            assertThat(computer.asked()).isEqualTo("your-experience");

            // One and the same respondent on two devices: a page each, and one that both answer.
            phone.open("/tears/take-part");
            onPhone.page(phone);
            onPhone.on(phone);
            var onComputer = Answering.atOnce(site.study());
            onComputer.until(computer, "way-of-working");
            onPhone.until(phone, "way-of-working");

            var answers = only(before).answers();
            assertThat(answers.saved())
                    .containsAll(onPhone.pages())
                    .containsAll(onComputer.pages());
            assertThat(Answering.typed(answers))
                    .containsAllEntriesOf(onPhone.given())
                    .containsAllEntriesOf(onComputer.given());
            assertThat(phone.faults()).isEmpty();
            assertThat(computer.faults()).isEmpty();
        }
    }

    @Test
    void whoWithdrawsLeavesNoRowAndTheCodeIsNoLongerKnown() {
        try (Device phone = Device.phone(browser, site)) {
            Set<String> before = ids();
            String code = leaveAt(phone, Answering.atOnce(site.study()), "your-profession");
            String respondent = only(before).id().hex();
            assertThat(site.rowsOf(respondent)).isGreaterThan(2);

            phone.open("/tears/withdraw");
            phone.pressForHeading("Delete my answers", "Your answers are deleted");

            assertThat(site.rowsOf(respondent)).isZero();
            assertThat(ids()).isEqualTo(before);
            assertThat(phone.context().cookies()).isEmpty();
            phone.open("/tears/resume").page().locator("#code").fill(code);
            phone.pressForComplaint("Go on");
            assertThat(phone.page().locator("[role=alert]").innerText())
                    .startsWith("Nobody has this code here.");
            assertThat(phone.page().locator("#code").inputValue()).isEqualTo(code);
            assertThat(phone.faults()).isEmpty();
        }
    }

    @Test
    void whoHasOnlyTheCodeWithdrawsWithIt() {
        try (Device phone = Device.phone(browser, site);
                Device other = Device.phoneWithoutScript(browser, site)) {
            Set<String> before = ids();
            String code = leaveAt(phone, Answering.atOnce(site.study()), "your-profession");
            String respondent = only(before).id().hex();

            other.open("/tears/withdraw").page().locator("#code").fill(code);
            other.pressForHeading("Find my answers", "Delete my answers?");
            assertThat(site.rowsOf(respondent)).isGreaterThan(2);
            other.pressForHeading("Delete my answers", "Your answers are deleted");

            assertThat(site.rowsOf(respondent)).isZero();
            phone.open("/tears/take-part/your-profession");
            assertThat(phone.heading()).isEqualTo("Before you begin");
        }
    }

    @Test
    void aMistypedWordIsNamedAndTheLikelyOneOffered() {
        try (Device phone = Device.phone(browser, site);
                Device other = Device.phone(browser, site)) {
            String code = leaveAt(phone, Answering.atOnce(site.study()), "your-profession");

            other.open("/tears/resume").page().locator("#code").fill(code + "q");
            other.pressForComplaint("Go on");

            String last = code.substring(code.lastIndexOf('-') + 1);
            assertThat(other.page().locator("[role=alert]").innerText()).contains(last + "q");
            other.press("Yes, use that");
            assertThat(other.asked()).isEqualTo("your-profession");
        }
    }

    /// Begins, answers up to that page, and leaves there with the code.
    private static String leaveAt(Device device, Answering answering, String page) {
        device.begin();
        answering.until(device, page);
        device.page().locator(".bar button").click();
        device.page().waitForURL("**/save-and-leave");
        return device.code();
    }

    private static void goOnWith(Device device, String code) {
        device.open("/tears/resume").page().locator("#code").fill(code);
        device.press("Go on");
    }

    private static Set<String> ids() {
        return site.respondents().stream()
                .map(each -> each.id().hex())
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Respondent only(Set<String> before) {
        List<Respondent> since =
                site.respondents().stream()
                        .filter(each -> !before.contains(each.id().hex()))
                        .toList();
        assertThat(since).hasSize(1);
        return since.getFirst();
    }
}
