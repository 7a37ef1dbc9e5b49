package eyebright.publish.version;

import eyebright.manuscript.Author;
import eyebright.publish.cite.Home;
import eyebright.publish.cite.Work;
import eyebright.publish.data.XmlText;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The versions of an article as a feed, the newest first: RFC 4287. An entry says in words what changed.
public final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Home home;
    private final Work article;
    private final String study;
    private final String who;
    private final XMLStreamWriter xml;

    private AtomFeed(Home home, Work article, String study, String who, XMLStreamWriter xml) {
        this.home = home;
        this.article = article;
        this.study = study;
        this.who = who;
        this.xml = xml;
    }

    /// The text of a feed, in UTF-8.
    ///
    /// @param article as it is cited: its authors are those of the feed
    /// @param who answers for the study: named where nobody has put their name to the article
    /// @param versions the oldest first
    public static String of(
            Home home, Work article, String study, String who, List<Version> versions) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new AtomFeed(home, article, study, who, xml).write(versions);
            xml.close();
        } catch (XMLStreamException fault) {
            throw new IllegalStateException(fault);
        }
        return text + "\n";
    }

    private void write(List<Version> versions) throws XMLStreamException {
        xml.writeStartDocument("utf-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", "en");
        element("id", id("/%s/article".formatted(study)));
        element("title", article.title());
        LocalDate updated = versions.isEmpty() ? article.day() : versions.getLast().day();
        element("updated", moment(updated));
        authors();
        link("self", "application/atom+xml", address("/%s/article.atom".formatted(study)));
        link("alternate", "text/html", address("/%s/article".formatted(study)));
        for (Version version : versions.reversed()) {
            entry(version);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Version version) throws XMLStreamException {
        String path = "/%s/article/%d".formatted(study, version.number());
        xml.writeStartElement("entry");
        element("id", id(path));
        element(
                "title",
                "Version %d%s"
                        .formatted(
                                version.number(),
                                version.data().isRehearsed() ? " [" + Work.REHEARSED + "]" : ""));
        element("updated", moment(version.day()));
        element("published", moment(version.day()));
        link("alternate", "text/html", address(path));
        xml.writeStartElement("content");
        xml.writeAttribute("type", "text");
        xml.writeCharacters(
                XmlText.legal(
                        "%,d %srespondents. %s"
                                .formatted(
                                        version.data().respondents(),
                                        version.data().isRehearsed() ? "rehearsed " : "",
                                        String.join(" ", version.changed()))));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void authors() throws XMLStreamException {
        List<String> names =
                article.authors().isEmpty()
                        ? List.of(who)
                        : article.authors().stream().map(Author::name).toList();
        for (String name : names) {
            xml.writeStartElement("author");
            element("name", name);
            xml.writeEndElement();
        }
    }

    /// The address for good where the site has one, else a name that is the same on every machine.
    private String id(String path) {
        return home.of(path)
                .orElseGet(
                        () ->
                                "urn:uuid:"
                                        + UUID.nameUUIDFromBytes(
                                                ("eyebright" + path)
                                                        .getBytes(StandardCharsets.UTF_8)));
    }

    private String address(String path) {
        return home.of(path).orElse(path);
    }

    /// A version has a day and no hour.
    private static String moment(LocalDate day) {
        return day + "T00:00:00Z";
    }

    private void link(String rel, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.legal(text));
        xml.writeEndElement();
    }
}
