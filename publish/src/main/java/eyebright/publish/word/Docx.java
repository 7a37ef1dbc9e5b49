package eyebright.publish.word;

import eyebright.publish.data.XmlText;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;

/// A Word document while it is written: paragraphs of a style, pieces of a line, places to lead to.
///
/// Text is put in as text, never as a field: only [#field] makes one, of words that stand in this package. Not for more than
/// one thread.
final class Docx {

    /// The name of a footnote's place, before its number.
    private static final String NOTE = "note_";

    private final XWPFDocument document;
    private final Map<String, String> notes = new HashMap<>();
    private int bookmarks;
    private int numberedLists;

    Docx(XWPFDocument document) {
        this.document = document;
    }

    /// How a piece of a line stands out.
    ///
    /// @param style of its characters; empty for none
    record Look(boolean isStrong, boolean isItalic, String style) {

        static final Look PLAIN = new Look(false, false, "");
        static final Look STRONG = new Look(true, false, "");
        static final Look ITALIC = new Look(false, true, "");

        Look strong() {
            return new Look(true, isItalic, style);
        }

        /// Emphasis inside emphasis stands upright again.
        Look emphasised() {
            return new Look(isStrong, !isItalic, style);
        }

        Look of(String other) {
            return new Look(isStrong, isItalic, other);
        }
    }

    XWPFDocument document() {
        return document;
    }

    /// A new paragraph at the end.
    XWPFParagraph paragraph(Style style) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style.id());
        return paragraph;
    }

    /// A paragraph that holds a text and nothing else.
    XWPFParagraph paragraph(Style style, String text, Look look) {
        XWPFParagraph paragraph = paragraph(style);
        text(paragraph.getCTP()::addNewR, text, look);
        return paragraph;
    }

    /// A piece of a line. Tabs and line ends are written as Word writes them; what XML cannot hold becomes the replacement
    /// character.
    ///
    /// @param place makes a new run where the text belongs
    static void text(Supplier<CTR> place, String text, Look look) {
        if (text.isEmpty()) {
            return;
        }
        CTR run = place.get();
        look(run, look);
        int from = 0;
        String legal = XmlText.legal(text);
        for (int at = 0; at < legal.length(); at++) {
            char c = legal.charAt(at);
            if (c == '\t' || c == '\n' || c == '\r') {
                words(run, legal.substring(from, at));
                from = at + 1;
                if (c == '\t') {
                    run.addNewTab();
                } else if (c == '\r' || at == 0 || legal.charAt(at - 1) != '\r') {
                    run.addNewBr();
                }
            }
        }
        words(run, legal.substring(from));
    }

    private static void words(CTR run, String words) {
        if (!words.isEmpty()) {
            CTText text = run.addNewT();
            text.setStringValue(words);
            text.setSpace(SpaceAttribute.Space.PRESERVE);
        }
    }

    private static void look(CTR run, Look look) {
        if (look.equals(Look.PLAIN)) {
            return;
        }
        CTRPr properties = run.addNewRPr();
        if (!look.style().isEmpty()) {
            properties.addNewRStyle().setVal(look.style());
        }
        if (look.isStrong()) {
            properties.addNewB();
        }
        if (look.isItalic()) {
            properties.addNewI();
        }
    }

    /// A field that Word counts itself, with what it shows until then.
    ///
    /// @param code of Word, never of a study
    static void field(CTP paragraph, String code, String shown, Look look) {
        CTSimpleField field = paragraph.addNewFldSimple();
        field.setInstr(" " + code + " ");
        text(field::addNewR, shown, look);
    }

    /// Where pieces of a line lead to another place of the document.
    static Supplier<CTR> leading(CTP paragraph, String bookmark) {
        CTHyperlink link = paragraph.addNewHyperlink();
        link.setAnchor(bookmark);
        return link::addNewR;
    }

    /// The end of a paragraph so far as a place to lead to.
    void bookmark(CTP paragraph, String name) {
        bookmark(paragraph, name, () -> {});
    }

    private void bookmark(CTP paragraph, String name, Runnable inside) {
        var id = BigInteger.valueOf(bookmarks++);
        var start = paragraph.addNewBookmarkStart();
        start.setId(id);
        start.setName(name);
        inside.run();
        paragraph.addNewBookmarkEnd().setId(id);
    }

    /// Calls the footnote that says so: a new one, or the one that has said it before.
    void footnote(CTP paragraph, String text) {
        String known = notes.get(text);
        if (known != null) {
            field(
                    paragraph,
                    "NOTEREF %s \\f \\h".formatted(known),
                    known.substring(NOTE.length()),
                    Look.PLAIN.of(Style.FOOTNOTE_REFERENCE));
            return;
        }
        XWPFFootnote note = document.createFootnote();
        XWPFParagraph words = note.createParagraph();
        words.setStyle(Style.FOOTNOTE.id());
        text(words.getCTP()::addNewR, " " + sentence(text), Look.PLAIN);
        String name = NOTE + (notes.size() + 1);
        notes.put(text, name);
        bookmark(
                paragraph,
                name,
                () -> {
                    CTR run = paragraph.addNewR();
                    run.addNewRPr().addNewRStyle().setVal(Style.FOOTNOTE_REFERENCE);
                    run.addNewFootnoteReference().setId(note.getId());
                });
    }

    /// A clause as a sentence.
    private static String sentence(String clause) {
        if (clause.isEmpty()) {
            return clause;
        }
        int first = clause.offsetByCodePoints(0, 1);
        return clause.substring(0, first).toUpperCase(Locale.ROOT)
                + clause.substring(first)
                + (clause.endsWith(".") ? "" : ".");
    }

    /// The numbering of a new list that is counted.
    int numberedList() {
        numberedLists++;
        return StyleSheet.NUMBERS + numberedLists;
    }

    /// How many lists are counted.
    int numberedLists() {
        return numberedLists;
    }
}
