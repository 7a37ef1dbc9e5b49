package eyebright.reporting;

import java.util.List;
import java.util.stream.Stream;

/// A checklist of the field.
///
/// @param key its key in `reporting.yaml`
/// @param title what it is called
/// @param source where it was published, as a reference without its DOI
/// @param doi of the source
/// @param sections in its order
record Guideline(String key, String title, String source, String doi, List<Section> sections) {

    Guideline {
        sections = List.copyOf(sections);
    }

    /// All, in the order in which they are told.
    static List<Guideline> all() {
        return List.of(Cherries.GUIDELINE, Jars.GUIDELINE);
    }

    Stream<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }
}
