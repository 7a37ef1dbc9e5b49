package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import eyebright.store.Respondent;
import eyebright.study.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The tears study from the first page to the thanks, on a phone, by somebody who has cried in therapy.
@ExtendWith(Chromium.class)
class LongWayTest {

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
    void aPhoneGoesTheLongWayAndEveryAnswerIsKept() {
        try (Device phone = Device.phone(browser, site)) {
            Answering answering = answersAll(phone);

            assertThat(phone.page().evaluate("() => localStorage.length + sessionStorage.length"))
                    .isEqualTo(0);
            assertThat(phone.context().cookies()).hasSize(1);
            Cookie cookie = phone.context().cookies().getFirst();
            assertThat(cookie.name).isEqualTo("eyebright-tears");
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
            assertThat(phone.faults()).isEmpty();
            assertKept(answering);
        }
    }

    @Test
    void aPhoneWithoutScriptGoesTheLongWayAndEveryAnswerIsKept() {
        try (Device phone = Device.phoneWithoutScript(browser, site)) {
            Answering answering = answersAll(phone);

            assertThat(phone.faults()).isEmpty();
            assertKept(answering);
        }
    }

    private static Answering answersAll(Device phone) {
        var answering = Answering.byHand(site.study());
        phone.begin();
        answering.allPages(phone);
        assertThat(phone.heading()).isEqualTo("Your answers");
        phone.press("Send my answers");
        assertThat(phone.heading()).isEqualTo("Thank you");
        assertThat(phone.code()).matches("[a-z]+(-[a-z]+){4}");
        return answering;
    }

    /// Two go the same way and answer alike: each is there as given, and all pages of the study are.
    private static void assertKept(Answering answering) {
        List<Respondent> sent =
                site.respondents().stream().filter(each -> each.answers().sent()).toList();
        assertThat(sent)
                .isNotEmpty()
                .allSatisfy(
                        respondent -> {
                            assertThat(Answering.typed(respondent.answers()))
                                    .containsExactlyInAnyOrderEntriesOf(answering.given());
                            assertThat(respondent.answers().saved()).isEqualTo(answering.pages());
                        });
        assertThat(answering.pages())
                .isEqualTo(site.study().pages().stream().map(Page::id).collect(Collectors.toSet()));
    }
}
