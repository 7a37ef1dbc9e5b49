package eyebright.publish.article;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.manuscript.Bibliography;
import eyebright.manuscript.Block;
import eyebright.manuscript.Inline;
import eyebright.source.Problems;
import eyebright.source.Sources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How references and citations look is that of the Publication Manual of the American Psychological Association, 7th
/// edition: an article in a journal with and without an issue, a book with editors, several authors.
class CitationsTest {

    private static final String REFERENCES =
            """
            @article{three2013,
              author = {Author-Name, Anna B. and Other, Otto and Third, T.},
              title = {Who greets? {The} role of {Berlin} and other places},
              journal = {Greetings},
              year = {2013},
              volume = {50},
              number = {2},
              pages = {224--234},
              doi = {10.1037/a0031384}
            }
            @article{lam2018, author = {'t Lam, Cato}, title = {Waves}, journal = {Hands \\& Arms}, year = {2018}, volume = {3}, pages = {1--9}}
            @book{edited2001, editor = {Zett, Zoe and Ypsilon, Yvonne}, title = {Greeting}, year = {2001}}
            @article{hostile2020, author = {<script>alert(1)</script>}, title = {</fo:block> "><img src=x> & 'so'}, journal = {<b>J</b>}, year = {2020}, url = {javascript:alert(1)}}
            """;

    private static Citations citations(String... cited) {
        var problems = new Problems();
        Bibliography read =
                Bibliography.read(
                        new Sources("a", Map.of(Bibliography.FILE, REFERENCES)), problems);
        assertThat(problems.inFileOrder()).isEmpty();
        return Citations.of(read, List.of(cited));
    }

    private static String plain(List<Inline> parts) {
        var text = new StringBuilder();
        for (Inline part : parts) {
            text.append(
                    switch (part) {
                        case Inline.Text(String words) -> words;
                        case Inline.Emphasis(List<Inline> inner) -> "*" + plain(inner) + "*";
                        case Inline.Link(String address, List<Inline> inner) ->
                                "[%s](%s)".formatted(plain(inner), address);
                        case Inline.Strong _,
                                Inline.Told _,
                                Inline.Open _,
                                Inline.Cited _,
                                Inline.Break _ ->
                                "?";
                    });
        }
        return text.toString();
    }

    private static Inline.Cited cited(boolean narrative, String... keys) {
        return new Inline.Cited(List.of(keys), narrative);
    }

    @Test
    void referencesAreThoseThatAreCitedInTheOrderOfTheAlphabet() {
        assertThat(citations("edited2001", "three2013", "lam2018").references())
                .extracting(each -> each.key() + ": " + plain(each.parts()))
                .containsExactlyInAnyOrder(
                        "three2013: Author-Name, A. B., Other, O., & Third, T. (2013). Who greets? The role of"
                                + " Berlin and other places. *Greetings*, *50*(2), 224–234."
                                + " [https://doi.org/10.1037/a0031384](https://doi.org/10.1037/a0031384)",
                        "edited2001: Zett, Z., & Ypsilon, Y. (Eds.). (2001). *Greeting*.",
                        "lam2018: ’t Lam, C. (2018). Waves. *Hands & Arms*, *3*, 1–9.");
        assertThat(citations().references()).isEmpty();
    }

    @Test
    void citationsStandInBracketsOrInTheSentence() {
        Citations citations = citations("three2013", "lam2018", "edited2001");

        assertThat(citations.text(cited(false, "three2013")))
                .isEqualTo("(Author-Name et al., 2013)");
        assertThat(citations.text(cited(true, "three2013"))).isEqualTo("Author-Name et al. (2013)");
        assertThat(citations.text(cited(true, "edited2001"))).isEqualTo("Zett and Ypsilon (2001)");
        assertThat(citations.text(cited(false, "three2013", "lam2018")))
                .isEqualTo("(Author-Name et al., 2013; ’t Lam, 2018)");
        assertThat(citations.text(cited(false, "three2013")))
                .isEqualTo("(Author-Name et al., 2013)");
    }

    @Test
    void whatAnEntrySaysStaysText() {
        Citations citations = citations("hostile2020");

        var html =
                new ArticleHtml(citations, claim -> "/" + claim, _ -> "")
                        .of(new Block.References());

        assertThat(html)
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("<b>")
                .doesNotContain("href=\"javascript")
                .contains("&lt;img src=x&gt;");
    }
}
