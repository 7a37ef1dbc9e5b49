package eyebright.cli;

import eyebright.check.StudyFolder;
import eyebright.registration.RegistryForm;
import eyebright.rehearsal.Advice;
import eyebright.server.about.QuestionnairePaper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes a plan in the shapes of registries, and the questionnaire for an ethics board.
final class RegistrationFiles {

    private RegistrationFiles() {}

    /// Writes all of them into a folder, which is made if there is none.
    ///
    /// @return a line about each
    static List<String> write(StudyFolder study, Path folder) throws IOException {
        Files.createDirectories(folder);
        var written = new ArrayList<String>();
        for (RegistryForm form : RegistryForm.values()) {
            Path file = folder.resolve(form.file());
            Files.writeString(
                    file,
                    form.of(study.study(), study.plan(), study.frozen(), rationale(study)),
                    StandardCharsets.UTF_8);
            written.add("wrote " + file);
        }
        Path paper = folder.resolve("questionnaire.html");
        Files.writeString(paper, QuestionnairePaper.html(study.study()), StandardCharsets.UTF_8);
        written.add("wrote %s; a browser prints it".formatted(paper));
        return written;
    }

    /// What the saved rehearsal says of the sample size, where it is of the plan as it is.
    private static Optional<String> rationale(StudyFolder study) {
        return study.rehearsal()
                .filter(saved -> saved.stamp().changed(study.rehearsable().stamp()).isEmpty())
                .map(saved -> Advice.of(saved).sampleSize());
    }
}
