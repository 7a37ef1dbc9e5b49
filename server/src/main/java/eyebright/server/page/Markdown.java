package eyebright.server.page;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/// Texts of a study as HTML. HTML in them is shown as it was typed, links go to http, https and mailto
/// only, pictures are left out. For any thread.
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

    /// Longer than all texts of a few studies; an edited one leaves what it was.
    private static final int MOST_KEPT = 4096;

    private static final Map<Made, String> KEPT = new ConcurrentHashMap<>();

    private Markdown() {}

    /// What is made of a text.
    public enum Shape {
        /// See [Markdown#html].
        HTML,
        /// See [Markdown#line].
        LINE,
        /// See [Markdown#plain].
        PLAIN
    }

    private record Made(Shape shape, String markdown) {}

    /// What is made of a study's own text, which many pages show: made once and kept. Not for what somebody typed.
    public static String kept(Shape shape, String markdown) {
        var made = new Made(shape, markdown);
        String kept = KEPT.get(made);
        if (kept == null) {
            kept = of(shape, markdown);
            if (KEPT.size() >= MOST_KEPT) {
                KEPT.clear();
            }
            KEPT.put(made, kept);
        }
        return kept;
    }

    /// What is made of a text, anew.
    public static String of(Shape shape, String markdown) {
        return switch (shape) {
            case HTML -> html(markdown);
            case LINE -> line(markdown);
            case PLAIN -> plain(markdown);
        };
    }

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
