package eyebright.population;

import eyebright.expression.Vocabulary;
import eyebright.score.Scale;
import eyebright.score.Scales;
import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Option;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import eyebright.study.Vocabularies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the entries of a population declare, and what an entry may read of those above it.
final class Declared {

    /// What can be read of somebody.
    sealed interface Thing {

        /// Options chosen, by their codes.
        record Options(List<String> codes) implements Thing {
            public Options {
                codes = List.copyOf(codes);
            }
        }

        /// A number.
        record Amount() implements Thing {}
    }

    private final Map<String, Variable> variables;
    private final Map<String, Scale> scales = new HashMap<>();
    private final Set<String> named;
    private final Problems problems;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Integer> drawn = new HashMap<>();

    /// Names of the population's own: hidden variables and traits that are no scale.
    private final Set<String> own = new LinkedHashSet<>();

    private int entries;
    private int readable;

    /// @param named every name that an entry of the file declares, wherever it stands
    Declared(Study study, Scales scales, Set<String> named, Problems problems) {
        this.variables = study.variables();
        scales.scales().forEach(scale -> this.scales.put(scale.name(), scale));
        this.named = named;
        this.problems = problems;
    }

    Optional<Variable> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    Optional<Scale> scale(String name) {
        return Optional.ofNullable(scales.get(name));
    }

    /// Every question and item.
    Set<String> asked() {
        return variables.keySet();
    }

    /// Whether an entry of the file declares that name, also one that is wrong.
    boolean isNamed(String name) {
        return named.contains(name);
    }

    /// Whether a name is neither asked nor scored.
    boolean isFree(String name) {
        return !variables.containsKey(name) && !scales.containsKey(name);
    }

    /// Declares a name; a problem if it stands already.
    boolean declare(String name, Place place) {
        Place first = places.putIfAbsent(name, place);
        if (first != null) {
            problems.add(
                    Rule.DUPLICATE_ID,
                    place,
                    "\"%s\" is declared twice; it stands first in line %d"
                            .formatted(name, first.line()),
                    "take one of the two out");
            return false;
        }
        if (isFree(name)) {
            own.add(name);
        }
        drawn.put(name, entries);
        return true;
    }

    /// What was declared since can be read from now on.
    void endEntry() {
        entries++;
        readable = entries;
    }

    /// Lets be read what stands above the entry that declares that name.
    void readAbove(String name) {
        readable = drawn.getOrDefault(name, entries);
    }

    /// What a name stands for, where it is drawn above; else a problem. Not for texts.
    Optional<Thing> read(String name, Place place) {
        Optional<Thing> thing = thing(name);
        if (thing.isEmpty()) {
            if (variables.containsKey(name)) {
                problems.add(
                        Rule.WRONG_KIND,
                        place,
                        "%s is answered in words, which are not drawn".formatted(name),
                        "read another question");
            } else {
                unknown(name, place);
            }
            return Optional.empty();
        }
        return isDrawn(name, place) ? thing : Optional.empty();
    }

    /// What a name stands for, drawn or not.
    Optional<Thing> thing(String name) {
        if (scales.containsKey(name) || own.contains(name)) {
            return Optional.of(new Thing.Amount());
        }
        return variable(name)
                .map(Variable::kind)
                .flatMap(
                        kind ->
                                switch (kind) {
                                    case Kind.Choice(List<Option> options) -> options(options);
                                    case Kind.Choices(List<Option> options) -> options(options);
                                    case Kind.Numeric _ -> Optional.of(new Thing.Amount());
                                    case Kind.Text _ -> Optional.empty();
                                });
    }

    private static Optional<Thing> options(List<Option> options) {
        return Optional.of(new Thing.Options(options.stream().map(Option::code).toList()));
    }

    /// Whether a name is drawn above; else a problem.
    private boolean isDrawn(String name, Place place) {
        Scale scale = scales.get(name);
        List<String> needed =
                scale == null || drawn.containsKey(name) ? List.of(name) : scale.items();
        Optional<String> missing = needed.stream().filter(each -> !isAbove(each)).findFirst();
        missing.ifPresent(
                each ->
                        problems.add(
                                Rule.NOT_YET_DRAWN,
                                place,
                                "\"%s\" is read before it is drawn".formatted(name)
                                        + (each.equals(name) ? "" : ": " + each + " is not there"),
                                named.contains(each)
                                        ? "move this entry below that of " + each
                                        : "declare %s in an entry above".formatted(each)));
        return missing.isEmpty();
    }

    private boolean isAbove(String name) {
        Integer at = drawn.get(name);
        return at != null && at < readable;
    }

    private void unknown(String name, Place place) {
        var known = new ArrayList<String>(variables.keySet());
        known.addAll(scales.keySet());
        known.addAll(named);
        if (named.contains(name)) {
            problems.add(
                    Rule.NOT_YET_DRAWN,
                    place,
                    "\"%s\" is read before it is drawn".formatted(name),
                    "move this entry below that of " + name);
            return;
        }
        Optional<String> nearest = Nearest.to(name, known.stream().sorted().distinct().toList());
        problems.add(
                Rule.UNKNOWN_VARIABLE,
                place,
                "no question, scale or hidden variable \"%s\"".formatted(Fields.shortened(name))
                        + nearest.map("; nearest is \"%s\""::formatted).orElse(""),
                nearest.map(near -> "write " + near).orElse("declare it above, or take it out"));
    }

    /// What expressions may name; whether it is drawn above must be asked of each.
    Vocabulary vocabulary() {
        var numbers = new LinkedHashSet<String>(scales.keySet());
        numbers.addAll(own);
        return Vocabularies.of(variables.values(), numbers);
    }

    /// Whether every name that an expression reads is drawn above; else problems.
    boolean areDrawn(Set<String> names, Place place) {
        boolean areDrawn = true;
        for (String name : names) {
            int dot = name.lastIndexOf('.');
            boolean isOption = dot > 0 && thing(name).isEmpty();
            areDrawn &= isDrawn(isOption ? name.substring(0, dot) : name, place);
        }
        return areDrawn;
    }
}
