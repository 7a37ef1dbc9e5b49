package eyebright.publish.article;

import eyebright.analysis.Findings;
import eyebright.article.Before;
import eyebright.article.FindingView;
import eyebright.article.Sentence;
import eyebright.article.VerdictView;
import eyebright.chart.Axis;
import eyebright.chart.Backdrop;
import eyebright.chart.DotPlot;
import eyebright.chart.Figure;
import eyebright.chart.Origin;
import eyebright.chart.Picture;
import eyebright.chart.Style;
import eyebright.chart.Table;
import eyebright.manuscript.Article;
import eyebright.manuscript.Author;
import eyebright.manuscript.Bibliography;
import eyebright.manuscript.Block;
import eyebright.manuscript.Front;
import eyebright.manuscript.Inline;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A short article with every kind of block, in which any text may stand in every place.
final class ExamplePaper {

    private static final Citations CITATIONS =
            Citations.of(
                    new Bibliography(
                            """
                            @article{rose2013, author = {Rose, Rosa}, title = {Of gardens}, journal = {Gardens},
                              year = {2013}, volume = {1}, doi = {10.1000/182}}
                            """,
                            Map.of("rose2013", "Of gardens")),
                    List.of("rose2013"));

    private ExamplePaper() {}

    static Paper of(String text, Origin origin) {
        return of(List.of(text), origin);
    }

    /// @param texts a paragraph and a claim for each
    static Paper of(List<String> texts, Origin origin) {
        String first = texts.getFirst();
        var blocks =
                Stream.concat(
                                Stream.of(
                                        new Block.Heading(2, "results", List.of(text(first))),
                                        found(first, origin),
                                        new Block.Heading(3, "more", List.of(text("More"))),
                                        new Block.Pictured(picture("p2", first, origin), "claim-0"),
                                        new Block.Tabled(table(first), "claim-0"),
                                        new Block.Quote(List.of(paragraph(text(first)))),
                                        new Block.Items(
                                                false,
                                                List.of(
                                                        List.of(paragraph(text(first))),
                                                        List.of(
                                                                paragraph(text("a")),
                                                                paragraph(text("b")))))),
                                texts.stream().map(ExamplePaper::told))
                        .toList();
        return new Paper(
                "Article",
                new Article(
                        new Front(
                                "Of " + first,
                                Optional.of("What of " + first),
                                List.of(
                                        new Author(
                                                "Rosa " + first,
                                                "Rose",
                                                Optional.of("Garden " + first),
                                                Optional.of("0000-0002-1825-0097"))),
                                List.of(first),
                                Optional.of(first)),
                        origin,
                        new Findings.PlanRef("ab".repeat(32), Optional.empty(), 40),
                        new Findings.Data("real", Optional.empty(), Optional.empty(), 44, Map.of()),
                        Stream.concat(
                                        blocks.stream(),
                                        Stream.of(
                                                new Block.Heading(
                                                        2,
                                                        "references",
                                                        List.of(text("References"))),
                                                new Block.References()))
                                .toList()),
                CITATIONS,
                new Origins(
                        List.of(new Origins.Fact("Answers", "44 " + first)),
                        List.of(
                                new Origins.OfClaim(
                                        "claim-0",
                                        first,
                                        List.of(new Origins.Fact("Analysis", first))))),
                "1.0.0",
                LocalDate.of(2026, 11, 22));
    }

    private static Inline text(String text) {
        return new Inline.Text(text);
    }

    private static Block paragraph(Inline... parts) {
        return new Block.Paragraph(List.of(parts));
    }

    private static Block told(String text) {
        return paragraph(
                text("They said "),
                new Inline.Told(List.of(new Inline.Strong(List.of(text(text)))), "claim-0"),
                text(" ("),
                new Inline.Cited(List.of("rose2013"), false),
                text("), "),
                new Inline.Emphasis(List.of(text(text))),
                new Inline.Break(),
                new Inline.Link("https://example.org/?a=1&b=2", List.of(text(text))),
                text(". "),
                new Inline.Open(text));
    }

    private static Picture picture(String id, String text, Origin origin) {
        return new DotPlot(
                        text,
                        Axis.shares(),
                        Backdrop.plain(),
                        List.of(new DotPlot.Row(text, Figure.of(71, 68, 74), Figure.of(72))))
                .draw(new Style(id, origin));
    }

    private static Table table(String text) {
        return new Table(
                text, List.of("What", text), List.of(List.of(text, "1"), List.of("b", "2")));
    }

    private static Block found(String text, Origin origin) {
        return new Block.Found(
                view("claim-0", text, origin, List.of(view("o", text, origin, List.of()))));
    }

    private static FindingView view(
            String id, String text, Origin origin, List<FindingView> beside) {
        return new FindingView(
                id,
                text + "?",
                text,
                new Sentence(
                        List.of(
                                new Sentence.Part.Strong("71 %"),
                                new Sentence.Part.Plain(" of " + text))),
                Optional.of(picture("p1", text, origin)),
                List.of(new Before(text, text, "verified", Optional.of(text))),
                "supported",
                new VerdictView(
                        Optional.of("supported"),
                        Optional.of("as published"),
                        text,
                        Optional.of(text),
                        List.of(new VerdictView.Beside(text, table(text), List.of(text))),
                        Optional.of(text)),
                List.of("planned", "n = 44"),
                table(text),
                beside);
    }
}
