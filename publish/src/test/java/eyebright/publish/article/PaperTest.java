package eyebright.publish.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eyebright.chart.Origin;
import eyebright.publish.HostileTexts;
import eyebright.publish.picture.Letters;
import eyebright.publish.picture.Typeface;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// An article on paper: as a page that stands alone, and as PDF.
class PaperTest {

    private static final Paper PAPER = ExamplePaper.of("tears & joy", Origin.REHEARSED);
    private static final byte[] PDF = PdfFile.of(PAPER);

    private static Document xml(byte[] html) {
        try {
            String text = new String(html, UTF_8);
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(
                            new ByteArrayInputStream(
                                    text.substring(text.indexOf("<html")).getBytes(UTF_8)));
        } catch (SAXException | IOException | ParserConfigurationException fault) {
            throw new AssertionError(fault);
        }
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static String read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everyLinkOfAPageLeadsSomewhereInsideOrToAnAddress() {
        Document page = xml(StandaloneHtml.of(PAPER));
        List<String> ids =
                elements(page, "*").stream()
                        .map(each -> each.getAttribute("id"))
                        .filter(id -> !id.isEmpty())
                        .toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(elements(page, "a"))
                .isNotEmpty()
                .allSatisfy(
                        link -> {
                            String address = link.getAttribute("href");
                            assertThat(
                                            address.startsWith("https://")
                                                    || ids.contains(address.substring(1)))
                                    .as(address)
                                    .isTrue();
                        });
        assertThat(ids)
                .contains("from.claim-0", "from.all", "figure.1", "behind.2", "finding.claim-0");
    }

    @Test
    void aPageLoadsNothingRunsNothingAndSaysSo() {
        Document page = xml(StandaloneHtml.of(PAPER));

        assertThat(elements(page, "*").stream().map(Element::getTagName))
                .doesNotContain(
                        "script", "link", "img", "iframe", "object", "image", "use", "form");
        assertThat(elements(page, "meta").get(1).getAttribute("content"))
                .startsWith("default-src 'none'; style-src 'unsafe-inline'");
        assertThat(elements(page, "style").getFirst().getTextContent())
                .doesNotContain("url(", "@import", "<");
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void whatIsMadeOfRehearsedRespondentsSaysSo() throws IOException {
        assertThat(new String(StandaloneHtml.of(PAPER), UTF_8))
                .contains("class=\"banner\"", ">rehearsed: made-up answers</aside>");
        try (PDDocument document = Loader.loadPDF(PDF)) {
            var stripper = new PDFTextStripper();
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                assertThat(stripper.getText(document))
                        .contains("rehearsed: made-up answers", "%d / ".formatted(number));
            }
        }
        Paper real = ExamplePaper.of("tears", Origin.REAL);
        assertThat(new String(StandaloneHtml.of(real), UTF_8)).doesNotContain("rehearsed");
        assertThat(read(PdfFile.of(real))).doesNotContain("rehearsed");
    }

    @Test
    void aPdfIsPdfUa() {
        assertThat(PdfUa.broken(PDF)).isEmpty();
    }

    @Test
    void whatIsNoPdfUaIsTold() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(PDF)) {
            document.getDocumentCatalog().setStructureTreeRoot(null);
            document.save(bytes);
        }

        assertThat(PdfUa.broken(bytes.toByteArray())).isNotEmpty();
    }

    @Test
    void aPdfHasTitleLanguageBookmarksAndItsOwnLetters() throws IOException {
        try (PDDocument document = Loader.loadPDF(PDF)) {
            var catalog = document.getDocumentCatalog();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Of tears & joy");
            assertThat(catalog.getLanguage()).startsWithIgnoringCase("en");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            var bookmarks = new ArrayList<String>();
            catalog.getDocumentOutline().children().forEach(each -> bookmarks.add(each.getTitle()));
            assertThat(bookmarks)
                    .containsExactly(
                            "tears & joy",
                            "References",
                            "The tables behind the pictures",
                            "Where the numbers come from");
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void equalPapersGiveEqualBytes() {
        assertThat(PdfFile.of(ExamplePaper.of("tears & joy", Origin.REHEARSED))).isEqualTo(PDF);
        assertThat(StandaloneHtml.of(ExamplePaper.of("tears & joy", Origin.REHEARSED)))
                .isEqualTo(StandaloneHtml.of(PAPER));
    }

    @Test
    void hostileTextsStayTextsInAPage() {
        for (String text : HostileTexts.all()) {
            Document page = xml(StandaloneHtml.of(ExamplePaper.of(text, Origin.REAL)));

            assertThat(elements(page, "script")).isEmpty();
            assertThat(spaced(page.getElementsByTagName("title").item(0).getTextContent()))
                    .isEqualTo(spaced("Of " + legal(text)));
            assertThat(elements(page, "a"))
                    .allMatch(link -> link.getAttribute("href").matches("(#|https://).*"));
        }
    }

    @Test
    void hostileTextsStayTextsInAPdf() throws IOException {
        byte[] pdf = PdfFile.of(ExamplePaper.of(HostileTexts.all(), Origin.REAL));

        String read = letters(read(pdf));
        for (String text : HostileTexts.all()) {
            if (text.codePoints().noneMatch(PaperTest::isFromRightToLeft)) {
                assertThat(read).contains(letters(printed(text)));
            }
        }
        assertThat(new String(pdf, UTF_8))
                .doesNotContain("/JavaScript", "/Launch", "/EmbeddedFile");
        assertThat(PdfUa.broken(pdf)).isEmpty();
    }

    private static boolean isFromRightToLeft(int character) {
        return Character.getDirectionality(character) == Character.DIRECTIONALITY_RIGHT_TO_LEFT;
    }

    /// What of a text a PDF shows: its typefaces have no letter for some characters.
    private static String printed(String text) {
        return legal(text)
                .codePoints()
                .filter(c -> !Letters.isUnseen(c))
                .map(
                        c ->
                                Character.isWhitespace(c)
                                                || (Letters.of(Typeface.SERIF).has(c)
                                                        && Letters.of(Typeface.SANS).has(c))
                                        ? c
                                        : Letters.MISSING)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// A text without the characters that XML does not have.
    private static String legal(String text) {
        return xml("<html>%s</html>".formatted(ArticleHtml.escaped(text)).getBytes(UTF_8))
                .getDocumentElement()
                .getTextContent();
    }

    /// What can be compared of a text that went through lines: letters without blanks, accents with their letters.
    private static String letters(String text) {
        return Normalizer.normalize(spaced(text).replace(" ", ""), Normalizer.Form.NFKC);
    }

    private static String spaced(String text) {
        return text.replaceAll("[\\s\u00a0\u2028\u2029\u2003\u0085]+", " ").strip();
    }
}
