package eyebright.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PredictedTextTest {

    private static final Path GOLDEN = Path.of("src/test/resources/eyebright/prediction");

    @Test
    void modelsReadAsTheFileSays() throws IOException {
        var predicted = Greeting.predicted(Greeting.answers(1, 300));

        assertThat(PredictedText.of(predicted) + "\n")
                .isEqualTo(Files.readString(GOLDEN.resolve("greeting.txt")));
    }

    @Test
    void theJsonIsAsTheFileSays() throws IOException {
        var predicted = Greeting.predicted(Greeting.answers(1, 6));

        assertThat(PredictedJson.write(predicted))
                .isEqualTo(Files.readString(GOLDEN.resolve("greeting.json")));
    }
}
