package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RehearseCommandTest {

    @TempDir private Path folder;

    private Path hello = Path.of("hello");

    @BeforeEach
    void copyHello() throws IOException {
        hello = Files.createDirectory(folder.resolve("hello"));
        for (String file : new String[] {"study.yaml", "questions.yaml", "plan.yaml"}) {
            Files.copy(Path.of("../studies/hello").resolve(file), hello.resolve(file));
        }
        Files.writeString(
                hello.resolve("population.yaml"),
                """
                - variable: greeting
                  shares: {wave: 60%, nod: 30%, nothing: 10%}
                  assumed: a guess
                """);
    }

    private Ran rehearse(String... more) {
        var arguments = new String[more.length + 4];
        arguments[0] = "rehearse";
        arguments[1] = hello.toString();
        arguments[2] = "--replications";
        arguments[3] = "128";
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Ran.of(arguments);
    }

    @Test
    void itSaysFirstWhatTheStudyWillMostLikelySay() {
        Ran ran = rehearse();

        assertThat(ran.exit()).isEqualTo(0);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith("== What hello will most likely say ==\nWith 100 respondents, ")
                .containsSubsequence(
                        "== What to do ==\n1. Build nothing on most-wave, which is not safe. It would take ",
                        "== What this rests on ==",
                        "3 of the 3 numbers behind this are assumed",
                        "== Other claims that are not safe ==",
                        "respondents for 80 %",
                        "== The section on sample size ==",
                        "== How often each claim is supported ==",
                        "n for 80 %");
    }

    @Test
    void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() {
        Ran one = rehearse("--json", "--threads", "1", "--scenario", "nothing");

        assertThat(one.out()).startsWith("{").contains("\"scenario\" : \"nothing\"");
        assertThat(rehearse("--json", "--threads", "3", "--scenario", "nothing").out())
                .isEqualTo(one.out());
        assertThat(rehearse("--json", "--seed", "2", "--scenario", "nothing").out())
                .isNotEqualTo(one.out());
    }

    @Test
    void whatWasBegunIsGoneOnWithAndAnotherStudyIsRefused() throws IOException {
        String kept = folder.resolve("kept.json").toString();
        Ran first = rehearse("--json", "--resume", kept);

        assertThat(rehearse("--json", "--resume", kept).out()).isEqualTo(first.out());

        Ran other = rehearse("--json", "--resume", kept, "--seed", "2");
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.out()).isEmpty();
        assertThat(other.err()).contains("the seed (1, not 2) differs [other-rehearsal]");

        Files.writeString(
                hello.resolve("population.yaml"), "\n- {skipping: 5%, assumed: a guess}\n");
        assertThat(rehearse("--resume", kept).err()).contains("the population differs");
    }

    @Test
    void whatThePopulationCannotHaveIsSaidBesideWhatItCameTo() throws IOException {
        Files.writeString(
                hello.resolve("population.yaml"),
                """
                - hidden: mood
                  normal: 0 ± 1
                  assumed: a guess
                - variable: hellos
                  count: {mean: 3, dispersion: 0.5}
                  r: {mood: .92}
                  assumed: a guess
                """);
        Ran ran = rehearse("--scenario", "as-published", "--no-curve");

        assertThat(ran.exit()).isEqualTo(0);
        assertThat(ran.err())
                .startsWith("population.yaml: hellos (r of mood) cannot be 0.92 beside all else; ")
                .endsWith(" is the nearest that was found\n");
        assertThat(ran.out())
                .contains("1. Mend population.yaml before all else", "hellos (r of mood) cannot");
        assertThat(rehearse("--scenario", "as-published", "--no-curve", "--json").out())
                .contains("\"what\" : \"r of mood\"");
    }

    @Test
    void whatIsSavedBelongsToTheFolder() throws IOException {
        Ran ran = rehearse("--save", "--json");

        assertThat(Files.readString(hello.resolve("rehearsal.json"))).isEqualTo(ran.out());
        assertThat(Ran.of("check", hello.toString()).err()).contains("no errors, 1 warning");
    }

    @Test
    void oneReplicateCanBeLookedAtAlone() throws IOException {
        Path table = folder.resolve("one.csv");
        Ran ran = rehearse("--replicate", "77", "--out", table.toString());

        assertThat(ran.out()).startsWith("hello: 100 rehearsed respondents\n");
        assertThat(Files.readString(table)).contains(",as-published:1:77,");
        assertThat(Ran.of("analyse", hello.toString(), "--data", table.toString()).out())
                .isEqualTo(ran.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--scenario halve | --scenario must be one of as-published, half, nothing, not \"halve\"",
                "--respondents 0 | --respondents must be 1 to 1,000,000, not 0",
                "--threads 0 | --threads must be 1 to 1,000, not 0",
                "--out x.csv | --out goes with --replicate K",
                "--replicate 0 | --replicate must be 1 to 1,000,000, not 0"
            })
    void wrongUseExitsWithTwoAndSaysWhatToType(String arguments, String said) {
        Ran ran = rehearse(arguments.split(" ", -1));

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains(said);
        assertThat(ran.out()).isEmpty();
    }
}
