package eyebright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import eyebright.postgresql.Cluster;
import eyebright.postgresql.WithPostgresql;
import eyebright.store.Respondent;
import eyebright.store.Store;
import eyebright.study.Study;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Two servers on one PostgreSQL: the one that a respondent talks to is killed, and they go on with the other.
@WithPostgresql
@ExtendWith(Chromium.class)
class TwoServersTest {

    @TempDir private Path folder;

    @Test
    void aRespondentGoesOnWhenTheServerTheyTalkToIsKilled(Browser browser) throws Exception {
        Path tears = TearsSite.filledIn(folder.resolve("tears"));
        Study study = TearsSite.study(tears);
        String database = WithPostgresql.Shared.cluster().newDatabase();
        try (var relay = new Relay();
                var first = serve(tears, database, relay);
                var second = serve(tears, database, relay)) {
            relay.to(List.of(first.port(), second.port()));
            try (Device phone = Device.phone(browser, relay.origin()).begin()) {
                var answering = Answering.atOnce(study);
                answering.until(phone, "about-you");
                phone.page().locator("[name=age]").fill("47");

                first.kill();

                phone.page().locator("button.go[value=on]").click();
                phone.page().waitForURL("**/your-profession");
                phone.press("Back");
                assertThat(phone.page().locator("[name=age]").inputValue()).isEqualTo("47");
                answering.allPages(phone);
                phone.press("Send my answers");
                assertThat(phone.heading()).isEqualTo("Thank you");
                String code = phone.code();

                Respondent only = only();
                assertThat(only.answers().sent()).isTrue();
                assertThat(only.answers().saved()).containsAll(answering.pages());
                assertThat(Answering.typed(only.answers())).containsAllEntriesOf(answering.given());
                assertThat(twiceKept(database)).isEqualTo("0");

                // The code that the first server drew opens at the second, from anywhere.
                try (Device elsewhere = Device.phone(browser, relay.origin())) {
                    elsewhere.open("/tears/resume").page().locator("#code").fill(code);
                    elsewhere.press("Go on");
                    assertThat(elsewhere.heading()).isEqualTo("Thank you");
                    assertThat(elsewhere.faults()).isEmpty();
                }
            }
        }
    }

    private ServerProcess serve(Path tears, String database, Relay relay) throws IOException {
        return new ServerProcess(
                List.of(
                        tears.toString(),
                        "--data",
                        data().toString(),
                        "--database",
                        database,
                        "--public-url",
                        relay.origin()));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Respondent only() {
        try (Store store = Store.read(data())) {
            List<Respondent> all = store.respondents("tears");
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    /// How many rows say again what the row before of the same page had said.
    private static String twiceKept(String database) {
        return WithPostgresql.Shared.cluster()
                .ask(
                        Cluster.name(database),
                        "SELECT count(*) - count(DISTINCT (respondent, save_id)) FROM eyebright.log");
    }
}
