package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {

    @TempDir private Path folder;

    @Test
    void aNewStudyOfAnyNameHasNoErrors() throws IOException {
        Path study = folder.resolve("my-study-2");

        assertThat(Ran.of("new", study.toString()).exit()).isEqualTo(Exit.FINE);

        assertThat(StudyFolder.read(study))
                .isInstanceOfSatisfying(
                        StudyFolder.Reading.Valid.class,
                        valid -> assertThat(valid.folder().study().name()).isEqualTo("my-study-2"));
    }

    @Test
    void aNewStudyIsTheSmallestStudyUnderItsOwnNameWithALineForEditors() throws IOException {
        Path study = folder.resolve("hello");

        assertThat(Ran.of("new", study.toString()).exit()).isEqualTo(Exit.FINE);

        Path smallest = Path.of("..", "studies", "hello");
        for (String file : new String[] {"study.yaml", "questions.yaml", "plan.yaml"}) {
            assertThat(study.resolve(file))
                    .content()
                    .isEqualTo(Schemas.line(file) + Files.readString(smallest.resolve(file)));
        }
    }

    /// It is a comment: the questionnaire and the plan are those of the study without it.
    @Test
    void theLineForEditorsChangesNoHash() throws IOException {
        Path study = folder.resolve("hello");

        assertThat(Ran.of("new", study.toString()).exit()).isEqualTo(Exit.FINE);

        StudyFolder made = valid(study);
        StudyFolder smallest = valid(Path.of("..", "studies", "hello"));
        assertThat(made.questionnaireHash()).isEqualTo(smallest.questionnaireHash());
        assertThat(made.planHash()).isEqualTo(smallest.planHash());
    }

    @Test
    void theLineForEditorsLeadsToASchema() throws IOException {
        Path study = folder.resolve("my-study");

        Ran ran = Ran.of("new", study.toString());

        assertThat(ran.out().lines().map(Path::of))
                .containsExactly(
                        study.resolve("study.yaml"),
                        study.resolve("questions.yaml"),
                        study.resolve("plan.yaml"));
        for (Path file : ran.out().lines().map(Path::of).toList()) {
            String line = Files.readAllLines(file).getFirst();
            String schema = line.substring(line.indexOf("$schema=") + "$schema=".length());
            assertThat(file.resolveSibling(schema))
                    .content()
                    .isEqualTo(Schemas.text(file.getFileName().toString()));
        }
    }

    private static StudyFolder valid(Path study) throws IOException {
        return ((StudyFolder.Reading.Valid) StudyFolder.read(study)).folder();
    }

    @Test
    void aFolderThatIsThereIsLeftAlone() throws IOException {
        Path study = Files.createDirectory(folder.resolve("mine"));

        assertThat(Ran.of("new", study.toString()).exit()).isEqualTo(Exit.WRONG_USE);
        assertThat(study).isEmptyDirectory();
    }
}
