package eyebright.publish.cite;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.manuscript.Author;
import eyebright.publish.HostileTexts;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the head of a page says of a work: tags and JSON-LD; and where works are found.
class HeadTest {

    private static final Author AUTHOR =
            new Author(
                    "Anna B. Author",
                    "Author",
                    Optional.of("Example University"),
                    Optional.of("0000-0002-1825-0097"));

    @Test
    void referenceManagersFindAuthorsDatesAndTheFile() {
        assertThat(
                        Tags.of(
                                Texts.article("Who waves?", AUTHOR),
                                Optional.of("https://waves.example.org/a.pdf")))
                .extracting(tag -> tag.name() + "=" + tag.content())
                .containsExactly(
                        "citation_title=Who waves?",
                        "citation_author=Author, Anna B.",
                        "citation_author_institution=Example University",
                        "citation_author_orcid=https://orcid.org/0000-0002-1825-0097",
                        "citation_publication_date=2026/11/22",
                        "citation_online_date=2026/11/22",
                        "citation_publisher=waves.example.org",
                        "citation_abstract_html_url=https://waves.example.org/waves/article/2",
                        "citation_pdf_url=https://waves.example.org/a.pdf",
                        "citation_keywords=waving; strangers",
                        "citation_language=en");
    }

    @Test
    void schemaOrgKnowsWhoWroteIt() {
        JsonNode read =
                JsonMapper.builder()
                        .build()
                        .readTree(ScholarlyArticle.of(Texts.article("Who waves?", AUTHOR)));

        assertThat(read.get("@type").asString()).isEqualTo("ScholarlyArticle");
        assertThat(read.get("author").get(0).get("familyName").asString()).isEqualTo("Author");
        assertThat(read.get("author").get(0).get("affiliation").get("name").asString())
                .isEqualTo("Example University");
        assertThat(read.get("version").asString()).isEqualTo("2");
    }

    @Test
    void noTextEndsTheElementThatItStandsIn() {
        var mapper = JsonMapper.builder().build();
        for (String text : HostileTexts.all()) {
            String json = ScholarlyArticle.of(Texts.article(text + "</script><!-- x"));

            assertThat(json).doesNotContain("<").doesNotContain(">").doesNotContain("&");
            assertThat(mapper.readTree(json).get("headline").asString())
                    .isEqualTo(OneLine.of(text + "</script><!-- x"));
        }
    }

    @Test
    void aSiteWithoutAnAddressHasNoLinks() {
        assertThat(Home.NONE.article("waves", OptionalInt.of(1))).isEmpty();
        assertThat(Home.NONE.name()).isEmpty();
    }

    @Test
    void aVersionIsFoundForGoodAndTheArticleAsItStands() {
        var home = new Home(Optional.of(URI.create("https://waves.example.org/")));

        assertThat(home.article("waves", OptionalInt.of(3)))
                .contains("https://waves.example.org/waves/article/3");
        assertThat(home.article("waves", OptionalInt.empty()))
                .contains("https://waves.example.org/waves/article");
    }
}
