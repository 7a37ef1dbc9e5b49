package eyebright.publish.cite;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.manuscript.Bibliography;
import eyebright.manuscript.Inline;
import eyebright.publish.HostileTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Expected are the examples of the Publication Manual of the American Psychological Association, 7th edition: a web page with
/// a version, one without authors (10.16), a data set (10.9).
class ApaTest {

    private static final String ADDRESS =
            "[https://waves.example.org/waves/article/2](https://waves.example.org/waves/article/2)";

    @Test
    void anArticleIsCitedWithItsAuthorsItsVersionAndItsAddress() {
        Work work =
                Texts.article(
                        "Who waves at strangers?",
                        Texts.author("Anna B. Author", "Author"),
                        Texts.author("Zoë van der Zett", "van der Zett"));

        assertThat(Texts.plain(Apa.of(work)))
                .isEqualTo(
                        "Author, A. B., & van der Zett, Z. (2026). *Who waves at strangers?* (Version 2)."
                                + " waves.example.org. "
                                + ADDRESS);
    }

    @Test
    void withoutAuthorsTheTitleComesFirst() {
        assertThat(Texts.plain(Apa.of(Texts.article("Who waves?"))))
                .isEqualTo("*Who waves?* (Version 2). (2026). waves.example.org. " + ADDRESS);
    }

    @Test
    void dataAreCitedAsData() {
        Work data =
                Work.data(
                        Texts.article("Who waves?", Texts.author("Anna Author", "Author")),
                        "Waves",
                        Optional.of("CC0-1.0"),
                        Home.NONE);

        assertThat(Texts.plain(Apa.of(data)))
                .startsWith("Author, A. (2026). *Data of “Waves”* (Version 2) [Dataset].");
    }

    @Test
    void aReferenceOfABibliographyIsFoundByItsKey() {
        var bibliography =
                new Bibliography(
                        "@book{one2013, author = {One, O.}, title = {Waves}, year = {2013}}",
                        Map.of("one2013", "Waves"));

        assertThat(Apa.of(bibliography, "one2013").map(Texts::plain))
                .contains("One, O. (2013). *Waves*.");
        assertThat(Apa.of(bibliography, "two2013")).isEmpty();
    }

    @Test
    void nothingInATextIsTakenForMarkup() {
        for (String text : HostileTexts.all()) {
            List<Inline> parts =
                    Apa.of(Texts.article("x " + text, Texts.author("A " + text, text)));

            assertThat(links(parts)).as(text).isEqualTo(1);
            assertThat(letters(Texts.plain(parts))).as(text).contains(letters(OneLine.of(text)));
        }
    }

    /// Without quotation marks, which the style sets in its own way.
    private static String letters(String text) {
        return text.replaceAll("[\"'“”‘’′″]", "");
    }

    private static long links(List<Inline> parts) {
        return parts.stream().filter(Inline.Link.class::isInstance).count();
    }
}
