package eyebright.publish.word;

import eyebright.chart.Origin;
import eyebright.chart.Picture;
import eyebright.manuscript.Article;
import eyebright.manuscript.Block;
import eyebright.manuscript.Inline;
import eyebright.publish.article.Citations;
import eyebright.publish.article.Origins;
import eyebright.publish.data.About;
import eyebright.publish.word.Docx.Look;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;

/// An article as a Word document: a manuscript in the style of the American Psychological Association, with real headings,
/// lists, tables and captions, which a journal takes and an author goes on writing in.
///
/// Each number leads to the appendix that says where it comes from. Equal articles give equal bytes. All texts of a study stay
/// text: they make no field, and lead nowhere but to addresses of the web and of mail.
public final class WordArticle {

    private final Article article;
    private final Origins origins;
    private final About about;
    private final Docx docx;
    private final Lines lines;
    private final Blocks blocks;

    private WordArticle(
            Article article,
            Origins origins,
            Citations citations,
            Function<Picture, byte[]> png,
            About about,
            XWPFDocument document) {
        this.article = article;
        this.origins = origins;
        this.about = about;
        this.docx = new Docx(document);
        this.lines =
                new Lines(
                        docx,
                        citations,
                        origins.claims().stream().map(Origins.OfClaim::id).toList());
        this.blocks =
                new Blocks(
                        docx,
                        lines,
                        new Captions(docx, lines, article.origin() == Origin.REHEARSED),
                        new Tables(docx),
                        new Figures(docx, png),
                        citations);
    }

    /// The whole file.
    ///
    /// @param origins of its numbers
    /// @param png makes a PNG file of a picture
    /// @param about which version of the article it is, and its day
    public static byte[] of(
            Article article,
            Origins origins,
            Citations citations,
            Function<Picture, byte[]> png,
            About about) {
        try (var document = new XWPFDocument()) {
            return new WordArticle(article, origins, citations, png, about, document).written();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (XmlException fault) {
            throw new IllegalStateException("the styles of the document do not read", fault);
        }
    }

    private byte[] written() throws IOException, XmlException {
        XWPFDocument document = docx.document();
        StyleSheet.styles(document);
        new FrontPage(docx, lines).write(article, about);
        text();
        if (!origins.claims().isEmpty()) {
            new Appendix(docx, lines).write(origins);
        }
        StyleSheet.numbering(document, docx.numberedLists());
        new Setup(document).write(article, about);
        return Packing.of(document);
    }

    /// Where in the article a block stands.
    private enum Part {
        /// Between title and abstract.
        BEFORE,
        ABSTRACT,
        TEXT
    }

    private void text() {
        List<Block> all = article.blocks();
        Part part = all.stream().anyMatch(WordArticle::isAbstract) ? Part.BEFORE : Part.TEXT;
        if (part == Part.TEXT) {
            titleAgain();
        }
        for (int i = 0; i < all.size(); i++) {
            Block block = all.get(i);
            if (part == Part.ABSTRACT && block instanceof Block.Heading(int level, _, _) && level == 2) {
                keywords();
                titleAgain();
                part = Part.TEXT;
            }
            boolean isAbstract = part == Part.BEFORE && isAbstract(block);
            if (isAbstract) {
                part = Part.ABSTRACT;
            }
            boolean isNewPage =
                    isAbstract
                            || i == 0 && part == Part.BEFORE
                            || block instanceof Block.Heading
                                    && i + 1 < all.size()
                                    && all.get(i + 1) instanceof Block.References;
            int before = docx.document().getParagraphs().size();
            blocks.write(block, part == Part.ABSTRACT ? Style.ABSTRACT : Style.BODY);
            if (isNewPage && docx.document().getParagraphs().size() > before) {
                docx.document().getParagraphs().get(before).setPageBreak(true);
            }
        }
        if (part == Part.ABSTRACT) {
            keywords();
        }
    }

    private static boolean isAbstract(Block block) {
        return block instanceof Block.Heading(int level, _, List<Inline> parts)
                && level == 2
                && parts.equals(List.of(new Inline.Text("Abstract")));
    }

    private void keywords() {
        if (article.front().keywords().isEmpty()) {
            return;
        }
        XWPFParagraph paragraph = docx.paragraph(Style.BODY, "Keywords: ", Look.ITALIC);
        Docx.text(
                paragraph.getCTP()::addNewR,
                String.join(", ", article.front().keywords()),
                Look.PLAIN);
    }

    /// The text begins on a page of its own, under the title.
    private void titleAgain() {
        docx.paragraph(Style.TITLE_AGAIN, article.front().title(), Look.PLAIN).setPageBreak(true);
    }
}
