package eyebright.server.reading;

import eyebright.publish.cite.Tags.Tag;
import java.util.List;
import java.util.Optional;

/// What the head of a page tells programs about the work on it.
///
/// @param canonical its whole address; absent where the site has none
/// @param isHidden whether searches are asked to leave it out
/// @param feed the address of its feed
/// @param json the work as JSON-LD, which may stand in a script element as it is; absent of a page that is no work
/// @param tags by name
/// @param shared what is shown of it where it is shared, by property
record Head(
        Optional<String> canonical,
        boolean isHidden,
        String feed,
        Optional<String> json,
        List<Tag> tags,
        List<Tag> shared) {
    Head {
        tags = List.copyOf(tags);
        shared = List.copyOf(shared);
    }
}
