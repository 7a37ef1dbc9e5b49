package eyebright.publish.version;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.publish.HostileTexts;
import eyebright.publish.cite.Home;
import eyebright.publish.cite.Work;
import eyebright.publish.data.XmlText;
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

    /// Of a feed with one author and one version, below the feed itself.
    private static final int ELEMENTS = 14;

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private static Work work(String title) {
        return new Work(
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
    }

    private static Document feed(Home home, String title, List<Version> versions) throws Exception {
        return feed(home, title, "Rose & Sons", versions);
    }

    private static Document feed(Home home, String title, String who, List<Version> versions)
            throws Exception {
        String text = AtomFeed.of(home, work(title), "waves", who, versions);
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

    /// Wherever somebody's words stand in it: what a reader of feeds takes out is what was put in, but for characters that
    /// XML has not, and for ends of lines, which XML has in one form.
    @Test
    void hostileTextsComeOutOfEveryPlaceAsTheyWentIn() throws Exception {
        for (String text : HostileTexts.all()) {
            Version version = Examples.version().with(2, List.of(text));
            Element feed = feed(Home.NONE, text, text, List.of(version)).getDocumentElement();
            String whole = XmlText.legal(text).replace("\r\n", "\n").replace('\r', '\n');

            // Which is one line.
            assertThat(one(feed, "title")).isEqualTo(XmlText.legal(work(text).title()));
            assertThat(one(feed, "name")).isEqualTo(whole);
            assertThat(one(feed, "content")).endsWith(" respondents. " + whole);
            assertThat(feed.getElementsByTagNameNS("*", "*").getLength())
                    .as("elements, of %s", text)
                    .isEqualTo(ELEMENTS);
        }
    }
}
