package eyebright.server.page;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The studies of a site, by name.
public final class Studies {

    private final Map<String, Fielded> byName = new LinkedHashMap<>();

    /// @param fielded each of another name
    public Studies(List<Fielded> fielded) {
        fielded.forEach(each -> byName.put(each.name(), each));
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
