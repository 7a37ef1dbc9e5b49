package eyebright.publish.word;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.manuscript.Article;
import eyebright.manuscript.Block;
import eyebright.manuscript.Inline;
import eyebright.publish.HostileTexts;
import eyebright.publish.data.XmlText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

class WordArticleTest {

    private static final byte[] FILE = Letter.file();
    private static final Parts PARTS = Parts.of(FILE);

    private static XWPFDocument opened() throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(FILE));
    }

    /// Each paragraph with its style.
    private static List<String> lines(XWPFDocument document) {
        return document.getParagraphs().stream()
                .map(each -> each.getStyle() + ": " + each.getText().replace("\n", " / "))
                .toList();
    }

    @Test
    void everyPartIsValidByTheSchemas() {
        assertThat(PARTS.texts().keySet())
                .contains(
                        "word/document.xml",
                        "word/styles.xml",
                        "word/numbering.xml",
                        "word/settings.xml",
                        "word/footnotes.xml",
                        "word/header1.xml");
        assertThat(PARTS.faults()).isEmpty();
    }

    @Test
    void whatTheArticleSaysStandsInRealStyles() throws IOException {
        try (XWPFDocument document = opened()) {
            assertThat(lines(document))
                    .containsExactly(
                            "Title: Who waves, and when? A survey of everybody",
                            "Author: Anna Author1 and Otto Other2",
                            "Author: 1 Example University",
                            "Author: 2 Hand Clinic",
                            "Mark: Rehearsed: our own figures are of made-up respondents, about nobody, and show how the"
                                    + " text will read. Published ones are real.",
                            "Author: Version 1.2.0, 22 November 2026",
                            "Author: Licence: CC BY 4.0",
                            "Author: Author Note",
                            "BodyText: Anna Author https://orcid.org/0000-0002-1825-0097",
                            "Heading1: In short",
                            "BodyText: People wave.",
                            "Heading1: Abstract",
                            "Abstract: Method. We asked.",
                            "BodyText: Keywords: waving, hands",
                            "TitleAgain: Who waves, and when? A survey of everybody",
                            "Heading1: Results",
                            "Heading2: Who waves",
                            "BodyText: Of all 72 %, 95 % CI [68, 75] waved often / (Author, 2013)[not known"
                                    + " yet][footnoteRef:1][not known yet]there [1:  Too few answers.] ",
                            "ListNumber: one",
                            "ListNumber: two",
                            "ListBullet: in",
                            "ListContinue: two again",
                            "ListNumber: one anew[not known yet]1",
                            "Quote: We wave.",
                            "Caption: Figure 1",
                            "CaptionTitle: Waving by age",
                            "Figure: ",
                            "TableNote: Note. Rehearsed respondents, who are made up. Where the numbers come from: ever.",
                            "Caption: Table 1",
                            "CaptionTitle: 20 All numbers",
                            "TableNote: Note. Rehearsed respondents, who are made up. Where the numbers come from: ever.",
                            "Heading3: Do they wave?",
                            "BodyText: Do they wave?Do they wave? See Figure\u00a02 and Table\u00a02.",
                            "BodyText: Do they wave? Do they wave? Do they wave?",
                            "BodyText: Do they wave?",
                            "BodyText: This claim: Do they wave?.",
                            "Caption: Figure 2",
                            "CaptionTitle: Do they wave?",
                            "Figure: ",
                            "TableNote: Note. Rehearsed respondents, who are made up. Where the numbers come from: found.",
                            "Caption: Table 2",
                            "CaptionTitle: Do they wave? Do they wave?",
                            "TableNote: Note. Rehearsed respondents, who are made up. Where the numbers come from: found.",
                            "BodyText: The same was looked at in another way:",
                            "ListBullet: Do they wave?: Do they wave?",
                            "Heading1: References",
                            "Bibliography: Author, A. (2013). Who waves? Hands, 5, 1–9. https://doi.org/10.1000/182",
                            "Heading1: Appendix: Where the numbers come from",
                            "BodyText: Each number of this text leads to the analysis it comes from. These hold for all of"
                                    + " them.",
                            "OriginFact: Answers: 20",
                            "Origin: ever: 20",
                            "OriginFact: Analysis: 20",
                            "Origin: found: 20",
                            "Origin: found.other: 20");
            Stream<String> used = document.getParagraphs().stream().map(XWPFParagraph::getStyle);
            assertThat(used.distinct())
                    .allMatch(style -> document.getStyles().getStyle(style) != null);
        }
    }

    @Test
    void pagesBeginWhereAManuscriptWantsThem() throws IOException {
        try (XWPFDocument document = opened()) {
            assertThat(
                            document.getParagraphs().stream()
                                    .filter(XWPFParagraph::isPageBreak)
                                    .map(XWPFParagraph::getText))
                    .containsExactly(
                            "In short",
                            "Abstract",
                            "Who waves, and when? A survey of everybody",
                            "References",
                            "Appendix: Where the numbers come from");
            assertThat(document.getHeaderList().getFirst().getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .containsExactly(
                            "WHO WAVES, AND WHEN? A SURVEY OF EVERYBODY\t1",
                            "Rehearsed: made-up respondents");
        }
    }

    @Test
    void listsThatAreCountedBeginWithOneEach() throws IOException {
        try (XWPFDocument document = opened()) {
            assertThat(
                            document.getParagraphs().stream()
                                    .filter(each -> each.getNumID() != null)
                                    .map(
                                            each ->
                                                    "%s %s %s"
                                                            .formatted(
                                                                    each.getNumID(),
                                                                    each.getNumIlvl(),
                                                                    each.getNumFmt()))
                                    .limit(5))
                    .containsExactly(
                            "3 0 decimal",
                            "3 0 decimal",
                            "1 1 bullet",
                            "4 0 decimal",
                            "1 0 bullet");
        }
    }

    @Test
    void tablesHaveThreeRulesAndTheirHeadsComeAgain() throws IOException {
        try (XWPFDocument document = opened()) {
            XWPFTable table = document.getTables().getFirst();

            assertThat(table.getStyleID()).isEqualTo(Style.TABLE);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).isRepeatHeader()).isFalse();
            assertThat(table.getRow(0).isCantSplitRow()).isTrue();
            assertThat(table.getRow(1).getCell(1).getText()).isEqualTo("All numbers");
        }
        assertThat(PARTS.all("<w:(left|right|insideV|insideH) w:val=\"single\"")).isEmpty();
        assertThat(PARTS.all("<w:gridCol w:w=\"([0-9]+)\"")).hasSize(6).doesNotContain("0");
    }

    @Test
    void picturesSayInWordsWhatTheyShow() {
        assertThat(PARTS.all("<wp:docPr [^>]*descr=\"([^\"]*)\""))
                .containsExactly("Waving by age. Of 20, 5 waved.", "Do they wave?. Do they wave?");
        assertThat(PARTS.texts().keySet().stream().filter(each -> each.endsWith(".png")))
                .isNotEmpty();
    }

    @Test
    void everyInnerLinkLeadsToAPlaceThatIsThereOnce() {
        List<String> places = PARTS.all("<w:bookmarkStart [^>]*w:name=\"([^\"]*)\"");

        assertThat(new HashSet<>(places)).hasSameSizeAs(places);
        assertThat(PARTS.all("w:anchor=\"([^\"]*)\""))
                .contains("origin_1", "origin_3", "reference_1", "figure_2", "table_2")
                .isSubsetOf(places);
    }

    @Test
    void theReasonWhySomethingIsNotKnownIsOneFootnote() throws IOException {
        try (XWPFDocument document = opened()) {
            assertThat(document.getFootnotes().stream().map(WordArticleTest::note))
                    .contains("Too few answers.");
        }
        assertThat(PARTS.all("(<w:footnoteReference )")).hasSize(1);
        assertThat(PARTS.all("w:instr=\" (NOTEREF [^\"]*) \""))
                .containsExactly("NOTEREF note_1 \\f \\h");
    }

    private static String note(XWPFFootnote note) {
        return note.getParagraphs().getLast().getText().replaceAll("\\[[^]]*]", "").strip();
    }

    @Test
    void theDocumentSaysWhatItIs() throws IOException {
        try (XWPFDocument document = opened()) {
            var core = document.getProperties().getCoreProperties();

            assertThat(core.getTitle()).isEqualTo("Who waves, and when? A survey of everybody");
            assertThat(core.getCreator()).isEqualTo("Anna Author; Otto Other");
            assertThat(core.getKeywords()).isEqualTo("waving, hands");
            assertThat(core.getContentStatus()).isEqualTo("Rehearsed");
            assertThat(core.getCreated()).isEqualTo("2026-11-22T00:00:00Z");
            assertThat(core.getModified()).isEqualTo("2026-11-22T00:00:00Z");
            assertThat(core.getUnderlyingProperties().getLanguageProperty())
                    .isEqualTo(Optional.of("en"));
        }
        assertThat(PARTS.text("word/styles.xml")).contains("<w:lang w:val=\"en-GB\"");
    }

    @Test
    void equalArticlesAreEqualBytes() {
        assertThat(Letter.file()).isEqualTo(FILE);
    }

    @Test
    void hostileTextsStayText() throws IOException {
        String all = String.join("\u00a7", HostileTexts.all());
        byte[] file = Letter.file(hostile(all), Letter.origins(all));
        Parts parts = Parts.of(file);

        assertThat(parts.faults()).isEmpty();
        assertThat(parts.all("<w:fldSimple w:instr=\" ([A-Za-z]+)").stream().distinct())
                .containsExactlyInAnyOrder("SEQ", "PAGE");
        assertThat(parts.all("<(w:instrText|w:fldChar|w:altChunk|w:object)")).isEmpty();
        assertThat(parts.all("Target=\"([^\"]*)\" TargetMode=\"External\""))
                .allMatch(each -> each.matches("(https?://|mailto:)[!-~]*"));
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            List<String> texts =
                    document.getParagraphs().stream().map(XWPFParagraph::getText).toList();
            String read = asRead(all);
            assertThat(texts).contains(read, "a" + read + "b");
            assertThat(document.getTables().getFirst().getRow(1).getCell(1).getText())
                    .isEqualTo(read);
            assertThat(document.getProperties().getCoreProperties().getTitle())
                    .isEqualTo(XmlText.legal(all));
        }
    }

    private static Article hostile(String text) {
        Inline inline = Letter.text(text);
        return Letter.article(
                text,
                List.of(),
                List.of(
                        Letter.heading(2, text),
                        Letter.paragraph(
                                Letter.text("a"),
                                new Inline.Told(List.of(inline), "ever"),
                                Letter.text("b")),
                        Letter.paragraph(
                                new Inline.Link("https://example.org/" + text, List.of(inline)),
                                new Inline.Link("javascript:alert(1)", List.of(inline)),
                                new Inline.Link("file:///etc/passwd", List.of(inline)),
                                new Inline.Link("mailto:a@example.org", List.of(inline)),
                                new Inline.Told(List.of(inline), text),
                                new Inline.Open(text)),
                        new Block.Found(Letter.finding("found", text))));
    }

    /// A text as Word's reader gives it back: line ends are all one, and what XML cannot hold is replaced.
    private static String asRead(String text) {
        return XmlText.legal(text).replaceAll("\r\n?", "\n");
    }
}
