package eyebright.publish.word;

import eyebright.article.FindingView;
import eyebright.chart.Picture;
import eyebright.chart.Table;
import eyebright.manuscript.Block;
import eyebright.manuscript.Inline;
import eyebright.publish.article.Citations;
import eyebright.publish.word.Captions.Kind;
import eyebright.publish.word.Captions.Numbered;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/// Writes the blocks of an article, one after another.
final class Blocks {

    /// Lists deeper than this stand as deep as this.
    private static final int DEEPEST = 3;

    private final Docx docx;
    private final Lines lines;
    private final Captions captions;
    private final Tables tables;
    private final Figures figures;
    private final Citations citations;
    private final Map<String, String> says;
    private int level = 1;

    /// @param says what each claim says, by its id
    Blocks(
            Docx docx,
            Lines lines,
            Captions captions,
            Tables tables,
            Figures figures,
            Citations citations,
            Map<String, String> says) {
        this.docx = docx;
        this.lines = lines;
        this.captions = captions;
        this.tables = tables;
        this.figures = figures;
        this.citations = citations;
        this.says = Map.copyOf(says);
    }

    /// Writes a block where the text of the article stands.
    void write(Block block) {
        write(block, Style.BODY);
    }

    /// @param style of its sentences
    void write(Block block, Style style) {
        switch (block) {
            case Block.Heading(int deep, _, List<Inline> parts) -> {
                level = deep - 1;
                lines.write(docx.paragraph(Style.heading(level)), parts);
            }
            case Block.Paragraph(List<Inline> parts) -> lines.write(docx.paragraph(style), parts);
            case Block.Items list -> items(list, 0);
            case Block.Quote(List<Block> blocks) ->
                    blocks.forEach(each -> write(each, Style.QUOTE));
            case Block.Pictured(Picture picture, String claim) ->
                    picture(picture, claim, captions.next(Kind.FIGURE));
            case Block.Tabled(Table table, String claim) ->
                    table(table, says.getOrDefault(claim, ""), claim, captions.next(Kind.TABLE));
            case Block.Found(FindingView finding) -> new FindingBlock(this, finding).write();
            case Block.References _ -> references();
        }
    }

    Docx docx() {
        return docx;
    }

    Lines lines() {
        return lines;
    }

    Captions captions() {
        return captions;
    }

    /// The level of a heading inside what stands here.
    int below() {
        return level + 1;
    }

    void picture(Picture picture, String claim, Numbered numbered) {
        captions.above(numbered, picture.title());
        figures.write(picture, numbered);
        captions.beneath(claim);
    }

    /// @param of what the table is about
    void table(Table table, String of, String claim, Numbered numbered) {
        captions.above(numbered, "%s %s".formatted(of, table.caption()).strip());
        tables.write(table);
        captions.beneath(claim);
    }

    private void items(Block.Items list, int depth) {
        int numbering = list.numbered() ? docx.numberedList() : StyleSheet.BULLETS;
        for (List<Block> item : list.items()) {
            boolean isFirst = true;
            for (Block part : item) {
                if (part instanceof Block.Items inner) {
                    items(inner, depth + 1);
                } else if (isFirst && part instanceof Block.Paragraph(List<Inline> parts)) {
                    lines.write(item(list.numbered(), numbering, depth), parts);
                } else {
                    write(part, Style.CONTINUED);
                }
                isFirst = false;
            }
        }
    }

    /// A paragraph with a bullet or a number of its own.
    XWPFParagraph item(boolean isNumbered, int numbering, int depth) {
        XWPFParagraph paragraph = docx.paragraph(isNumbered ? Style.NUMBER : Style.BULLET);
        paragraph.setNumID(BigInteger.valueOf(numbering));
        paragraph.setNumILvl(BigInteger.valueOf(Math.min(depth, DEEPEST)));
        return paragraph;
    }

    private void references() {
        for (Citations.Reference each : citations.references()) {
            XWPFParagraph paragraph = docx.paragraph(Style.REFERENCE);
            lines.reference(each.key()).ifPresent(name -> docx.bookmark(paragraph.getCTP(), name));
            lines.write(paragraph, each.parts());
        }
    }
}
