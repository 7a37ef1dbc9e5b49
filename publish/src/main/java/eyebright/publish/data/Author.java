package eyebright.publish.data;

import java.util.Optional;

/// Somebody who made a study.
///
/// @param name as it is cited
/// @param affiliation where
/// @param orcid the number of sixteen digits, as `0000-0001-2345-6789`
public record Author(String name, Optional<String> affiliation, Optional<String> orcid) {

    public Author {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of an author must not be blank");
        }
        if (orcid.isPresent()
                && !orcid.get().matches("[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]")) {
            throw new IllegalArgumentException(
                    "orcid must be like 0000-0001-2345-6789, not " + orcid.get());
        }
    }

    /// Somebody of whom nothing but the name is known.
    public static Author of(String name) {
        return new Author(name, Optional.empty(), Optional.empty());
    }
}
