package eyebright.bench;

import eyebright.check.StudyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder of its own with a copy of the tears study, whose consent is filled in as only a study that collects has it,
/// and an empty folder of data. Closing it deletes both.
///
/// @param home holds the two
/// @param study the folder of the study
/// @param data where answers are kept
record ReadyStudy(Path home, Path study, Path data) implements AutoCloseable {

    /// The name of the study.
    static final String NAME = "tears";

    /// Makes both.
    static ReadyStudy make() throws IOException {
        Path home = Files.createTempDirectory("eyebright-bench");
        return new ReadyStudy(
                home,
                filledIn(Files.createDirectory(home.resolve(NAME))),
                Files.createDirectory(home.resolve("data")));
    }

    /// The study as read from its folder.
    StudyFolder read() throws IOException {
        if (StudyFolder.read(study) instanceof StudyFolder.Reading.Valid valid) {
            return valid.folder();
        }
        throw new IllegalStateException(study + " has problems");
    }

    private static Path filledIn(Path copy) throws IOException {
        Path original = Path.of(System.getProperty("eyebright.home", "."), "studies", NAME);
        try (Stream<Path> files = Files.list(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                Files.writeString(
                        copy.resolve(file.getFileName()),
                        file.endsWith("study.yaml")
                                ? text.replaceAll(
                                                "(retention-end:) \"\\[[^\"]*]\"", "$1 2036-12-31")
                                        .replaceAll("\"\\[[^\"]*]\"", "\"somebody\"")
                                : text);
            }
        }
        return copy;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
