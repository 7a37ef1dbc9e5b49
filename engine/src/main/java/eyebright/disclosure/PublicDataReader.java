package eyebright.disclosure;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.Sources;
import eyebright.source.YamlFile;
import eyebright.study.Option;
import eyebright.study.Page;
import eyebright.study.Study;
import eyebright.study.StudyReader;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `public-data` of `study.yaml`, which is no part of the questionnaire and changes no hash.
public final class PublicDataReader {

    private static final int MOST_FEWEST = 1_000;

    private final Study study;
    private final Problems problems;
    private final Map<String, Place> identifying = new LinkedHashMap<>();
    private final Map<String, Place> withheld = new LinkedHashMap<>();
    private final Map<String, Place> coarser = new LinkedHashMap<>();
    private final Map<String, Bands> bands = new LinkedHashMap<>();
    private final Map<String, Groups> groups = new LinkedHashMap<>();

    private PublicDataReader(Study study, Problems problems) {
        this.study = study;
        this.problems = problems;
    }

    /// What a study declares; empty if it declares nothing, or something that is faulty, which is then a problem.
    ///
    /// @param study that of the folder
    public static Optional<PublicData> read(Sources sources, Study study, Problems problems) {
        var own = new Problems();
        // What else is wrong with the file was said when the study was read.
        Optional<PublicData> read =
                sources.file(StudyReader.FILE)
                        .flatMap(text -> YamlFile.read(StudyReader.FILE, text, new Problems()))
                        .flatMap(root -> Fields.of("a study", root, new Problems()))
                        .flatMap(fields -> fields.node(StudyReader.PUBLIC_DATA))
                        .flatMap(node -> Fields.of(StudyReader.PUBLIC_DATA, node, own))
                        .flatMap(fields -> new PublicDataReader(study, own).read(fields));
        own.inFileOrder().forEach(problems::add);
        return read;
    }

    private Optional<PublicData> read(Fields fields) {
        fields.required("identifying");
        names(fields, "identifying", identifying);
        names(fields, "withhold", withheld);
        if (identifying.size() > PublicData.MOST) {
            problems.add(
                    Rule.TOO_LARGE,
                    fields.placeOf("identifying"),
                    "identifying must name at most %d variables, not %d"
                            .formatted(PublicData.MOST, identifying.size()),
                    "name those by which somebody could be found, or withhold some");
        }
        fields.fields("bands").ifPresent(this::bands);
        fields.fields("groups").ifPresent(this::groups);
        Optional<Integer> fewest = fields.integer("fewest", 2, MOST_FEWEST);
        fields.finish();
        withheld.forEach(this::isPublishedToo);
        withheld.forEach((name, place) -> isToldElsewhere(name, place, "withheld"));
        coarser.forEach((name, place) -> isToldElsewhere(name, place, "made coarser"));
        return problems.hasErrors()
                ? Optional.empty()
                : Optional.of(
                        new PublicData(
                                List.copyOf(identifying.keySet()),
                                bands,
                                groups,
                                List.copyOf(withheld.keySet()),
                                fewest.orElse(PublicData.FEWEST)));
    }

    /// The variables that a list names; a question of rated items stands for all of these.
    private void names(Fields fields, String key, Map<String, Place> into) {
        for (Node.Scalar scalar : fields.scalars(key)) {
            for (Variable variable : variables(scalar.value(), scalar.place())) {
                if (variable.kind() instanceof Kind.Text) {
                    problems.add(
                            Rule.WRONG_TYPE,
                            scalar.place(),
                            "\"%s\" is free text, which is never published"
                                    .formatted(variable.name()),
                            "take it out");
                } else if (into.putIfAbsent(variable.name(), scalar.place()) != null) {
                    problems.add(
                            Rule.DUPLICATE_ID,
                            scalar.place(),
                            "\"%s\" stands twice in %s".formatted(variable.name(), key),
                            "take one of the two out");
                }
            }
        }
    }

    private List<Variable> variables(String name, Place place) {
        Variable named = study.variables().get(name);
        if (named != null) {
            return List.of(named);
        }
        List<Variable> items =
                study.variables().values().stream()
                        .filter(variable -> variable.name().startsWith(name + "."))
                        .toList();
        if (items.isEmpty()) {
            GroupsReader.unknown(
                    "\"%s\" is not asked".formatted(Fields.shortened(name)),
                    name,
                    place,
                    study.variables().keySet(),
                    problems);
        }
        return items;
    }

    private void bands(Fields fields) {
        for (String name : fields.keys()) {
            Optional<Node> node = fields.node(name);
            Place place = fields.placeOf(name);
            for (Variable variable : variables(name, place)) {
                if (variable.kind() instanceof Kind.Numeric number) {
                    coarser.put(variable.name(), place);
                    node.flatMap(each -> BandsReader.read(name, number, each, problems))
                            .ifPresent(read -> bands.put(variable.name(), read));
                } else {
                    problems.add(
                            Rule.WRONG_TYPE,
                            place,
                            "bands are of numbers, and \"%s\" is none".formatted(variable.name()),
                            "put its options together under groups:");
                }
            }
        }
        fields.finish();
    }

    private void groups(Fields fields) {
        for (String name : fields.keys()) {
            Optional<Fields> own = fields.fields(name);
            Place place = fields.placeOf(name);
            for (Variable variable : variables(name, place)) {
                if (variable.kind() instanceof Kind.Choice(List<Option> options)) {
                    coarser.put(variable.name(), place);
                    own.ifPresent(
                            each ->
                                    groups.put(
                                            variable.name(),
                                            new GroupsReader(options, problems).read(each)));
                } else {
                    problems.add(
                            Rule.WRONG_TYPE,
                            place,
                            "groups are of options of which one is chosen, and \"%s\" has none"
                                    .formatted(variable.name()),
                            "put a number in bands:, or withhold it");
                }
            }
        }
        fields.finish();
    }

    private void isPublishedToo(String name, Place place) {
        if (identifying.containsKey(name) || coarser.containsKey(name)) {
            problems.add(
                    Rule.WRONG_VALUE,
                    place,
                    "\"%s\" is withheld, and stands under %s too"
                            .formatted(
                                    name,
                                    identifying.containsKey(name)
                                            ? "identifying"
                                            : "bands or groups"),
                    "keep one of the two");
        }
    }

    /// Who was shown a page tells what they answered to what its condition reads.
    private void isToldElsewhere(String name, Place place, String how) {
        List<String> pages =
                new Telltales(study).pages(name, withheld.keySet()).stream().map(Page::id).toList();
        if (!pages.isEmpty()) {
            problems.add(
                    Rule.WRONG_VALUE,
                    place,
                    "\"%s\" is %s, and who was shown page \"%s\" tells it"
                            .formatted(name, how, pages.getFirst()),
                    "withhold the questions of that page too, or publish \"%s\" as it was answered"
                            .formatted(name));
        }
    }
}
