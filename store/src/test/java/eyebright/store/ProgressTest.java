package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.study.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest extends StoreFixture {

    @Override
    Store open(Path folder) {
        return Store.open(folder, CLOCK);
    }

    @Test
    void beforeAnybodyCameThereIsNothing() {
        assertThat(store.progress(STUDY)).isEqualTo(new Progress(0, 0, 0, 0, List.of()));
    }

    @Test
    void whoStopsIsCountedAtThePageSavedLast() {
        start();
        RespondentId stoppedAtTwo = start().id();
        store.save(answer(stoppedAtTwo, "s1", "x"));
        store.save(pageTwo(stoppedAtTwo, "s2"));
        RespondentId wentBack = start().id();
        store.save(pageTwo(wentBack, "s1"));
        store.save(answer(wentBack, "s2", "y"));
        store.save(answer(wentBack, "s3", "z"));
        sent();

        assertThat(store.progress(STUDY))
                .isEqualTo(
                        new Progress(
                                4,
                                1,
                                1,
                                0,
                                List.of(
                                        new Progress.OfPage("one", 3, 1),
                                        new Progress.OfPage("two", 2, 1))));
        assertThat(store.progress("another").started()).isZero();
    }

    @Test
    void whoChangesAPageAfterTheEndHasNotStoppedThere() {
        store.save(pageTwo(sent(), "s9"));

        assertThat(store.progress(STUDY).pages()).allMatch(page -> page.last() == 0);
    }

    @Test
    void whoWithdrawsIsAmongTheRemovedAlone() {
        RespondentId gone = sent();
        store.withdraw(gone);
        store.withdraw(start().id());

        assertThat(store.progress(STUDY)).isEqualTo(new Progress(0, 0, 0, 1, List.of()));
    }

    private static PageSave pageTwo(RespondentId id, String saveId) {
        Map<String, Answer> answers = Map.of("b", words("y"));
        return page(id, "two", saveId, List.of("b"), answers);
    }
}
