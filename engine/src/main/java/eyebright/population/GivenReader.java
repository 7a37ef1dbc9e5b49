package eyebright.population;

import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Option;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads what holds for everybody, or for each answer to an earlier question: `{given: training, …}`.
final class GivenReader {

    /// Reads the value of one level.
    interface One<T> {

        /// The value of a level; empty, with a problem, where it is wrong.
        ///
        /// @param thing what it is, for problems
        Optional<T> read(String thing, Node node);
    }

    private static final String GIVEN = "given";
    private static final String ELSE = "else";

    private final Declared declared;
    private final Problems problems;

    GivenReader(Declared declared, Problems problems) {
        this.declared = declared;
        this.problems = problems;
    }

    /// Whether a value says different things for different answers.
    static boolean isGiven(Node node) {
        return node instanceof Node.Mapping mapping
                && mapping.entries().stream().anyMatch(entry -> entry.key().equals(GIVEN));
    }

    /// @param thing what is read, for problems, such as `years of experience`
    /// @param others keys of the mapping that are no levels and are read elsewhere
    <T> Optional<Given<T>> read(String thing, Node node, Set<String> others, One<T> one) {
        if (!isGiven(node)) {
            return one.read(thing, node).map(Given.Always::new);
        }
        Fields fields = Fields.of(thing, node, problems).orElseThrow();
        Optional<Node.Scalar> given = fields.scalar(GIVEN);
        Optional<List<String>> codes = given.flatMap(this::codes);
        if (codes.isEmpty()) {
            return Optional.empty();
        }
        String variable = given.orElseThrow().value();
        boolean isGood = areLevels(fields, variable, codes.get(), others);
        var levels = new LinkedHashMap<String, T>();
        var missing = new TreeSet<String>();
        for (String code : codes.get()) {
            Optional<Node> level = fields.node(code).or(() -> fields.node(ELSE));
            if (level.isEmpty()) {
                missing.add(code);
                continue;
            }
            String key = fields.has(code) ? code : ELSE;
            Optional<T> value = one.read("%s given %s".formatted(thing, key), level.get());
            value.ifPresent(it -> levels.put(code, it));
            isGood &= value.isPresent();
        }
        if (!missing.isEmpty()) {
            problems.add(
                    Rule.MISSING_KEY,
                    given.get().place(),
                    "%s given %s lacks %s".formatted(thing, variable, String.join(", ", missing)),
                    "add %s:, or else: for the rest".formatted(missing.first()));
            return Optional.empty();
        }
        return isGood ? Optional.of(new Given.ByLevel<>(variable, levels)) : Optional.empty();
    }

    private Optional<List<String>> codes(Node.Scalar given) {
        if (declared.read(given.value(), given.place()).isEmpty()) {
            return Optional.empty();
        }
        Optional<Variable> variable = declared.variable(given.value());
        if (variable.isPresent() && variable.get().kind() instanceof Kind.Choice(var options)) {
            return Optional.of(options.stream().map(Option::code).toList());
        }
        problems.add(
                Rule.WRONG_KIND,
                given.place(),
                "given needs a one-of question, which %s is not".formatted(given.value()),
                "name a one-of question, or write an effect of it");
        return Optional.empty();
    }

    private boolean areLevels(
            Fields fields, String variable, List<String> codes, Set<String> others) {
        boolean areLevels = true;
        for (String key : fields.keys()) {
            if (key.equals(GIVEN)
                    || key.equals(ELSE)
                    || codes.contains(key)
                    || others.contains(key)) {
                continue;
            }
            areLevels = false;
            noOption(key, variable, codes, fields.placeOf(key), problems);
        }
        return areLevels;
    }

    /// Adds that a question has no option of that code.
    static void noOption(
            String code, String variable, List<String> codes, Place place, Problems problems) {
        problems.add(
                Rule.UNKNOWN_VARIABLE,
                place,
                "%s has no option \"%s\"; there are %s"
                        .formatted(variable, Fields.shortened(code), String.join(", ", codes)),
                Nearest.to(code, codes)
                        .map(near -> "write " + near)
                        .orElse("use one of these codes"));
    }
}
