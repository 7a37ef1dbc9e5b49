package eyebright.server;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.database.Databases;
import eyebright.database.PostgresqlUrl;
import eyebright.postgresql.Cluster;
import eyebright.postgresql.WithPostgresql;
import eyebright.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers of one PostgreSQL say the same to readers. Each of them looks for what is to be published; one makes a snapshot,
/// and the other shows what that one has made.
@WithPostgresql
class TwoSitesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private Path folder;

    @Test
    void aSnapshotThatOneHasMadeIsShownByTheOther() throws IOException, InterruptedException {
        String url = WithPostgresql.Shared.cluster().newDatabase();
        Path data = folder.resolve("data");
        Databases.use(data, new PostgresqlUrl(url));
        try (RunningSite first = Gardens.collecting(data);
                RunningSite second = Gardens.collecting(data)) {
            for (int number = 1; number <= 2; number++) {
                answer(data, number);

                for (RunningSite site : List.of(first, second)) {
                    assertThat(shown(site, number))
                            .contains(
                                    "%d respondents · snapshot %d".formatted(10 * number, number));
                }
                assertThat(findings(first)).isEqualTo(findings(second));
            }
        }
        // Neither has made what the other made as well.
        assertThat(
                        WithPostgresql.Shared.cluster()
                                .ask(
                                        Cluster.name(url),
                                        "SELECT string_agg(number || ':' || respondents, ' ' ORDER BY number) FROM eyebright.snapshot"))
                .isEqualTo("1:10 2:20");
    }

    /// Ten more have sent their answers, at whichever server.
    private static void answer(Path data, long seed) throws IOException {
        try (Store store = Store.open(data, Clock.systemUTC())) {
            Rehearsing.fill(store, Gardens.read(), seed, 10);
        }
    }

    /// The page of findings once it shows that snapshot, or as it is when nobody would wait any longer.
    private static String shown(RunningSite site, int snapshot) throws InterruptedException {
        Walk reader = Walk.at(site, "/garden/findings");
        Instant end = Instant.now().plus(PATIENCE);
        while (!reader.text().contains("snapshot " + snapshot) && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            reader.open("/garden/findings");
        }
        return reader.text();
    }

    /// The page but for its foot: each counts its visitors, and knows of the other's a moment later.
    private static String findings(RunningSite site) {
        String page = Walk.at(site, "/garden/findings").text();
        return page.substring(0, page.indexOf("</main>"));
    }
}
