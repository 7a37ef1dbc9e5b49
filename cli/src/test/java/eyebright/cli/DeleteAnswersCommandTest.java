package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.retention.RetentionLog;
import eyebright.store.Store;
import eyebright.store.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
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

    private Ran delete(String... more) {
        var all = new java.util.ArrayList<String>();
        all.addAll(
                java.util.List.of("delete-answers", study.toString(), "--data", data.toString()));
        all.addAll(java.util.List.of(more));
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
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.err()).contains("holds no answers; give the folder");
        assertThat(Files.exists(data)).isFalse();
    }
}
