package eyebright.server.reading;

import java.util.List;
import java.util.Optional;

/// How a work is cited, as pages show it.
///
/// @param reference in the style of the American Psychological Association, as HTML
/// @param original the study it repeats, in the same way; absent if it names none
/// @param notes sentences on what the reference means
/// @param files the same for programs
record Citing(String reference, Optional<String> original, List<String> notes, List<Link> files) {
    Citing {
        notes = List.copyOf(notes);
        files = List.copyOf(files);
    }

    /// A way to somewhere.
    record Link(String address, String words) {}
}
