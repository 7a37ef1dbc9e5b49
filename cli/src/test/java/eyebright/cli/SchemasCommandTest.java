package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.schema.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemasCommandTest {

    @TempDir private Path folder;

    @Test
    void everyFileThatAuthorsWriteHasASchema() throws IOException {
        Path out = folder.resolve("a").resolve(".schemas");

        Ran ran = Ran.of("schemas", "--out", out.toString());

        assertThat(ran.exit()).isEqualTo(Exit.FINE);
        List<Path> written = ran.out().lines().map(Path::of).toList();
        assertThat(written).hasSameSizeAs(Schemas.FILES);
        for (int i = 0; i < written.size(); i++) {
            assertThat(written.get(i)).content().isEqualTo(Schemas.text(Schemas.FILES.get(i)));
        }
        assertThat(ran.err()).contains("# yaml-language-server: $schema=.schemas/plan.schema.json");
    }

    @Test
    void thoseOfAnotherVersionAreReplacedAndOtherFilesStay() throws IOException {
        Path plan = Files.writeString(folder.resolve("plan.schema.json"), "{}");
        Path own = Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(Ran.of("schemas", "--out", folder.toString()).exit()).isEqualTo(Exit.FINE);

        assertThat(plan).content().isEqualTo(Schemas.text("plan.yaml"));
        assertThat(own).hasContent("mine");
    }

    @Test
    void aStudyWithSchemasInItIsReadAsBefore() throws IOException {
        Path study = folder.resolve("my-study");
        Ran.of("new", study.toString());

        Ran.of("schemas", "--out", study.resolve(Schemas.FOLDER).toString());

        assertThat(StudyFolder.read(study))
                .isInstanceOfSatisfying(
                        StudyFolder.Reading.Valid.class,
                        valid ->
                                assertThat(valid.folder().sources().files())
                                        .containsOnlyKeys(
                                                "study.yaml", "questions.yaml", "plan.yaml"));
    }

    @Test
    void aFileIsNoFolderToWriteInto() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        Ran ran = Ran.of("schemas", "--out", file.toString());

        assertThat(ran.exit()).isEqualTo(Exit.WRONG_USE);
        assertThat(ran.err())
                .contains("--out must be a folder, and \"%s\" is a file".formatted(file));
        assertThat(file).hasContent("mine");
    }
}
