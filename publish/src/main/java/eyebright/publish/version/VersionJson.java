package eyebright.publish.version;

import eyebright.publish.data.FileFacts;
import eyebright.source.Characters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A version as JSON. Equal versions give equal bytes. Reading passes over keys that it does not know, so that an older
/// Eyebright reads what a newer one wrote.
public final class VersionJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private VersionJson() {}

    /// What became of reading.
    public sealed interface Reading {

        /// It is a version.
        record Read(Version version) implements Reading {}

        /// There is nothing to read.
        record None() implements Reading {}

        /// It is none.
        ///
        /// @param why a clause
        record Fault(String why) implements Reading {}
    }

    /// One object, which ends with a line end.
    public static String write(Version version) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("study", version.study());
        root.put("title", version.title());
        root.put("number", version.number());
        root.put("day", version.day().toString());
        root.put("eyebright", version.eyebright());
        ObjectNode plan = root.putObject("plan").put("hash", version.plan().hash());
        version.plan().frozen().ifPresent(frozen -> plan.put("frozen", frozen));
        data(version.data(), root.putObject("data"));
        version.text().ifPresent(text -> root.put("text", text));
        ArrayNode changed = root.putArray("changed");
        version.changed().forEach(changed::add);
        ArrayNode findings = root.putArray("findings");
        for (Version.Told told : version.findings()) {
            ObjectNode each = findings.addObject().put("id", told.id()).put("asks", told.asks());
            told.verdict().ifPresent(verdict -> each.put("verdict", verdict));
            ArrayNode figures = each.putArray("figures");
            told.figures()
                    .forEach(
                            figure ->
                                    figures.addObject()
                                            .put("name", figure.name())
                                            .put("printed", figure.printed())
                                            .put("value", figure.value()));
        }
        var printer =
                new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return MAPPER.writer().with(printer).writeValueAsString(root) + "\n";
    }

    private static void data(Version.Data data, ObjectNode into) {
        into.put("kind", data.kind());
        data.hash().ifPresent(hash -> into.put("hash", hash));
        into.put("respondents", data.respondents());
        ObjectNode excluded = into.putObject("excluded");
        data.excluded().forEach(excluded::put);
        data.removed().ifPresent(removed -> into.put("removed", removed));
        data.licence().ifPresent(licence -> into.put("licence", licence));
        ArrayNode files = into.putArray("files");
        data.files()
                .forEach(
                        file ->
                                files.addObject()
                                        .put("path", file.path())
                                        .put("is", file.is())
                                        .put("bytes", file.bytes())
                                        .put("sha256", file.hash()));
    }

    /// What a text holds.
    public static Reading read(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException notJson) {
            return new Reading.Fault("it is no JSON");
        }
        try {
            return new Reading.Read(version(root));
        } catch (IllegalArgumentException wrong) {
            return new Reading.Fault(String.valueOf(wrong.getMessage()));
        }
    }

    private static Version version(JsonNode root) {
        var findings = new ArrayList<Version.Told>();
        for (JsonNode each : array(root, "findings")) {
            var figures = new ArrayList<Version.Figure>();
            for (JsonNode figure : array(each, "figures")) {
                figures.add(
                        new Version.Figure(
                                text(figure, "name"),
                                text(figure, "printed"),
                                finite(figure, "value")));
            }
            findings.add(
                    new Version.Told(
                            text(each, "id"), text(each, "asks"), maybe(each, "verdict"), figures));
        }
        JsonNode plan = object(root, "plan");
        return new Version(
                text(root, "study"),
                text(root, "title"),
                whole(root, "number"),
                day(text(root, "day")),
                text(root, "eyebright"),
                new Version.Plan(text(plan, "hash"), maybe(plan, "frozen")),
                data(object(root, "data")),
                maybe(root, "text"),
                findings,
                texts(root, "changed"));
    }

    private static Version.Data data(JsonNode data) {
        Map<String, String> excluded = new LinkedHashMap<>();
        object(data, "excluded")
                .properties()
                .forEach(
                        each ->
                                excluded.put(
                                        harmless("excluded", each.getKey()),
                                        harmless("excluded", each.getValue().asString(""))));
        var files = new ArrayList<FileFacts>();
        for (JsonNode file : array(data, "files")) {
            files.add(
                    new FileFacts(
                            text(file, "path"),
                            text(file, "is"),
                            bytes(file),
                            text(file, "sha256")));
        }
        return new Version.Data(
                text(data, "kind"),
                maybe(data, "hash"),
                whole(data, "respondents"),
                excluded,
                maybe(data, "removed"),
                maybe(data, "licence"),
                files);
    }

    private static LocalDate day(String text) {
        try {
            if (text.matches("[0-9]{4}-.*")) {
                return LocalDate.parse(text);
            }
            throw new DateTimeException("not a year of four digits");
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "day must be like 2026-11-22, not \"%s\"".formatted(text), wrong);
        }
    }

    private static JsonNode value(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("it holds no \"%s\"".formatted(key));
        }
        return value;
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = value(node, key);
        if (!value.isString()) {
            throw new IllegalArgumentException("\"%s\" must be a text".formatted(key));
        }
        return harmless(key, value.asString());
    }

    /// What stands in a version is printed, and the file may come from elsewhere: nothing in it may steer a terminal.
    private static String harmless(String key, String text) {
        OptionalInt stranger = Characters.stranger(text);
        if (stranger.isPresent()) {
            throw new IllegalArgumentException(
                    "\"%s\" must be a text without the character U+%04X"
                            .formatted(key, stranger.getAsInt()));
        }
        return text;
    }

    private static Optional<String> maybe(JsonNode node, String key) {
        return Optional.ofNullable(node.get(key))
                .filter(JsonNode::isString)
                .map(text -> harmless(key, text.asString()));
    }

    private static JsonNode number(JsonNode node, String key) {
        JsonNode value = value(node, key);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("\"%s\" must be a number".formatted(key));
        }
        return value;
    }

    private static double finite(JsonNode node, String key) {
        JsonNode value = number(node, key);
        if (!Double.isFinite(value.asDouble(Double.NaN))) {
            throw new IllegalArgumentException("\"%s\" must be finite".formatted(key));
        }
        return value.asDouble();
    }

    private static long bytes(JsonNode file) {
        JsonNode value = number(file, "bytes");
        if (!value.canConvertToLong() || !value.isIntegralNumber() || value.asLong() < 0) {
            throw new IllegalArgumentException("\"bytes\" must be 0 or a whole number above");
        }
        return value.asLong();
    }

    private static int whole(JsonNode node, String key) {
        JsonNode value = number(node, key);
        if (!value.isInt() || value.asInt() < 0) {
            throw new IllegalArgumentException(
                    "\"%s\" must be 0 or a whole number above".formatted(key));
        }
        return value.asInt();
    }

    private static JsonNode object(JsonNode node, String key) {
        JsonNode value = value(node, key);
        if (!value.isObject()) {
            throw new IllegalArgumentException("\"%s\" must be an object".formatted(key));
        }
        return value;
    }

    private static JsonNode array(JsonNode node, String key) {
        JsonNode value = value(node, key);
        if (!value.isArray()) {
            throw new IllegalArgumentException("\"%s\" must be a list".formatted(key));
        }
        return value;
    }

    private static List<String> texts(JsonNode node, String key) {
        var texts = new ArrayList<String>();
        array(node, key).forEach(each -> texts.add(harmless(key, each.asString(""))));
        return texts;
    }
}
