package eyebright.publish.data;

import eyebright.frame.Status;
import eyebright.manuscript.Author;
import eyebright.publish.data.Columns.Cells;
import eyebright.publish.data.Columns.TableColumn;
import eyebright.study.Option;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Describes a package as Frictionless Data does: `datapackage.json`, Data Package 2.0 with a Table Schema, so
/// that programs which know version 1 read it too.
///
/// Source: Pollock, Walsh, Kariv, Karev, Desmet, Welty & Slagel, Data Package 2.0 and Table Schema 2.0 (Data
/// Package Working Group 2024).
final class DataPackageJson {

    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    private final Release release;

    private DataPackageJson(Release release) {
        this.release = release;
    }

    /// The text of `datapackage.json`.
    ///
    /// @param table the table as it was written
    /// @param files the others that are listed
    static String of(Release release, FileFacts table, List<FileFacts> files) {
        return PackageJson.text(new DataPackageJson(release).tree(table, files));
    }

    private ObjectNode tree(FileFacts table, List<FileFacts> files) {
        ObjectNode root = PackageJson.object();
        root.put("$schema", PROFILES + "datapackage.json");
        root.put("name", release.dataset().study().name());
        root.put("title", release.dataset().study().title());
        root.put("description", release.description());
        root.put("version", release.about().version());
        // A day has no hour; the format wants one.
        root.put("created", release.about().day() + "T00:00:00Z");
        release.about()
                .licence()
                .ifPresent(
                        licence ->
                                root.putArray("licenses")
                                        .addObject()
                                        .put("name", licence.id())
                                        .put("path", licence.address())
                                        .put("title", licence.title()));
        ArrayNode contributors = root.putArray("contributors");
        for (Author author : release.authors()) {
            ObjectNode each = contributors.addObject().put("title", author.name());
            author.orcid().ifPresent(orcid -> each.put("path", "https://orcid.org/" + orcid));
            author.affiliation().ifPresent(where -> each.put("organization", where));
            each.putArray("roles").add("author");
        }
        ArrayNode resources = root.putArray("resources");
        ObjectNode data = resource(resources, "answers", table, "table");
        data.set("schema", schema());
        for (FileFacts file : files) {
            resource(resources, file.name(), file, "");
        }
        return root;
    }

    private static ObjectNode resource(
            ArrayNode resources, String name, FileFacts file, String type) {
        ObjectNode resource = resources.addObject();
        resource.put("$schema", PROFILES + "dataresource.json");
        resource.put("name", name);
        if (!type.isEmpty()) {
            resource.put("type", type);
        }
        resource.put("path", file.path());
        resource.put("description", file.is());
        resource.put("format", file.format());
        resource.put("mediatype", file.mediaType());
        if (file.isText()) {
            resource.put("encoding", "utf-8");
        }
        resource.put("bytes", file.bytes());
        resource.put("hash", "sha256:" + file.hash());
        return resource;
    }

    private ObjectNode schema() {
        ObjectNode schema = PackageJson.object();
        schema.put("$schema", PROFILES + "tableschema.json");
        ArrayNode fields = schema.putArray("fields");
        for (TableColumn column : Columns.of(release.dataset())) {
            field(column, fields.addObject());
        }
        ArrayNode missing = schema.putArray("missingValues");
        missing.add("");
        // Version 2 would take the meanings here too, but programs that know version 1 would not
        // read it.
        ObjectNode meanings = schema.putObject("missingValueMeanings");
        for (Status status : Status.values()) {
            if (status != Status.ANSWERED) {
                missing.add(status.token());
                meanings.put(status.token(), status.meaning());
            }
        }
        return schema;
    }

    private static void field(TableColumn column, ObjectNode field) {
        field.put("name", column.name());
        field.put("title", column.label());
        switch (column.cells()) {
            case Cells.Id _ -> {
                field.put("type", "string");
                field.putObject("constraints").put("unique", true);
            }
            case Cells.Mark _ -> {
                field.put("description", "Rehearsed respondents are made up: nobody answered.");
                field.put("type", "string");
            }
            case Cells.Reason _ -> {
                field.put("description", "A line with a reason holds nothing else.");
                field.put("type", "string");
            }
            case Cells.Codes(var options) -> codes(options, field);
            case Cells.Named _ -> {
                column.question().ifPresent(asked -> field.put("description", asked));
                field.put("type", "boolean");
                field.putArray("trueValues").add("1");
                field.putArray("falseValues").add("0");
            }
            case Cells.Numbers numbers -> {
                column.before().ifPresent(asked -> field.put("description", asked));
                field.put("type", numbers.decimals() == 0 ? "integer" : "number");
                ObjectNode constraints = field.putObject("constraints");
                limit(constraints, "minimum", numbers.from(), numbers.decimals());
                limit(constraints, "maximum", numbers.to(), numbers.decimals());
                if (!numbers.unit().isEmpty()) {
                    field.put("unit", numbers.unit());
                }
            }
            case Cells.Words _ -> {
                field.put(
                        "description",
                        "Words of the respondent's own. An apostrophe stands before a text that a"
                                + " spreadsheet would take for a formula or for a missing value.");
                field.put("type", "string");
            }
        }
    }

    private static void codes(List<Option> options, ObjectNode field) {
        field.put("type", "string");
        ArrayNode categories = field.putArray("categories");
        ArrayNode codes = field.putObject("constraints").putArray("enum");
        for (Option option : options) {
            categories.addObject().put("value", option.code()).put("label", option.label());
            codes.add(option.code());
        }
    }

    private static void limit(ObjectNode constraints, String name, BigDecimal limit, int decimals) {
        if (decimals == 0) {
            constraints.put(name, limit.longValue());
        } else {
            constraints.put(name, limit);
        }
    }
}
