package eyebright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Studies as they are shipped, with the placeholders of their consent filled in: only such ones collect.
final class Filled {

    private Filled() {}

    /// A copy of the study of that name in that folder.
    static Path copy(String study, Path parent) throws IOException {
        Path copy = Files.createDirectories(parent.resolve(study));
        try (var files = Files.list(Path.of("../studies").resolve(study))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName().toString()));
            }
        }
        Path yaml = copy.resolve("study.yaml");
        Files.writeString(
                yaml,
                Files.readString(yaml)
                        .replaceAll("(retention-end:) \"\\[[^\"]*]\"", "$1 2036-12-31")
                        .replaceAll("\"\\[[^\"]*]\"", "\"somebody\""));
        return copy;
    }
}
