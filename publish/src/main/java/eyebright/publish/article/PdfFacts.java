package eyebright.publish.article;

import static eyebright.publish.article.ArticleHtml.escaped;

import eyebright.manuscript.Author;
import eyebright.manuscript.Front;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/// What a PDF says of itself, with the day of the version in the place of a clock.
final class PdfFacts {

    private PdfFacts() {}

    static void put(Paper paper, PDDocument document) throws IOException {
        Front front = paper.article().front();
        var facts = new PDDocumentInformation();
        facts.setTitle(front.title());
        facts.setAuthor(authors(front));
        facts.setSubject(PaperBody.summary(front));
        facts.setKeywords(String.join(", ", front.keywords()));
        facts.setProducer("Eyebright");
        facts.setCreationDate(day(paper));
        facts.setModificationDate(day(paper));
        document.setDocumentInformation(facts);
        document.setDocumentId(paper.day().toEpochDay());
        var metadata =
                new PDMetadata(
                        document,
                        new ByteArrayInputStream(xmp(paper).getBytes(StandardCharsets.UTF_8)));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    private static Calendar day(Paper paper) {
        var day = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        day.setTimeInMillis(paper.day().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        return day;
    }

    private static String authors(Front front) {
        return front.authors().stream().map(Author::name).collect(Collectors.joining(", "));
    }

    /// The same as XMP, which says that this is PDF/UA-1.
    private static String xmp(Paper paper) {
        Front front = paper.article().front();
        String day = paper.day() + "T00:00:00Z";
        String authors =
                front.authors().stream()
                        .map(author -> "<rdf:li>%s</rdf:li>".formatted(escaped(author.name())))
                        .collect(Collectors.joining());
        return """
                <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
                xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
                xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
                %s<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
                <pdf:Producer>Eyebright</pdf:Producer>
                <xmp:CreateDate>%s</xmp:CreateDate>
                <xmp:ModifyDate>%s</xmp:ModifyDate>
                <pdfuaid:part>1</pdfuaid:part>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="w"?>
                """
                .formatted(
                        escaped(front.title()),
                        escaped(PaperBody.summary(front)),
                        authors.isEmpty()
                                ? ""
                                : "<dc:creator><rdf:Seq>%s</rdf:Seq></dc:creator>\n"
                                        .formatted(authors),
                        day,
                        day);
    }
}
