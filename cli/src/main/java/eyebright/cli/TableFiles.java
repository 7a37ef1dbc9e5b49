package eyebright.cli;

import eyebright.frame.Codebook;
import eyebright.frame.Frame;
import eyebright.frame.TableWriter;
import eyebright.study.Study;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a table with its codebook beside, each complete or not at all.
final class TableFiles {

    private TableFiles() {}

    /// `FILE.csv` and `FILE-codebook.csv`.
    static void write(Study study, Frame frame, Path file) throws IOException {
        whole(file, out -> TableWriter.write(frame, study, out));
        whole(codebook(file), out -> Codebook.write(study, out));
    }

    private static Path codebook(Path table) {
        String name = table.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return table.resolveSibling(stem + "-codebook.csv");
    }

    /// Writes beside the file first, so that a full disk leaves no half table under its name.
    private static void whole(Path file, Content content) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path half = absolute.resolveSibling(absolute.getFileName() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(half)) {
                content.write(out);
            }
            Files.move(half, absolute, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /// What a file will hold.
    @FunctionalInterface
    private interface Content {
        void write(Writer out) throws IOException;
    }
}
