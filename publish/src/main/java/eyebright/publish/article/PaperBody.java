package eyebright.publish.article;

import static eyebright.publish.article.ArticleHtml.escaped;

import eyebright.chart.Picture;
import eyebright.manuscript.Author;
import eyebright.manuscript.Block;
import eyebright.manuscript.Front;
import eyebright.manuscript.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What stands between the first line of an article and its last, for paper and for a page that stands alone: its head,
/// its text, and the appendices that numbers and pictures lead to. Well-formed XML. For one thread.
///
/// Its own ids have a dot, so that none is that of a heading of the text.
final class PaperBody {

    private static final String ORIGINS = "from.";

    private final Paper paper;
    private final Drawn drawn;
    private final ArticleHtml html;
    private final List<Section> sections = new ArrayList<>();
    private int level = 2;

    /// A head of the text.
    ///
    /// @param level 2 or more
    record Section(int level, String id, String title) {}

    private PaperBody(Paper paper, Function<Picture, String> drawing) {
        this.paper = paper;
        this.drawn = new Drawn(drawing, this::origin, () -> level);
        this.html = new ArticleHtml(paper.citations(), this::origin, drawn);
    }

    /// A body and what it is divided into.
    record Written(String html, List<Section> sections) {
        Written {
            sections = List.copyOf(sections);
        }
    }

    /// Writes it.
    ///
    /// @param drawing how a picture is put in
    static Written of(Paper paper, Function<Picture, String> drawing) {
        var body = new PaperBody(paper, drawing);
        String text = body.text();
        String behind = body.behind();
        String origins = body.origins();
        return new Written(body.head() + text + behind + origins, body.sections);
    }

    private String origin(String claim) {
        boolean isThere = paper.origins().claims().stream().anyMatch(it -> it.id().equals(claim));
        return "#" + ORIGINS + (isThere ? claim : "all");
    }

    private String head() {
        Front front = paper.article().front();
        var head = new StringBuilder("<header>\n");
        head.append("<p class=\"edition\">%s</p>\n".formatted(escaped(paper.edition())));
        head.append("<h1>%s</h1>\n".formatted(escaped(front.title())));
        if (!front.authors().isEmpty()) {
            head.append(
                    "<p class=\"authors\">%s</p>\n"
                            .formatted(
                                    front.authors().stream()
                                            .map(PaperBody::author)
                                            .collect(Collectors.joining("<br/>"))));
        }
        if (paper.isRehearsed()) {
            head.append(
                    """
                    <p class="made"><strong>Rehearsed.</strong> Filled with rehearsed respondents: our own figures are \
                    about nobody and show how the text will read. Published ones are real.</p>
                    """);
        }
        front.summary()
                .ifPresent(
                        summary ->
                                head.append(
                                        "<p class=\"lead\">%s</p>\n".formatted(escaped(summary))));
        fine(head, "Keywords", String.join(", ", front.keywords()));
        fine(head, "Licence of the text", front.licence().orElse(""));
        head.append(
                "<p class=\"fine\">Each number of our own leads to <a href=\"#%sall\">where it comes from</a>, at the end.</p>\n"
                        .formatted(ORIGINS));
        return head.append("</header>\n").toString();
    }

    private static void fine(StringBuilder head, String name, String words) {
        if (!words.isEmpty()) {
            head.append("<p class=\"fine\">%s: %s</p>\n".formatted(name, escaped(words)));
        }
    }

    private static String author(Author author) {
        String where = author.affiliation().map(at -> ", " + escaped(at)).orElse("");
        String orcid =
                author.orcid()
                        .map(
                                id ->
                                        ", <a href=\"https://orcid.org/%s\">ORCID %s</a>"
                                                .formatted(escaped(id), escaped(id)))
                        .orElse("");
        return "<strong>%s</strong>%s%s".formatted(escaped(author.name()), where, orcid);
    }

    private String text() {
        var text = new StringBuilder();
        for (Block block : paper.article().blocks()) {
            if (block instanceof Block.Heading(int depth, String id, List<Inline> parts)) {
                level = depth;
                sections.add(new Section(depth, id, plain(parts)));
            }
            text.append(html.of(block));
        }
        return text.toString();
    }

    private String behind() {
        if (drawn.tables().isEmpty()) {
            return "";
        }
        return appendix("behind.all", "The tables behind the pictures")
                + String.join("", drawn.tables())
                + "</section>\n";
    }

    private String appendix(String id, String title) {
        sections.add(new Section(2, id, title));
        return "<section class=\"appendix\">\n<h2 id=\"%s\">%s</h2>\n".formatted(id, title);
    }

    private String origins() {
        var html = new StringBuilder(appendix(ORIGINS + "all", Origins.TITLE));
        var facts = new ArrayList<>(paper.origins().facts());
        facts.add(new Origins.Fact("This text", paper.edition()));
        html.append(facts(facts));
        for (Origins.OfClaim claim : paper.origins().claims()) {
            html.append(
                    "<div class=\"origin\">\n<h3 id=\"%s\">%s</h3>\n%s</div>\n"
                            .formatted(
                                    ORIGINS + escaped(claim.id()),
                                    escaped(claim.says()),
                                    facts(claim.facts())));
        }
        return html.append("</section>\n").toString();
    }

    /// Names beside words, as a list that needs no columns.
    private static String facts(List<Origins.Fact> facts) {
        return facts.isEmpty()
                ? ""
                : facts.stream()
                        .map(
                                fact ->
                                        "<li><strong>%s:</strong> %s</li>\n"
                                                .formatted(
                                                        escaped(fact.name()),
                                                        escaped(fact.words())))
                        .collect(Collectors.joining("", "<ul class=\"facts\">\n", "</ul>\n"));
    }

    /// The words of a line.
    static String plain(List<Inline> parts) {
        return parts.stream()
                .map(
                        part ->
                                switch (part) {
                                    case Inline.Text(String text) -> text;
                                    case Inline.Emphasis(List<Inline> inner) -> plain(inner);
                                    case Inline.Strong(List<Inline> inner) -> plain(inner);
                                    case Inline.Link(_, List<Inline> inner) -> plain(inner);
                                    case Inline.Told(List<Inline> inner, _) -> plain(inner);
                                    case Inline.Open _, Inline.Cited _, Inline.Break _ -> " ";
                                })
                .collect(Collectors.joining());
    }

    /// The summary, or the title where there is none.
    static String summary(Front front) {
        Optional<String> summary = front.summary();
        return summary.orElse(front.title());
    }
}
