package eyebright.server;

import eyebright.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A study that cannot be fielded: its folder has problems, another folder has its name, or its consent
/// has placeholders and answers are to be kept.
public final class NotReadyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final transient Map<String, List<String>> placeholders;

    private NotReadyException(
            String message, List<Problem> problems, Map<String, List<String>> placeholders) {
        super(message);
        this.problems = List.copyOf(problems);
        this.placeholders = new TreeMap<>(placeholders);
    }

    /// A folder has problems.
    static NotReadyException broken(List<Problem> problems) {
        return new NotReadyException(
                "mend these first; nothing is served before", problems, Map.of());
    }

    /// Two folders hold a study of one name: their pages and answers could not be told apart.
    static NotReadyException sameName(String study, Path one, Path other) {
        return new NotReadyException(
                "study must be one folder, not two: %s is in %s and in %s; rename it in one of them, or name one folder only"
                        .formatted(study, one, other),
                List.of(),
                Map.of());
    }

    /// Consents have placeholders.
    ///
    /// @param placeholders the keys of `consent`, by study
    static NotReadyException unfilled(Map<String, List<String>> placeholders) {
        String studies =
                new TreeMap<>(placeholders)
                        .entrySet().stream()
                                .map(
                                        study ->
                                                "the consent of study %s has placeholders: %s"
                                                        .formatted(
                                                                study.getKey(),
                                                                String.join(
                                                                        ", ", study.getValue())))
                                .collect(Collectors.joining("\n"));
        return new NotReadyException(
                studies
                        + "\nfill them in under consent: in study.yaml, or try the study out with"
                        + " --preview or --rehearsed N",
                List.of(),
                placeholders);
    }

    /// The problems of the folder, in the order of its files; none where the reason is another.
    public List<Problem> problems() {
        return problems;
    }

    /// The keys of `consent` that are placeholders, by study.
    public Map<String, List<String>> placeholders() {
        return placeholders;
    }
}
