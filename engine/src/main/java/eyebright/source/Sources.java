package eyebright.source;

import java.util.Map;

/// The texts of a study folder by file name.
///
/// @param name the name of the folder
/// @param files texts by path inside the folder
public record Sources(String name, Map<String, String> files) {

    public Sources {
        files = Map.copyOf(files);
    }
}
