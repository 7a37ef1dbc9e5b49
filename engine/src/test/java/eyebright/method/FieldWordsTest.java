package eyebright.method;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.analysis.Findings;
import eyebright.analysis.PublicFindings;
import eyebright.check.StudyFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class FieldWordsTest {

    private static final Traffic CAME =
            new Traffic(Optional.of(new Traffic.Visitors(120, 60)), 38, 34);

    private static FieldWords words(Map<String, Integer> excluded, IntFunction<String> people)
            throws IOException {
        StudyFolder folder =
                ((StudyFolder.Reading.Valid) StudyFolder.read(Path.of("..", "studies", "hello")))
                        .folder();
        return new FieldWords(
                folder.study(),
                new Findings.Data("real", Optional.empty(), Optional.of("hash"), 33, excluded),
                Optional.of(CAME),
                people);
    }

    private static String few(int people) {
        return PublicFindings.isFew(people) ? "fewer than 10" : Integer.toString(people);
    }

    @Test
    void aNumberThatIsNotToldCannotBeWorkedOutFromThoseBesideIt() throws IOException {
        FieldWords words = words(Map.of("not eligible", 5), FieldWordsTest::few);

        assertThat(words.flow())
                .isEqualTo(
                        "About 40 agreed and began, about 30 reached the end. The answers of 33"
                                + " respondents count. Not counted: fewer than 10, not eligible.");
        assertThat(words.participationRate()).startsWith("Not told:");
        assertThat(words.completionRate()).startsWith("Not told:");
        assertThat(words.viewRate()).startsWith("50");
    }

    @Test
    void whereAllNumbersAreToldTheyAreExact() throws IOException {
        Map<String, Integer> excluded = new LinkedHashMap<>();
        excluded.put("not eligible", 12);

        assertThat(words(excluded, FieldWordsTest::few).flow())
                .startsWith("38 agreed and began, 34 reached the end.");
        assertThat(words(Map.of("not eligible", 5), Integer::toString).flow())
                .startsWith("38 agreed and began, 34 reached the end.")
                .contains("Not counted: 5, not eligible.");
    }
}
