package eyebright.server.you;

import eyebright.server.page.Shell;
import java.util.List;

/// The page for those whom respondents work with.
///
/// @param intro as HTML
/// @param support where to turn, each a line of HTML
record ClientsPage(
        Shell shell,
        String study,
        String title,
        String intro,
        List<Chapter> chapters,
        List<String> support,
        List<YouPage.Source> sources) {

    /// Texts under a heading.
    record Chapter(String title, List<YouPage.Passage> texts) {}
}
