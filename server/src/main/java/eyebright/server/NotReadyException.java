package eyebright.server;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Studies whose consent still has placeholders: nothing may be collected under them.
public final class NotReadyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, List<String>> placeholders;

    NotReadyException(Map<String, List<String>> placeholders) {
        super(
                placeholders.entrySet().stream()
                                .map(
                                        study ->
                                                "study %s: consent has placeholders for %s"
                                                        .formatted(
                                                                study.getKey(),
                                                                String.join(
                                                                        ", ", study.getValue())))
                                .collect(Collectors.joining("\n"))
                        + "\nfill them in under `consent` in study.yaml, or try the study out with"
                        + " --preview or --rehearsed");
        this.placeholders = new TreeMap<>(placeholders);
    }

    /// The keys of `consent` that are still placeholders, by study.
    public Map<String, List<String>> placeholders() {
        return placeholders;
    }
}
