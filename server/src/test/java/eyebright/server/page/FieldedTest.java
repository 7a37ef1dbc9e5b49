package eyebright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.server.Gardens;
import eyebright.server.RunningSite;
import eyebright.server.Walk;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldedTest {

    @TempDir private Path data;

    @Test
    void aVersionThatNoLongerReadsStartsNobodyTwice() throws Exception {
        String code;
        try (RunningSite site = Gardens.collecting(data.resolve("d"))) {
            code = Gardens.eligible(site).code();
        }
        String database = "jdbc:sqlite:" + data.resolve("d").resolve("eyebright.db");
        try (Connection other = DriverManager.getConnection(database);
                Statement statement = other.createStatement()) {
            // An engine that reads another language of studies, as far as this version is
            // concerned.
            statement.execute("UPDATE version SET sources = '{}'");
        }
        Path changed = Gardens.edited(data, "questions.yaml", "Do you tend", "Do you keep");
        var logged = new ArrayList<String>();
        Logger log = Logger.getLogger(Fielded.class.getName());
        Handler listening = listening(logged);
        log.addHandler(listening);
        try (RunningSite site = Gardens.collecting(data.resolve("d"), changed)) {
            assertThat(logged).hasSize(1);
            assertThat(logged.getFirst()).startsWith("study garden: the version ");
            Walk walk = Walk.at(site, "/garden/resume").press("go", "on", "code", code);

            for (String address : List.of("take-part", "take-part/you", "take-part/review")) {
                walk.open("/garden/" + address);
                assertThat(walk.status()).isEqualTo(410);
                assertThat(walk.heading())
                        .isEqualTo("The questions you began with cannot be shown any more");
                assertThat(walk.text()).contains("href=\"/garden/withdraw\"");
            }
            assertThat(walk.open("/garden").status()).isEqualTo(200);
            assertThat(Gardens.respondents(data.resolve("d"))).hasSize(1);
            walk.open("/garden/withdraw").press("confirm", "yes");
            assertThat(walk.heading()).isEqualTo("Your answers are deleted");
            assertThat(Gardens.respondents(data.resolve("d"))).isEmpty();
        } finally {
            log.removeHandler(listening);
        }
    }

    private static Handler listening(List<String> logged) {
        var formatter = new SimpleFormatter();
        return new Handler() {
            @Override
            public void publish(LogRecord said) {
                logged.add(formatter.formatMessage(said));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
