package eyebright.server;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The studies of a site, by name. Safe for many threads.
final class Studies {

    private volatile Map<String, Fielded> byName = Map.of();

    Studies(List<Fielded> fielded) {
        fielded.forEach(this::put);
    }

    /// Adds a study, or puts it in place of the one of its name.
    synchronized void put(Fielded fielded) {
        var all = new LinkedHashMap<>(byName);
        all.put(fielded.name(), fielded);
        byName = Collections.unmodifiableMap(all);
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
