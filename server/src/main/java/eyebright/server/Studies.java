package eyebright.server;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The studies of a site, by name.
final class Studies {

    private final Map<String, Fielded> byName = new LinkedHashMap<>();

    Studies(List<Fielded> fielded) {
        fielded.forEach(each -> byName.put(each.name(), each));
    }

    /// All, in the order in which they were named.
    Collection<Fielded> all() {
        return byName.values();
    }

    /// The study of that name.
    Optional<Fielded> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The study of that name, or the page that says there is none.
    Fielded named(String name) {
        return find(name).orElseThrow(Stop.NothingHere::new);
    }
}
