package eyebright.publish.data;

import eyebright.check.StudyFolder;
import eyebright.frame.Frame;
import eyebright.plan.Plan;
import eyebright.publish.PublicAnswers;
import eyebright.publish.Publication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Studies of this repository, rehearsed, as far as their answers may leave.
final class Studies {

    private Studies() {}

    /// Rehearsed respondents of a study; no findings, which take long.
    static Release release(String name) throws IOException {
        StudyFolder study =
                switch (StudyFolder.read(Path.of("../studies", name))) {
                    case StudyFolder.Reading.Valid(var valid, _) -> valid;
                    case StudyFolder.Reading.Invalid(var problems) ->
                            throw new AssertionError(problems.toString());
                };
        Frame frame = study.respondents().frame(1, 0, 60);
        var allowed =
                (PublicAnswers.Allowed) PublicAnswers.of(study.study(), study.publicData(), frame);
        return new Publication(
                        study.study(),
                        study.scales(),
                        Plan.empty(study.study(), study.scales()),
                        Optional.empty())
                .release(frame, allowed, Garden.ABOUT);
    }
}
