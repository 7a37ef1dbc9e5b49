package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class PredictCommandTest {

    private static final String STUDY =
            "../engine/src/test/resources/eyebright/prediction/greeting";

    @TempDir private Path folder;

    @Test
    void theModelsArePrintedWithHowGoodTheyAre() throws IOException {
        Path table = simulate(STUDY, "300");

        Ran ran = Ran.of("predict", STUDY, "--data", table.toString());

        assertThat(ran.exit()).isEqualTo(0);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo(Files.readString(Path.of(STUDY + ".txt")));
    }

    @Test
    void theJsonHoldsTheChancesOfEveryRow() {
        Path table = simulate(STUDY, "40");

        Ran ran = Ran.of("predict", STUDY, "--data", table.toString(), "--json");

        assertThat(ran.exit()).isEqualTo(0);
        JsonNode json = new ObjectMapper().readTree(ran.out());
        assertThat(json.get("data").get("kind").asString()).isEqualTo("rehearsed");
        assertThat(json.get("predictions").size()).isEqualTo(3);
        assertThat(json.get("rows").size()).isGreaterThan(40);
    }

    @Test
    void aStudyThatPredictsNothingSaysSo() {
        Path table = simulate("../studies/hello", "20");

        Ran ran = Ran.of("predict", "../studies/hello", "--data", table.toString());

        assertThat(ran.exit()).isEqualTo(0);
        assertThat(ran.out()).contains("This study predicts nothing");
    }

    @Test
    void aTableThatIsNotThereIsWrongUse() {
        Ran ran = Ran.of("predict", STUDY, "--data", "nowhere.csv");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("there is no \"nowhere.csv\"");
    }

    private Path simulate(String study, String respondents) {
        Path out = folder.resolve("table.csv");
        Ran ran =
                Ran.of(
                        "simulate",
                        study,
                        "--respondents",
                        respondents,
                        "--seed",
                        "1",
                        "--out",
                        out.toString());
        assertThat(ran.exit()).isEqualTo(0);
        return out;
    }
}
