package eyebright.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Studies as they are shipped, with the placeholders of their consent filled in: only such ones collect.
final class Filled {

    private Filled() {}

    /// A copy of the study in that folder.
    static Path copy(Path study, Path parent) {
        Path copy = parent.resolve(study.getFileName().toString());
        try (var files = Files.list(study)) {
            Files.createDirectories(copy);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
            Path yaml = copy.resolve("study.yaml");
            Files.writeString(
                    yaml,
                    Files.readString(yaml)
                            .replaceAll("(retention-end:) \"\\[[^\"]*]\"", "$1 2036-12-31")
                            .replaceAll("\"\\[[^\"]*]\"", "\"somebody\""));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return copy;
    }

    /// The placeholders of a consent are the only texts in quotes and brackets.
    static List<String> left(Path copy) throws IOException {
        return Files.readAllLines(copy.resolve("study.yaml")).stream()
                .filter(line -> line.contains("\"["))
                .toList();
    }
}
