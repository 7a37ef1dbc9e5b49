package eyebright.population;

import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Names;
import eyebright.study.Option;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads an entry of one variable, asked or hidden.
final class SingleReader {

    private final Declared declared;
    private final GroundReader grounds;
    private final MarginReader margins;
    private final EffectsReader effects;
    private final Figures figures;
    private final Problems problems;

    SingleReader(Declared declared, GroundReader grounds, Problems problems) {
        this.declared = declared;
        this.grounds = grounds;
        this.problems = problems;
        this.margins = new MarginReader(declared, problems);
        this.effects = new EffectsReader(declared, problems);
        this.figures = new Figures(problems);
    }

    /// An entry `variable:`.
    Optional<Entry> variable(Fields fields) {
        Optional<Node.Scalar> name = fields.requiredScalar("variable");
        Optional<Variable> variable =
                name.flatMap(it -> asked(it, declared, "the margin", problems));
        Optional<Entry> entry =
                variable.flatMap(
                        it -> {
                            Place place = name.orElseThrow().place();
                            return it.kind() instanceof Kind.Choices(List<Option> options)
                                    ? several(fields, it, codes(options), place)
                                    : single(fields, it, place);
                        });
        if (variable.isEmpty()) {
            // What is wrong with its numbers cannot be known; where they come from can.
            grounds.read("a margin", fields, true);
            return Optional.empty();
        }
        fields.finish();
        boolean isFirst = declared.declare(variable.get().name(), name.orElseThrow().place());
        return entry.filter(_ -> isFirst);
    }

    /// The question or item of that name; else a problem.
    static Optional<Variable> asked(
            Node.Scalar name, Declared declared, String thing, Problems problems) {
        Optional<Variable> variable = declared.variable(name.value());
        if (variable.isEmpty()) {
            Optional<String> nearest = Nearest.to(name.value(), declared.asked());
            problems.add(
                    Rule.UNKNOWN_VARIABLE,
                    name.place(),
                    "variable \"%s\" is not asked".formatted(Fields.shortened(name.value()))
                            + nearest.map("; nearest is \"%s\""::formatted).orElse(""),
                    nearest.map(near -> "write " + near)
                            .orElse("ask it, or take %s out".formatted(thing)));
        }
        return variable;
    }

    private static List<String> codes(List<Option> options) {
        return options.stream().map(Option::code).toList();
    }

    private Optional<Entry> single(Fields fields, Variable variable, Place place) {
        Optional<Margin> margin = margins.single(fields, variable);
        return margin(fields, variable.name(), Entry.Standing.ASKED, margin, place);
    }

    private Optional<Entry> margin(
            Fields fields,
            String name,
            Entry.Standing standing,
            Optional<Margin> margin,
            Place place) {
        List<Effect> read =
                margin.map(it -> effects.of(fields, name, Taking.of(it))).orElse(List.of());
        boolean isMore = !read.isEmpty() || margin.filter(it -> Origins.numbers(it) == 1).isEmpty();
        Ground ground = grounds.read("a margin", fields, isMore);
        if (margin.isEmpty()) {
            // Effects of what has no margin are not judged: one fault, one problem.
            fields.keys().stream().filter(SingleReader::isBeside).forEach(fields::has);
        }
        return margin.map(it -> new Entry.Single(name, standing, it, read, ground, place));
    }

    private static boolean isBeside(String key) {
        return Set.of("order", "from", "to").contains(key)
                || Arrays.stream(Measure.values()).anyMatch(it -> it.word().equals(key));
    }

    private Optional<Entry> several(
            Fields fields, Variable variable, List<String> codes, Place place) {
        Optional<Given<Map<String, Double>>> shares = margins.several(fields, variable);
        double dependence = dependence(fields, variable.name()).orElse(0.0);
        Map<String, List<Effect>> read =
                effects.ofParts(fields, variable.name(), Taking.OPTION, "option", codes);
        boolean isMore =
                !read.isEmpty()
                        || dependence > 0
                        || shares.filter(it -> Origins.shares(it) > 1).isPresent();
        Ground ground = grounds.read("a margin", fields, isMore);
        return shares.map(
                it -> new Entry.Several(variable.name(), it, dependence, read, ground, place));
    }

    private Optional<Double> dependence(Fields fields, String name) {
        return fields.node("dependence")
                .flatMap(it -> figures.number(it, "dependence of " + name, 0, 0.99));
    }

    /// An entry `hidden:`.
    Optional<Entry> hidden(Fields fields) {
        Optional<Node.Scalar> name = fields.requiredScalar("hidden");
        boolean isName = name.filter(it -> isOwnName(it, "hidden", declared, problems)).isPresent();
        if (!isName) {
            return Optional.empty();
        }
        String text = name.orElseThrow().value();
        Place place = name.get().place();
        Optional<Margin> margin = margins.hidden(fields, text);
        Optional<Entry> entry = margin(fields, text, Entry.Standing.HIDDEN, margin, place);
        fields.finish();
        boolean isFirst = declared.declare(text, place);
        return entry.filter(_ -> isFirst);
    }

    /// Whether a name has the form of one and is not that of a question or scale; else a problem.
    static boolean isOwnName(Node.Scalar name, String key, Declared declared, Problems problems) {
        String text = name.value();
        if (!Names.isId(text)) {
            problems.add(
                    Rule.WRONG_NAME,
                    name.place(),
                    "%s must be a lower-case word such as warmth_of_family, not \"%s\""
                            .formatted(key, Fields.shortened(text)),
                    "write a lower-case word");
            return false;
        }
        if (Names.isReserved(text)) {
            problems.add(
                    Rule.RESERVED_NAME,
                    name.place(),
                    "%s must not be \"%s\", which Eyebright needs for itself".formatted(key, text),
                    "choose another, such as %s2".formatted(text));
            return false;
        }
        if (!declared.isFree(text)) {
            problems.add(
                    Rule.DUPLICATE_ID,
                    name.place(),
                    "%s \"%s\" is also a question or a scale".formatted(key, text),
                    "choose another name");
            return false;
        }
        return true;
    }
}
