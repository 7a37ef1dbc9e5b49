package eyebright.publish.word;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/// How the document looks: a manuscript as the Publication Manual of the American Psychological Association, 7th edition, wants
/// one. Twelve points of Times New Roman, double spacing, first lines indented by half an inch, five levels of headings,
/// tables with three rules. Lengths are in twentieths of a point, sizes of letters in half points.
final class StyleSheet {

    /// Half an inch.
    private static final int INDENT = 720;

    private static final String SPACE =
            "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    /// The numbering of bullets.
    static final int BULLETS = 1;

    /// The numbering of what an author counts later. Each list that is counted here has one of its own after it, so that it
    /// begins with 1.
    static final int NUMBERS = 2;

    private static final int LEVELS = 4;

    private StyleSheet() {}

    /// Gives a document its styles.
    static void styles(XWPFDocument document) throws XmlException {
        document.createStyles().setStyles(StylesDocument.Factory.parse(xml()).getStyles());
    }

    /// Gives a document its lists.
    ///
    /// @param numbered how many of its lists are counted
    static void numbering(XWPFDocument document, int numbered) throws XmlException {
        XWPFNumbering numbering = document.createNumbering();
        numbering.setNumbering(
                NumberingDocument.Factory.parse(
                                "<w:numbering %s>%s%s<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"%d\"><w:abstractNumId w:val=\"1\"/></w:num>%s</w:numbering>"
                                        .formatted(
                                                SPACE,
                                                levels(0, "bullet", Style.BULLET),
                                                levels(1, "decimal", Style.NUMBER),
                                                BULLETS,
                                                NUMBERS,
                                                IntStream.rangeClosed(1, numbered)
                                                        .mapToObj(StyleSheet::counted)
                                                        .collect(Collectors.joining())))
                        .getNumbering());
    }

    private static String counted(int list) {
        String restart =
                IntStream.range(0, LEVELS)
                        .mapToObj(
                                "<w:lvlOverride w:ilvl=\"%d\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
                                        ::formatted)
                        .collect(Collectors.joining());
        return "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"1\"/>%s</w:num>"
                .formatted(NUMBERS + list, restart);
    }

    private static String levels(int id, String format, Style style) {
        String levels =
                IntStream.range(0, LEVELS)
                        .mapToObj(
                                level ->
                                        """
                                        <w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/>\
                                        <w:lvlJc w:val="left"/><w:pPr><w:ind w:left="%d" w:hanging="360"/></w:pPr></w:lvl>"""
                                                .formatted(
                                                        level,
                                                        format,
                                                        level == 0
                                                                ? "<w:pStyle w:val=\"%s\"/>"
                                                                        .formatted(style.id())
                                                                : "",
                                                        format.equals("bullet")
                                                                ? "•"
                                                                : "%" + (level + 1) + ".",
                                                        INDENT + 360 * level))
                        .collect(Collectors.joining());
        return "<w:abstractNum w:abstractNumId=\"%d\"><w:multiLevelType w:val=\"multilevel\"/>%s</w:abstractNum>"
                .formatted(id, levels);
    }

    private static String xml() {
        return """
        <w:styles %s><w:docDefaults><w:rPrDefault><w:rPr>\
        <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>\
        <w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>\
        </w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
        <w:spacing w:before="0" w:after="0" w:line="480" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>\
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>\
        <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
        <w:name w:val="Default Paragraph Font"/></w:style>\
        <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
        <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/>\
        <w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
        <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>%s%s%s</w:styles>"""
                .formatted(SPACE, paragraphs(), characters(), table());
    }

    private static String paragraphs() {
        return paragraph(Style.TITLE, "Title", spacing(1800, 480, 480) + centred(), "<w:b/>")
                + paragraph(Style.TITLE_AGAIN, "Title Again", centred(), "<w:b/>")
                + paragraph(Style.AUTHOR, "Author", centred(), "")
                + paragraph(Style.MARK, "Mark", centred(), "<w:i/>")
                + heading(1, centred(), "<w:b/>")
                + heading(2, "", "<w:b/>")
                + heading(3, "", "<w:b/><w:i/>")
                + heading(4, indent(INDENT, 0, 0), "<w:b/>")
                + heading(5, indent(INDENT, 0, 0), "<w:b/><w:i/>")
                + paragraph(Style.BODY, "Body Text", indent(0, INDENT, 0), "")
                + paragraph(Style.ABSTRACT, "Abstract", "", "")
                + paragraph(Style.QUOTE, "Quote", indent(INDENT, 0, 0), "")
                + listed(Style.BULLET, "List Bullet", BULLETS)
                + listed(Style.NUMBER, "List Number", NUMBERS)
                + paragraph(Style.CONTINUED, "List Continue", indent(INDENT, 0, 0), "")
                + paragraph(Style.CAPTION, "caption", kept() + spacing(240, 0, 360), "<w:b/>")
                + paragraph(
                        Style.CAPTION_TITLE,
                        "Caption Title",
                        kept() + spacing(0, 80, 280),
                        "<w:i/>")
                + paragraph(Style.FIGURE, "Figure", kept() + spacing(0, 60, 240), "")
                + paragraph(Style.TABLE_HEAD, "Table Head", kept() + spacing(40, 40, 240), size(20))
                + paragraph(Style.TABLE_TEXT, "Table Text", spacing(20, 20, 240), size(20))
                + paragraph(
                        Style.TABLE_KEPT,
                        "Table Text Kept",
                        kept() + spacing(20, 20, 240),
                        size(20))
                + paragraph(Style.NOTE, "Table Note", spacing(80, 360, 280), size(20))
                + paragraph(Style.REFERENCE, "Bibliography", indent(INDENT, 0, INDENT), "")
                + paragraph(
                        Style.ORIGIN, "Origin", kept() + spacing(160, 0, 260), "<w:b/>" + size(22))
                + paragraph(
                        Style.ORIGIN_FACT,
                        "Origin Fact",
                        spacing(0, 0, 260) + indent(360, 0, 0),
                        size(22))
                + paragraph(
                        Style.HEADER,
                        "header",
                        "<w:tabs><w:tab w:val=\"right\" w:pos=\"9360\"/></w:tabs>"
                                + spacing(0, 0, 240),
                        "")
                + paragraph(Style.FOOTNOTE, "footnote text", spacing(0, 0, 240), size(20));
    }

    private static String characters() {
        return character(
                        Style.FOOTNOTE_REFERENCE,
                        "footnote reference",
                        "<w:vertAlign w:val=\"superscript\"/>")
                + character(
                        Style.LINK,
                        "Hyperlink",
                        "<w:color w:val=\"1F4E79\"/><w:u w:val=\"single\"/>")
                + character(Style.INNER_LINK, "Inner Link", "<w:color w:val=\"1B2A49\"/>");
    }

    private static String table() {
        return """
        <w:style w:type="table" w:customStyle="1" w:styleId="%s"><w:name w:val="APA Table"/><w:basedOn w:val="TableNormal"/>\
        <w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/>\
        <w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style>"""
                .formatted(Style.TABLE);
    }

    private static String paragraph(Style style, String name, String paragraph, String letters) {
        return style(style.id(), name, "", paragraph, letters);
    }

    /// Word keeps the names of its own styles in small letters.
    private static String heading(int level, String paragraph, String letters) {
        return style(
                Style.heading(level).id(),
                "heading %d".formatted(level),
                "<w:next w:val=\"%s\"/>".formatted(Style.BODY.id()),
                "<w:keepNext/><w:keepLines/>"
                        + paragraph
                        + "<w:outlineLvl w:val=\"%d\"/>".formatted(level - 1),
                letters);
    }

    /// How far an item stands in, its numbering says.
    private static String listed(Style style, String name, int numbering) {
        return style(
                style.id(),
                name,
                "",
                "<w:numPr><w:numId w:val=\"%d\"/></w:numPr>".formatted(numbering),
                "");
    }

    private static String style(
            String id, String name, String next, String paragraph, String letters) {
        boolean isOwn = !isOfWord(name);
        return "<w:style w:type=\"paragraph\"%s w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/>%s<w:qFormat/>%s%s</w:style>"
                .formatted(
                        isOwn ? " w:customStyle=\"1\"" : "",
                        id,
                        name,
                        next,
                        paragraph.isEmpty() ? "" : "<w:pPr>" + paragraph + "</w:pPr>",
                        letters.isEmpty() ? "" : "<w:rPr>" + letters + "</w:rPr>");
    }

    private static boolean isOfWord(String name) {
        return switch (name) {
            case "Title",
                    "Body Text",
                    "Quote",
                    "List Bullet",
                    "List Number",
                    "List Continue",
                    "caption",
                    "Bibliography",
                    "header",
                    "footnote text" ->
                    true;
            default -> name.startsWith("heading ");
        };
    }

    private static String character(String id, String name, String letters) {
        return "<w:style w:type=\"character\"%s w:styleId=\"%s\"><w:name w:val=\"%s\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:rPr>%s</w:rPr></w:style>"
                .formatted(
                        id.equals(Style.INNER_LINK) ? " w:customStyle=\"1\"" : "",
                        id,
                        name,
                        letters);
    }

    private static String centred() {
        return "<w:jc w:val=\"center\"/>";
    }

    private static String kept() {
        return "<w:keepNext/>";
    }

    private static String spacing(int before, int after, int line) {
        return String.format(
                Locale.ROOT,
                "<w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"%d\" w:lineRule=\"auto\"/>",
                before,
                after,
                line);
    }

    private static String indent(int left, int first, int hanging) {
        return hanging > 0
                ? "<w:ind w:left=\"%d\" w:hanging=\"%d\"/>".formatted(left, hanging)
                : "<w:ind w:left=\"%d\" w:firstLine=\"%d\"/>".formatted(left, first);
    }

    private static String size(int halfPoints) {
        return "<w:sz w:val=\"%d\"/><w:szCs w:val=\"%d\"/>".formatted(halfPoints, halfPoints);
    }
}
