package eyebright.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Which part of a schema describes what stands where in a text that keeps it.
final class Defined {

    private static final Map<String, JsonNode> SCHEMAS = new ConcurrentHashMap<>();

    private final JsonNode schema;
    private final List<Part> parts = new ArrayList<>();

    private Defined(JsonNode schema) {
        this.schema = schema;
    }

    /// A mapping or list of a text.
    ///
    /// @param by where in the schema stands what describes it, such as `/$defs/claim`
    record Part(String by, JsonNode value) {}

    /// All mappings and lists of a text, in its order.
    static List<Part> of(String file, JsonNode text) {
        var defined = new Defined(schema(file));
        defined.walk("", defined.schema, text);
        return defined.parts;
    }

    static JsonNode schema(String file) {
        return SCHEMAS.computeIfAbsent(
                file, name -> JsonMapper.shared().readTree(Schemas.text(name)));
    }

    /// The keys that a schema names for mappings that it describes there.
    static Set<String> keys(String file, String by) {
        return new TreeSet<>(schema(file).at(by).path("properties").propertyNames());
    }

    /// Every place of a schema that describes mappings with keys of its own, and no others.
    static Set<String> closed(String file) {
        var found = new TreeSet<String>();
        closed("", schema(file), found);
        return found;
    }

    private static void closed(String at, JsonNode schema, Set<String> found) {
        if (isClosed(schema)) {
            found.add(at);
        }
        if (schema instanceof ObjectNode object) {
            object.properties()
                    .forEach(each -> closed(at + "/" + each.getKey(), each.getValue(), found));
        } else if (schema instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                closed(at + "/" + i, list.get(i), found);
            }
        }
    }

    static boolean isClosed(JsonNode schema) {
        return schema.has("properties") && schema.path("additionalProperties").isBoolean();
    }

    private void walk(String by, JsonNode found, JsonNode value) {
        String at = by;
        JsonNode description = found;
        if (description.has("$ref")) {
            at = description.path("$ref").asString().substring(1);
            description = schema.at(at);
        }
        if (description.has("anyOf") && !description.has("type")) {
            for (int i = 0; i < description.path("anyOf").size(); i++) {
                JsonNode branch = description.path("anyOf").get(i);
                if (fits(branch, value)) {
                    walk(at + "/anyOf/" + i, branch, value);
                    return;
                }
            }
            throw new IllegalStateException("nothing at %s describes %s".formatted(at, value));
        }
        if (value instanceof ObjectNode object) {
            parts.add(new Part(at, object));
            for (var each : object.properties()) {
                JsonNode own = description.path("properties").path(each.getKey());
                if (own.isMissingNode()) {
                    walk(
                            at + "/additionalProperties",
                            description.path("additionalProperties"),
                            each.getValue());
                } else {
                    walk(at + "/properties/" + each.getKey(), own, each.getValue());
                }
            }
        } else if (value instanceof ArrayNode list) {
            parts.add(new Part(at, list));
            for (JsonNode each : list) {
                walk(at + "/items", description.path("items"), each);
            }
        }
    }

    /// Whether a value may be what a schema describes, as far as kinds and keys tell.
    private boolean fits(JsonNode found, JsonNode value) {
        JsonNode description =
                found.has("$ref") ? schema.at(found.path("$ref").asString().substring(1)) : found;
        if (description.has("anyOf") && !description.has("type")) {
            return description.path("anyOf").valueStream().anyMatch(each -> fits(each, value));
        }
        String type = description.path("type").asString("");
        return switch (value) {
            case ArrayNode _ -> type.equals("array");
            case ObjectNode object -> type.equals("object") && hasFittingKeys(description, object);
            default -> !type.equals("array") && !type.equals("object");
        };
    }

    private boolean hasFittingKeys(JsonNode description, ObjectNode object) {
        for (JsonNode key : description.path("required")) {
            if (!object.has(key.asString())) {
                return false;
            }
        }
        for (var each : object.properties()) {
            JsonNode own = description.path("properties").path(each.getKey());
            if (own.isMissingNode()) {
                own = description.path("additionalProperties");
            }
            boolean isRefused = own.isBoolean() && !own.booleanValue();
            if (isRefused || (!isClosed(description) && !fits(own, each.getValue()))) {
                return false;
            }
        }
        return true;
    }
}
