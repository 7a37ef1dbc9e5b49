package eyebright.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The texts of a study folder by file name: all that a reader needs, and what the store keeps of each
/// version.
///
/// @param name the folder's own name, which is also the study's
/// @param files texts by name, such as `study.yaml`
public record Sources(String name, Map<String, String> files) {

    public Sources {
        files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /// The text of that file, if the folder has it.
    public Optional<String> file(String file) {
        return Optional.ofNullable(files.get(file));
    }
}
