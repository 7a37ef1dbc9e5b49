package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import eyebright.discussion.Comment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A comment on the article, from its writing to its deletion, on the narrowest phone.
@ExtendWith(Chromium.class)
class TalkTest {

    /// More than a program needs, and less than a person does.
    private static final int WHILE_WRITING = 3_500;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void aCommentIsWrittenPublishedAnsweredChangedAndDeleted(@TempDir Path folder, Browser browser)
            throws IOException {
        try (TearsSite site = TearsSite.collecting(folder);
                Device phone = Device.window(browser, site, 320, 640);
                Device plain = Device.phoneWithoutScript(browser, site)) {
            phone.open("/tears/article");
            phone.page().locator("a:text-is('Write a comment')").click();
            phone.page().waitForTimeout(WHILE_WRITING);
            phone.page().locator("button:text-is('Send')").click();
            assertThat(phone.heading()).isEqualTo("Write a comment");
            assertThat(phone.focused()).as("the summary of what is missing").startsWith("div");
            look("missing", phone);

            write(phone, "It moved me: *once* a year.", "Nora", "client", "Send");
            assertThat(phone.heading()).isEqualTo("Your comment was sent");
            look("sent", phone);
            String link = phone.page().locator("strong.code").textContent();

            plain.open("/tears/article");
            assertThat(said(plain)).isEmpty();
            publish(site);
            plain.open("/tears/article");
            assertThat(said(plain)).containsExactly("It moved me: once a year.");
            look("discussion", phone.open("/tears/article"));

            plain.page().locator(".acts a:has-text('Answer')").first().click();
            plain.page().waitForTimeout(WHILE_WRITING);
            write(plain, "Me too.", "", "both", "Send");
            publish(site);
            Comment first = first(site);
            site.moderate(desk -> desk.answer(first.id(), "Ada Example", "Thank you both.", "ada"));
            assertThat(said(plain.open("/tears/article")))
                    .containsExactly("It moved me: once a year.", "Me too.", "Thank you both.");

            plain.page().locator(".acts a:has-text('Report')").first().click();
            assertThat(plain.heading()).isEqualTo("Report this comment?");
            look("report", phone.open(plain.address()));
            plain.page().locator("button:text-is('Report it')").click();
            assertThat(plain.heading()).isEqualTo("Thank you for telling us");

            phone.page().navigate(link);
            look("own", phone);
            write(phone, "It moved me, *twice* a year.", "Nora", "client", "Keep the changes");
            assertThat(phone.page().locator("[role=status].sheet").textContent())
                    .isEqualTo("Your changes are kept.");
            assertThat(said(plain.open("/tears/article")))
                    .containsExactly("Me too.", "Thank you both.");
            assertThat(plain.page().locator(".discussion .none").textContent())
                    .startsWith("This comment was changed by its author.");
            publish(site);
            assertThat(said(plain.open("/tears/article")).getFirst())
                    .isEqualTo("It moved me, twice a year.");

            phone.page().navigate(link);
            phone.page().locator("button:text-is('Delete my comment')").click();
            assertThat(phone.heading()).isEqualTo("Your comment is deleted");
            look("deleted", phone);
            assertThat(said(plain.open("/tears/article")))
                    .containsExactly("Me too.", "Thank you both.");
            assertThat(plain.page().locator(".discussion .none").textContent())
                    .isEqualTo("This comment was removed by its author.");
            assertThat(phone.faults()).isEmpty();
        }
        assertThat(wrong).isEmpty();
    }

    private void look(String name, Device device) {
        wrong.addAll(Access.violations(name, device));
        if (device.scrollsSideways()) {
            wrong.add(name + " scrolls sideways: " + device.widest());
        }
    }

    private static void write(Device device, String text, String name, String role, String button) {
        Page page = device.page();
        page.locator("[name=text]").fill(text);
        page.locator("[name=name]").fill(name);
        page.locator("[name=role][value=" + role + "]").check();
        page.locator("button:text-is('" + button + "')").click();
    }

    private static List<String> said(Device device) {
        return device.page().locator(".discussion .words").allInnerTexts();
    }

    private static void publish(TearsSite site) {
        site.moderate(
                desk ->
                        desk.queue("tears")
                                .forEach(each -> desk.publish(each.id(), each.revision(), "ada")));
    }

    private static Comment first(TearsSite site) {
        var comments = new ArrayList<Comment>();
        site.moderate(desk -> comments.addAll(desk.all("tears")));
        return comments.getLast();
    }
}
