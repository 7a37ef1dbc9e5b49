package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.database.Database;
import eyebright.database.Link;
import eyebright.store.Code;
import eyebright.store.Respondent;
import eyebright.store.Store;
import eyebright.study.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed again and again while people save, each of whom sends a page until it is acknowledged. Not one
/// of the tests of every day: `scripts/kill.sh [KILLS [RESPONDENTS [MINUTES]]]`.
class KillRun {

    private static final int KILLS = Integer.getInteger("kills", 200);
    private static final int RESPONDENTS = Integer.getInteger("respondents", 64);
    private static final int MINUTES = Integer.getInteger("minutes", 600);
    private static final Path RESULT = Path.of(System.getProperty("result", "target/kill.md"));
    private static final int LONGEST_MILLIS = 2000;
    private static final int LONGEST_SILENCE = 60;
    private static final long SEED = 20_261_123;

    @TempDir private Path folder;
    private final Queue<Answering.Kept> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicReference<URI> server =
            new AtomicReference<>(URI.create("http://127.0.0.1:1/"));

    @Test
    void everyAcknowledgedPageIsThereOnceAndWhole() throws Exception {
        SmallStudy.write(folder.resolve(SmallStudy.NAME));
        var random = new SplittableRandom(SEED);
        Instant end = Instant.now().plus(Duration.ofMinutes(MINUTES));
        var saving = new AtomicBoolean(true);
        int kills = 0;
        try (HttpClient browser =
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(Duration.ofSeconds(2))
                                .build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> people = new ArrayList<>();
            for (int person = 0; person < RESPONDENTS; person++) {
                var answering = new Answering(server::get, browser, acknowledged::add, saving::get);
                people.add(threads.submit(answering::untilNobodyListens));
            }
            try {
                while (kills < KILLS && Instant.now().isBefore(end)) {
                    try (Served served = serve()) {
                        saveAndKill(served, random.nextInt(LONGEST_MILLIS));
                        kills++;
                        System.out.printf(
                                "%d kills, %,d pages acknowledged%n", kills, acknowledged.size());
                    }
                }
            } finally {
                saving.set(false);
            }
            for (Future<Integer> person : people) {
                // Whatever they did not expect comes out here.
                assertThat(person.get(LONGEST_SILENCE, TimeUnit.SECONDS)).isNotNegative();
            }
        }
        // Opened as the last kill left it: nobody closed it in peace.
        report(kills);
    }

    private void saveAndKill(Served served, int moment) throws InterruptedException {
        int before = acknowledged.size();
        server.set(served.address());
        Instant silentUntil = Instant.now().plusSeconds(LONGEST_SILENCE);
        while (acknowledged.size() == before) {
            assertThat(Instant.now()).as("nothing was acknowledged").isBefore(silentUntil);
            Thread.sleep(1);
        }
        Thread.sleep(moment);
        assertThat(served.kill()).isEqualTo(128 + 9);
    }

    private void report(int kills) throws IOException {
        int lost = 0;
        int wrong = 0;
        int again = 0;
        Map<String, Integer> respondents = new HashMap<>();
        try (Store store = Store.read(data())) {
            for (Answering.Kept page : acknowledged) {
                again += page.tries() > 1 ? 1 : 0;
                respondents.merge(page.code(), 1, Integer::sum);
                var found =
                        store.find(SmallStudy.NAME, new Code(List.of(page.code().split("-", -1))));
                if (found.isEmpty()
                        || !found.get().answers().saved().contains("page-" + page.page())) {
                    lost++;
                } else if (!isWhole(found.get(), page)) {
                    wrong++;
                }
            }
        }
        Rows rows = rows();
        String said =
                """
                | kills | respondents at once | respondents in all | pages acknowledged | of these sent more than once | rows of the log |
                |--:|--:|--:|--:|--:|--:|
                | %,d | %,d | %,d | %,d | %,d | %,d |

                | acknowledged and lost | kept otherwise than sent | there twice | there by half | faults of the database |
                |--:|--:|--:|--:|--:|
                | %,d | %,d | %,d | %,d | %,d |
                """
                        .formatted(
                                kills,
                                RESPONDENTS,
                                respondents.size(),
                                acknowledged.size(),
                                again,
                                rows.all(),
                                lost,
                                wrong,
                                rows.twice(),
                                rows.half(),
                                rows.faults());
        System.out.println(said);
        Files.writeString(RESULT, said);
        assertThat(List.of(lost, wrong)).as("lost, and kept otherwise").containsOnly(0);
        assertThat(List.of(rows.twice(), rows.half(), rows.faults()))
                .as("twice, by half, faults")
                .containsOnly(0L);
        // Each that was not acknowledged was being sent when everything ended.
        assertThat(rows.all() - acknowledged.size()).isBetween(0L, (long) RESPONDENTS);
    }

    private static boolean isWhole(Respondent respondent, Answering.Kept page) {
        return respondent
                        .answers()
                        .to("words" + page.page())
                        .equals(Optional.of(new Answer.Words(page.words())))
                && respondent
                        .answers()
                        .to("number" + page.page())
                        .equals(Optional.of(new Answer.Amount(page.number())));
    }

    /// @param all how many
    /// @param twice more than one of a respondent and a page: each sent each page with one content
    /// @param half without one of the two answers, or of nobody
    /// @param faults that SQLite finds when it looks at everything
    private record Rows(long all, long twice, long half, long faults) {}

    private Rows rows() {
        try (Database database =
                Database.read(Store.DATABASE.in(data()), Store.DATABASE.schema())) {
            return database.read(
                    link ->
                            new Rows(
                                    link.number("SELECT count(*) FROM log"),
                                    link.number(
                                            """
                                            SELECT count(*) FROM (SELECT 1 FROM log
                                            GROUP BY respondent, page HAVING count(*) > 1)"""),
                                    link.number(
                                            """
                                            SELECT count(*) FROM log l LEFT JOIN respondent r
                                            ON r.id = l.respondent
                                            WHERE r.id IS NULL OR (SELECT count(*)
                                                FROM json_each(l.answers)) <> 2"""),
                                    faults(link)));
        }
    }

    private static long faults(Link link) throws SQLException {
        return link.number(
                        "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'")
                + link.number("SELECT count(*) FROM pragma_foreign_key_check");
    }

    private Served serve() throws IOException {
        return Served.start(
                folder.resolve("tmp"),
                folder.resolve(SmallStudy.NAME).toString(),
                "--port",
                "0",
                "--public-url",
                "http://small.example.org",
                "--data",
                data().toString());
    }

    private Path data() {
        return folder.resolve("data");
    }
}
