package eyebright.population;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.FaultyFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of fault of a population has a file that has it, what is said about it to the letter, and one
/// that is free of it.
class PopulationProblemsTest {

    static final FaultyFiles FILES =
            new FaultyFiles(Path.of("src/test/resources/eyebright/population"), "population.yaml");

    static List<String> all() {
        return FILES.all();
    }

    static List<String> faulty() {
        return FILES.faulty();
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void aFaultyPopulationIsSaidToBeSoToTheLetter(String name) {
        assertThat(FILES.saidOfBad(name)).isEqualTo(FILES.expected(name));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPopulationWithoutFaultHasNoProblem(String name) {
        assertThat(FILES.saidOfGood(name)).isEmpty();
    }
}
