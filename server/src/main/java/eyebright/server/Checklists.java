package eyebright.server;

import eyebright.article.FindingView;
import eyebright.manuscript.Article;
import eyebright.manuscript.Block;
import eyebright.method.Traffic;
import eyebright.publish.article.ArticleHtml;
import eyebright.store.Counts;
import eyebright.store.Store;
import eyebright.visitors.Came;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The checklists of all studies, filled anew with each snapshot, so that their counts move as all public figures do.
/// Safe for many threads.
final class Checklists {

    private final Store store;
    private final Optional<Visitors> visitors;
    private final Map<String, Written> latest = new HashMap<>();

    /// @param visitors who counts them; absent where nobody does
    Checklists(Store store, Optional<Visitors> visitors) {
        this.store = store;
        this.visitors = visitors;
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

    private Filled write(Fielded fielded, Publishing.Published published) {
        Article article =
                fielded.folder()
                        .checklists(
                                published.findings(),
                                published.number() == 0
                                        ? Optional.empty()
                                        : Optional.of(traffic(fielded.name())),
                                FindingView::publicNumber);
        var html = ArticleHtml.withoutCitations(_ -> "");
        var text = new StringBuilder();
        for (Block block : article.blocks()) {
            text.append(html.of(block));
        }
        return new Filled(article, text.toString());
    }

    private Traffic traffic(String study) {
        Counts counts = store.counts(study);
        return new Traffic(
                visitors.map(count -> count.seen(study).all()).map(Checklists::visitors),
                counts.started(),
                counts.sent());
    }

    private static Traffic.Visitors visitors(Came came) {
        return new Traffic.Visitors(came.site(), Math.min(came.survey(), came.site()));
    }
}
