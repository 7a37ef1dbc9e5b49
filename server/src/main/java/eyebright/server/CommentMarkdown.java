package eyebright.server;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Texts of readers as HTML: paragraphs, lists, quotations, stress, links. HTML in them is shown as it was typed; so are
/// headings and rules, which would break the outline of the page. Links go to http, https and mailto, tell nobody where
/// they were followed, and lend no weight; of any other, and of a picture, the words stay.
final class CommentMarkdown {

    /// More than anybody needs, and so few that nothing runs deep.
    private static final int DEEPEST = 6;

    private static final List<String> SCHEMES = List.of("http://", "https://", "mailto:");

    private static final Parser PARSER =
            Parser.builder()
                    .enabledBlockTypes(Set.of(BlockQuote.class, ListBlock.class))
                    .maxOpenBlockParsers(DEEPEST)
                    .build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .attributeProviderFactory(
                            _ ->
                                    (_, tag, attributes) -> {
                                        if (tag.equals("a")) {
                                            attributes.put(
                                                    "rel", "nofollow ugc noopener noreferrer");
                                            attributes.remove("title");
                                        }
                                    })
                    .softbreak("<br>\n")
                    .build();

    private CommentMarkdown() {}

    /// Blocks that may stand in any element that takes paragraphs.
    static String html(String markdown) {
        Node text = PARSER.parse(markdown);
        text.accept(new Plainer());
        return RENDERER.render(text);
    }

    /// Leaves the words of what may not stand in a comment.
    private static final class Plainer extends AbstractVisitor {

        @Override
        public void visit(Image image) {
            visitChildren(image);
            unwrap(image);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            String to = link.getDestination().toLowerCase(Locale.ROOT);
            if (SCHEMES.stream().noneMatch(to::startsWith)) {
                unwrap(link);
            }
        }

        private static void unwrap(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
                node.insertBefore(child);
            }
            node.unlink();
        }
    }
}
