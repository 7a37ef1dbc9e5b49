package eyebright.publish.data;

import eyebright.manuscript.Author;
import eyebright.publish.data.Columns.Cells;
import eyebright.publish.data.Columns.TableColumn;
import eyebright.study.Option;
import eyebright.study.Study;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Describes a package as Psych-DS asks: `dataset_description.json`, in the words of schema.org.
///
/// Every column of the table is named in `variableMeasured`. Source: Psych-DS, Rules and Conventions.
final class DatasetDescription {

    private DatasetDescription() {}

    /// The text of `dataset_description.json`.
    static String of(Release release) {
        Study study = release.dataset().study();
        ObjectNode root = PackageJson.object();
        root.put("@context", "https://schema.org/");
        root.put("@type", "Dataset");
        root.put("name", study.title());
        root.put("description", release.description());
        root.put("version", release.about().version());
        root.put("datePublished", release.about().day().toString());
        release.about().licence().ifPresent(licence -> root.put("license", licence.address()));
        ArrayNode authors = root.putArray("author");
        for (Author author : release.authors()) {
            ObjectNode each = authors.addObject();
            // Who is responsible may be an institution.
            each.put("@type", release.about().authors().isEmpty() ? "Organization" : "Person");
            each.put("name", author.name());
            author.orcid().ifPresent(orcid -> each.put("@id", "https://orcid.org/" + orcid));
            author.affiliation()
                    .ifPresent(
                            where ->
                                    each.putObject("affiliation")
                                            .put("@type", "Organization")
                                            .put("name", where));
        }
        root.put("measurementTechnique", "questionnaire on the web, filled in alone");
        ArrayNode variables = root.putArray("variableMeasured");
        for (TableColumn column : Columns.of(release.dataset())) {
            variable(column, variables.addObject());
        }
        return PackageJson.text(root);
    }

    private static void variable(TableColumn column, ObjectNode variable) {
        variable.put("@type", "PropertyValue");
        variable.put("name", column.name());
        String asked = column.before().map(before -> before + " ").orElse("");
        switch (column.cells()) {
            case Cells.Id _, Cells.Mark _, Cells.Reason _ ->
                    variable.put("description", column.label());
            case Cells.Codes(var options) ->
                    variable.put("description", column.label() + " " + meanings(options));
            case Cells.Named(Option option) ->
                    variable.put(
                            "description",
                            "%s 1 means named, 0 not named: %s"
                                    .formatted(column.question().orElse(""), option.label()));
            case Cells.Numbers numbers -> {
                variable.put("description", asked + column.label());
                if (!numbers.unit().isEmpty()) {
                    variable.put("unitText", numbers.unit());
                }
                variable.put("minValue", numbers.from());
                variable.put("maxValue", numbers.to());
            }
            case Cells.Words _ -> variable.put("description", column.label());
        }
    }

    private static String meanings(List<Option> options) {
        return options.stream()
                .map(option -> option.code() + " means " + option.label())
                .collect(Collectors.joining("; ", "(", ")"));
    }
}
