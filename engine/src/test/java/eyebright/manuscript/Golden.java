package eyebright.manuscript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Texts to compare with.
final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/eyebright/manuscript");

    private Golden() {}

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name)).stripTrailing();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
