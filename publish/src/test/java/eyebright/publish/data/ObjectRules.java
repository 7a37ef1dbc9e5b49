package eyebright.publish.data;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a standard of JSON lets stand where, from a table of the models, and what a document does against it.
final class ObjectRules {

    /// A web address, or a path that does not lead out of its folder.
    private static final String PATH =
            "(?:https?|ftps?)://.*|(?![./~])(?!file:)(?:(?!/\\.\\./)(?!\\\\)(?!://).)*";

    private final Map<String, Map<String, KeyRule>> rules = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private ObjectRules(String table) {
        for (String line : KeyRule.lines(table)) {
            int colon = line.indexOf(':');
            String name = line.substring(line.startsWith("+") ? 1 : 0, colon);
            rules.computeIfAbsent(name, _ -> new LinkedHashMap<>())
                    .putAll(KeyRule.of(line.substring(colon + 1)));
        }
    }

    /// What a document does against a table, in sentences; empty if nothing.
    ///
    /// @param object the line that the whole document is held to
    static List<String> faults(String table, String object, JsonNode document) {
        var held = new ObjectRules(table);
        held.object(object, object, document);
        return held.faults;
    }

    private void object(String at, String name, JsonNode node) {
        Map<String, KeyRule> keys = rules.get(name);
        if (keys == null) {
            faults.add("%s: nothing is a %s".formatted(at, name));
            return;
        }
        if (!node.isObject()) {
            faults.add("%s must be an object".formatted(at));
            return;
        }
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            KeyRule key = keys.get(each.getKey());
            if (key == null) {
                faults.add("%s: no key %s".formatted(at, each.getKey()));
            } else {
                value("%s.%s".formatted(at, each.getKey()), key.type(), each.getValue());
            }
        }
        keys.values().stream()
                .filter(key -> key.isNeeded() && !node.has(key.name()))
                .forEach(key -> faults.add("%s: %s is missing".formatted(at, key.name())));
    }

    private void value(String at, String type, JsonNode node) {
        if (type.startsWith("[")) {
            list(at, type, node);
        } else if (type.startsWith("@")) {
            int dot = type.indexOf('.');
            object(
                    at,
                    dot < 0
                            ? type.substring(1)
                            : type.substring(1, dot + 1)
                                    + node.path(type.substring(dot + 1)).asString("?"),
                    node);
        } else if (!isA(type, node)) {
            faults.add("%s must be %s, not %s".formatted(at, type, node));
        }
    }

    private void list(String at, String type, JsonNode node) {
        int end = type.lastIndexOf(']');
        String often = type.substring(end + 1);
        if (!node.isArray()) {
            faults.add("%s must be a list".formatted(at));
            return;
        }
        if (node.isEmpty() && !often.isEmpty()) {
            faults.add("%s must not be empty".formatted(at));
        }
        var seen = new HashSet<JsonNode>();
        for (int i = 0; i < node.size(); i++) {
            value("%s[%d]".formatted(at, i), type.substring(1, end), node.get(i));
            if (!seen.add(node.get(i)) && often.equals("!")) {
                faults.add("%s holds %s twice".formatted(at, node.get(i)));
            }
        }
    }

    private static boolean isA(String type, JsonNode node) {
        return switch (type) {
            case "integer" -> node.isIntegralNumber();
            case "number" -> node.isNumber();
            case "boolean" -> node.isBoolean();
            case "texts" -> node.isObject() && node.valueStream().allMatch(JsonNode::isString);
            default -> node.isString() && isText(type, node.asString());
        };
    }

    private static boolean isText(String type, String text) {
        return switch (type) {
            case "text" -> true;
            case "name" -> text.matches("[-a-z0-9._/]+");
            case "licence" -> text.matches("[-a-zA-Z0-9._]+");
            case "path" -> text.matches(PATH);
            case "mediatype" -> text.matches(".+/.+");
            case "hash" -> text.matches("[^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|");
            case "email" -> text.matches("[^@\\s]+@[^@\\s]+");
            case "uri" -> isUri(text);
            case "date" -> isTime(() -> LocalDate.parse(text));
            case "date-time" -> isTime(() -> OffsetDateTime.parse(text));
            default -> List.of(type.split("\\|", -1)).contains(text);
        };
    }

    private static boolean isUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static boolean isTime(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
