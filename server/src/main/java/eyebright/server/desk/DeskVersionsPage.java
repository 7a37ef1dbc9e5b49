package eyebright.server.desk;

import eyebright.server.page.Shell;
import java.util.List;
import java.util.Optional;

/// Where a version of the article is published.
///
/// @param study its name
/// @param versions which there are, in a sentence
/// @param next what would be published now; absent if nothing can be
/// @param why why nothing can be published now; empty if something can
/// @param notice what was just done
/// @param complaint what was not done, and why
record DeskVersionsPage(
        Shell shell,
        DeskFrame desk,
        String study,
        String title,
        String versions,
        Optional<Next> next,
        String why,
        Optional<String> notice,
        Optional<String> complaint) {

    /// A version that is not published yet.
    ///
    /// @param basis what it was worked out from: what is published is what was read
    /// @param rests on whose answers, as a sentence
    /// @param changed what changed since the one before, in sentences
    record Next(int number, String basis, String rests, List<String> changed) {}
}
