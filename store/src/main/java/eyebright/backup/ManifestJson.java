package eyebright.backup;

import eyebright.database.Table;
import eyebright.retention.RetentionLog;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A [Manifest] as JSON, written and read. Reading takes nothing on trust: the file may come from anybody.
final class ManifestJson {

    /// Of the form of the whole file, not of the tables in it.
    static final int FORMAT = 1;

    private static final String DELETIONS = "deletions";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private ManifestJson() {}

    static String write(Manifest manifest) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("backup", FORMAT);
        root.put("day", manifest.day().toString());
        manifest.keys().ifPresent(keys -> root.put("keys", keys));
        ArrayNode databases = root.putArray("databases");
        for (Manifest.Database database : manifest.databases()) {
            ObjectNode each =
                    databases
                            .addObject()
                            .put("name", database.part().word())
                            .put("schema", database.schema());
            ArrayNode tables = each.putArray("tables");
            for (Manifest.Rows rows : database.tables()) {
                ObjectNode table = tables.addObject().put("name", rows.table());
                ArrayNode columns = table.putArray("columns");
                rows.columns()
                        .forEach(
                                column ->
                                        columns.addObject()
                                                .put("name", column.name())
                                                .put("kind", word(column.kind())));
                table.put("rows", rows.count());
                content(rows.content(), table);
            }
        }
        ArrayNode files = root.putArray("files");
        manifest.files().forEach(file -> content(file, files.addObject()));
        ArrayNode deletions = root.putArray(DELETIONS);
        for (RetentionLog.Deletion each : manifest.deletions()) {
            deletions
                    .addObject()
                    .put("study", each.study())
                    .put("end", each.end().toString())
                    .put("day", each.day().toString())
                    .put("respondents", each.respondents());
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void content(Manifest.Content content, ObjectNode into) {
        into.put("path", content.path())
                .put("bytes", content.bytes())
                .put("sha256", content.sha256());
    }

    private static String word(Table.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// What a text says.
    ///
    /// @throws IllegalArgumentException if that is no manifest that this Eyebright can read; the message ends a sentence
    static Manifest read(byte[] json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("its manifest is no JSON", notJson);
        }
        long format = whole(root, "backup");
        if (format > FORMAT) {
            throw new IllegalArgumentException(
                    "it was made by a newer Eyebright (form %d, this one knows %d); use that one"
                            .formatted(format, FORMAT));
        }
        var databases = new ArrayList<Manifest.Database>();
        for (JsonNode each : array(root, "databases")) {
            databases.add(database(each));
        }
        if (databases.stream().map(Manifest.Database::part).distinct().count() < databases.size()) {
            throw wrong("databases");
        }
        var files = new ArrayList<Manifest.Content>();
        for (JsonNode each : array(root, "files")) {
            files.add(content(each));
        }
        return new Manifest(
                day(text(root, "day")),
                root.has("keys") ? Optional.of(text(root, "keys")) : Optional.empty(),
                databases,
                files,
                deletions(root));
    }

    /// Backups of earlier Eyebrights have none.
    private static List<RetentionLog.Deletion> deletions(JsonNode root) {
        var deletions = new ArrayList<RetentionLog.Deletion>();
        if (!root.has(DELETIONS)) {
            return deletions;
        }
        for (JsonNode each : array(root, DELETIONS)) {
            try {
                deletions.add(
                        new RetentionLog.Deletion(
                                text(each, "study"),
                                LocalDate.parse(text(each, "end")),
                                LocalDate.parse(text(each, "day")),
                                Math.toIntExact(whole(each, "respondents"))));
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException none) {
                throw new IllegalArgumentException(
                        "its manifest has no \"%s\" that are such".formatted(DELETIONS), none);
            }
        }
        return deletions;
    }

    private static Manifest.Database database(JsonNode node) {
        String name = text(node, "name");
        Part part =
                Part.of(name)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "it holds a database \"%s\", which this Eyebright does not know"
                                                        .formatted(shown(name))));
        long schema = whole(node, "schema");
        int known = part.file().schema().known();
        if (schema > known) {
            throw new IllegalArgumentException(
                    "its %s are of a newer Eyebright (tables %d, this one knows %d); use that one"
                            .formatted(name, schema, known));
        }
        if (schema < 1) {
            throw wrong("schema");
        }
        var tables = new ArrayList<Manifest.Rows>();
        for (JsonNode each : array(node, "tables")) {
            var columns = new ArrayList<Table.Column>();
            for (JsonNode column : array(each, "columns")) {
                columns.add(new Table.Column(name(column), kind(text(column, "kind"))));
            }
            Manifest.Content content = content(each);
            String table = name(each);
            if (!content.path().equals(Manifest.entry(part, table))) {
                throw wrong("path");
            }
            tables.add(new Manifest.Rows(table, columns, whole(each, "rows"), content));
        }
        return new Manifest.Database(part, (int) schema, tables);
    }

    private static Manifest.Content content(JsonNode node) {
        String hash = text(node, "sha256");
        if (!HASH.matcher(hash).matches()) {
            throw wrong("sha256");
        }
        return new Manifest.Content(text(node, "path"), whole(node, "bytes"), hash);
    }

    private static Table.Kind kind(String word) {
        for (Table.Kind kind : Table.Kind.values()) {
            if (word(kind).equals(word)) {
                return kind;
            }
        }
        throw wrong("kind");
    }

    private static String name(JsonNode node) {
        String name = text(node, "name");
        if (!NAME.matcher(name).matches()) {
            throw wrong("name");
        }
        return name;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new IllegalArgumentException("its manifest has no \"day\" that is one", noDay);
        }
    }

    private static String text(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null || !value.isString()) {
            throw wrong(key);
        }
        return value.stringValue();
    }

    private static long whole(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(key);
        }
        long number = value.longValue();
        if (number < 0) {
            throw wrong(key);
        }
        return number;
    }

    private static List<JsonNode> array(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null || !value.isArray()) {
            throw wrong(key);
        }
        return List.copyOf(value.values());
    }

    private static IllegalArgumentException wrong(String key) {
        return new IllegalArgumentException(
                "its manifest has no \"%s\" that is one".formatted(key));
    }

    /// A text from elsewhere as a terminal may show it.
    static String shown(String text) {
        String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= 100 ? plain : plain.substring(0, 100) + "…";
    }
}
