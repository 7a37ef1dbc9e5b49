package eyebright.publish.word;

import eyebright.chart.Origin;
import eyebright.chart.Picture;
import eyebright.manuscript.Article;
import eyebright.manuscript.Block;
import eyebright.manuscript.Inline;
import eyebright.publish.article.Origins;
import eyebright.publish.article.Paper;
import eyebright.publish.word.Docx.Look;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Paper paper;
    private final Docx docx;
    private final Lines lines;
    private final Blocks blocks;

    private WordArticle(Paper paper, Function<Picture, byte[]> png, XWPFDocument document) {
        this.paper = paper;
        this.article = paper.article();
        List<Origins.OfClaim> claims = paper.origins().claims();
        this.docx = new Docx(document);
        this.lines =
                new Lines(
                        docx, paper.citations(), claims.stream().map(Origins.OfClaim::id).toList());
        this.blocks =
                new Blocks(
                        docx,
                        lines,
                        new Captions(docx, lines, article.origin() == Origin.REHEARSED),
                        new Tables(docx),
                        new Figures(docx, png),
                        paper.citations(),
                        claims.stream()
                                .collect(
                                        Collectors.toMap(
                                                Origins.OfClaim::id, Origins.OfClaim::says)));
    }

    /// The whole file.
    ///
    /// @param png makes a PNG file of a picture
    public static byte[] of(Paper paper, Function<Picture, byte[]> png) {
        try (var document = new XWPFDocument()) {
            return new WordArticle(paper, png, document).written();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (XmlException fault) {
            throw new IllegalStateException("the styles of the document do not read", fault);
        }
    }

    private byte[] written() throws IOException, XmlException {
        XWPFDocument document = docx.document();
        StyleSheet.styles(document);
        new FrontPage(docx, lines).write(paper);
        text();
        new Appendix(docx, lines).write(paper.origins());
        StyleSheet.numbering(document, docx.numberedLists());
        new Setup(document).write(paper);
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
            if (part == Part.ABSTRACT
                    && block instanceof Block.Heading(int level, _, _)
                    && level == 2) {
                keywords();
                titleAgain();
                part = Part.TEXT;
            }
            boolean isAbstract = part == Part.BEFORE && isAbstract(block);
            if (isAbstract) {
                part = Part.ABSTRACT;
            }
            boolean isNewPage =
                    isAbstract || (i == 0 && part == Part.BEFORE) || isHeadOfReferences(all, i);
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

    private static boolean isHeadOfReferences(List<Block> all, int at) {
        return all.get(at) instanceof Block.Heading
                && at + 1 < all.size()
                && all.get(at + 1) instanceof Block.References;
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
