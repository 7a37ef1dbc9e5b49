package eyebright.publish.article;

import static eyebright.publish.article.ArticleHtml.escaped;

import eyebright.article.Before;
import eyebright.article.FindingView;
import eyebright.article.Sentence;
import eyebright.article.VerdictView;
import eyebright.chart.Picture;
import eyebright.chart.Table;
import eyebright.manuscript.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/// Pictures and tables with numbers, each picture with its table in an appendix, and findings around them. For one
/// thread.
final class Drawn implements ArticleHtml.Apart {

    private static final int DEEPEST = 6;

    private final Function<Picture, String> drawing;
    private final Function<String, String> origin;
    private final IntSupplier level;
    private final List<String> tables = new ArrayList<>();
    private int figures;
    private int numbered;

    /// @param drawing how a picture is put in
    /// @param origin where a claim's numbers are explained
    /// @param level of the last heading of the text
    Drawn(Function<Picture, String> drawing, Function<String, String> origin, IntSupplier level) {
        this.drawing = drawing;
        this.origin = origin;
        this.level = level;
    }

    /// The tables behind the pictures so far.
    List<String> tables() {
        return List.copyOf(tables);
    }

    @Override
    public String pictured(Block.Pictured block) {
        return figure(block.picture(), link(block.claim()));
    }

    @Override
    public String tabled(Block.Tabled block) {
        numbered++;
        return "<div class=\"apart\">%s<p class=\"fine\">%s</p></div>\n"
                .formatted(
                        table("Table %d".formatted(numbered), block.table()), link(block.claim()));
    }

    @Override
    public String found(Block.Found block) {
        FindingView finding = block.finding();
        int depth = Math.min(level.getAsInt() + 1, DEEPEST);
        var html = new StringBuilder("<section class=\"finding\">\n");
        html.append(
                "<h%d id=\"finding.%s\">%s</h%d>\n"
                        .formatted(
                                depth, escaped(finding.id()), escaped(finding.question()), depth));
        html.append("<p class=\"answer\">%s</p>\n".formatted(sentence(finding.answer())));
        finding.picture().ifPresent(picture -> html.append(figure(picture, "")));
        for (Before before : finding.before()) {
            html.append(
                    "<p class=\"published\">Published: %s (%s)</p>\n"
                            .formatted(escaped(before.says()), escaped(before.certainty())));
        }
        html.append(judged(finding));
        html.append(otherWays(finding));
        return html.append("</section>\n").toString();
    }

    private String link(String claim) {
        return "<a class=\"from\" href=\"%s\">Where this comes from</a>"
                .formatted(escaped(origin.apply(claim)));
    }

    /// A picture over its caption, with its table put by.
    private String figure(Picture picture, String more) {
        figures++;
        boolean hasTable = !picture.table().rows().isEmpty();
        if (hasTable) {
            tables.add(
                    "<div class=\"apart\" id=\"behind.%d\">%s<p class=\"fine\">Behind <a href=\"#figure.%d\">Figure %d</a></p></div>\n"
                            .formatted(
                                    figures,
                                    table("Table A%d".formatted(figures), picture.table()),
                                    figures,
                                    figures));
        }
        String behind =
                hasTable
                        ? " <a href=\"#behind.%d\">Table A%d</a>.".formatted(figures, figures)
                        : "";
        return "<figure id=\"figure.%d\">%s<figcaption><strong>Figure %d.</strong> %s%s %s</figcaption></figure>\n"
                .formatted(
                        figures,
                        drawing.apply(picture),
                        figures,
                        escaped(ended(picture.title())),
                        behind,
                        more);
    }

    private static String notes(FindingView finding) {
        return finding.notes().isEmpty() ? "" : escaped(String.join(" · ", finding.notes())) + ". ";
    }

    /// With a full stop, unless it has an end already.
    static String ended(String words) {
        return words.matches("(?s).*[.?!]") ? words : words + ".";
    }

    private static String table(String number, Table table) {
        return ArticleHtml.table(
                new Table(
                        table.caption().isBlank()
                                ? number
                                : "%s. %s".formatted(number, table.caption()),
                        table.columns(),
                        table.rows()));
    }

    private static String sentence(Sentence sentence) {
        return sentence.parts().stream()
                .map(
                        part ->
                                part.isStrong()
                                        ? "<strong>%s</strong>".formatted(escaped(part.text()))
                                        : escaped(part.text()))
                .collect(Collectors.joining());
    }

    private String judged(FindingView finding) {
        VerdictView judged = finding.judged();
        var html = new StringBuilder("<div class=\"judged\">\n");
        html.append("<p>%s".formatted(escaped(judged.why())));
        judged.agreement()
                .ifPresent(
                        agreement ->
                                html.append(
                                        " Beside what was published: %s."
                                                .formatted(escaped(agreement))));
        judged.ways().ifPresent(ways -> html.append(" ").append(escaped(ways)));
        html.append("</p>\n");
        judged.rule().ifPresent(rule -> html.append("<p>%s</p>\n".formatted(escaped(rule))));
        for (VerdictView.Beside held : judged.beside()) {
            String without = String.join(" ", held.without());
            html.append("<p>%s %s</p>\n".formatted(escaped(held.says()), escaped(without)));
        }
        return html.append(
                        "<p class=\"notes\">%s%s</p>\n</div>\n"
                                .formatted(notes(finding), link(finding.id())))
                .toString();
    }

    private String otherWays(FindingView finding) {
        if (finding.beside().isEmpty()) {
            return "";
        }
        return finding.beside().stream()
                .map(
                        each ->
                                "<li><em>%s</em> %s <span class=\"notes\">%s%s</span></li>\n"
                                        .formatted(
                                                escaped(ended(each.claim())),
                                                sentence(each.answer()),
                                                notes(each),
                                                link(each.id())))
                .collect(
                        Collectors.joining(
                                "",
                                "<p class=\"other\">Looked at in other ways:</p>\n<ul class=\"other\">\n",
                                "</ul>\n"));
    }
}
