package eyebright.publish.word;

import eyebright.chart.Origin;
import eyebright.manuscript.Article;
import eyebright.manuscript.Author;
import eyebright.publish.article.Paper;
import eyebright.publish.data.XmlText;
import eyebright.publish.word.Docx.Look;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;

/// What a document has beside its text: the size of its pages, what stands above each, what it says of itself.
final class Setup {

    /// What stands above each page where the answers are rehearsed.
    static final String MARK = "Rehearsed: made-up respondents";

    /// A running head has as many letters at most.
    private static final int RUNNING_HEAD = 50;

    private static final Pattern FIRST =
            Pattern.compile("(.{10,%d}?[?!]|.{10,%1$d}?(?=[:.])) ?".formatted(RUNNING_HEAD - 1));

    private static final long INCH = 1440;
    private static final String SPACE =
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private final XWPFDocument document;

    Setup(XWPFDocument document) {
        this.document = document;
    }

    void write(Paper paper) throws XmlException {
        pages();
        above(paper.article());
        settings();
        properties(paper.article(), paper);
    }

    /// Letter paper with margins of an inch.
    private void pages() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(INCH * 17 / 2));
        size.setH(BigInteger.valueOf(INCH * 11));
        CTPageMar margins = section.addNewPgMar();
        BigInteger inch = BigInteger.valueOf(INCH);
        margins.setTop(inch);
        margins.setRight(inch);
        margins.setBottom(inch);
        margins.setLeft(inch);
        margins.setHeader(BigInteger.valueOf(INCH / 2));
        margins.setFooter(BigInteger.valueOf(INCH / 2));
        margins.setGutter(BigInteger.ZERO);
    }

    private void above(Article article) {
        XWPFHeader header = document.createHeader(HeaderFooterType.DEFAULT);
        XWPFParagraph paragraph =
                header.getParagraphs().isEmpty()
                        ? header.createParagraph()
                        : header.getParagraphs().getFirst();
        paragraph.setStyle(Style.HEADER.id());
        CTP line = paragraph.getCTP();
        Docx.text(line::addNewR, runningHead(article.front().title()) + "\t", Look.PLAIN);
        Docx.field(line, "PAGE", "1", Look.PLAIN);
        if (article.origin() == Origin.REHEARSED) {
            XWPFParagraph mark = header.createParagraph();
            mark.setStyle(Style.HEADER.id());
            Docx.text(mark.getCTP()::addNewR, MARK, Look.ITALIC);
        }
    }

    /// The title in capitals: its first sentence where that is enough, else cut after a word.
    static String runningHead(String title) {
        String capitals = title.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        if (capitals.length() <= RUNNING_HEAD) {
            return capitals;
        }
        Matcher first = FIRST.matcher(capitals);
        if (first.lookingAt()) {
            return first.group(1);
        }
        int end = capitals.lastIndexOf(' ', RUNNING_HEAD);
        int letters = capitals.offsetByCodePoints(0, capitals.codePointCount(0, RUNNING_HEAD));
        return capitals.substring(0, end > 0 ? end : letters)
                .replaceAll("[^\\p{L}\\p{N}?!)]+$", "");
    }

    /// Without it Word opens a document as one of 2007.
    private void settings() throws XmlException {
        document.getSettings()
                .getCTSettings()
                .set(
                        SettingsDocument.Factory.parse(
                                        """
                                        <w:settings xmlns:w="%s"><w:defaultTabStop w:val="720"/><w:compat>\
                                        <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
                                        </w:compat></w:settings>"""
                                                .formatted(SPACE))
                                .getSettings());
    }

    private void properties(Article article, Paper paper) {
        POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
        core.setTitle(XmlText.legal(article.front().title()));
        core.setCreator(
                XmlText.legal(
                        article.front().authors().stream()
                                .map(Author::name)
                                .collect(Collectors.joining("; "))));
        core.setKeywords(XmlText.legal(String.join(", ", article.front().keywords())));
        article.front().summary().map(XmlText::legal).ifPresent(core::setDescription);
        Optional<Date> day =
                Optional.of(Date.from(paper.day().atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setCreated(day);
        core.setModified(day);
        core.setVersion(paper.version());
        core.getUnderlyingProperties().setLanguageProperty("en");
        if (article.origin() == Origin.REHEARSED) {
            core.setContentStatus("Rehearsed");
        }
        document.getProperties().getExtendedProperties().setApplication("Eyebright");
    }
}
