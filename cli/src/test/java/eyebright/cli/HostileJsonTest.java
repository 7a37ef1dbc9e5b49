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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `--json` prints is one object whatever a study says: every text that a study may hold comes out of it as it went in.
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
        // Neither ends a line within it nor moves the cursor of a terminal.
        assertThat(ran.out().chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
        return MAPPER.readTree(ran.out());
    }

    @Test
    void whatAStudySaysIsTextInWhatIsPrinted() throws IOException {
        Path table = folder.resolve("answers.csv");
        Ran simulated =
                Ran.of(
                        "simulate",
                        study.toString(),
                        "--respondents",
                        "100",
                        "--seed",
                        "1",
                        "--out",
                        table.toString());
        assertThat(simulated.exit()).as(simulated.err()).isZero();
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
}
