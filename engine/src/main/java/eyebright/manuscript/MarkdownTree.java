package eyebright.manuscript;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// Markdown as a tree of text, with every mark replaced.
final class MarkdownTree {

    private static final Parser PARSER = Parser.builder().build();
    private static final Pattern MARK =
            Pattern.compile(Manuscript.OPEN + "(\\d+)" + Manuscript.CLOSE);
    private static final Pattern SAFE = Pattern.compile("(?i)(https?://|mailto:).*");

    private final IntFunction<Filled> fill;
    private final Set<String> ids = new HashSet<>();

    private MarkdownTree(IntFunction<Filled> fill) {
        this.fill = fill;
    }

    /// What stands in the place of a mark.
    sealed interface Filled {

        /// Part of a sentence.
        record InLine(List<Inline> parts) implements Filled {}

        /// Parts that stand by themselves.
        record Apart(List<Block> blocks) implements Filled {}
    }

    /// How deep the parts of a text stand in one another. A text may be hostile: nothing here calls itself.
    static int depth(String markdown) {
        int deepest = 0;
        int depth = 0;
        Node node = PARSER.parse(markdown);
        while (node != null) {
            deepest = Math.max(deepest, depth);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return deepest;
    }

    /// The tree of a text.
    ///
    /// @param fill what stands in the place of a mark, by its number
    static List<Block> of(String markdown, IntFunction<Filled> fill) {
        return new MarkdownTree(fill).blocks(PARSER.parse(markdown));
    }

    private List<Block> blocks(Node parent) {
        var blocks = new ArrayList<Block>();
        for (Node node : children(parent)) {
            switch (node) {
                case Heading heading -> blocks.add(heading(heading));
                case Paragraph paragraph -> blocks.addAll(paragraph(paragraph));
                case BulletList list -> blocks.add(new Block.Items(false, items(list)));
                case OrderedList list -> blocks.add(new Block.Items(true, items(list)));
                case BlockQuote quote -> blocks.add(new Block.Quote(blocks(quote)));
                case FencedCodeBlock code -> blocks.add(literal(code.getLiteral()));
                case IndentedCodeBlock code -> blocks.add(literal(code.getLiteral()));
                default -> {
                    // A rule between sections, or HTML, which SafeText does not let in: an article
                    // has neither.
                }
            }
        }
        return blocks;
    }

    private static Block literal(String text) {
        return new Block.Paragraph(List.of(new Inline.Text(text.strip())));
    }

    private Block heading(Heading heading) {
        List<Inline> parts = inlines(heading);
        return new Block.Heading(Math.clamp(heading.getLevel(), 2, 6), id(plain(parts)), parts);
    }

    /// The heading in small letters, with a number where it stands twice.
    private String id(String heading) {
        String letters =
                Normalizer.normalize(heading, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        String id = letters.isEmpty() ? "section" : letters;
        for (int i = 2; !ids.add(id); i++) {
            id = "%s-%d".formatted(letters.isEmpty() ? "section" : letters, i);
        }
        return id;
    }

    private List<Block> paragraph(Paragraph paragraph) {
        if (paragraph.getFirstChild() instanceof Text only
                && only.getNext() == null
                && MARK.matcher(only.getLiteral().strip()).matches()
                && filled(only.getLiteral().strip()) instanceof Filled.Apart(List<Block> blocks)) {
            return blocks;
        }
        return List.of(new Block.Paragraph(inlines(paragraph)));
    }

    private Filled filled(String mark) {
        return fill.apply(Integer.parseInt(mark.substring(1, mark.length() - 1)));
    }

    private List<List<Block>> items(ListBlock list) {
        return children(list).stream().map(this::blocks).toList();
    }

    private List<Inline> inlines(Node parent) {
        var parts = new ArrayList<Inline>();
        for (Node node : children(parent)) {
            switch (node) {
                case Text text -> parts.addAll(text(text.getLiteral()));
                case Code code -> parts.addAll(text(code.getLiteral()));
                case Emphasis emphasis -> parts.add(new Inline.Emphasis(inlines(emphasis)));
                case StrongEmphasis strong -> parts.add(new Inline.Strong(inlines(strong)));
                case Link link -> parts.addAll(link(link));
                case SoftLineBreak _ -> parts.add(new Inline.Text(" "));
                case HardLineBreak _ -> parts.add(new Inline.Break());
                default -> {
                    // Pictures and HTML, which SafeText does not let in.
                }
            }
        }
        return parts;
    }

    private List<Inline> link(Link link) {
        List<Inline> parts = inlines(link);
        return SAFE.matcher(link.getDestination()).matches()
                ? List.of(new Inline.Link(link.getDestination(), parts))
                : parts;
    }

    private List<Inline> text(String literal) {
        var parts = new ArrayList<Inline>();
        Matcher mark = MARK.matcher(literal);
        int last = 0;
        while (mark.find()) {
            if (mark.start() > last) {
                parts.add(new Inline.Text(literal.substring(last, mark.start())));
            }
            switch (filled(mark.group())) {
                case Filled.InLine(List<Inline> inline) -> parts.addAll(inline);
                case Filled.Apart _ -> {
                    // The reader has refused it: what stands by itself is never part of a sentence.
                }
            }
            last = mark.end();
        }
        if (last < literal.length()) {
            parts.add(new Inline.Text(literal.substring(last)));
        }
        return parts;
    }

    /// The words of a line without what makes them stand out.
    private static String plain(List<Inline> parts) {
        var text = new StringBuilder();
        for (Inline part : parts) {
            switch (part) {
                case Inline.Text(String words) -> text.append(words);
                case Inline.Told(List<Inline> inner, _) -> text.append(plain(inner));
                case Inline.Emphasis(List<Inline> inner) -> text.append(plain(inner));
                case Inline.Strong(List<Inline> inner) -> text.append(plain(inner));
                case Inline.Link(_, List<Inline> inner) -> text.append(plain(inner));
                case Inline.Cited _, Inline.Open _, Inline.Break _ -> text.append(' ');
            }
        }
        return text.toString();
    }

    private static List<Node> children(Node parent) {
        var children = new ArrayList<Node>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }
}
