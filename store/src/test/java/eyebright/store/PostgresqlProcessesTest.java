package eyebright.store;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.postgresql.WithPostgresql;
import eyebright.study.Answers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several processes write to one PostgreSQL; one of them dies in the middle.
@WithPostgresql
class PostgresqlProcessesTest {

    private static final int SNAPSHOTS = 30;

    @TempDir Path folder;

    /// Where the log stood, and what everybody had said by then.
    private record Moment(long sequence, Map<RespondentId, Answers> answers) {

        static Moment now(Store store) {
            var answers = new HashMap<RespondentId, Answers>();
            long sequence =
                    store.forEachRespondent(
                            StoreFixture.STUDY, each -> answers.put(each.id(), each.answers()));
            return new Moment(sequence, answers);
        }
    }

    @Test
    void nothingComesLaterUnderALowerSequenceThanASnapshotSaw() throws Exception {
        PostgresqlDatabases.inDatabase(getClass(), folder);
        Process first = Child.start(Child.SavePages.class, folder.toString());
        Process second = Child.start(Child.SavePages.class, folder.toString());
        var moments = new ArrayList<Moment>();
        try (Store store = Store.open(folder, InstantSource.system());
                BufferedReader here = first.inputReader();
                BufferedReader there = second.inputReader()) {
            while (moments.size() < SNAPSHOTS) {
                // Both have saved since the snapshot before.
                assertThat(here.readLine()).isNotNull();
                assertThat(there.readLine()).isNotNull();
                moments.add(Moment.now(store));
            }
            kill(first);
            kill(second);
            for (Moment moment : moments) {
                var again = new HashMap<RespondentId, Answers>();
                store.forEachRespondent(
                        StoreFixture.STUDY,
                        moment.sequence(),
                        each -> again.put(each.id(), each.answers()));
                moment.answers()
                        .forEach((id, then) -> assertThat(again.remove(id)).isEqualTo(then));
                assertThat(again.values())
                        .as("who began later")
                        .allSatisfy(each -> assertThat(each).isEqualTo(Answers.NONE));
            }
            assertThat(moments.getLast().sequence()).isGreaterThan(moments.getFirst().sequence());
        }
    }

    @Test
    void whoDiesWhileWritingKeepsNobodyElseFromWriting() throws Exception {
        PostgresqlDatabases.inDatabase(getClass(), folder);
        Process dying = Child.start(Child.SavePages.class, folder.toString());
        try (Store store = Store.open(folder, InstantSource.system());
                BufferedReader said = dying.inputReader()) {
            List<String> acknowledged = readLines(said, 100);
            dying.toHandle().destroyForcibly();
            dying.waitFor();

            RespondentId id =
                    store.start(StoreFixture.STUDY, StoreFixture.QUESTIONNAIRE, StoreFixture.PLAN)
                            .id();
            assertThat(store.save(StoreFixture.answer(id, "s1", "x")).wasNew()).isTrue();
            assertThatEachIsKept(store, acknowledged);
        } finally {
            kill(dying);
        }
    }

    static void assertThatEachIsKept(Store store, List<String> acknowledged) {
        var answers = new HashMap<RespondentId, Answers>();
        store.forEachRespondent(StoreFixture.STUDY, each -> answers.put(each.id(), each.answers()));
        for (String line : acknowledged) {
            String[] parts = line.split(" ", 2);
            Answers kept = answers.getOrDefault(new RespondentId(parts[0]), Answers.NONE);
            assertThat(kept.to("v" + parts[1]))
                    .as(line)
                    .contains(StoreFixture.words("x" + parts[1]));
        }
    }

    static List<String> readLines(BufferedReader said, int many) throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            lines.add(said.readLine());
        }
        return lines;
    }

    static void kill(Process process) throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }
}
