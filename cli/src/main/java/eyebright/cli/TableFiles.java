package eyebright.cli;

import eyebright.frame.Codebook;
import eyebright.frame.Frame;
import eyebright.frame.TableWriter;
import eyebright.freeze.Begun;
import eyebright.freeze.BegunTable;
import eyebright.study.Study;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes a table with its codebook beside, each complete or not at all.
final class TableFiles {

    private TableFiles() {}

    /// `FILE.csv` and `FILE-codebook.csv`.
    static void write(Study study, Frame frame, Path file) throws IOException {
        WholeFile.write(file, out -> TableWriter.write(frame, study, out));
        WholeFile.write(codebook(file), out -> Codebook.write(study, out));
    }

    /// `FILE-plans.csv`: under which plans the people of the store began.
    static void writePlans(List<Begun.Run> begun, Path file) throws IOException {
        WholeFile.write(plans(file), out -> out.write(BegunTable.write(begun)));
    }

    /// Where a table keeps under which plans its people began.
    static Path plans(Path table) {
        return beside(table, "-plans.csv");
    }

    private static Path codebook(Path table) {
        return beside(table, "-codebook.csv");
    }

    private static Path beside(Path table, String ending) {
        String name = table.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return table.resolveSibling(stem + ending);
    }
}
