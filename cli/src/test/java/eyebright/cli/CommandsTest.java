package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private static final Path STUDIES = Path.of("../studies");

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"hello", "tears", "big-five", "volunteering", "students"})
    void everyStudyThatIsShippedIsWithoutErrors(String study) {
        Ran ran = Ran.of("check", STUDIES.resolve(study).toString());

        assertThat(ran.err()).endsWith(study + ": no errors, 1 warning\n");
        assertThat(ran.out()).contains("the consent still has placeholders");
        assertThat(ran.exit()).isEqualTo(0);
    }

    @Test
    void problemsGoToStdoutAndExitWithOne() throws IOException {
        Files.writeString(folder.resolve("study.yaml"), "study: x\ntitel: X\n");

        Ran ran = Ran.of("check", folder.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .contains(folder + "/study.yaml:2:1: error: ")
                .contains("nearest is \"title\"")
                .contains("see: docs/problems/unknown-key.md");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frobnicate | Unmatched argument",
                "check | Missing required parameter",
                "simulate hello --respondents 0 --out x.csv | --respondents must be 1 to 1,000,000, not 0",
                "analyse hello --data nowhere.csv | there is no \"nowhere.csv\"",
                "serve ../studies/hello --port 70000 | --port must be 0 to 65535, not 70000",
                "serve ../studies/hello --metrics-port 70000 | --metrics-port must be 0 to 65535, not 70000",
                "serve ../studies/hello --proxy 10.0.0.2 | --proxy must come with --public-url",
                "serve ../studies/hello --proxy me --public-url https://a.example.org | --proxy must be an address or a range, such as 10.0.0.2 or 172.17.0.0/16, not me",
                "serve ../studies/hello --rehearsed 5 --preview | --rehearsed and --preview cannot go together",
                "serve ../studies/hello --rehearsed 5 --watch | --rehearsed and --watch cannot go together",
                "serve ../studies/hello --preview --database jdbc:postgresql://127.0.0.1/x | --database keeps answers; --preview, --watch and --rehearsed keep none",
                "serve ../studies/hello --database jdbc:sqlite:x | the URL of a database must be such as jdbc:postgresql://",
                "restore x.zip --database jdbc:postgresql://127.0.0.1/x?password=y | the URL of a database must hold no password"
            })
    void wrongUseExitsWithTwoAndSaysWhatToType(String arguments, String said) {
        Ran ran = Ran.of(arguments.replace(" hello", " ../studies/hello").split(" ", -1));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains(said);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aStudyWithPlaceholdersCollectsNothing() {
        Ran ran =
                Ran.of(
                        "serve",
                        STUDIES.resolve("hello").toString(),
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains("controller, contact, ethics, retention-end, support")
                .contains("--preview");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void theSameSeedRehearsesTheSameBytes() throws IOException {
        Path first = simulate("first.csv", "7");
        Path again = simulate("again.csv", "7");
        Path other = simulate("other.csv", "8");

        assertThat(Files.readString(again)).isEqualTo(Files.readString(first));
        assertThat(Files.readString(other)).isNotEqualTo(Files.readString(first));
        assertThat(Files.readString(first)).startsWith("respondent,rehearsed,").contains(":7,");
        assertThat(folder.resolve("first-codebook.csv")).isNotEmptyFile();
    }

    @Test
    void rehearsedFindingsCarryTheirMark() throws IOException {
        Path table = simulate("table.csv", "1");

        Ran json = analyse("hello", table, "--json");

        assertThat(json.exit()).isEqualTo(0);
        assertThat(json.err()).isEmpty();
        assertThat(json.out()).startsWith("{").contains("\"kind\" : \"rehearsed\"");
        assertThat(analyse("hello", table).out()).startsWith("hello: 200 rehearsed respondents\n");
    }

    /// Real answers, against what R says of them (`stats/src/test/reference/expected.csv`).
    @ParameterizedTest
    @CsvSource({
        "big-five, bfi, n4-by-gender, mean1, 3.18791208791209",
        "big-five, bfi, age-by-gender, mean2, 29.1531100478469",
        "volunteering, cowles, volunteer-by-sex, difference, 0.0605404216168647",
        "students, students, height-by-sex, mean1, 165.686666666667"
    })
    void theStudiesOfRealAnswersSayWhatRSays(
            String study, String table, String claim, String name, double expected) {
        Ran ran = analyse(study, STUDIES.resolve("data").resolve(table + ".csv"), "--json");

        var finding = Json.finding(ran.out(), claim);
        assertThat(Json.estimate(finding, name))
                .isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-10));
    }

    private Path simulate(String file, String seed) {
        Path out = folder.resolve(file);
        Ran ran =
                Ran.of(
                        "simulate",
                        STUDIES.resolve("hello").toString(),
                        "--respondents",
                        "200",
                        "--seed",
                        seed,
                        "--out",
                        out.toString());
        assertThat(ran.exit()).isEqualTo(0);
        assertThat(ran.out()).isEmpty();
        return out;
    }

    private static Ran analyse(String study, Path data, String... more) {
        var arguments =
                new java.util.ArrayList<>(
                        java.util.List.of(
                                "analyse",
                                STUDIES.resolve(study).toString(),
                                "--data",
                                data.toString()));
        arguments.addAll(java.util.List.of(more));
        return Ran.of(arguments.toArray(String[]::new));
    }
}
