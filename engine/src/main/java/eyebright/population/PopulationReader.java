package eyebright.population;

import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.Sources;
import eyebright.source.YamlFile;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `population.yaml`.
public final class PopulationReader {

    static final String FILE = "population.yaml";
    private static final String PUBLISHED = "published.yaml";

    private final Map<String, Variable> variables;
    private final Set<String> published;
    private final Problems problems;
    private final Map<String, Place> taken = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private Optional<Skipping> skipping = Optional.empty();

    private PopulationReader(Study study, Set<String> published, Problems problems) {
        this.variables = study.variables();
        this.published = published;
        this.problems = problems;
    }

    /// The population of a folder; [Population#EVEN] where it has no `population.yaml`. What is faulty is
    /// left out and a problem; so is a population none of whom would be eligible.
    public static Population read(Sources sources, Study study, Problems problems) {
        Optional<Node> root =
                sources.file(FILE).flatMap(text -> YamlFile.read(FILE, text, problems));
        if (root.isEmpty()) {
            return Population.EVEN;
        }
        var reader = new PopulationReader(study, published(sources), problems);
        if (root.get() instanceof Node.Items items) {
            items.nodes().forEach(reader::entry);
        } else {
            problems.add(
                    Rule.WRONG_KIND,
                    root.get().place(),
                    "%s must be a list of margins, not %s".formatted(FILE, root.get().kind()),
                    "begin each with - variable: NAME");
        }
        var population = new Population(reader.entries, reader.skipping, Optional.empty(), List.of());
        if (!new Rehearsed(study, population).findsEligible(Stream.of(0, 0))) {
            problems.add(
                    Rule.POPULATION_MARGIN,
                    root.get().place(),
                    "none of %,d rehearsed respondents is eligible"
                            .formatted(Rehearsed.MOST_ELIGIBLE_DRAWS),
                    "declare margins of the questions that eligible-if reads so that some are");
        }
        return population;
    }

    /// The ids of the published figures; what is wrong with that file is said by who reads it.
    private static Set<String> published(Sources sources) {
        var ids = new HashSet<String>();
        Optional<Node> root =
                sources.file(PUBLISHED)
                        .flatMap(text -> YamlFile.read(PUBLISHED, text, new Problems()));
        if (root.isPresent() && root.get() instanceof Node.Items items) {
            for (Node node : items.nodes()) {
                Fields.of("a figure", node, new Problems())
                        .flatMap(fields -> fields.scalar("published"))
                        .ifPresent(id -> ids.add(id.value()));
            }
        }
        return ids;
    }

    private void entry(Node node) {
        boolean isSkipping =
                node instanceof Node.Mapping mapping
                        && mapping.entries().stream()
                                .anyMatch(entry -> entry.key().equals("skipping"));
        String thing = isSkipping ? "skipping" : "a margin";
        Fields.of(thing, node, problems)
                .ifPresent(
                        fields -> {
                            if (isSkipping) {
                                skipping(fields);
                            } else {
                                margin(fields);
                            }
                            origin(thing, fields);
                            fields.finish();
                        });
    }

    private void skipping(Fields fields) {
        if (first("skipping", fields.placeOf("skipping"))) {
            fields.requiredScalar("skipping")
                    .flatMap(scalar -> Margins.share(scalar, "skipping", problems))
                    .ifPresent(share -> skipping = Optional.of(new Skipping(share, ground(fields))));
        }
    }

    private void margin(Fields fields) {
        Optional<Node.Scalar> name = fields.requiredScalar("variable");
        Optional<Variable> variable = name.flatMap(this::variable);
        Optional<Spread> spread = new Margins(fields, problems).read(variable);
        if (variable.isPresent()
                && first(variable.get().name(), name.orElseThrow().place())
                && spread.isPresent()) {
            entries.add(entry(variable.get(), spread.get(), ground(fields), name.orElseThrow().place()));
        }
    }

    private static Ground ground(Fields fields) {
        return fields.scalar("source")
                .map(id -> Ground.published(id.value()))
                .orElseGet(() -> Ground.assumed(fields.text("assumed").orElse("")));
    }

    private static Entry entry(Variable variable, Spread spread, Ground ground, Place place) {
        String name = variable.name();
        return switch (spread) {
            case Spread.Shares(Map<String, Double> shares) ->
                    variable.kind() instanceof Variable.Kind.Choices
                            ? new Entry.Several(
                                    name, new Given.Always<>(shares), 0, Map.of(), ground, place)
                            : single(
                                    name,
                                    new Margin.OneOf(new Given.Always<>(shares), List.of()),
                                    ground,
                                    place);
            case Spread.Normal(double mean, double deviation) ->
                    single(
                            name,
                            new Margin.Normal(
                                    new Given.Always<>(new Moments(mean, deviation)), Limits.NONE),
                            ground,
                            place);
            case Spread.Poisson(double mean) ->
                    single(
                            name,
                            new Margin.Count(
                                    new Given.Always<>(new Margin.Rate(mean, 0)), Optional.empty(), Limits.NONE),
                            ground,
                            place);
            case Spread.Even _ -> throw new IllegalStateException("an even margin is not declared");
        };
    }

    private static Entry single(String name, Margin margin, Ground ground, Place place) {
        return new Entry.Single(
                name, Entry.Standing.ASKED, margin, List.of(), ground, place);
    }

    private Optional<Variable> variable(Node.Scalar name) {
        Optional<Variable> variable = Optional.ofNullable(variables.get(name.value()));
        if (variable.isEmpty()) {
            Optional<String> nearest = Nearest.to(name.value(), variables.keySet());
            problems.add(
                    Rule.UNKNOWN_VARIABLE,
                    name.place(),
                    "variable \"%s\" is not asked".formatted(Fields.shortened(name.value()))
                            + nearest.map("; nearest is \"%s\""::formatted).orElse(""),
                    nearest.map(near -> "write " + near).orElse("ask it, or take the margin out"));
        }
        return variable;
    }

    private boolean first(String name, Place place) {
        Place first = taken.putIfAbsent(name, place);
        if (first != null) {
            problems.add(
                    Rule.DUPLICATE_ID,
                    place,
                    "\"%s\" is declared twice; it stands first in line %d"
                            .formatted(name, first.line()),
                    "take one of the two out");
        }
        return first == null;
    }

    /// Every number says where it comes from.
    private void origin(String thing, Fields fields) {
        Optional<Node.Scalar> source = fields.scalar("source");
        boolean hasSource = fields.has("source");
        boolean isAssumed = fields.has("assumed");
        fields.text("assumed");
        if (hasSource == isAssumed) {
            problems.add(
                    Rule.MISSING_KEY,
                    hasSource ? fields.placeOf("assumed") : fields.place(),
                    hasSource
                            ? "%s must have source or assumed, not both".formatted(thing)
                            : "%s has neither source nor assumed".formatted(thing),
                    hasSource
                            ? "take one of the two out"
                            : "add source: with an id of published.yaml, or assumed: and why");
        }
        source.filter(id -> !published.contains(id.value()))
                .ifPresent(
                        id ->
                                problems.add(
                                        Rule.UNKNOWN_ORIGINAL,
                                        id.place(),
                                        "no published figure \"%s\""
                                                        .formatted(Fields.shortened(id.value()))
                                                + Nearest.to(id.value(), published)
                                                        .map("; nearest is \"%s\""::formatted)
                                                        .orElse(""),
                                        "add it to published.yaml, or write assumed: and why"));
    }
}
