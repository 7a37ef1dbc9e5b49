package eyebright.publish.data;

import static java.util.Map.entry;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Origin;
import eyebright.frame.Status;
import eyebright.manuscript.Author;
import eyebright.publish.data.Columns.Cells;
import eyebright.publish.data.Columns.TableColumn;
import eyebright.study.Option;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/// Describes study and variables as archives ask: DDI-Codebook 2.5.
///
/// Of each variable the question, what its values mean and how often each was given; cells without an answer are
/// categories marked missing. Source: DDI-Codebook 2.5 (DDI Alliance 2012; Creative Commons Attribution 4.0).
final class DdiCodebook {

    private static final String NAMESPACE = "ddi:codebook:2_5";
    private static final String SCHEMA =
            "http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd";
    private static final Map<String, String> NONE = Map.of();

    private final Release release;
    private final Study study;
    private final Frame frame;
    private final FileFacts table;
    private final List<TableColumn> columns;
    private final XmlText xml = new XmlText();

    private DdiCodebook(Release release, FileFacts table) {
        this.release = release;
        this.study = release.dataset().study();
        this.frame = release.dataset().frame();
        this.table = table;
        this.columns = Columns.of(release.dataset());
    }

    /// The document.
    static String of(Release release, FileFacts table) {
        try {
            return new DdiCodebook(release, table).document();
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String document() throws XMLStreamException {
        xml.element(
                "codeBook",
                Map.of(
                        "xmlns",
                        NAMESPACE,
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "xsi:schemaLocation",
                        NAMESPACE + " " + SCHEMA,
                        "version",
                        "2.5",
                        "xml:lang",
                        "en",
                        "ID",
                        "study-" + study.name()),
                () -> {
                    xml.element("docDscr", NONE, () -> citation("Codebook: " + study.title()));
                    xml.element("stdyDscr", NONE, this::studyDescription);
                    xml.element("fileDscr", Map.of("ID", "F1", "URI", table.path()), this::file);
                    xml.element("dataDscr", NONE, this::variables);
                });
        return xml.document();
    }

    private void citation(String title) throws XMLStreamException {
        xml.element(
                "citation",
                NONE,
                () -> {
                    xml.element(
                            "titlStmt",
                            NONE,
                            () -> {
                                xml.text("titl", title);
                                xml.text("IDNo", study.name());
                            });
                    xml.element("rspStmt", NONE, this::authors);
                    xml.element(
                            "prodStmt",
                            NONE,
                            () -> {
                                release.about().licence().ifPresent(this::copyright);
                                xml.text(
                                        "prodDate",
                                        Map.of("date", release.about().day().toString()),
                                        release.about().day().toString());
                                xml.text("software", "Eyebright");
                            });
                    xml.element(
                            "distStmt", NONE, () -> xml.text("contact", study.consent().contact()));
                    xml.element(
                            "verStmt",
                            NONE,
                            () ->
                                    xml.text(
                                            "version",
                                            Map.of("date", release.about().day().toString()),
                                            release.about().version()));
                });
    }

    private void copyright(Licence licence) {
        try {
            xml.text("copyright", licence.title() + ", " + licence.address());
        } catch (XMLStreamException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void authors() throws XMLStreamException {
        for (Author author : release.authors()) {
            xml.text(
                    "AuthEnty",
                    author.affiliation().map(where -> Map.of("affiliation", where)).orElse(NONE),
                    author.name());
        }
    }

    private void studyDescription() throws XMLStreamException {
        citation(study.title());
        xml.element(
                "stdyInfo",
                NONE,
                () -> {
                    xml.text("abstract", release.description());
                    xml.element("sumDscr", NONE, this::summary);
                });
        xml.element(
                "method",
                NONE,
                () -> {
                    xml.element("dataColl", NONE, this::collection);
                    if (!frame.excluded().isEmpty()) {
                        xml.text(
                                "notes",
                                "Who began and does not count: "
                                        + frame.excluded().entrySet().stream()
                                                .map(each -> each.getValue() + " " + each.getKey())
                                                .collect(Collectors.joining(", ")));
                    }
                });
        xml.element("dataAccs", NONE, () -> xml.element("useStmt", NONE, this::use));
    }

    private void summary() throws XMLStreamException {
        if (study.opens().isPresent()) {
            day("start", study.opens().get().toString());
        }
        if (study.closes().isPresent()) {
            day("end", study.closes().get().toString());
        }
        xml.text("anlyUnit", "respondent");
        xml.text(
                "universe",
                study.eligibility()
                        .map(
                                who ->
                                        "People who agreed to take part and for whom "
                                                + who.condition())
                        .orElse("People who agreed to take part"));
        xml.text(
                "dataKind",
                switch (frame.origin()) {
                    case Origin.Real _ -> "survey data";
                    case Origin.Rehearsed(String mark) ->
                            "rehearsed respondents (%s): nobody answered".formatted(mark);
                });
    }

    private void day(String event, String day) throws XMLStreamException {
        xml.text("collDate", Map.of("event", event, "date", day), day);
    }

    private void collection() throws XMLStreamException {
        xml.text("timeMeth", "cross-section");
        xml.text("sampProc", "whoever came to the public page of the study and agreed");
        xml.text("collMode", "self-administered questionnaire on the web");
        xml.text("resInstru", "structured questionnaire");
    }

    private void use() throws XMLStreamException {
        xml.text("contact", study.consent().contact());
        xml.text(
                "conditions",
                release.about()
                        .licence()
                        .map(licence -> licence.title() + ", " + licence.address())
                        .orElse(
                                "No licence was declared. Ask "
                                        + study.consent().contact()
                                        + " before you use these data."));
    }

    private void file() throws XMLStreamException {
        xml.element(
                "fileTxt",
                NONE,
                () -> {
                    xml.text("fileName", table.path());
                    xml.text("fileCont", table.is());
                    xml.element(
                            "dimensns",
                            NONE,
                            () -> {
                                xml.text("caseQnty", Integer.toString(frame.size()));
                                xml.text("varQnty", Integer.toString(columns.size()));
                            });
                    xml.text("fileType", Map.of("charset", "UTF-8"), "text/csv");
                });
    }

    private void variables() throws XMLStreamException {
        for (Variable variable : release.dataset().variables()) {
            if (variable.kind() instanceof Kind.Choices) {
                group(variable);
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            variable(columns.get(i), "V" + (i + 1));
        }
    }

    private void group(Variable variable) throws XMLStreamException {
        var members = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).variable().filter(variable.name()::equals).isPresent()) {
                members.append(members.isEmpty() ? "V" : " V").append(i + 1);
            }
        }
        xml.element(
                "varGrp",
                Map.of(
                        "ID",
                        "G-" + variable.name(),
                        "name",
                        variable.name(),
                        "type",
                        "multipleResp",
                        "var",
                        members.toString()),
                () -> xml.text("labl", variable.label()));
    }

    private void variable(TableColumn column, String id) throws XMLStreamException {
        boolean isNumber = column.cells() instanceof Cells.Numbers;
        Map<String, String> attributes =
                Map.ofEntries(
                        entry("ID", id),
                        entry("name", column.name()),
                        entry("files", "F1"),
                        entry("intrvl", isNumber ? "contin" : "discrete"));
        xml.element(
                "var",
                attributes,
                () -> {
                    xml.text("labl", column.label());
                    if (column.question().isPresent()) {
                        question(column, column.question().get());
                    }
                    if (column.variable().isPresent()) {
                        values(column, new Counts(frame.column(column.variable().get())));
                    }
                    xml.empty("varFormat", Map.of("type", isNumber ? "numeric" : "character"));
                });
    }

    private void question(TableColumn column, String asked) throws XMLStreamException {
        xml.element(
                "qstn",
                NONE,
                () -> {
                    if (column.before().isPresent()) {
                        xml.text("preQTxt", column.before().get());
                    }
                    xml.text("qstnLit", asked);
                });
    }

    private void values(TableColumn column, Counts counts) throws XMLStreamException {
        switch (column.cells()) {
            case Cells.Numbers numbers -> {
                xml.element(
                        "valrng",
                        NONE,
                        () ->
                                xml.empty(
                                        "range",
                                        Map.of(
                                                "UNITS", numbers.decimals() == 0 ? "INT" : "REAL",
                                                "min", numbers.from().toPlainString(),
                                                "max", numbers.to().toPlainString())));
                sums(counts);
            }
            case Cells.Codes(var options) -> {
                sums(counts);
                for (int i = 0; i < options.size(); i++) {
                    Option option = options.get(i);
                    category(NONE, option.code(), option.label(), counts.of(i));
                }
            }
            case Cells.Named(Option option) -> {
                sums(counts);
                int named = counts.of(place(column, option));
                category(NONE, "1", "named", named);
                category(NONE, "0", "not named", counts.answered() - named);
            }
            case Cells.Words _, Cells.Id _, Cells.Mark _, Cells.Reason _ -> sums(counts);
        }
        for (Status status : Status.values()) {
            if (status != Status.ANSWERED) {
                category(
                        Map.of("missing", "Y"),
                        status.token(),
                        status.meaning(),
                        counts.without(status));
            }
        }
    }

    private int place(TableColumn column, Option option) {
        return frame.column(column.variable().orElseThrow()) instanceof Column.Sets sets
                ? sets.options().indexOf(option)
                : -1;
    }

    private void sums(Counts counts) throws XMLStreamException {
        sum("vald", Integer.toString(counts.answered()));
        sum("invd", Integer.toString(frame.size() - counts.answered()));
        for (Map.Entry<String, String> each : counts.moments().entrySet()) {
            sum(each.getKey(), each.getValue());
        }
    }

    private void sum(String type, String number) throws XMLStreamException {
        xml.text("sumStat", Map.of("type", type), number);
    }

    private void category(Map<String, String> attributes, String value, String label, int count)
            throws XMLStreamException {
        xml.element(
                "catgry",
                attributes,
                () -> {
                    xml.text("catValu", value);
                    xml.text("labl", label);
                    xml.text("catStat", Map.of("type", "freq"), Integer.toString(count));
                });
    }
}
