package eyebright.reporting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the author tells of a study for its checklists: `reporting.yaml`.
///
/// @param items texts by `guideline.item`, such as `cherries.incentives`
public record Reporting(Map<String, String> items) {

    /// Nothing yet.
    public static final Reporting NOTHING = new Reporting(Map.of());

    public Reporting {
        items = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    Optional<String> of(Guideline guideline, Item item) {
        return Optional.ofNullable(items.get(key(guideline, item)));
    }

    static String key(Guideline guideline, Item item) {
        return guideline.key() + "." + item.id();
    }
}
