package eyebright.server.reading;

import eyebright.chart.Origin;
import eyebright.discussion.Topic;
import eyebright.manuscript.Article;
import eyebright.manuscript.Author;
import eyebright.manuscript.Manuscript;
import eyebright.method.Day;
import eyebright.publish.version.KeptVersions.Kept;
import eyebright.server.figures.Publishing;
import eyebright.server.figures.Releases;
import eyebright.server.page.Fielded;
import eyebright.server.page.JteView;
import eyebright.server.page.Shell.Place;
import eyebright.server.page.Shells;
import eyebright.server.page.Studies;
import eyebright.server.talk.Talks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The article of a study, and its review of what was known before.
@Controller
final class ArticlePages {

    private final Studies studies;
    private final Publishing publishing;
    private final Shells shells;
    private final Articles articles;
    private final Talks talks;
    private final Citings citings;
    private final Releases releases;

    ArticlePages(
            Studies studies,
            Publishing publishing,
            Shells shells,
            Articles articles,
            Citings citings,
            Releases releases,
            Talks talks) {
        this.studies = studies;
        this.publishing = publishing;
        this.shells = shells;
        this.articles = articles;
        this.citings = citings;
        this.releases = releases;
        this.talks = talks;
    }

    @GetMapping("/{study}/article")
    ModelAndView article(@PathVariable String study, HttpServletResponse response) {
        Fielded fielded = studies.named(study);
        if (citings.isHidden(fielded)) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
        return page(fielded, Manuscript.ARTICLE, "Article");
    }

    @GetMapping("/{study}/review")
    ModelAndView review(@PathVariable String study) {
        return page(studies.named(study), Manuscript.REVIEW, "Review");
    }

    private ModelAndView page(Fielded fielded, String file, String title) {
        Publishing.Published published = publishing.of(fielded);
        Articles.Written written = articles.of(fielded, file, published);
        Article article = written.article();
        // A review is read beside the article; it is not cited by itself.
        Optional<Fielded> cited = Optional.of(fielded).filter(_ -> file.equals(Manuscript.ARTICLE));
        return JteView.of(
                "reading/article",
                new ArticlePage(
                        shells.of(fielded, Place.READING, title),
                        article.front().title(),
                        Cards.basis(published),
                        article.front().authors().stream()
                                .map(Author::name)
                                .collect(Collectors.joining(", ")),
                        article.origin() == Origin.REHEARSED,
                        waits(published),
                        article.front().summary(),
                        written.pieces(),
                        cited.map(citings::head),
                        cited.map(this::editions),
                        cited.map(citings::citing),
                        file.equals(Manuscript.ARTICLE)
                                ? talks.of(fielded, Topic.article(fielded.name()))
                                : Optional.empty()));
    }

    private String editions(Fielded fielded) {
        return releases.of(fielded)
                .latest()
                .map(Kept::version)
                .map(
                        version ->
                                "latest version: %d of %s"
                                        .formatted(version.number(), Day.inWords(version.day())))
                .orElse("no version published yet");
    }

    /// What a reader is told while figures are not told yet.
    private static Optional<String> waits(Publishing.Published published) {
        int wanted = published.findings().plan().respondents();
        int now = published.findings().data().respondents();
        return published.beforeChange().isPresent() || (now > 0 && now >= wanted)
                ? Optional.empty()
                : Optional.of(
                        "Its figures are filled in once %,d people have taken part; so far %s."
                                .formatted(
                                        Math.max(wanted, 1),
                                        now == 0 ? "none are counted" : "%,d have".formatted(now)));
    }
}
