package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of what is typed on a page: by mistake, on the way back, not at all.
@ExtendWith(Chromium.class)
class TypingTest {

    private static TearsSite site;
    private static Browser browser;

    private Device phone;
    private Page page;

    @BeforeAll
    static void open(@TempDir Path folder, Browser chromium) throws IOException {
        site = TearsSite.collecting(folder);
        browser = chromium;
    }

    @AfterAll
    static void close() {
        site.close();
    }

    /// A phone that has come to the second page.
    @BeforeEach
    void begin() {
        phone = Device.phone(browser, site).begin();
        page = phone.page();
        Answering.atOnce(site.study()).until(phone, "about-you");
    }

    @AfterEach
    void putAway() {
        assertThat(phone.faults()).isEmpty();
        phone.close();
    }

    @Test
    void backKeepsWhatWasTypedOnThePageOneLeft() {
        page.locator("[name=age]").fill("41");
        choose("gender", "another");
        phone.press("Back");
        assertThat(phone.asked()).isEqualTo("who-it-is-for");
        assertThat(choice("adult", "yes").isChecked()).isTrue();
        phone.press("Continue");
        assertThat(page.locator("[name=age]").inputValue()).isEqualTo("41");
        assertThat(choice("gender", "another").isChecked()).isTrue();
    }

    @Test
    void theBackButtonOfTheBrowserShowsThePageBefore() {
        page.locator("[name=age]").fill("41");
        phone.press("Continue");
        assertThat(phone.asked()).isEqualTo("your-profession");
        page.goBack();
        page.waitForSelector("[name=age]");
        assertThat(page.locator("[name=age]").inputValue()).isEqualTo("41");
        assertThat(phone.heading()).isEqualTo("About you");
    }

    @Test
    void aMistakeIsNamedGetsTheFocusAndNothingTypedIsLost() {
        page.locator("[name=age]").fill("forty");
        choose("gender", "woman");
        choose("country", "ireland");
        phone.pressForComplaint("Continue");

        assertThat(phone.focused()).startsWith("div Please have another look");
        assertThat(page.title()).startsWith("Please have another look");
        assertThat(page.locator("[role=alert] li").allInnerTexts())
                .containsExactly("Please give a whole number of years, for example 42.");
        assertThat(page.locator("[name=age]").inputValue()).isEqualTo("forty");
        assertThat(page.locator("[name=age]").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(choice("gender", "woman").isChecked()).isTrue();
        assertThat(choice("country", "ireland").isChecked()).isTrue();
        page.locator("[role=alert] a").click();
        assertThat(phone.focused()).startsWith("input#f-age");
        page.locator("[name=age]").fill("40");
        phone.press("Continue");
        assertThat(phone.asked()).isEqualTo("your-profession");
    }

    @Test
    void aWholePageMayBeSkipped() {
        phone.press("Continue");
        assertThat(phone.asked()).isEqualTo("your-profession");
        phone.press("Continue");
        assertThat(phone.asked()).isEqualTo("your-experience");
    }

    @Test
    void whatDecidesEligibilityMayNotBeSkipped() {
        phone.press("Back");
        choice("adult", "yes").locator("xpath=ancestor::fieldset").locator(".clear").click();
        phone.pressForComplaint("Continue");
        assertThat(page.locator("[role=alert] li").allInnerTexts())
                .containsExactly(
                        "Please answer this one: it decides whether the study is for you.");
        assertThat(choice("seen_clients", "yes").isChecked()).isTrue();
    }

    @Test
    void whoTheStudyIsNotForIsThankedAndMayChangeTheAnswer() {
        phone.press("Back");
        choose("seen_clients", "no");
        phone.press("Continue");
        assertThat(phone.heading()).isEqualTo("Thank you");
        phone.press("Change what I said");
        choose("seen_clients", "yes");
        phone.press("Continue");
        assertThat(phone.asked()).isEqualTo("about-you");
    }

    @Test
    void noneOfTheseTakesTheOthersAwayAndTheOtherWayRound() {
        Answering.atOnce(site.study()).until(phone, "your-sessions");
        choose("caseload", "grief");
        choose("caseload", "trauma");
        choose("caseload", "none");
        assertThat(choice("caseload", "grief").isChecked()).isFalse();
        assertThat(choice("caseload", "trauma").isChecked()).isFalse();
        assertThat(choice("caseload", "none").isChecked()).isTrue();
        choose("caseload", "children");
        assertThat(choice("caseload", "none").isChecked()).isFalse();
        assertThat(choice("caseload", "children").isChecked()).isTrue();
    }

    @Test
    void aChosenAnswerIsTakenBackByItsButtonOrASecondTap() {
        choose("gender", "woman");
        Locator clear =
                choice("gender", "woman").locator("xpath=ancestor::fieldset").locator(".clear");
        clear.click();
        assertThat(choice("gender", "woman").isChecked()).isFalse();
        assertThat(clear.isVisible()).isFalse();
        choose("gender", "man");
        choose("gender", "man");
        assertThat(choice("gender", "man").isChecked()).isFalse();
        phone.press("Continue");
        phone.press("Back");
        assertThat(page.locator("[name=gender]:checked").count()).isZero();
    }

    @Test
    void withoutScriptAChosenAnswerIsTakenBackByItsButton() {
        try (Device other = Device.phoneWithoutScript(browser, site).begin()) {
            Answering.atOnce(site.study()).until(other, "about-you");
            other.page().locator("[name=age]").fill("50");
            other.page().locator("[name=gender][value=man]").check();
            other.page()
                    .locator("[name=gender][value=man]")
                    .locator("xpath=ancestor::fieldset")
                    .locator(".clear")
                    .click();
            other.page().waitForSelector("fieldset:has([name=gender]):not(:has(:checked))");
            assertThat(other.page().locator("[name=age]").inputValue()).isEqualTo("50");
        }
    }

    private Locator choice(String field, String value) {
        return page.locator("[name='%s'][value='%s']".formatted(field, value));
    }

    /// Taps the whole line of a choice, as a finger does.
    private void choose(String field, String value) {
        choice(field, value).locator("xpath=..").tap();
    }
}
