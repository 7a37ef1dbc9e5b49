package eyebright.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTest {

    @TempDir private Path temp = Path.of("");
    private Path folder = Path.of("");
    private final Problems problems = new Problems();

    @BeforeEach
    void makeAFolder() throws IOException {
        folder = Files.createDirectory(temp.resolve("hello"));
        Files.writeString(folder.resolve("study.yaml"), "study: hello\n");
        Files.writeString(folder.resolve("questions.yaml"), "- page: a\n");
    }

    @Test
    void itReadsTheFilesItKnows() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), "- plan: hello\n");
        Files.writeString(folder.resolve("README.md"), "not read");
        Files.writeString(folder.resolve(".hidden"), "not read");
        Files.createDirectory(folder.resolve("data"));

        Sources sources = FolderReader.read(folder, problems);

        assertThat(sources.name()).isEqualTo("hello");
        assertThat(sources.files())
                .containsOnlyKeys("plan.yaml", "questions.yaml", "study.yaml")
                .containsEntry("study.yaml", "study: hello\n");
        assertThat(said()).isEmpty();
    }

    @Test
    void theFolderMayBeNamedInAnyWay() throws IOException {
        assertThat(FolderReader.read(folder.resolve("../hello/."), problems).name())
                .isEqualTo("hello");
        assertThat(FolderReader.read(folder.getRoot(), problems).name()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsAProblem() throws IOException {
        assertThat(FolderReader.read(temp.resolve("helo"), problems).files()).isEmpty();
        assertThat(said())
                .containsExactly(
                        "study.yaml:1:1: error: there is no folder \"helo\" here [missing-file]");
    }

    @Test
    void aFileInsteadOfAFolderIsAProblem() throws IOException {
        FolderReader.read(folder.resolve("study.yaml"), problems);
        assertThat(said())
                .containsExactly(
                        "study.yaml:1:1: error: \"study.yaml\" is a file, not a folder [missing-file]");
    }

    @Test
    void requiredFilesAreMissed() throws IOException {
        Files.delete(folder.resolve("study.yaml"));
        Files.delete(folder.resolve("questions.yaml"));

        FolderReader.read(folder, problems);
        assertThat(problems.inFileOrder())
                .extracting(Problem::toString)
                .containsExactly(
                        """
                        study.yaml:1:1: error: the folder has no study.yaml [missing-file]
                          fix: write it, or begin with: eyebright new NAME
                          see: docs/problems/missing-file.md\
                        """,
                        """
                        questions.yaml:1:1: error: the folder has no questions.yaml [missing-file]
                          fix: write it, or begin with: eyebright new NAME
                          see: docs/problems/missing-file.md\
                        """);
    }

    @Test
    void aFileThatNothingReadsIsAWarning() throws IOException {
        Files.writeString(folder.resolve("question.yaml"), "");
        Files.writeString(folder.resolve("notes.txt"), "");

        FolderReader.read(folder, problems);
        assertThat(problems.hasErrors()).isFalse();
        assertThat(problems.inFileOrder())
                .extracting(problem -> problem.print("") + "\n")
                .containsExactly(
                        """
                        notes.txt:1:1: warning: nothing reads "notes.txt" [unknown-file]
                          fix: move it elsewhere; read are study.yaml, questions.yaml, scales.yaml, published.yaml, plan.yaml, population.yaml, feedback.yaml, references.bib, article.md, review.md, reporting.yaml
                          see: docs/problems/unknown-file.md
                        """,
                        """
                        question.yaml:1:1: warning: nothing reads "question.yaml" [unknown-file]
                          fix: rename it to questions.yaml, or move it elsewhere
                          see: docs/problems/unknown-file.md
                        """);
    }

    @Test
    void theNameOfAFileCannotSteerTheTerminal() throws IOException {
        Files.writeString(folder.resolve("a\n\u001B[2J\u202Eb"), "");

        FolderReader.read(folder, problems);
        assertThat(said())
                .containsExactly(
                        "a??[2J?b:1:1: warning: nothing reads \"a??[2J?b\" [unknown-file]");
    }

    @Test
    void fiftyMegabytesAreRefusedUnread() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve("study.yaml").toFile(), "rw")) {
            file.setLength(50_000_000);
        }

        long before = System.nanoTime();
        assertThat(FolderReader.read(folder, problems).file("study.yaml")).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        assertThat(said())
                .containsExactly(
                        "study.yaml:1:1: error: study.yaml must have at most 1,000,000 bytes, not 50,000,000 [too-large]");
    }

    @Test
    void aFileMayBeAsLargeAsTheLimit() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), "#".repeat(FolderReader.MOST_BYTES));
        assertThat(FolderReader.read(folder, problems).file("study.yaml")).isPresent();
        assertThat(said()).isEmpty();
    }

    @Test
    void aSymbolicLinkIsNotFollowed() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret"), "secret");
        Files.delete(folder.resolve("study.yaml"));
        Files.createSymbolicLink(folder.resolve("study.yaml"), secret);
        Files.createSymbolicLink(folder.resolve("plan.yaml"), temp);
        Files.createSymbolicLink(folder.resolve("scales.yaml"), temp.resolve("nowhere"));

        assertThat(FolderReader.read(folder, problems).files()).containsOnlyKeys("questions.yaml");
        assertThat(said())
                .containsExactly(
                        "study.yaml:1:1: error: study.yaml is a symbolic link, which may lead out of the folder [outside-path]",
                        "scales.yaml:1:1: error: scales.yaml is a symbolic link, which may lead out of the folder [outside-path]",
                        "plan.yaml:1:1: error: plan.yaml is a symbolic link, which may lead out of the folder [outside-path]");
    }

    /// Whoever names the folder chose the link; what the folder holds is what may be hostile.
    @Test
    void aFolderMayBeNamedByALink() throws IOException {
        Path link = Files.createSymbolicLink(temp.resolve("link"), folder);
        assertThat(FolderReader.read(link, problems).files()).hasSize(2);
    }

    @Test
    void aFolderInPlaceOfAFileIsAProblem() throws IOException {
        Files.createDirectory(folder.resolve("plan.yaml"));
        FolderReader.read(folder, problems);
        assertThat(said())
                .containsExactly("plan.yaml:1:1: error: plan.yaml is not a file [wrong-kind]");
    }

    @Test
    void aNamedPipeDoesNotHang() throws IOException, InterruptedException {
        Path pipe = folder.resolve("plan.yaml");
        var made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(made.waitFor()).isZero();

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> FolderReader.read(folder, problems));
        assertThat(said())
                .containsExactly("plan.yaml:1:1: error: plan.yaml is not a file [wrong-kind]");
    }

    @Test
    void whatIsNotUtf8IsAProblem() throws IOException {
        Files.write(
                folder.resolve("study.yaml"), "caf\u00E9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(FolderReader.read(folder, problems).file("study.yaml")).isEmpty();
        assertThat(said())
                .containsExactly("study.yaml:1:1: error: study.yaml is not UTF-8 text [not-text]");
    }

    @Test
    void aByteOrderMarkIsLeftOut() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), "\uFEFFstudy: hello");
        assertThat(FolderReader.read(folder, problems).file("study.yaml")).contains("study: hello");
    }

    @Test
    void charactersThatNoTextHasAreProblemsAtTheirPlace() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), "a: 1\nb: \u0000");
        Files.writeString(folder.resolve("questions.yaml"), "a: \uD83D\uDE00\u202Eb");
        Files.writeString(folder.resolve("plan.yaml"), "a:\t1\r\nb: \u2067");

        assertThat(FolderReader.read(folder, problems).files()).isEmpty();
        assertThat(said())
                .containsExactly(
                        "study.yaml:2:4: error: character U+0000 does not belong in a text [not-text]",
                        "questions.yaml:1:5: error: character U+202E does not belong in a text [not-text]",
                        "plan.yaml:2:4: error: character U+2067 does not belong in a text [not-text]");
    }

    @Test
    void aFileThatMayNotBeReadIsAProblem() throws IOException {
        assumeFalse(
                "root".equals(System.getProperty("user.name")),
                "root may read every file, so there is none that may not be read");
        Files.setPosixFilePermissions(
                folder.resolve("study.yaml"), PosixFilePermissions.fromString("---------"));

        FolderReader.read(folder, problems);
        assertThat(said())
                .containsExactly(
                        "study.yaml:1:1: error: study.yaml may not be read by you [missing-file]");
    }

    @Test
    void thousandsOfFilesAreAProblem() throws IOException {
        for (int i = 0; i < 3_000; i++) {
            Files.createFile(folder.resolve("f" + i));
        }

        assertThat(FolderReader.read(folder, problems).files()).isEmpty();
        assertThat(said())
                .containsExactly(
                        "study.yaml:1:1: error: a study folder must hold at most 200 files [too-large]");
    }

    private List<String> said() {
        return problems.inFileOrder().stream()
                .map(problem -> problem.print("").lines().findFirst().orElse(""))
                .toList();
    }
}
