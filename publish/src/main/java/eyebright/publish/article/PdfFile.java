package eyebright.publish.article;

import static eyebright.publish.article.ArticleHtml.escaped;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import eyebright.chart.Picture;
import eyebright.manuscript.Author;
import eyebright.manuscript.Front;
import eyebright.publish.picture.Outlines;
import eyebright.publish.picture.Typeface;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;

/// An article as PDF for reading and printing, tagged so that it can be read aloud (PDF/UA-1): title, language,
/// bookmarks, headings, lists, tables with heads, pictures with alternative texts, letters inside.
///
/// It is made of the same tree as the page. Nothing is loaded from anywhere; equal articles give equal bytes.
public final class PdfFile {

    private static final String STYLE = Resource.text("paper.css");

    static {
        // It tells what it does at each step; what matters is in the file.
        XRLog.setLoggingEnabled(false);
    }

    private PdfFile() {}

    /// The bytes of the file.
    public static byte[] of(Paper paper) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument();
                PdfBoxRenderer renderer = renderer(PaperTree.of(xhtml(paper)), document)) {
            renderer.layout();
            renderer.createPDFKeepOpen();
            PdfFacts.put(paper, document);
            document.save(bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }

    private static PdfBoxRenderer renderer(Document text, PDDocument document) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.withW3cDocument(text, "");
        builder.usePDDocument(document);
        builder.toStream(OutputStream.nullOutputStream());
        builder.usePdfUaAccessibility(true);
        builder.useUriResolver((_, _) -> null);
        builder.useExternalResourceAccessControl(
                (_, _) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useSVGDrawer(
                new BatikSVGDrawer(
                        BatikSVGDrawer.SvgScriptMode.SECURE,
                        BatikSVGDrawer.SvgExternalResourceMode.SECURE));
        builder.withProducer("Eyebright");
        var fonts = new Fonts(builder, document);
        fonts.add(Typeface.SERIF, "Serif", 400, FontStyle.NORMAL);
        fonts.add(Typeface.SERIF_BOLD, "Serif", 700, FontStyle.NORMAL);
        fonts.add(Typeface.SERIF_ITALIC, "Serif", 400, FontStyle.ITALIC);
        fonts.add(Typeface.SERIF_BOLD_ITALIC, "Serif", 700, FontStyle.ITALIC);
        fonts.add(Typeface.SANS, "Sans", 400, FontStyle.NORMAL);
        fonts.add(Typeface.SANS_BOLD, "Sans", 700, FontStyle.NORMAL);
        fonts.add(Typeface.SANS_ITALIC, "Sans", 400, FontStyle.ITALIC);
        return builder.buildPdfRenderer();
    }

    /// Puts fonts into a document.
    private record Fonts(PdfRendererBuilder builder, PDDocument document) {

        void add(Typeface face, String family, int weight, FontStyle style) throws IOException {
            try (InputStream stream = face.open()) {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
                // Two letters drawn as one could not be searched, and to look for them takes most
                // of the time.
                font.setEnableGsub(false);
                builder.useFont(
                        new PDFontSupplier(PDType0Font.load(document, font, true)),
                        family,
                        weight,
                        style,
                        true);
            }
        }
    }

    /// The whole text, well-formed.
    private static String xhtml(Paper paper) {
        PaperBody.Written body = PaperBody.of(paper, PdfFile::drawing);
        Front front = paper.article().front();
        String bookmarks =
                body.sections().stream()
                        .filter(section -> section.level() == 2)
                        .map(
                                section ->
                                        "<bookmark name=\"%s\" href=\"#%s\"/>\n"
                                                .formatted(
                                                        escaped(section.title()),
                                                        escaped(section.id())))
                        .collect(Collectors.joining());
        return """
                <html lang="en">
                <head>
                <title>%s</title>
                <meta name="description" content="%s"/>
                <meta name="author" content="%s"/>
                <style>%s</style>
                <bookmarks>
                %s</bookmarks>
                </head>
                <body>
                <div class="running">%s</div>
                <div class="mark">%s</div>
                %s</body>
                </html>
                """
                .formatted(
                        escaped(front.title()),
                        escaped(PaperBody.summary(front)),
                        escaped(
                                front.authors().stream()
                                        .map(Author::name)
                                        .collect(Collectors.joining(", "))),
                        escaped(STYLE),
                        bookmarks,
                        escaped(front.title()),
                        paper.isRehearsed() ? Paper.MARK : escaped(paper.edition()),
                        body.html());
    }

    /// A picture as shapes, with what it shows in words.
    private static String drawing(Picture picture) {
        String words = picture.title() + ". " + picture.description();
        return Outlines.of(picture)
                .replaceFirst(
                        "<svg ",
                        Matcher.quoteReplacement("<svg alt=\"%s\" ".formatted(escaped(words))));
    }
}
