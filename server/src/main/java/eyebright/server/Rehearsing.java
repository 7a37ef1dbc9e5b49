package eyebright.server;

import eyebright.check.StudyFolder;
import eyebright.frame.Response;
import eyebright.server.answering.QuestionPages;
import eyebright.store.PageSave;
import eyebright.store.Started;
import eyebright.store.Store;
import eyebright.study.Answer;
import eyebright.study.Answers;
import eyebright.study.Draw;
import eyebright.study.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Fills a store with made-up respondents, by the same doors that people come through: start, page after page, send.
public final class Rehearsing {

    /// Enough to fill the writer's batches.
    private static final int AT_ONCE = 128;

    private final Store store;
    private final StudyFolder folder;
    private final String questionnaire;
    private final String plan;

    private Rehearsing(Store store, StudyFolder folder) {
        this.store = store;
        this.folder = folder;
        this.questionnaire = folder.questionnaireHash();
        this.plan = folder.planHash();
    }

    /// Has that many respondents answer a study, many at once.
    ///
    /// @param folder of a version that the store has
    /// @throws IllegalStateException if the thread is interrupted, or the store refuses one of them
    public static void fill(Store store, StudyFolder folder, long seed, int respondents) {
        new Rehearsing(store, folder).fill(folder.respondents().responses(seed, respondents));
    }

    private void fill(List<Response> responses) {
        var turn = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Boolean>>();
            for (Response response : responses) {
                all.add(
                        threads.submit(
                                () -> {
                                    turn.acquire();
                                    try {
                                        answer(response.answers());
                                    } finally {
                                        turn.release();
                                    }
                                    return true;
                                }));
            }
            for (Future<Boolean> each : all) {
                each.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("filling the rehearsal was interrupted", interrupted);
        } catch (ExecutionException fault) {
            throw new IllegalStateException("the rehearsal could not be filled", fault.getCause());
        }
    }

    private void answer(Answers answers) {
        Started started = store.start(folder.study().name(), questionnaire, plan);
        var draw = Draw.of(started.id().hex());
        for (Page page : draw.pages(folder.study())) {
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
