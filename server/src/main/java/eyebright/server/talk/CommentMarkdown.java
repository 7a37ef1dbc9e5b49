package eyebright.server.talk;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.html.HtmlRenderer;

/// Texts of readers as HTML: paragraphs, lists, quotations, stress, links. HTML in them is shown as it was typed; so are
/// headings and rules, which would break the outline of the page. Links go to http, https and mailto, tell nobody where
/// they were followed, and lend no weight; of any other, and of a picture, the words stay.
public final class CommentMarkdown {

    /// More than anybody needs, and so few that nothing runs deep.
    private static final int DEEPEST = 6;

    private static final List<String> SCHEMES = List.of("http://", "https://", "mailto:");

    private static final Parser PARSER =
            Parser.builder()
                    .enabledBlockTypes(Set.of(BlockQuote.class, ListBlock.class))
                    .maxOpenBlockParsers(DEEPEST)
                    .customInlineContentParserFactory(new Angles())
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
    public static String html(String markdown) {
        Node text = PARSER.parse(markdown);
        text.accept(new Plainer());
        return RENDERER.render(text);
    }

    /// A `<` begins an address in angle brackets, or it is itself. HTML is shown as it was typed in any case, so it is not
    /// looked for: that would take a time that grows with the square of the text.
    private static final class Angles implements InlineContentParserFactory, InlineContentParser {

        /// An address in angle brackets, as CommonMark 0.31.2 defines it in section 6.5.
        private static final Pattern ADDRESS =
                Pattern.compile(
                        "[a-zA-Z][a-zA-Z0-9.+-]{1,31}:.*"
                                + "|[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9]"
                                + "(?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                                + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('<');
        }

        @Override
        public InlineContentParser create() {
            return this;
        }

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            scanner.next();
            Position inside = scanner.position();
            scanner.match(c -> c > ' ' && c != '<' && c != '>');
            String between = scanner.getSource(inside, scanner.position()).getContent();
            return scanner.peek() == '>' && ADDRESS.matcher(between).matches()
                    ? ParsedInline.none()
                    : ParsedInline.of(new Text("<"), inside);
        }
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
