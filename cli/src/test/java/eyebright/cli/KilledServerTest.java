package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.store.Code;
import eyebright.store.Respondent;
import eyebright.store.Store;
import eyebright.study.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed while people answer has kept every page it acknowledged, and starts again.
class KilledServerTest {

    private static final int ROUNDS = 3;
    private static final int AT_ONCE = 4;
    private static final int LONGEST_MILLIS = 3000;
    private static final int LONGEST_START = 30;

    @TempDir private Path folder;

    @BeforeEach
    void write() throws IOException {
        SmallStudy.write(folder.resolve(SmallStudy.NAME));
    }

    @Test
    void everyAcknowledgedAnswerIsThereAfterKillingTheServer() throws Exception {
        var random = new SplittableRandom(20_261);
        List<Answering.Kept> acknowledged = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            var moment = Duration.ofMillis(random.nextInt(LONGEST_MILLIS));
            List<Answering.Kept> inRound = answeredUntilKilled(moment);
            assertThat(inRound).as("round %d, after %s", round, moment).isNotEmpty();
            acknowledged.addAll(inRound);
            assertThatEachIsKept(acknowledged);
        }

        // It starts again on the same folder, and opens the answers to who comes back.
        Answering.Kept last = acknowledged.getLast();
        try (Served again = serve();
                HttpClient browser = HttpClient.newHttpClient()) {
            var back = new Answering(again.address(), browser, _ -> {});
            assertThat(back.resumed(last.code(), last.page())).contains(last.words());
            assertThat(again.terminate()).isEqualTo(128 + 15);
        }
        assertThatEachIsKept(acknowledged);
    }

    /// What was acknowledged by a server that was killed that long after it had acknowledged something.
    private List<Answering.Kept> answeredUntilKilled(Duration moment) throws Exception {
        BlockingQueue<Answering.Kept> acknowledged = new LinkedBlockingQueue<>();
        try (Served served = serve();
                HttpClient browser = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> people = new ArrayList<>();
            for (int person = 0; person < AT_ONCE; person++) {
                var answering = new Answering(served.address(), browser, acknowledged::add);
                people.add(threads.submit(answering::untilNobodyListens));
            }
            Answering.Kept first = acknowledged.poll(LONGEST_START, TimeUnit.SECONDS);
            assertThat(first).as("the first page acknowledged").isNotNull();
            acknowledged.add(first);
            Thread.sleep(moment);
            assertThat(served.kill()).isEqualTo(128 + 9);
            for (Future<Integer> person : people) {
                // Whatever they did not expect comes out here.
                assertThat(person.get(LONGEST_START, TimeUnit.SECONDS)).isNotNegative();
            }
        }
        return List.copyOf(acknowledged);
    }

    private void assertThatEachIsKept(List<Answering.Kept> acknowledged) {
        try (Store store = Store.read(data())) {
            for (Answering.Kept page : acknowledged) {
                Respondent respondent =
                        store.find(SmallStudy.NAME, new Code(List.of(page.code().split("-", -1))))
                                .orElseThrow(() -> new AssertionError("lost: " + page));
                assertThat(respondent.answers().saved()).contains("page-" + page.page());
                assertThat(respondent.answers().to("words" + page.page()))
                        .contains(new Answer.Words(page.words()));
                assertThat(respondent.answers().to("number" + page.page()))
                        .contains(new Answer.Amount(page.number()));
            }
        }
    }

    /// Behind a server of one's own, so that each respondent has an address of their own.
    private Served serve() throws IOException {
        return Served.start(
                folder.resolve("tmp"),
                folder.resolve("small").toString(),
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
