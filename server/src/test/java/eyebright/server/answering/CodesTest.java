package eyebright.server.answering;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.Gardens;
import eyebright.server.RunningSite;
import eyebright.server.Walk;
import eyebright.server.page.Mode;
import eyebright.study.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodesTest {

    @TempDir private Path data;
    private RunningSite site;

    @BeforeEach
    void start() {
        site = Gardens.collecting(data);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aCodeGoesOnOnAnotherDevice() {
        Walk phone = Gardens.eligible(site);
        String typed = phone.code().replace('-', ' ').toUpperCase(Locale.ROOT) + " ";

        Walk laptop = Walk.at(site, "/garden/resume").press("go", "on", "code", typed);
        assertThat(laptop.path()).isEqualTo("/garden/take-part/the-garden");
        laptop.on("name", "Eden");
        phone.on("age", "50");

        assertThat(Gardens.respondents(data)).hasSize(1);
        laptop.open("/garden/take-part/the-garden");
        assertThat(laptop.text()).contains("value=\"50\"");
    }

    @Test
    void twoDevicesOnTwoPagesLoseNothingOfEither() {
        Walk phone = Gardens.eligible(site);
        Walk laptop = Walk.at(site, "/garden/resume").press("go", "on", "code", phone.code());
        phone.on("name", "Eden");
        laptop.on("name", "Eden");
        phone.on();
        laptop.open("/garden/take-part/the-garden").on("name", "Eden", "age", "33");

        var answers = Gardens.respondents(data).getFirst().answers();
        assertThat(answers.to("age")).contains(new Answer.Amount(new java.math.BigDecimal(33)));
        assertThat(answers.saved()).hasSize(3);
    }

    @Test
    void aCodeMistypedByALetterIsSuggested() {
        String code = Gardens.eligible(site).code();
        String wrong = code.substring(0, code.length() - 1) + "qq";

        Walk walk = Walk.at(site, "/garden/resume").press("go", "on", "code", wrong);

        assertThat(walk.status()).isEqualTo(422);
        assertThat(walk.text()).contains("role=\"alert\"", "value=\"" + wrong + "\"");
    }

    @Test
    void elevenCodesOfNobodyInAnHourAreTooMany() {
        String code = Gardens.eligible(site).code();
        List<String> words = List.of(code.split("-"));
        Walk walk = Walk.at(site, "/garden/resume");
        for (int turned = 1; turned <= 11; turned++) {
            var others = new ArrayList<>(words);
            Collections.shuffle(others, new Random(turned));
            others.set(0, words.get(1));
            walk.open("/garden/resume").press("go", "on", "code", String.join("-", others));
            assertThat(walk.status()).isEqualTo(turned < 11 ? 422 : 429);
        }
        assertThat(walk.heading()).isEqualTo("Please wait a little");
    }

    @Test
    void whoSaysWhereTheyComeFromIsNotBelieved() {
        String code = Gardens.eligible(site).code();
        List<String> words = List.of(code.split("-"));
        try (RunningSite behind =
                Gardens.start(
                        new Mode.Collecting(),
                        data.resolve("behind"),
                        Gardens.FOLDER,
                        Clock.systemUTC(),
                        Optional.of(URI.create("http://gardens.example.org")))) {
            Walk walk = Walk.at(behind, "/garden/resume");
            for (int turned = 1; turned <= 11; turned++) {
                var others = new ArrayList<>(words);
                Collections.shuffle(others, new Random(turned));
                others.set(0, words.get(1));
                walk.open("/garden/resume");
                walk.send(
                        walk.action(),
                        walk.form("go", "on", "code", String.join("-", others)),
                        "Origin",
                        "http://gardens.example.org",
                        "X-Forwarded-For",
                        "198.51.100." + turned,
                        "X-Forwarded-For",
                        "192.0.2.1:" + (50_000 + turned));
                assertThat(walk.status()).isEqualTo(turned < 11 ? 422 : 429);
            }
        }
    }

    @Test
    void wordsThatAreNoCodeAreNeverTooMany() {
        Walk walk = Walk.at(site, "/garden/resume");
        for (int tries = 0; tries < 20; tries++) {
            walk.open("/garden/resume").press("go", "on", "code", "not a code at all");
            assertThat(walk.status()).isEqualTo(422);
        }
    }

    @Test
    void saveAndLeaveShowsTheCodeThenForgets() {
        Walk walk = Gardens.eligible(site);
        String code = walk.code();
        walk.press("go", "leave", "name", "Eden");

        assertThat(walk.path()).isEqualTo("/garden/save-and-leave");
        assertThat(walk.code()).isEqualTo(code);
        walk.press("go", "forget");
        assertThat(walk.heading()).isEqualTo("Goodbye for now");
        assertThat(walk.cookies()).isZero();

        walk.open("/garden/resume").press("go", "on", "code", code);
        assertThat(walk.path()).startsWith("/garden/take-part/");
        assertThat(Gardens.respondents(data).getFirst().answers().to("name"))
                .contains(new Answer.Words("Eden"));
    }

    @Test
    void withdrawalByCookieDeletesEverything() {
        Walk walk = Gardens.eligible(site).on("name", "Eden");
        String code = walk.code();
        walk.open("/garden/withdraw");
        assertThat(walk.heading()).isEqualTo("Delete my answers?");
        walk.press("confirm", "yes");

        assertThat(walk.heading()).isEqualTo("Your answers are deleted");
        assertThat(walk.cookies()).isZero();
        assertThat(Gardens.respondents(data)).isEmpty();
        walk.open("/garden/resume").press("go", "on", "code", code);
        assertThat(walk.text()).contains("Nobody has this code here.");
    }

    @Test
    void withdrawalByCodeAsksOnceMore() {
        String code = Gardens.eligible(site).code();
        Walk walk = Walk.at(site, "/garden/withdraw").press("go", "on", "code", code);
        assertThat(walk.heading()).isEqualTo("Delete my answers?");
        assertThat(Gardens.respondents(data)).hasSize(1);
        walk.press("confirm", "yes");

        assertThat(walk.heading()).isEqualTo("Your answers are deleted");
        assertThat(Gardens.respondents(data)).isEmpty();
    }

    @Test
    void whatIsSentAfterAWithdrawalIsNotKept() {
        Walk phone = Gardens.eligible(site);
        var form = phone.form("go", "on", "name", "Eden");
        Walk.at(site, "/garden/withdraw")
                .press("go", "on", "code", phone.code())
                .press("confirm", "yes");
        phone.send("/garden/take-part/the-garden", form);

        assertThat(phone.status()).isEqualTo(403);
        assertThat(phone.text()).contains("value=\"Eden\"");
        assertThat(Gardens.respondents(data)).isEmpty();
    }
}
