package eyebright.reporting;

import eyebright.source.Fields;
import eyebright.source.Problems;
import eyebright.source.Sources;
import eyebright.source.YamlFile;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Reads `reporting.yaml`.
public final class ReportingReader {

    /// The file of a study folder.
    public static final String FILE = "reporting.yaml";

    private ReportingReader() {}

    /// What the author tells; nothing where there is no file.
    public static Reporting read(Sources sources, Problems problems) {
        return sources.file(FILE)
                .flatMap(text -> YamlFile.read(FILE, text, problems))
                .flatMap(root -> Fields.of(FILE, root, problems))
                .map(ReportingReader::told)
                .orElse(Reporting.NOTHING);
    }

    private static Reporting told(Fields fields) {
        var items = new LinkedHashMap<String, String>();
        for (Guideline guideline : Guideline.all()) {
            Optional<Fields> own = fields.fields(guideline.key());
            own.ifPresent(
                    each -> {
                        guideline
                                .items()
                                .forEach(
                                        item ->
                                                each.text(item.id())
                                                        .ifPresent(
                                                                text ->
                                                                        items.put(
                                                                                Reporting.key(
                                                                                        guideline,
                                                                                        item),
                                                                                text.strip())));
                        each.finish();
                    });
        }
        fields.finish();
        return new Reporting(items);
    }
}
