package eyebright.server.page;

import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/// Texts of a study as HTML. HTML in them is shown as it was typed, links go to http, https and mailto
/// only, pictures are left out.
public final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
                    .attributeProviderFactory(
                            _ ->
                                    (_, tag, attributes) -> {
                                        if (tag.equals("a")) {
                                            attributes.put("rel", "noopener noreferrer");
                                        }
                                        if (tag.equals("img")) {
                                            attributes.remove("src");
                                        }
                                    })
                    .build();

    private static final TextContentRenderer PLAIN = TextContentRenderer.builder().build();

    private Markdown() {}

    /// Paragraphs and lists.
    public static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    /// For a place that takes one line, such as the legend of a fieldset.
    public static String line(String markdown) {
        return html(markdown)
                .strip()
                .replace("</p>\n<p>", "<br>")
                .replaceFirst("^<p>", "")
                .replaceFirst("</p>$", "");
    }

    /// Without any markup.
    public static String plain(String markdown) {
        return PLAIN.render(PARSER.parse(markdown)).strip();
    }
}
