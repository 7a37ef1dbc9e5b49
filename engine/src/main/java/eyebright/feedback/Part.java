package eyebright.feedback;

import java.util.List;
import java.util.Optional;

/// A part of what there is to explore.
///
/// @param id unique in the file
/// @param title its heading
/// @param intro what comes before; absent if nothing does
/// @param shows one or more, in their order
public record Part(String id, String title, Optional<String> intro, List<Shown> shows) {

    public Part {
        shows = List.copyOf(shows);
        if (shows.isEmpty()) {
            throw new IllegalArgumentException("part %s must show something".formatted(id));
        }
    }
}
