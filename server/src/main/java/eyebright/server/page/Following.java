package eyebright.server.page;

import eyebright.check.StudyFolder;
import eyebright.check.StudyFolder.Reading;
import eyebright.source.FolderReader;
import eyebright.source.Problem;
import eyebright.source.Problems;
import eyebright.source.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A study folder as it was read last, good or bad: what a preview that follows its folder shows.
///
/// @param folder where it is
/// @param name its own name, which is the study's
/// @param study the study; absent while the folder has errors
/// @param problems errors and warnings, in file order
/// @param texts the texts that the problems speak of, by file name
public record Following(
        Path folder,
        String name,
        Optional<StudyFolder> study,
        List<Problem> problems,
        Map<String, String> texts) {

    public Following {
        problems = List.copyOf(problems);
        texts = Map.copyOf(texts);
    }

    /// Reads the folder as it is now.
    ///
    /// @throws IOException if it changed while it was read, or the disk fails
    public static Following read(Path folder) throws IOException {
        Reading reading = StudyFolder.read(folder);
        // By the reader that bounds sizes and follows no links: what a page quotes comes through no
        // other door.
        Sources sources = FolderReader.read(folder, new Problems());
        return switch (reading) {
            case Reading.Valid(StudyFolder study, List<Problem> warnings) ->
                    new Following(
                            folder, sources.name(), Optional.of(study), warnings, sources.files());
            case Reading.Invalid(List<Problem> problems) ->
                    new Following(
                            folder, sources.name(), Optional.empty(), problems, sources.files());
        };
    }

    /// Whether there is no study to show.
    public boolean isBroken() {
        return study.isEmpty();
    }
}
