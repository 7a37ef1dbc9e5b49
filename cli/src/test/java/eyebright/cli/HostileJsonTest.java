package eyebright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eyebright.check.StudyFolder;
import eyebright.plan.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What `--json` prints is one object whatever a study says: every text that a study, a table or a published version may hold
/// comes out of it as it went in, and nothing of it steers a terminal.
class HostileJsonTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Path TEXTS =
            Path.of("../engine/src/test/resources/eyebright/hostile/texts.json");

    @TempDir private Path folder;
    private Path study;
    private final List<String> texts = new ArrayList<>();

    /// A claim for each text that the reader of studies takes; it refuses characters that no text needs.
    @BeforeEach
    void write() throws IOException {
        study = Filled.copy("hello", folder);
        var plan = new ArrayList<Map<String, Object>>();
        for (JsonNode text : MAPPER.readTree(Files.readString(TEXTS))) {
            Map<String, Object> claim = claim("text-" + texts.size(), text.asString());
            if (isTaken(List.of(claim))) {
                texts.add(text.asString());
                plan.add(claim);
            }
        }
        assertThat(texts).hasSizeGreaterThan(30);
        assertThat(isTaken(plan)).isTrue();
    }

    private static Map<String, Object> claim(String id, String text) {
        var claim = new LinkedHashMap<String, Object>();
        claim.put("claim", id);
        claim.put("asks", text);
        claim.put("says", text);
        claim.put("share", "greeting == \"wave\"");
        claim.put("expects", Map.of("above", "50%"));
        return claim;
    }

    /// JSON is YAML.
    private boolean isTaken(List<Map<String, Object>> claims) throws IOException {
        var plan = new ArrayList<Map<String, Object>>();
        var head = new LinkedHashMap<String, Object>();
        head.put("plan", "hello");
        head.put("respondents", 100);
        plan.add(head);
        plan.addAll(claims);
        Files.writeString(study.resolve("plan.yaml"), MAPPER.writeValueAsString(plan));
        return StudyFolder.read(study) instanceof StudyFolder.Reading.Valid;
    }

    /// What each claim says, as it was read, by its id.
    private Map<String, String> said() throws IOException {
        var said = new LinkedHashMap<String, String>();
        for (Claim claim :
                ((StudyFolder.Reading.Valid) StudyFolder.read(study)).folder().plan().claims()) {
            said.put(claim.id(), claim.says());
        }
        return said;
    }

    /// Without blanks and ends of lines, which the reader of studies may join.
    private static String unbroken(String text) {
        return text.replaceAll("[\\s\\p{Z}\u0085]+", "");
    }

    private JsonNode json(String... arguments) {
        Ran ran = Ran.of(arguments);
        assertThat(ran.exit()).as(ran.err()).isZero();
        steersNothing(ran);
        return MAPPER.readTree(ran.out());
    }

    /// Neither ends a line within it nor moves the cursor of a terminal.
    private static void steersNothing(Ran ran) {
        assertThat((ran.out() + ran.err()).chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
    }

    private Path simulated(String of, int respondents) {
        Path table = folder.resolve("answers.csv");
        Ran simulated =
                Ran.of(
                        "simulate",
                        of,
                        "--respondents",
                        Integer.toString(respondents),
                        "--seed",
                        "1",
                        "--out",
                        table.toString());
        assertThat(simulated.exit()).as(simulated.err()).isZero();
        return table;
    }

    @Test
    void whatAStudySaysIsTextInWhatIsPrinted() throws IOException {
        Path table = simulated(study.toString(), 100);
        Map<String, String> said = said();
        assertThat(said.values())
                .map(HostileJsonTest::unbroken)
                .containsExactlyElementsOf(texts.stream().map(HostileJsonTest::unbroken).toList());

        JsonNode analysed = json("analyse", study.toString(), "--data", table.toString(), "--json");

        var printed = new LinkedHashMap<String, String>();
        for (JsonNode finding : analysed.get("findings")) {
            printed.put(finding.get("id").asString(), finding.get("claim").asString());
            assertThat(finding.get("question").asString())
                    .isEqualTo(finding.get("claim").asString());
        }
        assertThat(printed).isEqualTo(said);
    }

    @Test
    void whatAStudySaysIsTextInARehearsal() throws IOException {
        JsonNode rehearsed =
                json(
                        "rehearse",
                        study.toString(),
                        "--respondents",
                        "20",
                        "--replications",
                        "2",
                        "--no-curve",
                        "--json");

        var printed = new LinkedHashMap<String, String>();
        for (JsonNode claim : rehearsed.get("claims")) {
            printed.put(claim.get("id").asString(), claim.get("says").asString());
            assertThat(claim.get("asks").asString()).isEqualTo(claim.get("says").asString());
        }
        assertThat(printed).isEqualTo(said());
    }

    /// Each text names a respondent, twice: of that one is told.
    @Test
    void whatATableNamesItsRespondentsIsTextInPredictions() throws IOException {
        String predicting = "../engine/src/test/resources/eyebright/prediction/greeting";
        Path table = simulated(predicting, 1);
        List<String> lines = Files.readAllLines(table);
        assertThat(lines.getFirst()).startsWith("respondent,");
        String rest = lines.get(1).substring(lines.get(1).indexOf(','));
        var rows = new StringBuilder(lines.getFirst()).append('\n');
        var names = new ArrayList<String>();
        for (JsonNode each : MAPPER.readTree(Files.readString(TEXTS))) {
            // Around it, so that no program takes it for a formula, and no reader for nothing.
            String name = "<" + each.asString() + ">";
            names.add(name);
            String row = '"' + name.replace("\"", "\"\"") + '"' + rest + '\n';
            rows.append(row).append(row);
        }
        Files.writeString(table, rows);

        JsonNode predicted = json("predict", predicting, "--data", table.toString(), "--json");

        assertThat(predicted.get("rows"))
                .extracting(row -> row.get("respondent").asString())
                .containsAll(names);
    }

    /// The version before is a file, which may come from elsewhere.
    @Test
    void whatAVersionSaysIsTextInWhatChanged() throws IOException {
        Path table = simulated(study.toString(), 100);
        Path out = folder.resolve("out");
        String[] publish = {
            "publish",
            study.toString(),
            "--data",
            table.toString(),
            "--out",
            out.toString(),
            "--json"
        };
        json(publish);
        Path file = out.resolve("version.json");
        ObjectNode version = (ObjectNode) MAPPER.readTree(Files.readString(file));
        var expected = new ArrayList<String>();
        for (int i = 0; i < texts.size(); i++) {
            JsonNode finding = version.get("findings").get(i);
            JsonNode figure = finding.get("figures").get(0);
            String text = texts.get(i);
            expected.add(
                    "%s: %s before, %s now."
                            .formatted(
                                    finding.get("id").asString(),
                                    text,
                                    figure.get("printed").asString()));
            ((ObjectNode) figure).put("printed", text);
        }
        Files.writeString(file, MAPPER.writeValueAsString(version));

        assertThat(json(publish).get("changed"))
                .extracting(JsonNode::asString)
                .containsAll(expected);
    }

    @Test
    void aVersionThatWouldSteerATerminalIsNone() throws IOException {
        Path table = simulated(study.toString(), 100);
        Path out = folder.resolve("out");
        String[] publish = {
            "publish",
            study.toString(),
            "--data",
            table.toString(),
            "--out",
            out.toString(),
            "--json"
        };
        json(publish);
        Path file = out.resolve("version.json");
        String version = Files.readString(file);
        for (String escape : List.of("\\u001b[2J", "\\u202e", "\\u0000")) {
            Files.writeString(
                    file,
                    version.replaceAll(
                            "(\"(day|printed)\" : \")", "$1" + Matcher.quoteReplacement(escape)));

            Ran ran = Ran.of(publish);

            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains("--out must hold a version.json that reads, or none");
            steersNothing(ran);
            assertThat(ran.err()).doesNotContain("\u202e");
        }
    }
}
