package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.source.Sources;
import eyebright.study.Answer;
import eyebright.study.Answers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A store that was just opened, and what its tests say in one word.
abstract class StoreFixture {

    static final String STUDY = "tears";
    static final String QUESTIONNAIRE = "q1";
    static final String PLAN = "p1";
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T23:59:59Z"));

    @TempDir Path folder;
    Store store;

    abstract Store open(Path folder);

    @BeforeEach
    void begin() {
        store = open(folder);
        store.addVersion(version(QUESTIONNAIRE, PLAN, "What did you feel?"));
    }

    @AfterEach
    void end() {
        store.close();
    }

    static void runTogether(List<Callable<Boolean>> tasks)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(64)) {
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    Started start() {
        return store.start(STUDY, QUESTIONNAIRE, PLAN);
    }

    RespondentId sent() {
        RespondentId id = start().id();
        store.save(answer(id, "s1", "x"));
        store.send(id, "s2", QUESTIONNAIRE, PLAN);
        return id;
    }

    Answers answers(RespondentId id) {
        return store.respondent(id).orElseThrow().answers();
    }

    static Answer words(String text) {
        return new Answer.Words(text);
    }

    static PageSave answer(RespondentId id, String saveId, String text) {
        return page(id, "one", saveId, List.of("a"), Map.of("a", words(text)));
    }

    static PageSave page(
            RespondentId id,
            String page,
            String saveId,
            List<String> asked,
            Map<String, Answer> answers) {
        return new PageSave(id, page, saveId, asked, answers, QUESTIONNAIRE, PLAN, "", 10);
    }

    static Snapshot snapshot(int number, long lastSequence) {
        return new Snapshot(
                STUDY, number, lastSequence, 3, PLAN, QUESTIONNAIRE, "{\"findings\":[]}");
    }

    static Version version(String questionnaire, String plan, String text) {
        return new Version(STUDY, questionnaire, plan, sources(text));
    }

    static Sources sources(String text) {
        return new Sources(STUDY, Map.of("study.yaml", "name: tears", "questions.yaml", text));
    }
}
