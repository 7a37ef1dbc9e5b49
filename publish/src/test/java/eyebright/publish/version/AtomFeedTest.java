package eyebright.publish.version;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.publish.cite.Home;
import eyebright.publish.cite.Work;
import java.io.StringReader;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// RFC 4287, section 4.1: what a feed and an entry must have, each once.
class AtomFeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private static Document feed(Home home, String title, List<Version> versions) throws Exception {
        var work =
                new Work(
                        Work.Kind.ARTICLE,
                        "waves-2026",
                        title,
                        List.of(),
                        LocalDate.of(2026, 11, 22),
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        String text = AtomFeed.of(home, work, "waves", "Rose & Sons", versions);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static String one(Element of, String name) {
        NodeList all = of.getElementsByTagNameNS(ATOM, name);
        assertThat(all.getLength()).as(name).isPositive();
        return all.item(0).getTextContent();
    }

    @Test
    void everyVersionIsAnEntryTheNewestFirst() throws Exception {
        Version first = Examples.version();
        Version second =
                Examples.version(724, "72 %", Optional.of("supported"))
                        .with(2, List.of("experience: no verdict before, supported now."));
        Element feed =
                feed(
                                new Home(Optional.of(URI.create("https://waves.example.org"))),
                                "Waves",
                                List.of(first, second))
                        .getDocumentElement();

        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(one(feed, "id")).isEqualTo("https://waves.example.org/waves/article");
        assertThat(OffsetDateTime.parse(one(feed, "updated"))).isNotNull();
        assertThat(one(feed, "name")).isEqualTo("Rose & Sons");
        NodeList entries = feed.getElementsByTagNameNS(ATOM, "entry");
        assertThat(entries.getLength()).isEqualTo(2);
        Element newest = (Element) entries.item(0);
        assertThat(one(newest, "id")).isEqualTo("https://waves.example.org/waves/article/2");
        assertThat(one(newest, "title")).isEqualTo("Version 2");
        assertThat(OffsetDateTime.parse(one(newest, "updated"))).isNotNull();
        assertThat(one(newest, "content"))
                .isEqualTo("724 respondents. experience: no verdict before, supported now.");
    }

    @Test
    void aFeedBeforeTheFirstVersionIsWholeToo() throws Exception {
        Element feed = feed(Home.NONE, "Waves", List.of()).getDocumentElement();

        assertThat(one(feed, "id")).startsWith("urn:uuid:");
        assertThat(one(feed, "updated")).isEqualTo("2026-11-22T00:00:00Z");
    }

    @Test
    void hostileTitlesAreText() throws Exception {
        String hostile = "<script>]]>&x;\u0001\uFFFF \"'";

        assertThat(one(feed(Home.NONE, hostile, List.of()).getDocumentElement(), "title"))
                .isEqualTo("<script>]]>&x; \"'");
    }
}
