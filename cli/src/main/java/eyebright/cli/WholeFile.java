package eyebright.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file complete or not at all.
final class WholeFile {

    private WholeFile() {}

    /// Writes beside the file first, so that a full disk leaves no half file under its name.
    static void write(Path file, Content content) throws IOException {
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
    interface Content {
        /// Writes it.
        void write(Writer out) throws IOException;
    }
}
