package eyebright.publish.data;

import java.util.List;

/// Texts that would like to be something else, for writers of other packages.
public final class Hostile {

    private Hostile() {}

    /// All of them.
    public static List<String> texts() {
        return Garden.hostile();
    }
}
