package eyebright.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.source.Problem;
import eyebright.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of fault of what is given back has a file that has it, what is said about it to the letter, and one
/// that is free of it.
class FeedbackProblemsTest {

    private static final Path FILES = Path.of("src/test/resources/eyebright/feedback");

    @ParameterizedTest
    @MethodSource("faulty")
    void aFaultyFileIsSaidToBeSoToTheLetter(String name) throws IOException {
        String said = said(FILES.resolve(name).resolve("bad.yaml"));

        assertThat(said).isEqualTo(Files.readString(FILES.resolve(name).resolve("bad.txt")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aFileWithoutFaultHasNoProblem(String name) throws IOException {
        assertThat(said(FILES.resolve(name).resolve("good.yaml"))).isEmpty();
    }

    static List<String> all() throws IOException {
        try (Stream<Path> folders = Files.list(FILES)) {
            return folders.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("study"))
                    .sorted()
                    .toList();
        }
    }

    static List<String> faulty() throws IOException {
        return all().stream().filter(name -> !name.equals("whole")).toList();
    }

    private static String said(Path feedback) throws IOException {
        List<Problem> problems =
                switch (StudyFolder.of(sources(feedback))) {
                    case StudyFolder.Reading.Valid(var _, List<Problem> warnings) -> warnings;
                    case StudyFolder.Reading.Invalid(List<Problem> errors) -> errors;
                };
        return problems.stream()
                .map(problem -> problem.print("") + "\n")
                .collect(Collectors.joining());
    }

    /// The study of these tests with that population.
    static Sources sources(Path feedback) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        try (Stream<Path> files = Files.list(FILES.resolve("study"))) {
            files.sorted().forEach(file -> texts.put(file.getFileName().toString(), text(file)));
        }
        texts.put("feedback.yaml", text(feedback));
        return new Sources("study", texts);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
