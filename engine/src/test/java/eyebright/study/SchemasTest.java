package eyebright.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eyebright.source.Problem;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.Severity;
import eyebright.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The schemas that editors read say what the readers say.
class SchemasTest {

    private static final Path SCHEMAS = Path.of("..", "docs", "schemas");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();
    private static final String STRANGE = "zzqxjzzqxj";

    /// The study that has every kind of question and every key.
    private static final Map<String, String> WHOLE =
            Map.of(
                    "study.yaml", Studies.text("whole/study.yaml"),
                    "questions.yaml", Studies.text("whole/questions.yaml"));

    static Stream<Path> folders() throws IOException {
        try (Stream<Path> studies = Files.list(Path.of("..", "studies"))) {
            List<Path> folders =
                    studies.filter(folder -> Files.exists(folder.resolve("study.yaml"))).toList();
            assertThat(folders).hasSizeGreaterThan(3);
            return folders.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyStudyKeepsTheSchemas(Path folder) throws IOException {
        for (String file : WHOLE.keySet()) {
            assertThat(refusals(file, yaml(Files.readString(folder.resolve(file))))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"study.yaml", "questions.yaml"})
    void theStudyWithEveryKeyKeepsTheSchemas(String file) throws IOException {
        assertThat(refusals(file, yaml(Studies.text("whole/" + file)))).isEmpty();
    }

    /// Into each mapping a key is put that nothing reads: the reader then tells which keys it does read there. Over all
    /// mappings of one kind these are the properties of their schema, no more and no fewer.
    @ParameterizedTest
    @ValueSource(strings = {"study.yaml", "questions.yaml"})
    void theKeysOfASchemaAreThoseOfTheReader(String file) throws IOException {
        Map<String, Set<String>> read = new TreeMap<>();
        JsonNode schema = schemaText(file);
        Map<String, Set<String>> declared = new TreeMap<>();
        eachMapping(
                yaml(Studies.text("whole/" + file)),
                object -> object.put(STRANGE, 1),
                (path, changed) -> {
                    for (Problem problem : problems(file, changed)) {
                        if (problem.rule() == Rule.UNKNOWN_KEY
                                && problem.problem().contains(STRANGE)) {
                            assertThat(problem.fix()).startsWith("delete it; there are ");
                            read.computeIfAbsent(path, _ -> new TreeSet<>())
                                    .addAll(
                                            List.of(
                                                    problem.fix()
                                                            .substring(
                                                                    "delete it; there are "
                                                                            .length())
                                                            .split(", ")));
                            declared.put(path, properties(schema, path));
                        }
                    }
                });
        if (file.equals("study.yaml")) {
            // Read by a reader of its own, which only whole studies meet.
            assertThat(declared.keySet()).contains("", "/consent");
        } else {
            assertThat(declared.keySet())
                    .contains("/[]", "/[]/questions/[]", "/[]/questions/[]/points");
        }
        assertThat(declared).isEqualTo(read);
    }

    /// What an editor underlines is a problem for the reader too: a schema that refused more would make authors change
    /// what is right. Each key of the study with every key is taken away, renamed, or given a value of another kind.
    @ParameterizedTest
    @ValueSource(strings = {"study.yaml", "questions.yaml"})
    void whatASchemaRefusesTheReaderRefuses(String file) throws IOException {
        var both = new ArrayList<String>();
        JsonNode whole = yaml(Studies.text("whole/" + file));
        for (Consumer<Change> change : CHANGES) {
            eachKey(
                    whole,
                    change,
                    (path, changed) -> {
                        List<String> refusals = refusals(file, changed);
                        if (!refusals.isEmpty()) {
                            assertThat(problems(file, changed))
                                    .as("%s: %s", path, refusals)
                                    .anyMatch(
                                            problem -> problem.rule().severity() == Severity.ERROR);
                            both.add(path);
                        }
                    });
        }
        assertThat(both).hasSizeGreaterThan(50);
    }

    @Test
    void everyKeyOfASchemaIsDescribed() throws IOException {
        for (String file : WHOLE.keySet()) {
            described(schemaText(file), file);
        }
    }

    private static void described(JsonNode schema, String where) {
        JsonNode properties = schema.path("properties");
        for (var property : properties.properties()) {
            JsonNode value = property.getValue();
            assertThat(value.has("description") || value.has("$ref"))
                    .as(where + "/" + property.getKey())
                    .isTrue();
        }
        schema.forEach(inner -> described(inner, where));
    }

    /// One key of one mapping.
    private record Change(ObjectNode object, String key) {}

    private static final List<Consumer<Change>> CHANGES =
            List.of(
                    change -> change.object().remove(change.key()),
                    change ->
                            change.object()
                                    .set(
                                            change.key() + "_" + STRANGE,
                                            change.object().remove(change.key())),
                    change -> change.object().put(change.key(), -1),
                    change -> change.object().put(change.key(), "some words"),
                    change -> change.object().putArray(change.key()),
                    change -> change.object().putArray(change.key()).addObject().put("a", "b"),
                    change -> change.object().putObject(change.key()).put("a", "b"));

    /// Takes what a change led to.
    private interface Seen {
        void see(String path, JsonNode changed);
    }

    /// Each mapping of a text changed once.
    private static void eachMapping(JsonNode whole, Consumer<ObjectNode> change, Seen seen) {
        for (int at = 0; at < objects(whole).size(); at++) {
            JsonNode copy = whole.deepCopy();
            Map.Entry<String, ObjectNode> found = objects(copy).get(at);
            change.accept(found.getValue());
            seen.see(found.getKey(), copy);
        }
    }

    /// Each key of each mapping of a text changed once.
    private static void eachKey(JsonNode whole, Consumer<Change> change, Seen seen) {
        for (int at = 0; at < objects(whole).size(); at++) {
            for (String key : List.copyOf(objects(whole).get(at).getValue().propertyNames())) {
                JsonNode copy = whole.deepCopy();
                Map.Entry<String, ObjectNode> found = objects(copy).get(at);
                change.accept(new Change(found.getValue(), key));
                seen.see(found.getKey() + "/" + key, copy);
            }
        }
    }

    /// The mappings of a text with where they stand.
    private static List<Map.Entry<String, ObjectNode>> objects(JsonNode whole) {
        var found = new ArrayList<Map.Entry<String, ObjectNode>>();
        objects(whole, "", found);
        return found;
    }

    private static void objects(
            JsonNode node, String path, List<Map.Entry<String, ObjectNode>> into) {
        if (node instanceof ObjectNode object) {
            into.add(Map.entry(path, object));
            object.properties()
                    .forEach(each -> objects(each.getValue(), path + "/" + each.getKey(), into));
        } else if (node instanceof ArrayNode list) {
            list.forEach(each -> objects(each, path + "/[]", into));
        }
    }

    /// The keys that a schema names for what stands at that path.
    private static Set<String> properties(JsonNode schema, String path) {
        JsonNode at = resolved(schema, schema);
        for (String step : path.isEmpty() ? new String[0] : path.substring(1).split("/")) {
            at =
                    resolved(
                            schema,
                            step.equals("[]")
                                    ? at.path("items")
                                    : at.path("properties").path(step));
        }
        return new TreeSet<>(at.path("properties").propertyNames());
    }

    private static JsonNode resolved(JsonNode schema, JsonNode at) {
        JsonNode reference = at.path("$ref");
        return reference.isMissingNode() ? at : schema.at(reference.asString().substring(1));
    }

    private static List<Problem> problems(String file, JsonNode changed) {
        Map<String, String> files = new HashMap<>(WHOLE);
        // JSON is YAML.
        files.put(file, changed.toPrettyString());
        var problems = new Problems();
        StudyReader.read(new Sources("whole", files), problems);
        return problems.inFileOrder();
    }

    private static List<String> refusals(String file, JsonNode text) {
        return READ.computeIfAbsent(file, SchemasTest::schema).validate(text).stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema schema(String file) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schemaText(file).toString(), InputFormat.JSON);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static JsonNode schemaText(String file) throws IOException {
        return JSON.readTree(
                Files.readString(SCHEMAS.resolve(file.replace(".yaml", ".schema.json"))));
    }

    /// As editors read YAML 1.2: numbers and truth values have their kinds.
    private static JsonNode yaml(String text) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }
}
