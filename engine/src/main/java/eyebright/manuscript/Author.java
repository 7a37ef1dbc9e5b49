package eyebright.manuscript;

import java.util.Optional;

/// Who wrote the article.
///
/// @param name as it is printed: given names, then the family name
/// @param family the family name, which a citation begins with
/// @param affiliation where they work
/// @param orcid as four groups of four digits
public record Author(
        String name, String family, Optional<String> affiliation, Optional<String> orcid) {}
