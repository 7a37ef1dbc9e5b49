package eyebright.cli;

import eyebright.check.StudyFolder;
import eyebright.source.Problem;
import eyebright.source.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A study as it is named on the command line: a folder, or the name of one in `studies/`.
final class StudyArgument {

    private StudyArgument() {}

    /// The folder meant: as given, else in `studies/` here, else in `studies/` of the checkout.
    static Path folder(Path given) {
        if (Files.exists(given)) {
            return given;
        }
        for (Path studies : List.of(Path.of("studies"), home().resolve("studies"))) {
            if (!given.isAbsolute() && Files.isDirectory(studies.resolve(given))) {
                return studies.resolve(given);
            }
        }
        return given;
    }

    /// All studies, where none is named.
    static List<Path> all() throws IOException {
        for (Path studies : List.of(Path.of("studies"), home().resolve("studies"))) {
            if (Files.isDirectory(studies)) {
                try (var entries = Files.list(studies)) {
                    List<Path> folders =
                            entries.filter(entry -> Files.exists(entry.resolve("study.yaml")))
                                    .sorted()
                                    .toList();
                    if (!folders.isEmpty()) {
                        return folders;
                    }
                }
            }
        }
        return List.of();
    }

    /// The checkout or installation, as the launcher says.
    private static Path home() {
        return Path.of(Optional.ofNullable(System.getProperty("eyebright.home")).orElse("."));
    }

    /// The study; empty if it has errors, which are printed to `err`, as its warnings are not.
    static Optional<StudyFolder> read(Path given, PrintWriter err) throws IOException {
        Path folder = folder(given);
        return switch (StudyFolder.read(folder)) {
            case StudyFolder.Reading.Valid(StudyFolder study, _) -> Optional.of(study);
            case StudyFolder.Reading.Invalid(List<Problem> problems) -> {
                problems.stream()
                        .filter(problem -> problem.rule().severity() == Severity.ERROR)
                        .forEach(problem -> err.println(problem.print(folder.toString())));
                yield Optional.empty();
            }
        };
    }
}
