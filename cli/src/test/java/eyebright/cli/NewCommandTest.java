package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
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
    void aNewStudyIsTheSmallestStudyUnderItsOwnName() throws IOException {
        Path study = folder.resolve("hello");

        assertThat(Ran.of("new", study.toString()).exit()).isEqualTo(Exit.FINE);

        Path smallest = Path.of("..", "studies", "hello");
        for (String file : new String[] {"study.yaml", "questions.yaml", "plan.yaml"}) {
            assertThat(study.resolve(file)).hasSameTextualContentAs(smallest.resolve(file));
        }
    }

    @Test
    void aFolderThatIsThereIsLeftAlone() throws IOException {
        Path study = Files.createDirectory(folder.resolve("mine"));

        assertThat(Ran.of("new", study.toString()).exit()).isEqualTo(Exit.WRONG_USE);
        assertThat(study).isEmptyDirectory();
    }
}
