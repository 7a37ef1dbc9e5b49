package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.desk.Action;
import eyebright.desk.Desk;
import eyebright.retention.RetentionLog;
import eyebright.store.Keys;
import eyebright.store.Store;
import eyebright.store.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeleteAnswersCommandTest {

    @TempDir private Path parent;

    private Path study;
    private Path data;

    @BeforeEach
    void write() throws IOException {
        data = parent.resolve("data");
        study = Files.createDirectories(parent.resolve("hello"));
        for (String file : new String[] {"study.yaml", "questions.yaml"}) {
            Files.copy(Path.of("../studies/hello").resolve(file), study.resolve(file));
        }
    }

    private void keptUntil(String day) throws IOException {
        Path file = study.resolve("study.yaml");
        Files.writeString(file, Files.readString(file).replace("\"[a day]\"", day));
    }

    private void begin() throws IOException {
        StudyFolder folder = ((StudyFolder.Reading.Valid) StudyFolder.read(study)).folder();
        try (Store store = Store.open(data, InstantSource.system())) {
            store.addVersion(Version.of(folder));
            store.start("hello", folder.questionnaireHash(), folder.planHash());
        }
    }

    private int people() {
        try (Store store = Store.read(data)) {
            return store.counts("hello").started();
        }
    }

    /// The only thing that the desk's log says of the study.
    private String logged() {
        InstantSource clock = InstantSource.system();
        try (Desk desk = Desk.open(data, readKey(), clock)) {
            List<Action> actions = desk.actions(Long.MAX_VALUE, 10);
            assertThat(actions).hasSize(1).first().extracting(Action::study).isEqualTo("hello");
            return actions.getFirst().who() + " " + actions.getFirst().what();
        }
    }

    private byte[] readKey() {
        try (Store store = Store.read(data)) {
            return store.keys().key(Keys.COOKIE);
        }
    }

    private Ran delete(String... more) {
        var all = new ArrayList<String>();
        all.addAll(List.of("delete-answers", study.toString(), "--data", data.toString()));
        all.addAll(List.of(more));
        return Ran.of(all.toArray(String[]::new));
    }

    @Test
    void nothingIsDeletedBeforeTheStudyIsNamedOnceMore() throws IOException {
        keptUntil("2020-12-31");
        begin();

        for (Ran ran : new Ran[] {delete(), delete("--confirm", "other")}) {
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err())
                    .contains("Nothing was deleted.", "the answers of 1 person to hello")
                    .contains("which may be kept until 31 December 2020")
                    .contains("--confirm hello");
        }
        assertThat(people()).isEqualTo(1);

        Ran done = delete("--confirm", "hello");
        assertThat(done.exit()).isZero();
        assertThat(done.err()).contains("The answers of 1 person to hello are deleted.");
        assertThat(people()).isZero();
        assertThat(RetentionLog.of(data).deletions("hello")).hasSize(1);
        assertThat(logged())
                .isEqualTo("the command deleted the answers of 1 person, kept until 2020-12-31");
        assertThat(delete("--confirm", "hello").err()).contains("holds no answers to hello");
    }

    @Test
    void beforeTheirDayAnswersAreDeletedOnPurposeOnly() throws IOException {
        keptUntil("2999-12-31");
        begin();

        Ran refused = delete("--confirm", "hello");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--confirm hello --early");
        assertThat(people()).isEqualTo(1);
        assertThat(delete("--confirm", "hello", "--early").exit()).isZero();
        assertThat(people()).isZero();
        assertThat(logged())
                .isEqualTo("the command deleted the answers of 1 person, kept until 2999-12-31");
    }

    @Test
    void whileASiteWritesThereNothingIsDeleted() throws IOException {
        keptUntil("2020-12-31");
        begin();
        try (Store _ = Store.open(data, InstantSource.system())) {
            Ran refused = delete("--confirm", "hello");
            assertThat(refused.exit()).isEqualTo(3);
        }
        assertThat(people()).isEqualTo(1);
    }

    @Test
    void aFolderWithoutAnswersIsSaid() {
        Ran refused = delete("--confirm", "hello");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).startsWith("there is no data folder \"" + data + "\"; name");
        assertThat(data).doesNotExist();
    }
}
