package eyebright.server.reading;

import eyebright.analysis.Finding;
import eyebright.article.FindingView;
import eyebright.manuscript.Article;
import eyebright.manuscript.Block;
import eyebright.manuscript.Facts;
import eyebright.manuscript.Manuscript;
import eyebright.publish.article.ArticleHtml;
import eyebright.publish.article.Citations;
import eyebright.rehearsal.Advice;
import eyebright.server.figures.Publishing;
import eyebright.server.page.Fielded;
import eyebright.server.page.FollowsEdits;
import eyebright.server.page.Stop;
import eyebright.server.page.Studies;
import eyebright.server.reading.ArticlePage.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/// The articles of all studies, filled anew with each snapshot. Safe for many threads.
///
/// What prepares their citations takes a second or two, so that it is begun as soon as the site answers and not with the first
/// reader of an article.
final class Articles implements FollowsEdits, ApplicationListener<ApplicationReadyEvent> {

    private final Map<Of, Writer> writers = new ConcurrentHashMap<>();

    /// Which article.
    private record Of(String study, String file) {}

    Articles(Studies studies) {
        studies.all().forEach(this::add);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent answers) {
        // One after another, so that those who come first are not slowed by more than one core.
        Thread.ofPlatform()
                .daemon()
                .name("citations")
                .start(() -> writers.values().forEach(Writer::prepare));
    }

    private void add(Fielded fielded) {
        Stream.of(fielded.folder().manuscripts().article(), fielded.folder().manuscripts().review())
                .flatMap(Optional::stream)
                .forEach(
                        manuscript ->
                                writers.put(
                                        new Of(fielded.name(), manuscript.file()),
                                        new Writer(fielded, manuscript)));
    }

    @Override
    public void edited(Fielded fielded) {
        writers.keySet().removeIf(of -> of.study().equals(fielded.name()));
        add(fielded);
        Thread.ofPlatform()
                .daemon()
                .name("citations")
                .start(
                        () ->
                                writers.forEach(
                                        (of, writer) -> {
                                            if (of.study().equals(fielded.name())) {
                                                writer.prepare();
                                            }
                                        }));
    }

    /// What an article says by the findings that are public now.
    ///
    /// @throws Stop.NothingHere if the study has none
    Written of(Fielded fielded, String file, Publishing.Published published) {
        Writer writer = writers.get(new Of(fielded.name(), file));
        if (writer == null) {
            throw new Stop.NothingHere();
        }
        return writer.of(published);
    }

    /// An article and its pieces for a page.
    record Written(Article article, List<Piece> pieces) {
        Written {
            pieces = List.copyOf(pieces);
        }
    }

    /// What was written last.
    private record Latest(Publishing.Published basis, Written written) {}

    /// Fills one article.
    private static final class Writer {

        private final Fielded fielded;
        private final Manuscript manuscript;
        private final CompletableFuture<Citations> citations = new CompletableFuture<>();
        private @Nullable Latest latest;

        Writer(Fielded fielded, Manuscript manuscript) {
            this.fielded = fielded;
            this.manuscript = manuscript;
        }

        void prepare() {
            try {
                citations.complete(
                        Citations.of(
                                fielded.folder().manuscripts().bibliography(), manuscript.cited()));
            } catch (RuntimeException fault) {
                // Readers of the article are told; they would wait for ever otherwise.
                citations.completeExceptionally(fault);
            }
        }

        synchronized Written of(Publishing.Published published) {
            if (latest == null || !latest.basis().equals(published)) {
                latest = new Latest(published, write(published));
            }
            return latest.written();
        }

        private Written write(Publishing.Published published) {
            Article article =
                    Article.of(
                            manuscript,
                            new Facts(
                                    fielded.study(),
                                    fielded.folder().plan(),
                                    published.findings(),
                                    fielded.folder()
                                            .rehearsal()
                                            .map(Advice::of)
                                            .map(Advice::sampleSize),
                                    FindingView::publicNumber));
            Map<String, Finding> findings = new HashMap<>();
            published.findings().findings().forEach(each -> findings.put(each.id(), each));
            var html = new ArticleHtml(citations.join(), this::origin, _ -> "");
            var pieces = new ArrayList<Piece>();
            for (Block block : article.blocks()) {
                if (block instanceof Block.Found(FindingView view)
                        && findings.containsKey(view.id())) {
                    pieces.add(
                            Piece.of(
                                    Cards.card(
                                            findings.get(view.id()),
                                            fielded,
                                            published.findings())));
                } else {
                    pieces.add(Piece.of(html.of(block)));
                }
            }
            return new Written(article, pieces);
        }

        /// What stands beside a finding is explained with it.
        private String origin(String claim) {
            int dot = claim.indexOf('.');
            return "/%s/findings/%s%s"
                    .formatted(
                            fielded.name(),
                            dot < 0 ? claim : claim.substring(0, dot),
                            dot < 0 ? "" : "#" + claim);
        }
    }
}
