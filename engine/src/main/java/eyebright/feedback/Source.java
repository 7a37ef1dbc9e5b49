package eyebright.feedback;

import java.util.Optional;

/// A publication that texts and assumptions rest on; declared once and named by its id.
///
/// @param id unique in its file
/// @param called how a text names it, such as `Tritt et al. 2015`
/// @param cites authors, year, title, journal, volume and pages
/// @param doi without `https://doi.org/`; absent where it is not confirmed
public record Source(String id, String called, String cites, Optional<String> doi) {}
