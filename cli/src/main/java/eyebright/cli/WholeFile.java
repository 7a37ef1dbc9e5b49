package eyebright.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file complete or not at all.
final class WholeFile {

    private WholeFile() {}

    /// Writes beside the file first, so that a full disk leaves no half file under its name.
    static void write(Path file, Content content) throws IOException {
        writeBytes(
                file,
                stream -> {
                    var out = new OutputStreamWriter(stream, StandardCharsets.UTF_8.newEncoder());
                    content.write(out);
                    out.flush();
                });
    }

    /// The same, of a file that is not text.
    static void writeBytes(Path file, Bytes content) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path half = absolute.resolveSibling(absolute.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half))) {
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

    /// What a file that is not text will hold.
    @FunctionalInterface
    interface Bytes {
        /// Writes it.
        void write(OutputStream out) throws IOException;
    }
}
