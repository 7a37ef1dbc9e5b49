package eyebright.server.reading;

import eyebright.article.FindingView;
import eyebright.manuscript.Article;
import eyebright.publish.article.ArticleHtml;
import eyebright.publish.article.Citations;
import eyebright.server.figures.Flow;
import eyebright.server.figures.Publishing;
import eyebright.server.page.Fielded;
import eyebright.server.page.FollowsEdits;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The checklists of all studies, filled anew with each snapshot, so that their counts move as all public figures do.
/// Safe for many threads.
final class Checklists implements FollowsEdits {

    private final Flow flow;
    private final Map<String, Written> latest = new HashMap<>();

    Checklists(Flow flow) {
        this.flow = flow;
    }

    /// Checklists and what they were made of.
    private record Written(Publishing.Published basis, Filled filled) {}

    /// Checklists for a page.
    record Filled(Article article, String html) {}

    /// What a study reports by the findings that are public now.
    synchronized Filled of(Fielded fielded, Publishing.Published published) {
        Written written = latest.get(fielded.name());
        if (written == null || !written.basis().equals(published)) {
            written = new Written(published, write(fielded, published));
            latest.put(fielded.name(), written);
        }
        return written.filled();
    }

    @Override
    public synchronized void edited(Fielded fielded) {
        latest.remove(fielded.name());
    }

    private Filled write(Fielded fielded, Publishing.Published published) {
        Article article =
                fielded.folder()
                        .checklists(
                                published.findings(),
                                published.number() == 0
                                        ? Optional.empty()
                                        : flow.of(fielded.name()),
                                FindingView::publicNumber);
        var html = new ArticleHtml(Citations.none(), _ -> "", _ -> "");
        return new Filled(article, html.of(article.blocks()));
    }
}
