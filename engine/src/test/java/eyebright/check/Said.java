package eyebright.check;

import static java.util.stream.Collectors.joining;

import eyebright.source.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What is said about a folder, as the command prints it.
final class Said {

    /// Where the folders of the tests are.
    static final Path FILES = Path.of("src/test/resources/eyebright/check");

    private Said() {}

    /// All problems of a folder, errors and warnings.
    static List<Problem> of(Path folder) throws IOException {
        return of(StudyFolder.read(folder));
    }

    static List<Problem> of(StudyFolder.Reading reading) {
        return switch (reading) {
            case StudyFolder.Reading.Valid(_, List<Problem> warnings) -> warnings;
            case StudyFolder.Reading.Invalid(List<Problem> problems) -> problems;
        };
    }

    /// Problems as they are printed, file names relative to the folder.
    static String printed(List<Problem> problems) {
        return problems.stream().map(problem -> problem.print("") + "\n").collect(joining());
    }
}
