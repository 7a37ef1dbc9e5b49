package eyebright.publish.word;

import eyebright.analysis.Findings;
import eyebright.article.Before;
import eyebright.article.FindingView;
import eyebright.article.Sentence;
import eyebright.article.VerdictView;
import eyebright.chart.Origin;
import eyebright.chart.Picture;
import eyebright.chart.Table;
import eyebright.manuscript.Article;
import eyebright.manuscript.Author;
import eyebright.manuscript.Bibliography;
import eyebright.manuscript.Block;
import eyebright.manuscript.Front;
import eyebright.manuscript.Inline;
import eyebright.publish.article.Citations;
import eyebright.publish.article.Origins;
import eyebright.publish.article.Paper;
import eyebright.source.Problems;
import eyebright.source.Sources;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/// A short article with every kind of block and of piece, of rehearsed respondents who wave.
final class Letter {

    static final Citations CITATIONS = citations();

    private Letter() {}

    private static Citations citations() {
        var problems = new Problems();
        Bibliography read =
                Bibliography.read(
                        new Sources(
                                "waving",
                                Map.of(
                                        Bibliography.FILE,
                                        """
                                        @article{three2013, author = {Author, Anna}, title = {Who waves?}, journal = {Hands}, year = {2013}, volume = {5}, pages = {1--9}, doi = {10.1000/182}}
                                        """)),
                        problems);
        return Citations.of(read, List.of("three2013"));
    }

    static Inline text(String text) {
        return new Inline.Text(text);
    }

    static Block paragraph(Inline... parts) {
        return new Block.Paragraph(List.of(parts));
    }

    static Block heading(int level, String text) {
        return new Block.Heading(level, "h", List.of(text(text)));
    }

    static Picture picture(String title, String description) {
        return new Picture("<svg/>", title, description, table("behind"));
    }

    static Table table(String text) {
        return new Table(
                text,
                List.of("What", text, "p"),
                List.of(List.of("share", text, ".012"), List.of("number", "473", "")));
    }

    /// A finding of which every text is that text.
    static FindingView finding(String id, String text) {
        return new FindingView(
                id,
                text,
                text,
                new Sentence(
                        List.of(new Sentence.Part.Plain(text), new Sentence.Part.Strong(text))),
                Optional.of(picture(text, text)),
                List.of(new Before(text, text, text, Optional.of(text))),
                text,
                new VerdictView(
                        Optional.of(text),
                        Optional.of(text),
                        text,
                        Optional.of(text),
                        List.of(new VerdictView.Beside(text, table(text), List.of(text))),
                        Optional.of(text)),
                List.of(text),
                table(text),
                List.of(
                        new FindingView(
                                id + ".other",
                                text,
                                text,
                                new Sentence(List.of(new Sentence.Part.Plain(text))),
                                Optional.empty(),
                                List.of(),
                                text,
                                new VerdictView(
                                        Optional.empty(),
                                        Optional.empty(),
                                        text,
                                        Optional.empty(),
                                        List.of(),
                                        Optional.empty()),
                                List.of(),
                                new Table(text, List.of(text), List.of()),
                                List.of())));
    }

    static List<Block> blocks() {
        return List.of(
                heading(2, "In short"),
                paragraph(text("People wave.")),
                heading(2, "Abstract"),
                paragraph(new Inline.Strong(List.of(text("Method."))), text(" We asked.")),
                heading(2, "Results"),
                heading(3, "Who waves"),
                paragraph(
                        text("Of all "),
                        new Inline.Told(
                                List.of(
                                        text("72 %, "),
                                        new Inline.Strong(List.of(text("95 % CI [68, 75]")))),
                                "ever"),
                        text(" waved "),
                        new Inline.Emphasis(List.of(text("often"))),
                        new Inline.Break(),
                        new Inline.Cited(List.of("three2013"), false),
                        new Inline.Open("too few answers"),
                        new Inline.Open("too few answers"),
                        new Inline.Link("https://example.org/a b", List.of(text("there")))),
                new Block.Items(
                        true,
                        List.of(
                                List.of(paragraph(text("one"))),
                                List.of(
                                        paragraph(text("two")),
                                        new Block.Items(
                                                false, List.of(List.of(paragraph(text("in"))))),
                                        paragraph(text("two again"))))),
                new Block.Items(
                        true,
                        List.of(
                                List.of(
                                        paragraph(
                                                text("one anew"),
                                                new Inline.Open("too few answers"))))),
                new Block.Quote(List.of(paragraph(text("We wave.")))),
                new Block.Pictured(picture("Waving by age", "Of 20, 5 waved."), "ever"),
                new Block.Tabled(table("All numbers"), "ever"),
                new Block.Found(finding("found", "Do they wave?")),
                heading(2, "References"),
                new Block.References());
    }

    static Article article(String title, List<Author> authors, List<Block> blocks) {
        return new Article(
                new Front(
                        title,
                        Optional.of("In a sentence."),
                        authors,
                        List.of("waving", "hands"),
                        Optional.of("CC BY 4.0")),
                Origin.REHEARSED,
                new Findings.PlanRef("abcd", Optional.empty(), 100),
                new Findings.Data(
                        "rehearsed", Optional.of("usual:1"), Optional.empty(), 20, Map.of()),
                blocks);
    }

    static List<Author> authors() {
        return List.of(
                new Author(
                        "Anna Author",
                        "Author",
                        Optional.of("Example University"),
                        Optional.of("0000-0002-1825-0097")),
                new Author("Otto Other", "Other", Optional.of("Hand Clinic"), Optional.empty()));
    }

    static Origins origins(String text) {
        return new Origins(
                List.of(new Origins.Fact("Answers", text)),
                List.of(
                        new Origins.OfClaim(
                                "ever", text, List.of(new Origins.Fact("Analysis", text))),
                        new Origins.OfClaim("found", text, List.of()),
                        new Origins.OfClaim("found.other", text, List.of())));
    }

    /// The file of a whole article.
    static byte[] file() {
        return file(
                article("Who waves, and when? A survey of everybody", authors(), blocks()),
                origins("20"));
    }

    static byte[] file(Article article, Origins origins) {
        return WordArticle.of(
                new Paper(
                        "Article",
                        article,
                        CITATIONS,
                        origins,
                        "1.2.0",
                        LocalDate.of(2026, 11, 22)),
                Letter::png);
    }

    private static byte[] png(Picture picture) {
        var image =
                new BufferedImage(320, 80 + picture.title().length(), BufferedImage.TYPE_INT_RGB);
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return file.toByteArray();
    }
}
