package eyebright.publish.article;

import eyebright.chart.Table;
import eyebright.manuscript.Block;
import eyebright.manuscript.Inline;
import java.util.List;
import java.util.function.Function;

/// An article as HTML that is well-formed XML too. Every text is escaped here; pictures are put in as they are.
public final class ArticleHtml {

    private final Citations citations;
    private final Function<String, String> origin;
    private final Apart apart;

    /// How blocks are written that do not belong to the text.
    interface Apart {
        /// A picture of a finding.
        String pictured(Block.Pictured block);

        /// A table of a finding.
        String tabled(Block.Tabled block);

        /// A whole finding.
        String found(Block.Found block);
    }

    /// @param origin the address of where a finding comes from, by its id
    /// @param found how a whole finding is written
    public ArticleHtml(
            Citations citations,
            Function<String, String> origin,
            Function<Block.Found, String> found) {
        this(citations, origin, new AsItIs(origin, found));
    }

    ArticleHtml(Citations citations, Function<String, String> origin, Apart apart) {
        this.citations = citations;
        this.origin = origin;
        this.apart = apart;
    }

    /// Pictures and tables where they stand in the text, without numbers.
    private record AsItIs(Function<String, String> origin, Function<Block.Found, String> whole)
            implements Apart {

        @Override
        public String pictured(Block.Pictured block) {
            return "<figure>%s<figcaption>%s <a href=\"%s\">Where this comes from</a></figcaption></figure>\n"
                    .formatted(
                            block.picture().svg(),
                            escaped(Drawn.ended(block.picture().title())),
                            escaped(origin.apply(block.claim())));
        }

        @Override
        public String tabled(Block.Tabled block) {
            return table(block.table());
        }

        @Override
        public String found(Block.Found block) {
            return whole.apply(block);
        }
    }

    /// Blocks, one after another.
    public String of(List<Block> blocks) {
        var html = new StringBuilder();
        blocks.forEach(block -> html.append(of(block)));
        return html.toString();
    }

    /// A block, with a line end.
    public String of(Block block) {
        return switch (block) {
            case Block.Heading(int level, String id, List<Inline> parts) ->
                    "<h%d id=\"%s\">%s</h%d>\n".formatted(level, escaped(id), line(parts), level);
            case Block.Paragraph(List<Inline> parts) -> "<p>%s</p>\n".formatted(line(parts));
            case Block.Items list -> list(list);
            case Block.Quote(List<Block> blocks) ->
                    "<blockquote>\n%s</blockquote>\n".formatted(of(blocks));
            case Block.Pictured each -> apart.pictured(each);
            case Block.Tabled each -> apart.tabled(each);
            case Block.Found each -> apart.found(each);
            case Block.References _ -> references();
        };
    }

    private String list(Block.Items list) {
        String tag = list.numbered() ? "ol" : "ul";
        var html = new StringBuilder("<%s>\n".formatted(tag));
        for (List<Block> item : list.items()) {
            // A single paragraph is the item itself, as it is in Markdown.
            html.append("<li>")
                    .append(
                            item.size() == 1
                                            && item.getFirst()
                                                    instanceof Block.Paragraph(List<Inline> parts)
                                    ? line(parts)
                                    : of(item))
                    .append("</li>\n");
        }
        return html.append("</%s>\n".formatted(tag)).toString();
    }

    /// A table with heads for its columns and rows.
    static String table(Table table) {
        var html = new StringBuilder();
        html.append(
                // Wide tables move sideways, also with a keyboard.
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s\"><table>\n<caption>"
                        .formatted(escaped(table.caption())));
        html.append(escaped(table.caption())).append("</caption>\n<thead><tr>");
        table.columns()
                .forEach(
                        column ->
                                html.append(
                                        "<th scope=\"col\">%s</th>".formatted(escaped(column))));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            html.append("<tr><th scope=\"row\">%s</th>".formatted(escaped(row.getFirst())));
            row.stream()
                    .skip(1)
                    .forEach(cell -> html.append("<td>%s</td>".formatted(escaped(cell))));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private String references() {
        var html = new StringBuilder("<ul class=\"references\">\n");
        citations
                .references()
                .forEach(
                        each ->
                                html.append(
                                        "<li id=\"ref-%s\">%s</li>\n"
                                                .formatted(
                                                        escaped(each.key()), line(each.parts()))));
        return html.append("</ul>\n").toString();
    }

    /// A line, without an element around it.
    public String line(List<Inline> parts) {
        var html = new StringBuilder();
        parts.forEach(part -> html.append(of(part)));
        return html.toString();
    }

    private String of(Inline part) {
        return switch (part) {
            case Inline.Text(String text) -> escaped(text);
            case Inline.Emphasis(List<Inline> inner) -> "<em>%s</em>".formatted(line(inner));
            case Inline.Strong(List<Inline> inner) -> "<strong>%s</strong>".formatted(line(inner));
            case Inline.Link(String address, List<Inline> inner) ->
                    "<a href=\"%s\" rel=\"noopener noreferrer\">%s</a>"
                            .formatted(escaped(address), line(inner));
            case Inline.Told(List<Inline> inner, String claim) ->
                    "<a class=\"told\" href=\"%s\">%s</a>"
                            .formatted(escaped(origin.apply(claim)), line(inner));
            case Inline.Open(String why) ->
                    "<span class=\"open\" title=\"%s\">[not known yet]</span>"
                            .formatted(escaped(why));
            case Inline.Cited cited -> cited(cited);
            case Inline.Break _ -> "<br/>";
        };
    }

    private String cited(Inline.Cited cited) {
        return cited.keys().size() == 1
                ? "<a href=\"#ref-%s\">%s</a>"
                        .formatted(escaped(cited.keys().getFirst()), escaped(citations.text(cited)))
                : escaped(citations.text(cited));
    }

    /// Text that can stand in an element or an attribute. Characters that XML does not have are left out.
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints()
                .filter(ArticleHtml::isXml)
                .forEach(
                        c -> {
                            switch (c) {
                                case '&' -> escaped.append("&amp;");
                                case '<' -> escaped.append("&lt;");
                                case '>' -> escaped.append("&gt;");
                                case '"' -> escaped.append("&quot;");
                                case '\'' -> escaped.append("&#39;");
                                default -> escaped.appendCodePoint(c);
                            }
                        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
