package eyebright.cli;

import eyebright.frame.Codebook;
import eyebright.frame.Frame;
import eyebright.frame.TableWriter;
import eyebright.study.Study;
import java.io.IOException;
import java.nio.file.Path;

/// Writes a table with its codebook beside, each complete or not at all.
final class TableFiles {

    private TableFiles() {}

    /// `FILE.csv` and `FILE-codebook.csv`.
    static void write(Study study, Frame frame, Path file) throws IOException {
        WholeFile.write(file, out -> TableWriter.write(frame, study, out));
        WholeFile.write(codebook(file), out -> Codebook.write(study, out));
    }

    private static Path codebook(Path table) {
        String name = table.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return table.resolveSibling(stem + "-codebook.csv");
    }
}
