package eyebright.server.page;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The studies of a site, by name. Safe for many threads.
public final class Studies {

    private volatile Map<String, Fielded> byName = Map.of();

    /// @param fielded each of another name
    public Studies(List<Fielded> fielded) {
        fielded.forEach(this::put);
    }

    /// Adds a study, or puts it in place of the one of its name.
    public synchronized void put(Fielded fielded) {
        var all = new LinkedHashMap<>(byName);
        all.put(fielded.name(), fielded);
        byName = Collections.unmodifiableMap(all);
    }

    /// All, in the order in which they were named.
    public Collection<Fielded> all() {
        return byName.values();
    }

    /// The study of that name.
    public Optional<Fielded> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The study of that name, or the page that says there is none.
    public Fielded named(String name) {
        return find(name).orElseThrow(Stop.NothingHere::new);
    }
}
