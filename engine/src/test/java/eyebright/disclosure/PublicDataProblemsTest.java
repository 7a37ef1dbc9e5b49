package eyebright.disclosure;

import eyebright.check.FaultyFiles;
import eyebright.check.FaultyFilesContract;
import java.nio.file.Path;

/// What is said of faults in what may be published.
class PublicDataProblemsTest extends FaultyFilesContract {

    static final FaultyFiles FILES =
            new FaultyFiles(Path.of("src/test/resources/eyebright/disclosure"), "study.yaml");

    PublicDataProblemsTest() {
        super(FILES);
    }
}
