package eyebright.publish.article;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.chart.Picture;
import eyebright.chart.Table;
import eyebright.manuscript.Bibliography;
import eyebright.manuscript.Block;
import eyebright.manuscript.Inline;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleHtmlTest {

    private static final Table TABLE =
            new Table("T", List.of("a", "b"), List.of(List.of("1", "2")));

    private static String html(Block... blocks) {
        return new ArticleHtml(
                        Citations.of(new Bibliography("", Map.of()), List.of()),
                        claim -> "/s/findings/" + claim,
                        each -> "<section>" + each.finding().id() + "</section>\n")
                .of(List.of(blocks));
    }

    private static Inline text(String text) {
        return new Inline.Text(text);
    }

    @Test
    void everyKindOfBlockIsWritten() {
        Block paragraph =
                new Block.Paragraph(
                        List.of(
                                text("One "),
                                new Inline.Emphasis(List.of(text("two"))),
                                new Inline.Break(),
                                new Inline.Strong(List.of(text("three"))),
                                new Inline.Link("https://example.org", List.of(text("four"))),
                                new Inline.Told(List.of(text("72 %")), "ever"),
                                new Inline.Open("too few")));

        assertThat(
                        html(
                                new Block.Heading(2, "who", List.of(text("Who"))),
                                paragraph,
                                new Block.Items(
                                        false,
                                        List.of(
                                                List.of(new Block.Paragraph(List.of(text("a")))),
                                                List.of(
                                                        new Block.Paragraph(List.of(text("b"))),
                                                        new Block.Paragraph(List.of(text("c")))))),
                                new Block.Quote(List.of(new Block.Paragraph(List.of(text("q"))))),
                                new Block.Pictured(new Picture("<svg/>", "P", "D", TABLE), "ever"),
                                new Block.Tabled(TABLE, "ever")))
                .isEqualTo(
                        """
                        <h2 id="who">Who</h2>
                        <p>One <em>two</em><br/><strong>three</strong><a href="https://example.org" rel="noopener noreferrer">four</a><a class="told" href="/s/findings/ever">72 %</a><span class="open" title="too few">[not known yet]</span></p>
                        <ul>
                        <li>a</li>
                        <li><p>b</p>
                        <p>c</p>
                        </li>
                        </ul>
                        <blockquote>
                        <p>q</p>
                        </blockquote>
                        <figure><svg/><figcaption>P. <a href="/s/findings/ever">Where this comes from</a></figcaption></figure>
                        <div class="scroll" tabindex="0" role="region" aria-label="T"><table>
                        <caption>T</caption>
                        <thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>
                        <tbody>
                        <tr><th scope="row">1</th><td>2</td></tr>
                        </tbody></table></div>
                        """);
    }

    @Test
    void captionThatIsAQuestionKeepsItsMarkAndGetsNoFullStop() {
        assertThat(html(new Block.Pictured(new Picture("<svg/>", "Why?", "D", TABLE), "ever")))
                .contains("<figcaption>Why? <a ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('x')</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onfocus='alert(1)' autofocus",
                "<!-- ]]> --> <![CDATA[",
                "&lt;b&gt; &amp;amp; &#60;i&#62;",
                "\u0000\u0001\uFFFE\uD83D broken",
                "\uD83C\uDF3F e\u0301 \u200B"
            })
    void whatATextSaysStaysTextAndWellFormed(String hostile) throws XMLStreamException {
        String html =
                html(
                        new Block.Heading(2, hostile, List.of(text(hostile))),
                        new Block.Paragraph(
                                List.of(
                                        text(hostile),
                                        new Inline.Told(List.of(text(hostile)), hostile),
                                        new Inline.Open(hostile),
                                        new Inline.Link(
                                                "https://e.org/" + hostile,
                                                List.of(text(hostile))))),
                        new Block.Tabled(
                                new Table(hostile, List.of(hostile), List.of(List.of(hostile))),
                                hostile));

        XMLStreamReader reader =
                XMLInputFactory.newFactory()
                        .createXMLStreamReader(new StringReader("<all>" + html + "</all>"));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT) {
                assertThat(reader.getLocalName()).isNotIn("script", "img", "b", "i");
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    assertThat(reader.getAttributeLocalName(i))
                            .isIn(
                                    "id",
                                    "class",
                                    "href",
                                    "rel",
                                    "scope",
                                    "title",
                                    "tabindex",
                                    "role",
                                    "aria-label");
                }
            }
        }
    }
}
