package eyebright.bench;

import eyebright.source.Sources;
import eyebright.store.PageSave;
import eyebright.store.RespondentId;
import eyebright.store.Store;
import eyebright.store.Version;
import eyebright.study.Answer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Saves pages of as many respondents at once as said, each of whom waits until a page is acknowledged before the next, and
/// prints how long that took. `scripts/fsyncs.sh` counts meanwhile how often the system was asked to sync.
public final class SavedPages {

    private static final String STUDY = "small";
    private static final int PAGES_EACH = 400;

    private SavedPages() {}

    /// Arguments: a folder, which is made; respondents at once; pages in all, a multiple of these, or 0 to open and close alone.
    public static void main(String[] arguments) throws InterruptedException {
        int atOnce = Integer.parseInt(arguments[1]);
        int pages = Integer.parseInt(arguments[2]);
        try (Store store = Store.open(Path.of(arguments[0]), InstantSource.system())) {
            store.addVersion(
                    new Version(STUDY, "q1", "p1", new Sources(STUDY, Map.of("study.yaml", "x"))));
            long begun = System.nanoTime();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < atOnce && pages > 0; i++) {
                threads.add(Thread.ofPlatform().start(() -> save(store, pages / atOnce)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            System.out.println(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        }
    }

    private static void save(Store store, int pages) {
        RespondentId id = store.start(STUDY, "q1", "p1").id();
        for (int page = 1; page <= pages; page++) {
            if (page % PAGES_EACH == 0) {
                id = store.start(STUDY, "q1", "p1").id();
            }
            store.save(
                    new PageSave(
                            id,
                            "page-" + page,
                            "s" + page,
                            List.of("felt", "strength"),
                            Map.of(
                                    "felt",
                                    new Answer.Several(List.of("sadness", "touched")),
                                    "strength",
                                    new Answer.One("7")),
                            "q1",
                            "p1",
                            "",
                            20));
        }
    }
}
