package eyebright.cli;

import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Looks into what `analyse --json` printed.
final class Json {

    private Json() {}

    static JsonNode finding(String json, String id) {
        return named(new ObjectMapper().readTree(json).get("findings"), "id", id);
    }

    static double estimate(JsonNode finding, String name) {
        return named(finding.get("estimates"), "name", name).get("value").asDouble();
    }

    private static JsonNode named(JsonNode list, String key, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.get(key).asString().equals(value))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no %s \"%s\" in %s".formatted(key, value, list)));
    }
}
