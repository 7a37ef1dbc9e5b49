package eyebright.server;

import eyebright.check.StudyFolder;
import eyebright.frame.Response;
import eyebright.store.PageSave;
import eyebright.store.Started;
import eyebright.store.Store;
import eyebright.study.Answer;
import eyebright.study.Answers;
import eyebright.study.Draw;
import eyebright.study.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Fills a throw-away store with made-up respondents, by the same doors that people come through: start,
/// page after page, send.
final class Rehearsing {

    /// Enough to fill the writer's batches.
    private static final int AT_ONCE = 128;

    private Rehearsing() {}

    static void fill(Store store, List<StudyFolder> folders, Mode.Rehearsed mode) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var turn = new Semaphore(AT_ONCE);
            for (StudyFolder folder : folders) {
                var fielded = new Fielded(folder, store);
                List<Response> responses =
                        folder.respondents().responses(mode.seed(), mode.respondents());
                List<Future<Boolean>> all =
                        responses.stream()
                                .map(
                                        response ->
                                                threads.submit(
                                                        (Callable<Boolean>)
                                                                () -> {
                                                                    turn.acquire();
                                                                    try {
                                                                        answer(
                                                                                store,
                                                                                fielded,
                                                                                response.answers());
                                                                    } finally {
                                                                        turn.release();
                                                                    }
                                                                    return true;
                                                                }))
                                .toList();
                for (Future<Boolean> each : all) {
                    each.get();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("filling the rehearsal was interrupted", interrupted);
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the rehearsal could not be filled", fault.getCause());
        }
    }

    private static void answer(Store store, Fielded fielded, Answers answers) {
        String questionnaire = fielded.questionnaireHash();
        String plan = fielded.planHash();
        Started started = store.start(fielded.name(), questionnaire, plan);
        var draw = Draw.of(started.id().hex());
        for (Page page : draw.pages(fielded.study())) {
            if (answers.saved().contains(page.id())) {
                store.save(
                        new PageSave(
                                started.id(),
                                page.id(),
                                "rehearsed-" + page.id(),
                                QuestionPages.asked(page),
                                on(page, answers),
                                questionnaire,
                                plan,
                                draw.shown(page),
                                0));
            }
        }
        if (answers.sent()) {
            store.send(started.id(), "rehearsed", questionnaire, plan);
        }
    }

    private static Map<String, Answer> on(Page page, Answers answers) {
        var own = new LinkedHashMap<String, Answer>();
        for (String variable : QuestionPages.asked(page)) {
            answers.to(variable).ifPresent(answer -> own.put(variable, answer));
        }
        return own;
    }
}
