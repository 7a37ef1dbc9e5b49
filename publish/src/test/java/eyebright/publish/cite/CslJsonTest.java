package eyebright.publish.cite;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.publish.HostileTexts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CslJsonTest {

    private static JsonNode read(Work work) {
        return JsonMapper.builder().build().readTree(CslJson.of(work)).get(0);
    }

    @Test
    void anItemHoldsWhatIsCited() {
        JsonNode item =
                read(
                        Texts.article(
                                "Who waves?",
                                Texts.author("Anna B. Author", "Author"),
                                Texts.author("Wavers", "Wavers")));

        assertThat(item.get("type").asString()).isEqualTo("article");
        assertThat(item.get("author").get(0).get("family").asString()).isEqualTo("Author");
        assertThat(item.get("author").get(0).get("given").asString()).isEqualTo("Anna B.");
        assertThat(item.get("author").get(1).get("literal").asString()).isEqualTo("Wavers");
        assertThat(item.get("issued").get("date-parts").toString()).isEqualTo("[[2026,11,22]]");
        assertThat(item.get("version").asString()).isEqualTo("2");
    }

    @Test
    void hostileTextsComeBack() {
        for (String text : HostileTexts.all()) {
            JsonNode item = read(Texts.article(text + "x", Texts.author(text + "y", text + "y")));

            assertThat(item.get("title").asString()).isEqualTo(OneLine.of(text + "x"));
            assertThat(item.get("author").get(0).get("literal").asString())
                    .isEqualTo(OneLine.of(text + "y"));
        }
    }

    @Test
    void anArticleWithoutAuthorsHasNoSuchKey() {
        assertThat(read(Texts.article("Who waves?")).has("author")).isFalse();
    }
}
