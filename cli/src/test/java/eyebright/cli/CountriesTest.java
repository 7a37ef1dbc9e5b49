package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountriesTest {

    private static final String STUDY = "../studies/hello";

    @TempDir private Path folder;

    @Test
    void theSameBytesArePrintedInEveryCountry() throws IOException {
        String table = folder.resolve("answers.csv").toString();
        assertThat(
                        Ran.of(
                                        "simulate",
                                        STUDY,
                                        "--respondents",
                                        "1240",
                                        "--seed",
                                        "1",
                                        "--out",
                                        table)
                                .exit())
                .isZero();

        String printed = inGermany("analyse", STUDY, "--data", table);

        assertThat(printed)
                .startsWith("hello: 1,240 rehearsed respondents")
                .isEqualTo(Ran.of("analyse", STUDY, "--data", table).out());
    }

    /// What a process prints whose machine writes 1.240 for 1,240.
    private static String inGermany(String command, String... arguments) throws IOException {
        var line =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Duser.language=de",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Eyebright.class.getName(),
                                command));
        line.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
