package eyebright.population;

import eyebright.check.FaultyFiles;
import eyebright.check.FaultyFilesContract;
import java.nio.file.Path;

/// What is said of faults of a population.
class PopulationProblemsTest extends FaultyFilesContract {

    static final FaultyFiles FILES =
            new FaultyFiles(Path.of("src/test/resources/eyebright/population"), "population.yaml");

    PopulationProblemsTest() {
        super(FILES);
    }
}
