package eyebright.frame.sav;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.frame.HostileTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// System files as programs read them that are not ours. Each test runs where its program is installed.
class SavElsewhereTest {

    @TempDir private static Path folder;
    private static Path file;

    @BeforeAll
    static void write() throws IOException {
        file = folder.resolve("hostile.sav");
        Files.write(file, SavSpecimen.written(SavSpecimen.hostile()));
    }

    static boolean isPsppThere() {
        return isThere("pspp", "--version");
    }

    static boolean isHavenThere() {
        return isThere(
                "Rscript",
                "--vanilla",
                "-e",
                "quit(status = !requireNamespace('haven', quietly = TRUE))");
    }

    @Test
    @EnabledIf(value = "isPsppThere", disabledReason = "PSPP is not installed (Debian: pspp)")
    void psppReadsLabelsMissingValuesAndSetsWithoutAWarning() throws IOException {
        Path commands = folder.resolve("look.sps");
        Files.writeString(
                commands,
                """
                GET FILE='%s'.
                MRSETS /DISPLAY NAME=ALL.
                DISPLAY DOCUMENTS.
                FREQUENCIES greeting felt.joy.
                """
                        .formatted(file));

        String said = ran("pspp", "-O", "format=csv", commands.toString());

        assertThat(said)
                .doesNotContain("warning:")
                .doesNotContain("error:")
                .contains(
                        "$felt,What did you feel?,Dichotomies,1,\"felt.joy\nfelt.fear\nfelt.none\"")
                .contains("These respondents are rehearsed (as-published:1): nobody answered.")
                .contains("N,Valid,%1$d,%1$d".formatted(HostileTexts.all().size()))
                .contains("Valid,I wave [wave],%d,".formatted(HostileTexts.all().size()))
                .contains("Missing,(skipped),1,")
                .contains(",(not shown),1,")
                .contains(",(not reached),1,")
                .contains(",(unreadable),1,");
    }

    @Test
    @EnabledIf(value = "isHavenThere", disabledReason = "R has no package haven")
    void havenReadsEveryTextAndWhatIsMissing() throws IOException {
        Path script = folder.resolve("look.R");
        Files.writeString(
                script,
                """
                x <- haven::read_sav("%s", user_na = TRUE)
                hex <- function(text) paste(format(charToRaw(enc2utf8(text))), collapse = "")
                cat(paste0("text:", vapply(x$word, hex, "")), sep = "\\n")
                cat("\\nnames:", paste(names(x), collapse = " "), "\\n")
                cat("missing:", attr(x$greeting, "na_range"), sum(is.na(x$greeting)), "\\n")
                cat("label:", names(attr(x$greeting, "labels"))[1], "\\n")
                cat("age:", tail(unclass(x$age), 5), "\\n")
                """
                        .formatted(file));

        List<String> said = ran("Rscript", "--vanilla", script.toString()).lines().toList();

        Stream<String> texts = HostileTexts.all().stream();
        assertThat(said)
                .containsAll(
                        texts.map(
                                        text ->
                                                "text:"
                                                        + HexFormat.of()
                                                                .formatHex(
                                                                        text.getBytes(
                                                                                StandardCharsets
                                                                                        .UTF_8)))
                                .toList())
                .anyMatch(line -> line.startsWith("names: respondent rehearsed greeting q_all"))
                .contains("missing: -999 -995 4 ")
                .contains("label: I wave [wave] ")
                .contains("age: -3.25 -999 -998 -997 -996 ");
    }

    private static boolean isThere(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String ran(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
