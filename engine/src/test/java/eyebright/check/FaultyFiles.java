package eyebright.check;

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

/// Faulty files of one kind beside what is said of each: a folder for each kind of fault with `bad.yaml`, `bad.txt` and
/// `good.yaml`, one named `whole` with all that such a file may hold, and the study they belong to in `study`.
///
/// @param folder where they are
/// @param file what such a file is called in a study
public record FaultyFiles(Path folder, String file) {

    /// The names of all folders with a file free of faults.
    public List<String> all() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("study"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// The names of those with a fault.
    public List<String> faulty() {
        return all().stream().filter(name -> !name.equals("whole")).toList();
    }

    /// What is said of the faulty one.
    public String saidOfBad(String name) {
        return said(folder.resolve(name).resolve("bad.yaml"));
    }

    /// What is said of the one without the fault.
    public String saidOfGood(String name) {
        return said(folder.resolve(name).resolve("good.yaml"));
    }

    /// What should be said of the faulty one.
    public String expected(String name) {
        return text(folder.resolve(name).resolve("bad.txt"));
    }

    /// The study of these files with that one.
    public Sources sources(Path of) {
        var texts = new LinkedHashMap<String, String>();
        try (Stream<Path> files = Files.list(folder.resolve("study"))) {
            files.sorted().forEach(each -> texts.put(each.getFileName().toString(), text(each)));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        texts.put(file, text(of));
        return new Sources("study", texts);
    }

    private String said(Path of) {
        List<Problem> problems =
                switch (StudyFolder.of(sources(of))) {
                    case StudyFolder.Reading.Valid(var _, List<Problem> warnings) -> warnings;
                    case StudyFolder.Reading.Invalid(List<Problem> errors) -> errors;
                };
        return problems.stream()
                .map(problem -> problem.print("") + "\n")
                .collect(Collectors.joining());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
