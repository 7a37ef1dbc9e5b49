package eyebright.population;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads an entry `repeated:`, the same measured twice or more within a person.
final class RepeatedReader {

    private final Map<String, Entry> above;
    private final GroundReader grounds;
    private final Figures figures;
    private final Problems problems;
    private final Declared declared;
    private final Map<String, Place> taken = new HashMap<>();

    /// @param above the entries so far, by the names they draw
    RepeatedReader(
            Map<String, Entry> above, Declared declared, GroundReader grounds, Problems problems) {
        this.above = above;
        this.declared = declared;
        this.grounds = grounds;
        this.problems = problems;
        this.figures = new Figures(problems);
    }

    Optional<Entry> read(Fields fields) {
        Place place = fields.placeOf("repeated");
        Optional<Fields> named = fields.fields("repeated");
        Optional<Double> correlation =
                fields.required("correlation")
                        .flatMap(
                                it ->
                                        figures.number(
                                                it,
                                                "correlation of what is repeated",
                                                -0.99,
                                                0.99));
        Ground ground = grounds.read("a repeated measure", fields, false);
        fields.finish();
        var measures = new LinkedHashMap<String, List<String>>();
        if (named.isPresent() && named.get().keys().isEmpty()) {
            problems.add(
                    Rule.MISSING_KEY,
                    named.get().place(),
                    "repeated names none",
                    "add NAME: [FIRST, SECOND]");
        }
        boolean isGood = named.isPresent() && correlation.isPresent();
        for (String name : named.map(Fields::keys).orElse(List.of())) {
            Optional<List<String>> list = list(named.orElseThrow(), name);
            list.ifPresent(it -> measures.put(name, it));
            isGood &= list.isPresent();
        }
        return isGood && !measures.isEmpty()
                ? Optional.of(
                        new Entry.Repeated(measures, correlation.orElseThrow(), ground, place))
                : Optional.empty();
    }

    private Optional<List<String>> list(Fields named, String name) {
        List<Node.Scalar> listed = named.scalars(name);
        if (listed.size() < 2) {
            problems.add(
                    Rule.WRONG_VALUE,
                    named.placeOf(name),
                    "%s must list two or more variables that measure the same, not %d"
                            .formatted(name, listed.size()),
                    "write %s: [FIRST, SECOND]".formatted(name));
            return Optional.empty();
        }
        boolean isGood = true;
        String kind = "";
        for (Node.Scalar variable : listed) {
            Optional<String> own = kind(variable);
            isGood &= own.isPresent() && isFirst(variable);
            if (own.isPresent() && !kind.isEmpty() && !own.get().equals(kind)) {
                problems.add(
                        Rule.WRONG_KIND,
                        variable.place(),
                        "%s is %s and %s is %s: the same is measured in one way"
                                .formatted(
                                        listed.getFirst().value(),
                                        kind,
                                        variable.value(),
                                        own.get()),
                        "name variables of one kind");
                isGood = false;
            }
            kind = kind.isEmpty() ? own.orElse("") : kind;
        }
        return isGood
                ? Optional.of(listed.stream().map(Node.Scalar::value).toList())
                : Optional.empty();
    }

    private boolean isFirst(Node.Scalar variable) {
        Place first = taken.putIfAbsent(variable.value(), variable.place());
        if (first != null) {
            problems.add(
                    Rule.DUPLICATE_ID,
                    variable.place(),
                    "%s is a repeated measure already, in line %d"
                            .formatted(variable.value(), first.line()),
                    "name all that measure the same in one list");
        }
        return first == null;
    }

    /// What kind of measure it is; a problem where it cannot be repeated.
    private Optional<String> kind(Node.Scalar variable) {
        Entry entry = above.get(variable.value());
        if (entry == null) {
            // It is unknown, not drawn above, or its own entry is wrong and said so.
            declared.read(variable.value(), variable.place());
            return Optional.empty();
        }
        return switch (entry) {
            case Entry.Single single -> {
                Taking taking = Taking.of(single.margin());
                if (taking == Taking.UNORDERED) {
                    problems.add(
                            Rule.WRONG_KIND,
                            variable.place(),
                            "%s has options without an order, which have no correlation"
                                    .formatted(variable.value()),
                            "add order: to its entry, or take it out here");
                    yield Optional.empty();
                }
                yield Optional.of(taking.words());
            }
            case Entry.Several _ -> Optional.of("a several-of");
            case Entry.Traits traits -> {
                if (traits.traits().stream()
                        .noneMatch(trait -> trait.items().containsKey(variable.value()))) {
                    problems.add(
                            Rule.WRONG_KIND,
                            variable.place(),
                            "%s is a trait".formatted(variable.value()),
                            "correlate traits with correlations: in their entry");
                    yield Optional.empty();
                }
                yield Optional.of(Taking.NUMBER.words());
            }
            case Entry.Repeated _ -> Optional.empty();
        };
    }
}
