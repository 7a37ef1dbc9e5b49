package eyebright.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir private Path folder;

    private void write(Path out, String study, String text) throws IOException {
        OutputFolder.of(out, study).write(into -> Files.writeString(into.resolve("a.txt"), text));
    }

    private List<String> beside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFolderIsMadeWithItsParents() throws IOException {
        Path out = folder.resolve("a/new/one");

        write(out, "tears", "1");

        assertThat(out.resolve("a.txt")).hasContent("1");
        assertThat(out.resolve(OutputFolder.MARK)).hasContent("tears");
    }

    @Test
    void anEmptyFolderIsTaken() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));

        write(out, "tears", "1");

        assertThat(out.resolve("a.txt")).hasContent("1");
    }

    @Test
    void anOlderOneOfTheSameStudyIsReplacedWhole() throws IOException {
        Path out = folder.resolve("out");
        OutputFolder.of(out, "tears")
                .write(
                        into ->
                                Files.writeString(
                                        Files.createDirectory(into.resolve("data"))
                                                .resolve("old.csv"),
                                        "old"));

        write(out, "tears", "2");

        assertThat(out.resolve("a.txt")).hasContent("2");
        assertThat(out.resolve("data")).doesNotExist();
        assertThat(beside()).containsExactly("out");
    }

    @Test
    void whatSomebodyElseKeepsThereIsNotTouched() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("thesis.txt"), "mine");

        assertThat(OutputFolder.of(out, "tears").refusal())
                .contains("the folder holds files that Eyebright did not publish");
        assertThatThrownBy(() -> write(out, "tears", "1"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(out.resolve("thesis.txt")).hasContent("mine");
        assertThat(beside()).containsExactly("out");
    }

    @Test
    void anotherStudysFolderIsRefusedByName() throws IOException {
        Path out = folder.resolve("out");
        write(out, "hello", "1");

        assertThat(OutputFolder.of(out, "tears").refusal())
                .contains("the folder holds what was published of \"hello\"");
    }

    @Test
    void aFileOrALinkOfThatNameIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));

        assertThat(OutputFolder.of(file, "tears").refusal())
                .contains("there is something of that name already that is no folder");
        assertThat(OutputFolder.of(link, "tears").refusal()).isPresent();
    }

    @Test
    void aFailureLeavesWhatWasThereAndNothingElse() throws IOException {
        Path out = folder.resolve("out");
        write(out, "tears", "1");

        assertThatThrownBy(
                        () ->
                                OutputFolder.of(out, "tears")
                                        .write(
                                                into -> {
                                                    Files.writeString(into.resolve("b.txt"), "2");
                                                    throw new IOException("the disk is full");
                                                }))
                .hasMessage("the disk is full");
        assertThat(out.resolve("a.txt")).hasContent("1");
        assertThat(out.resolve("b.txt")).doesNotExist();
        assertThat(beside()).containsExactly("out");
    }
}
