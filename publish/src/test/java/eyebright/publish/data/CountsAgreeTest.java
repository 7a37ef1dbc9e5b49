package eyebright.publish.data;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.frame.AnswersJson;
import eyebright.frame.TableWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Table, JSON and codebook of a package say the same.
class CountsAgreeTest {

    private record Said(List<List<String>> lines, JsonNode json, Element codebook) {
        static Said by(Release release) throws IOException {
            var table = new StringWriter();
            TableWriter.write(release.dataset(), table);
            var json = new StringWriter();
            AnswersJson.write(release.dataset(), json);
            return new Said(
                    FrictionlessTable.cells(table.toString()),
                    JsonMapper.builder().build().readTree(json.toString()),
                    ElementRules.root(
                            DdiCodebook.of(
                                    release,
                                    new FileFacts("data/a_data.csv", "the answers", 1, "0"))));
        }

        int column(String name) {
            return lines.getFirst().indexOf(name);
        }

        /// The lines of those who count.
        List<List<String>> respondents() {
            int excluded = column("excluded");
            return lines.stream()
                    .skip(1)
                    .filter(line -> excluded < 0 || line.get(excluded).isEmpty())
                    .toList();
        }

        List<String> cells(String column) {
            int at = column(column);
            return respondents().stream().map(line -> line.get(at)).toList();
        }
    }

    /// The studies, by their names.
    private static Map<String, Said> said;

    @BeforeAll
    static void say() throws IOException {
        said =
                Map.of(
                        "garden", Said.by(Garden.release()),
                        "tears", Said.by(Studies.release("tears")),
                        "hello", Said.by(Studies.release("hello")));
    }

    private static Said said(String study) {
        return Optional.ofNullable(said.get(study)).orElseThrow();
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garden", "tears", "hello"})
    void theCodebookCountsTheCellsOfTheTable(String study) {
        Said said = said(study);
        assertThat(text(said.codebook(), "caseQnty"))
                .isEqualTo(Integer.toString(said.respondents().size()));
        assertThat(text(said.codebook(), "varQnty"))
                .isEqualTo(Integer.toString(said.lines().getFirst().size()));
        var variables = said.codebook().getElementsByTagName("var");
        assertThat(variables.getLength()).isEqualTo(said.lines().getFirst().size());
        for (int i = 0; i < variables.getLength(); i++) {
            var variable = (Element) variables.item(i);
            List<String> cells = said.cells(variable.getAttribute("name"));
            var categories = variable.getElementsByTagName("catgry");
            for (int j = 0; j < categories.getLength(); j++) {
                var category = (Element) categories.item(j);
                assertThat(text(category, "catStat"))
                        .as(variable.getAttribute("name"))
                        .isEqualTo(
                                Integer.toString(
                                        Collections.frequency(cells, text(category, "catValu"))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garden", "tears", "hello"})
    void theJsonHoldsWhatTheTableHolds(String study) {
        Said said = said(study);
        JsonNode people = said.json().get("respondents");
        assertThat(said.cells("respondent"))
                .isEqualTo(
                        people.valueStream().map(person -> person.get("id").asString()).toList());
        for (JsonNode variable : said.json().get("variables")) {
            String name = variable.get("name").asString();
            switch (variable.get("kind").asString()) {
                case "several of" -> {
                    for (JsonNode option : variable.get("options")) {
                        String code = option.get("code").asString();
                        assertThat(said.cells(name + "." + code))
                                .isEqualTo(
                                        people.valueStream()
                                                .map(person -> named(person, name, code))
                                                .toList());
                    }
                }
                case "number", "one of" ->
                        assertThat(said.cells(name))
                                .isEqualTo(
                                        people.valueStream()
                                                .map(person -> cell(person, name))
                                                .toList());
                default -> assertThat(said.cells(name)).hasSize(people.size());
            }
        }
    }

    private static String cell(JsonNode person, String name) {
        return person.get("none").has(name)
                ? person.get("none").get(name).asString()
                : person.get("answers").get(name).asString();
    }

    private static String named(JsonNode person, String name, String code) {
        if (person.get("none").has(name)) {
            return person.get("none").get(name).asString();
        }
        return person.get("answers")
                        .get(name)
                        .valueStream()
                        .anyMatch(each -> each.asString().equals(code))
                ? "1"
                : "0";
    }
}
