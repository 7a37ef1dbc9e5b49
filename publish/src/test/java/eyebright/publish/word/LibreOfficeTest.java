package eyebright.publish.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The document as a program reads it that is not ours. It says nothing where LibreOffice is not installed: schemas hold the
/// document either way.
class LibreOfficeTest {

    @Test
    void libreOfficeOpensIt(@TempDir Path folder) throws IOException, InterruptedException {
        Optional<Path> office =
                Stream.of(System.getenv("PATH").split(":", -1))
                        .map(each -> Path.of(each, "soffice"))
                        .filter(Files::isExecutable)
                        .findFirst();
        assumeTrue(office.isPresent(), "LibreOffice is not installed here");
        Path document = Files.write(folder.resolve("letter.docx"), Letter.file());

        Process process =
                new ProcessBuilder(
                                office.get().toString(),
                                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                "txt:Text (encoded):UTF8",
                                "--outdir",
                                folder.toString(),
                                document.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile())
                        .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("letter.txt"), StandardCharsets.UTF_8))
                .contains("Who waves, and when?", "1. one", "Table 2", "found.other: 20")
                .doesNotContainPattern(Pattern.compile("Error!"));
    }
}
