package eyebright.feedback;

import eyebright.check.FaultyFiles;
import eyebright.check.FaultyFilesContract;
import java.nio.file.Path;

/// What is said of faults in what is given back.
class FeedbackProblemsTest extends FaultyFilesContract {

    static final FaultyFiles FILES =
            new FaultyFiles(Path.of("src/test/resources/eyebright/feedback"), "feedback.yaml");

    FeedbackProblemsTest() {
        super(FILES);
    }
}
