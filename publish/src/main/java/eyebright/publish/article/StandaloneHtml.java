package eyebright.publish.article;

import static eyebright.publish.article.ArticleHtml.escaped;

import eyebright.chart.Picture;
import eyebright.manuscript.Front;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// An article as one HTML file that opens from a disk: style and pictures inside, nothing loaded, nothing run, which a
/// rule of its own forbids too. Each number leads to where it comes from, at the end of the same file.
public final class StandaloneHtml {

    private static final String STYLE = Resource.text("page.css");

    private StandaloneHtml() {}

    /// The bytes of the file.
    public static byte[] of(Paper paper) {
        PaperBody.Written body = PaperBody.of(paper, Picture::svg);
        Front front = paper.article().front();
        String contents =
                body.sections().stream()
                        .filter(section -> section.level() == 2)
                        .map(
                                section ->
                                        "<li><a href=\"#%s\">%s</a></li>\n"
                                                .formatted(
                                                        escaped(section.id()),
                                                        escaped(section.title())))
                        .collect(Collectors.joining());
        int headed = body.html().indexOf("</header>\n") + "</header>\n".length();
        String html =
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8"/>
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
                base-uri 'none'; form-action 'none'"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>%s</title>
                <meta name="description" content="%s"/>
                <style>
                %s</style>
                </head>
                <body>
                %s<main>
                %s<nav aria-label="Contents">
                <ul>
                %s</ul>
                </nav>
                %s</main>
                </body>
                </html>
                """
                        .formatted(
                                escaped(front.title()),
                                escaped(PaperBody.summary(front)),
                                STYLE,
                                paper.isRehearsed()
                                        ? "<aside class=\"banner\" aria-label=\"What these answers are\">%s</aside>\n"
                                                .formatted(Paper.MARK)
                                        : "",
                                body.html().substring(0, headed),
                                contents,
                                body.html().substring(headed));
        return html.getBytes(StandardCharsets.UTF_8);
    }
}
