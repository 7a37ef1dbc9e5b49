package eyebright.score;

import eyebright.expression.Expression;
import eyebright.expression.Type;
import eyebright.expression.Vocabulary;
import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.Sources;
import eyebright.source.YamlFile;
import eyebright.stats.careless.EvenOddConsistency;
import eyebright.study.Expressions;
import eyebright.study.Names;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import eyebright.study.Vocabularies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads `scales.yaml`.
public final class ScalesReader {

    private static final String FILE = "scales.yaml";

    private static final Map<String, Scoring> SCORINGS =
            Map.of("mean", Scoring.MEAN, "sum", Scoring.SUM);

    private static final Map<String, Careless.Index> INDICES =
            Arrays.stream(Careless.Index.values())
                    .collect(Collectors.toUnmodifiableMap(Careless.Index::word, each -> each));

    private final Map<String, Variable> variables;
    private final Vocabulary vocabulary;
    private final Problems problems;
    private final Map<String, Place> taken = new HashMap<>();
    private final List<Scale> scales = new ArrayList<>();
    private final List<Flag> flags = new ArrayList<>();
    private final List<Careless> careless = new ArrayList<>();
    private final Study study;

    private ScalesReader(Study study, Problems problems) {
        this.study = study;
        this.variables = study.variables();
        this.vocabulary = Vocabularies.of(variables.values(), List.of());
        this.problems = problems;
    }

    /// The scales and flags of a folder, in the order of the file; none where it has no `scales.yaml`.
    /// What is faulty is left out and a problem.
    public static Scales read(Sources sources, Study study, Problems problems) {
        Optional<Node> root =
                sources.file(FILE).flatMap(text -> YamlFile.read(FILE, text, problems));
        if (root.isEmpty()) {
            return Scales.NONE;
        }
        var reader = new ScalesReader(study, problems);
        if (root.get() instanceof Node.Items items) {
            items.nodes().forEach(reader::entry);
        } else {
            problems.add(
                    Rule.WRONG_KIND,
                    root.get().place(),
                    "%s must be a list of scales and flags, not %s"
                            .formatted(FILE, root.get().kind()),
                    "begin each with - scale: NAME or - flag: NAME");
        }
        return new Scales(reader.scales, reader.flags, reader.careless);
    }

    private void entry(Node node) {
        String kind =
                Stream.of("flag", "careless")
                        .filter(
                                key ->
                                        node instanceof Node.Mapping mapping
                                                && mapping.entries().stream()
                                                        .anyMatch(entry -> entry.key().equals(key)))
                        .findFirst()
                        .orElse("scale");
        Fields.of(kind.equals("careless") ? "an index of care" : "a " + kind, node, problems)
                .ifPresent(
                        fields -> {
                            switch (kind) {
                                case "flag" -> flag(fields);
                                case "careless" -> careless(fields);
                                default -> scale(fields);
                            }
                            fields.finish();
                        });
    }

    private void careless(Fields fields) {
        Optional<Careless.Index> index = fields.word("careless", INDICES);
        boolean isRun = index.filter(each -> each == Careless.Index.LONGEST_RUN).isPresent();
        String side = isRun ? "above" : "below";
        List<Scale> named = named(fields, index);
        if (index.isPresent()) {
            fields.required(side);
        } else {
            // Which of the two is read depends on the index.
            fields.node("above");
            fields.node("below");
        }
        Optional<BigDecimal> bound = index.flatMap(_ -> fields.decimal(side));
        Optional<String> because = fields.requiredText("because");
        if (index.isPresent() && !named.isEmpty() && bound.isPresent() && because.isPresent()) {
            careless.add(
                    new Careless(
                            index.get(), named, bound.get().doubleValue(), because.get(), study));
        }
    }

    /// The scales that careless answers are looked for in; none if one does not fit.
    private List<Scale> named(Fields fields, Optional<Careless.Index> index) {
        if (fields.required("scales").isEmpty()) {
            return List.of();
        }
        var named = new ArrayList<Scale>();
        List<Node.Scalar> listed = fields.scalars("scales");
        for (Node.Scalar name : listed) {
            Optional<Scale> scale =
                    scales.stream().filter(each -> each.name().equals(name.value())).findFirst();
            if (scale.isEmpty()) {
                noScale(name);
            } else if (!scale.get().isKeyedBothWays()) {
                problems.add(
                        Rule.SCALE_ITEM,
                        name.place(),
                        "scale \"%s\" must have items keyed both ways, or one answer throughout may be an opinion"
                                .formatted(name.value()),
                        "take it out of the scales");
            } else if (!named.isEmpty() && !shareRange(named.getFirst(), scale.get())) {
                problems.add(
                        Rule.SCALE_ITEM,
                        name.place(),
                        "scales must share one range: \"%s\" and \"%s\" do not"
                                .formatted(name.value(), named.getFirst().name()),
                        "take it out of the scales");
            } else if (named.contains(scale.get())) {
                problems.add(
                        Rule.DUPLICATE_ID,
                        name.place(),
                        "scale \"%s\" stands twice here".formatted(name.value()),
                        "take one of the two out");
            } else {
                named.add(scale.get());
            }
        }
        boolean isEvenOdd = index.filter(each -> each == Careless.Index.EVEN_ODD).isPresent();
        int least = isEvenOdd ? EvenOddConsistency.FEWEST_SCALES : 1;
        if (listed.size() < least) {
            problems.add(
                    Rule.SCALE_ITEM,
                    fields.placeOf("scales"),
                    "scales of an index of care must be %d or more here, not %d"
                            .formatted(least, listed.size()),
                    "name more scales");
        }
        return named.size() == listed.size() && named.size() >= least ? named : List.of();
    }

    private boolean shareRange(Scale one, Scale other) {
        return study.variable(one.items().getFirst()).kind() instanceof Kind.Numeric range
                && study.variable(other.items().getFirst()).kind() instanceof Kind.Numeric next
                && sameRange(range, next);
    }

    private void noScale(Node.Scalar name) {
        Optional<String> nearest =
                Nearest.to(name.value(), scales.stream().map(Scale::name).toList());
        problems.add(
                Rule.UNKNOWN_VARIABLE,
                name.place(),
                "no scale \"%s\" stands above".formatted(Fields.shortened(name.value()))
                        + nearest.map("; nearest is \"%s\""::formatted).orElse(""),
                nearest.map(near -> "write " + near).orElse("declare the scale first"));
    }

    private void flag(Fields fields) {
        Optional<String> name = name(fields, "flag");
        Optional<Expression> condition =
                fields.requiredScalar("if")
                        .flatMap(
                                scalar ->
                                        Expressions.read(scalar, problems)
                                                .filter(
                                                        read ->
                                                                Expressions.check(
                                                                        read,
                                                                        scalar,
                                                                        vocabulary,
                                                                        Type.LOGIC,
                                                                        Rule.UNKNOWN_VARIABLE,
                                                                        problems)));
        Optional<String> because = fields.requiredText("because");
        if (name.isPresent() && condition.isPresent() && because.isPresent()) {
            flags.add(new Flag(name.get(), condition.get(), because.get()));
        }
    }

    private void scale(Fields fields) {
        Optional<String> name = name(fields, "scale");
        Optional<String> title = fields.text("title");
        Map<String, Node.Scalar> items = items(fields);
        Set<String> reversed = reversed(fields, items);
        int least = fields.integer("least", 1, Math.max(1, items.size())).orElse(items.size());
        Scoring scoring = fields.word("score", SCORINGS).orElse(Scoring.MEAN);
        Optional<Kind.Numeric> range = range(items);
        if (name.isPresent() && range.isPresent() && items.size() >= 2) {
            double ends = range.get().from().add(range.get().to()).doubleValue();
            scales.add(
                    new Scale(
                            name.get(),
                            title,
                            List.copyOf(items.keySet()),
                            reversed,
                            least,
                            scoring,
                            ends));
        }
    }

    private Optional<String> name(Fields fields, String key) {
        Optional<Node.Scalar> scalar = fields.requiredScalar(key);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        String name = scalar.get().value();
        Place place = scalar.get().place();
        if (!Names.isId(name)) {
            problems.add(
                    Rule.WRONG_NAME,
                    place,
                    "%s must be a lower-case word such as self_esteem, not \"%s\""
                            .formatted(key, Fields.shortened(name)),
                    "write a lower-case word");
            return Optional.empty();
        }
        if (Names.isReserved(name) || name.equals("excluded")) {
            problems.add(
                    Rule.RESERVED_NAME,
                    place,
                    "%s must not be \"%s\", which Eyebright needs for itself".formatted(key, name),
                    "choose another, such as %s2".formatted(name));
            return Optional.empty();
        }
        if (variables.containsKey(name)) {
            problems.add(
                    Rule.DUPLICATE_ID,
                    place,
                    "%s \"%s\" is also a question".formatted(key, name),
                    "rename the %s".formatted(key));
            return Optional.empty();
        }
        Place first = taken.putIfAbsent(name, place);
        if (first != null) {
            problems.add(
                    Rule.DUPLICATE_ID,
                    place,
                    "%s \"%s\" stands twice; it stands first in line %d"
                            .formatted(key, name, first.line()),
                    "rename one of the two");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    /// The items with their places, as far as they are asked.
    private Map<String, Node.Scalar> items(Fields fields) {
        var items = new LinkedHashMap<String, Node.Scalar>();
        if (fields.required("items").isEmpty()) {
            return items;
        }
        List<Node.Scalar> listed = fields.scalars("items");
        for (Node.Scalar item : listed) {
            if (!variables.containsKey(item.value())) {
                Optional<String> nearest = Nearest.to(item.value(), variables.keySet());
                problems.add(
                        Rule.UNKNOWN_VARIABLE,
                        item.place(),
                        "item \"%s\" is not asked".formatted(Fields.shortened(item.value()))
                                + nearest.map("; nearest is \"%s\""::formatted).orElse(""),
                        nearest.map(near -> "write " + near)
                                .orElse("ask it, or take it out of the scale"));
            } else if (items.putIfAbsent(item.value(), item) != null) {
                problems.add(
                        Rule.DUPLICATE_ID,
                        item.place(),
                        "item \"%s\" stands twice in one scale".formatted(item.value()),
                        "take one of the two out");
            }
        }
        if (listed.size() < 2) {
            problems.add(
                    Rule.SCALE_ITEM,
                    fields.placeOf("items"),
                    "items of a scale must be 2 or more, not %d".formatted(listed.size()),
                    "name the items; a single one is read by its own name");
        }
        return items;
    }

    private Set<String> reversed(Fields fields, Map<String, Node.Scalar> items) {
        var reversed = new LinkedHashSet<String>();
        for (Node.Scalar item : fields.scalars("reversed")) {
            if (items.containsKey(item.value())) {
                reversed.add(item.value());
                continue;
            }
            Optional<String> nearest = Nearest.to(item.value(), items.keySet());
            problems.add(
                    Rule.REVERSED_ITEM,
                    item.place(),
                    "reversed \"%s\" is not among the items"
                                    .formatted(Fields.shortened(item.value()))
                            + nearest.map("; nearest is \"%s\""::formatted).orElse(""),
                    nearest.map(near -> "write " + near)
                            .orElse("add it to the items, or take it out here"));
        }
        return reversed;
    }

    /// The range that all items share.
    private Optional<Kind.Numeric> range(Map<String, Node.Scalar> items) {
        Optional<Kind.Numeric> range = Optional.empty();
        String first = "";
        boolean isShared = true;
        for (Map.Entry<String, Node.Scalar> item : items.entrySet()) {
            Variable variable = variables.get(item.getKey());
            if (variable == null || !(variable.kind() instanceof Kind.Numeric numeric)) {
                problems.add(
                        Rule.SCALE_ITEM,
                        item.getValue().place(),
                        "item \"%s\" must be answered by a number, such as a rating"
                                .formatted(item.getKey()),
                        "take it out of the scale");
                isShared = false;
            } else if (range.isEmpty()) {
                range = Optional.of(numeric);
                first = item.getKey();
            } else if (!sameRange(range.get(), numeric)) {
                problems.add(
                        Rule.SCALE_ITEM,
                        item.getValue().place(),
                        "items of a scale must share one range: \"%s\" goes %s, \"%s\" goes %s"
                                .formatted(
                                        item.getKey(), words(numeric), first, words(range.get())),
                        "score them as two scales");
                isShared = false;
            }
        }
        return isShared ? range : Optional.empty();
    }

    private static boolean sameRange(Kind.Numeric a, Kind.Numeric b) {
        return a.from().compareTo(b.from()) == 0 && a.to().compareTo(b.to()) == 0;
    }

    private static String words(Kind.Numeric range) {
        return "from %s to %s".formatted(range.from().toPlainString(), range.to().toPlainString());
    }
}
