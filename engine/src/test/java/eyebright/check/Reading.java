package eyebright.check;

import static java.util.stream.Collectors.joining;

import eyebright.source.FolderReader;
import eyebright.source.Problem;
import eyebright.source.Problems;
import eyebright.study.StudyReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Folders as the command reads them, and what it prints about them.
final class Reading {

    /// Where the folders of the tests are.
    static final Path FILES = Path.of("src/test/resources/eyebright/check");

    private Reading() {}

    /// All problems of a folder, errors and warnings.
    static List<Problem> problems(Path folder) throws IOException {
        var problems = new Problems();
        var sources = FolderReader.read(folder, problems);
        StudyReader.read(sources, problems);
        return problems.inFileOrder();
    }

    /// Problems as they are printed, file names relative to the folder.
    static String printed(List<Problem> problems) {
        return problems.stream().map(problem -> problem.print("") + "\n").collect(joining());
    }
}
