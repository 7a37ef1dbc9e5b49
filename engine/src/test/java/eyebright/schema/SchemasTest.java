package eyebright.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eyebright.source.Problem;
import eyebright.source.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The schemas that editors read say what the readers say.
class SchemasTest {

    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();
    private static final String STRANGE = "zzqxjzzqxj";

    /// So often is the same key changed, in different places: what stands beside it decides what it must be.
    private static final int OFTEN = 3;

    /// Of so many changes one is tried. It divides neither number of ways to change something, so that each way is.
    private static final int EVERY = 29;

    static List<String> files() {
        return Schemas.FILES;
    }

    static Stream<Path> studies() throws IOException {
        try (Stream<Path> studies = Files.list(Path.of("..", "studies"))) {
            List<Path> folders =
                    studies.filter(folder -> Files.exists(folder.resolve("study.yaml"))).toList();
            assertThat(folders).hasSizeGreaterThan(3);
            return folders.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void everyStudyKeepsTheSchemas(Path folder) throws IOException {
        for (String file : Schemas.FILES) {
            Path path = folder.resolve(file);
            if (Files.exists(path)) {
                assertThat(refusals(file, Whole.yaml(Files.readString(path)))).as(file).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void theStudyWithEveryKeyKeepsTheSchemas(String file) {
        assertThat(refusals(file, Whole.file(file))).isEmpty();
    }

    @Test
    void whatIsNoFileOfAStudyHasNoSchema() {
        assertThatThrownBy(() -> Schemas.text("article.md"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("file must be one of study.yaml, questions.yaml, ");
    }

    /// Keys that a reader knows at an entry only to say that they are for another kind of entry.
    private static final Map<String, Set<String>> FOR_OTHERS =
            Map.of(
                    "population.yaml/$defs/hidden",
                    Set.of("years", "skewed", "count", "yes", "shares", "odds", "rate", "points"),
                    "population.yaml/$defs/traits",
                    Set.of("odds", "rate", "points"));

    /// Into each mapping a key is put that nothing reads: the reader then tells which keys it does read there. Over all
    /// mappings of one kind these are the properties of their schema, no more and no fewer, and every kind is met.
    @ParameterizedTest
    @MethodSource("files")
    void theKeysOfASchemaAreThoseOfTheReader(String file) {
        Map<String, Set<String>> read = new TreeMap<>();
        Map<String, Set<String>> declared = new TreeMap<>();
        JsonNode whole = Whole.file(file);
        List<Defined.Part> parts = Defined.of(file, whole);
        for (int at = 0; at < parts.size(); at++) {
            if (Defined.isClosed(Defined.schema(file).at(parts.get(at).by()))) {
                ((ObjectNode) parts.get(at).value()).put(STRANGE + at, 1);
            }
        }
        List<Problem> errors = Whole.errors(file, whole);
        for (int at = 0; at < parts.size(); at++) {
            String by = parts.get(at).by();
            if (parts.get(at).value().has(STRANGE + at)) {
                Set<String> keys = knownInstead(STRANGE + at, errors);
                assertThat(keys).as("%s %s", by, parts.get(at).value()).isNotEmpty();
                read.computeIfAbsent(by, _ -> new TreeSet<>()).addAll(keys);
                declared.put(by, Defined.keys(file, by));
            }
        }
        read.forEach((by, keys) -> keys.removeAll(FOR_OTHERS.getOrDefault(file + by, Set.of())));
        assertThat(declared).isEqualTo(read);
        assertThat(declared.keySet()).isEqualTo(Defined.closed(file));
    }

    private static Set<String> knownInstead(String strange, List<Problem> errors) {
        String there = "delete it; there are ";
        var keys = new TreeSet<String>();
        for (Problem problem : errors) {
            if (problem.rule() == Rule.UNKNOWN_KEY
                    && problem.problem().startsWith("\"" + strange + "\"")) {
                assertThat(problem.fix()).startsWith(there);
                keys.addAll(List.of(problem.fix().substring(there.length()).split(", ")));
            }
        }
        return keys;
    }

    /// What only who reads the other files, or understands an expression, can know. Everything else is the form of a file.
    private static final Set<Rule> MEANING =
            EnumSet.of(
                    Rule.UNKNOWN_VARIABLE,
                    Rule.UNKNOWN_ORIGINAL,
                    Rule.UNKNOWN_SOURCE,
                    Rule.NEVER_ASKED,
                    Rule.BAD_EXPRESSION,
                    Rule.BAD_FORMULA,
                    Rule.WRONG_TYPE,
                    Rule.WRONG_EFFECT,
                    Rule.NOT_YET_DRAWN,
                    Rule.IMPOSSIBLE_WISH,
                    Rule.DUPLICATE_ID);

    /// What concerns the form and no schema can say, since it lies between two values, or depends on what a question is. By
    /// the words of the reader.
    private static final List<Pattern> BEYOND =
            Stream.of(
                            // The order of two numbers, or of many.
                            "from must be below to",
                            "points must go up by",
                            "count of a published figure must",
                            "numbers that rise",
                            "bands must rise",
                            "crosses must",
                            // One entry of a list is not as the others.
                            "nobody comes to this case",
                            "only the last band",
                            "bands must have at least three cut points",
                            "the plan itself must be the first entry",
                            // What a scale has, a question is, or an analysis gives.
                            "must have items keyed both ways",
                            "least of a scale must be a whole number",
                            "of expects must be .* here",
                            "has no unit",
                            "has no from",
                            "an effect has no (spread|per)",
                            "centre of an effect must be a number",
                            "must be a mapping of what it reads to its strength",
                            "is no item of the trait",
                            "items of .* lack ",
                            // What options a question has, and within which limits it is answered.
                            "given .* lacks ",
                            "must sum to 100%",
                            "the mean of .* must be from",
                            // The name of another thing.
                            "study must be the name of its folder",
                            "no page belongs to block")
                    .map(Pattern::compile)
                    .toList();

    /// What an editor underlines is a problem for the reader too: a schema that refused more would make authors change
    /// what is right. And what the reader has against the form of a file, an editor underlines. Each key of the study with
    /// every key is taken away, renamed, or given a value of another kind; each list is changed likewise.
    ///
    /// One change of [#EVERY] is tried, the same ones in each run; all of them with `-Deyebright.every-change=true`.
    @ParameterizedTest
    @MethodSource("files")
    void whatASchemaRefusesTheReaderRefusesAndTheOtherWayRound(String file) {
        int every = Boolean.getBoolean("eyebright.every-change") ? 1 : EVERY;
        var wrong = new ArrayList<String>();
        int refused = 0;
        List<Change> changes = changes(file);
        for (int i = 0; i < changes.size(); i += every) {
            JsonNode changed = changes.get(i).text().get();
            List<String> refusals = refusals(file, changed);
            List<Problem> errors = Whole.errors(file, changed);
            List<String> form =
                    errors.stream().filter(SchemasTest::isForm).map(Problem::problem).toList();
            if (!refusals.isEmpty() && errors.isEmpty()) {
                wrong.add("%s: the schema alone: %s".formatted(changes.get(i).what(), refusals));
            } else if (refusals.isEmpty() && !form.isEmpty()) {
                wrong.add("%s: the reader alone: %s".formatted(changes.get(i).what(), form));
            } else if (!refusals.isEmpty()) {
                refused++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).isGreaterThan(changes.size() / every / 2);
    }

    private static boolean isForm(Problem error) {
        return !MEANING.contains(error.rule())
                && BEYOND.stream().noneMatch(known -> known.matcher(error.problem()).find());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyKeyOfASchemaIsDescribed(String file) {
        for (String by : Defined.closed(file)) {
            for (var property : Defined.schema(file).at(by).path("properties").properties()) {
                String reference = property.getValue().path("$ref").asString("");
                JsonNode referred =
                        reference.isEmpty()
                                ? property.getValue()
                                : Defined.schema(file).at(reference.substring(1));
                String said =
                        property.getValue()
                                .path("description")
                                .asString(referred.path("description").asString(""));
                assertThat(said).as("%s/%s", by, property.getKey()).matches("(?s)\\p{Lu}.*[.}]");
            }
        }
    }

    /// Many editors know draft 7 only, so that what it does not have is not used, save the name `$defs`.
    @ParameterizedTest
    @MethodSource("files")
    void editorsOfAnEarlierDraftReadThemToo(String file) {
        assertThat(Schemas.text(file))
                .doesNotContain(
                        "\"dependentRequired\"",
                        "\"dependentSchemas\"",
                        "\"prefixItems\"",
                        "\"unevaluatedProperties\"",
                        "\"unevaluatedItems\"",
                        "\"minContains\"",
                        "\"maxContains\"",
                        "\"$dynamicRef\"",
                        "\"$anchor\"");
    }

    /// A way to change one key of a mapping.
    private record OfKey(String how, BiConsumer<ObjectNode, String> change) {}

    private static final List<OfKey> OF_KEYS =
            List.of(
                    new OfKey("without it", ObjectNode::remove),
                    new OfKey(
                            "renamed",
                            (object, key) -> object.set(key + "_" + STRANGE, object.remove(key))),
                    new OfKey("-1", (object, key) -> object.put(key, -1)),
                    new OfKey("\"7\"", (object, key) -> object.put(key, "7")),
                    new OfKey("true", (object, key) -> object.put(key, true)),
                    new OfKey("words", (object, key) -> object.put(key, "some words")),
                    new OfKey("empty", (object, key) -> object.put(key, "")),
                    new OfKey("[]", ObjectNode::putArray),
                    new OfKey(
                            "[{a: b}]",
                            (object, key) -> object.putArray(key).addObject().put("a", "b")),
                    new OfKey("{a: b}", (object, key) -> object.putObject(key).put("a", "b")));

    /// A way to change a list.
    private record OfList(String how, Consumer<ArrayNode> change) {}

    private static final List<OfList> OF_LISTS =
            List.of(
                    new OfList("shorter", list -> list.remove(list.size() - 1)),
                    new OfList("{a: b} more", list -> list.addObject().put("a", "b")),
                    new OfList("nothing more", list -> list.add("")),
                    new OfList("its first twice", list -> list.add(list.get(0).deepCopy())));

    /// A file, changed in one place.
    private record Change(String what, Supplier<JsonNode> text) {}

    private static List<Change> changes(String file) {
        JsonNode whole = Whole.file(file);
        var changes = new ArrayList<Change>();
        Map<String, Integer> often = new HashMap<>();
        List<Defined.Part> parts = Defined.of(file, whole);
        for (int at = 0; at < parts.size(); at++) {
            String by = parts.get(at).by();
            if (parts.get(at).value() instanceof ObjectNode object) {
                boolean isClosed = Defined.isClosed(Defined.schema(file).at(by));
                for (String key : object.propertyNames()) {
                    String kind = by + "/" + (isClosed ? key : "*");
                    if (often.merge(kind, 1, Integer::sum) <= OFTEN) {
                        ofKey(file, whole, at, by + "/" + key, key, changes);
                    }
                }
            } else if (often.merge(by, 1, Integer::sum) <= OFTEN
                    && !parts.get(at).value().isEmpty()) {
                ofList(file, whole, at, by, changes);
            }
        }
        return changes;
    }

    private static void ofKey(
            String file, JsonNode whole, int at, String where, String key, List<Change> changes) {
        for (OfKey way : OF_KEYS) {
            Supplier<JsonNode> changed =
                    () -> {
                        JsonNode copy = whole.deepCopy();
                        way.change()
                                .accept((ObjectNode) Defined.of(file, copy).get(at).value(), key);
                        return copy;
                    };
            changes.add(new Change("%s: %s".formatted(where, way.how()), changed));
        }
    }

    private static void ofList(
            String file, JsonNode whole, int at, String where, List<Change> changes) {
        for (OfList way : OF_LISTS) {
            Supplier<JsonNode> changed =
                    () -> {
                        JsonNode copy = whole.deepCopy();
                        way.change().accept((ArrayNode) Defined.of(file, copy).get(at).value());
                        return copy;
                    };
            changes.add(new Change("%s: %s".formatted(where, way.how()), changed));
        }
    }

    private static List<String> refusals(String file, JsonNode text) {
        return READ.computeIfAbsent(file, SchemasTest::schema).validate(text).stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema schema(String file) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Schemas.text(file), InputFormat.JSON);
    }
}
