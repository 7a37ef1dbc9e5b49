package eyebright.population;

import eyebright.latent.Moments;
import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Reads an entry `scenario:`, how a scenario differs from what is declared. Read after all other entries.
final class ScenarioReader {

    private final Map<String, Entry> entries;
    private final Declared declared;
    private final Set<String> claims;
    private final Problems problems;
    private final MarginReader margins;
    private final EffectsReader effects;
    private final Figures figures;
    private final Map<String, Place> taken = new HashMap<>();

    /// @param entries all of them, by the names they draw and of the measures they repeat
    /// @param claims the ids of the claims of the plan
    ScenarioReader(
            Map<String, Entry> entries, Declared declared, Set<String> claims, Problems problems) {
        this.entries = entries;
        this.declared = declared;
        this.claims = claims;
        this.problems = problems;
        this.margins = new MarginReader(declared, problems);
        this.effects = new EffectsReader(declared, problems);
        this.figures = new Figures(problems);
    }

    Optional<ScenarioChange> read(Fields fields) {
        Place place = fields.placeOf("scenario");
        Optional<Scenario> scenario = scenario(fields).filter(it -> isFirst(it, place));
        Optional<Fields> changed =
                fields.required("change")
                        .flatMap(node -> Fields.of("change of a scenario", node, problems));
        fields.finish();
        var changes = new ArrayList<Change>();
        for (String name : changed.map(Fields::keys).orElse(List.of())) {
            change(name, changed.orElseThrow()).ifPresent(changes::add);
        }
        return scenario.map(it -> new ScenarioChange(it, changes, place));
    }

    private boolean isFirst(Scenario scenario, Place place) {
        Place first = taken.putIfAbsent(scenario.word(), place);
        if (first != null) {
            problems.add(
                    Rule.DUPLICATE_ID,
                    place,
                    "scenario %s stands twice; it stands first in line %d"
                            .formatted(scenario.word(), first.line()),
                    "put all its changes in one entry");
        }
        return first == null;
    }

    private Optional<Scenario> scenario(Fields fields) {
        var words = new LinkedHashMap<String, Scenario>();
        Arrays.stream(Scenario.Plain.values()).forEach(plain -> words.put(plain.word(), plain));
        Optional<Node.Scalar> word = fields.requiredScalar("scenario");
        if (word.isEmpty()) {
            return Optional.empty();
        }
        if (word.get().value().equals(Scenario.AtTheMargin.WORD)) {
            return fields.requiredScalar("claim")
                    .filter(this::isClaim)
                    .map(claim -> new Scenario.AtTheMargin(claim.value()));
        }
        Optional<Scenario> plain = Optional.ofNullable(words.get(word.get().value()));
        if (plain.isEmpty()) {
            var all = new ArrayList<>(words.keySet());
            all.add(Scenario.AtTheMargin.WORD);
            problems.add(
                    Rule.WRONG_VALUE,
                    word.get().place(),
                    "scenario must be %s, not \"%s\""
                            .formatted(
                                    String.join(" or ", all), Fields.shortened(word.get().value())),
                    Nearest.to(word.get().value(), all)
                            .map(near -> "write " + near)
                            .orElse("write one of them"));
        }
        return plain;
    }

    private boolean isClaim(Node.Scalar claim) {
        if (claims.contains(claim.value())) {
            return true;
        }
        Optional<String> nearest = Nearest.to(claim.value(), claims);
        problems.add(
                Rule.UNKNOWN_VARIABLE,
                claim.place(),
                "plan.yaml has no claim \"%s\"".formatted(Fields.shortened(claim.value()))
                        + nearest.map("; nearest is \"%s\""::formatted).orElse(""),
                nearest.map(near -> "write " + near)
                        .orElse("name the claim whose margin this scenario is at"));
        return false;
    }

    private Optional<Change> change(String name, Fields all) {
        Place place = all.placeOf(name);
        Optional<Fields> fields =
                all.node(name).flatMap(node -> Fields.of("change of " + name, node, problems));
        Entry entry = entries.get(name);
        if (entry == null && declared.isNamed(name)) {
            // Its own entry is wrong and said so.
            fields.ifPresent(ScenarioReader::ignore);
            return Optional.empty();
        }
        if (entry == null) {
            Optional<String> nearest = Nearest.to(name, entries.keySet());
            problems.add(
                    Rule.UNKNOWN_VARIABLE,
                    place,
                    "no entry declares \"%s\"".formatted(Fields.shortened(name))
                            + nearest.map("; nearest is \"%s\""::formatted).orElse(""),
                    nearest.map(near -> "write " + near)
                            .orElse("change what an entry declares, or declare it"));
            return Optional.empty();
        }
        declared.readAbove(name);
        Optional<Change> change =
                fields.flatMap(
                        it ->
                                switch (entry) {
                                    case Entry.Single single -> single(it, single, place);
                                    case Entry.Several several -> several(it, several);
                                    case Entry.Traits traits -> trait(it, traits, name, place);
                                    case Entry.Repeated _ -> repeated(it, name);
                                });
        fields.ifPresent(Fields::finish);
        return change;
    }

    private Optional<Change> single(Fields fields, Entry.Single entry, Place place) {
        Optional<Margin> margin = Optional.empty();
        if (MarginReader.hasMargin(fields)) {
            Optional<Variable> variable = declared.variable(entry.name());
            margin =
                    variable.isPresent()
                            ? margins.single(fields, variable.get())
                            : margins.hidden(fields, entry.name());
            margin = margin.map(it -> inOrder(it, entry.margin()));
            if (margin.isEmpty()) {
                ignore(fields);
                return Optional.empty();
            }
        }
        Margin then = margin.orElse(entry.margin());
        if (!then.getClass().equals(entry.margin().getClass())) {
            problems.add(
                    Rule.WRONG_KIND,
                    place,
                    "a change cannot make another kind of margin of %s".formatted(entry.name()),
                    "write the key that its entry has");
            ignore(fields);
            return Optional.empty();
        }
        List<Effect> others = effects.of(fields, entry.name(), Taking.of(then));
        return Optional.of(new Change.OfSingle(entry.name(), margin, others));
    }

    /// What cannot be judged is not said to be unknown besides: one fault, one problem.
    private static void ignore(Fields fields) {
        fields.keys().forEach(fields::has);
    }

    /// Shares whose order is not said again keep the order of the entry.
    private static Margin inOrder(Margin margin, Margin before) {
        return margin instanceof Margin.OneOf(var shares, List<String> order)
                        && order.isEmpty()
                        && before instanceof Margin.OneOf(var _, List<String> known)
                ? new Margin.OneOf(shares, known)
                : margin;
    }

    private Optional<Change> several(Fields fields, Entry.Several entry) {
        Variable variable = declared.variable(entry.name()).orElseThrow();
        Optional<Given<Map<String, Double>>> shares = Optional.empty();
        if (MarginReader.hasMargin(fields)) {
            shares = margins.several(fields, variable);
            if (shares.isEmpty()) {
                return Optional.empty();
            }
        }
        OptionalDouble dependence =
                number(fields, "dependence", "dependence of " + entry.name(), 0);
        Map<String, List<Effect>> others =
                effects.ofParts(
                        fields,
                        entry.name(),
                        Taking.OPTION,
                        "option",
                        declared.thing(entry.name())
                                .map(
                                        thing ->
                                                thing instanceof Declared.Thing.Options(var codes)
                                                        ? codes
                                                        : List.<String>of())
                                .orElse(List.of()));
        return Optional.of(new Change.OfSeveral(entry.name(), shares, dependence, others));
    }

    private Optional<Change> trait(Fields fields, Entry.Traits entry, String name, Place place) {
        Optional<Trait> trait =
                entry.traits().stream().filter(it -> it.name().equals(name)).findFirst();
        if (trait.isEmpty()) {
            problems.add(
                    Rule.WRONG_KIND,
                    place,
                    "%s is drawn from a trait, which a change can name".formatted(name),
                    "name the trait");
            ignore(fields);
            return Optional.empty();
        }
        OptionalDouble alpha = number(fields, "alpha", "alpha of " + name, 0.01);
        return Optional.of(
                new Change.OfTrait(
                        name,
                        alpha,
                        items(fields, trait.get()),
                        effects.of(fields, name, Taking.TRAIT)));
    }

    private Map<String, Moments> items(Fields fields, Trait trait) {
        Optional<Fields> listed =
                fields.node("items")
                        .flatMap(it -> Fields.of("items of " + trait.name(), it, problems));
        var items = new LinkedHashMap<String, Moments>();
        for (String item : listed.map(Fields::keys).orElse(List.of())) {
            Node node = listed.orElseThrow().node(item).orElseThrow();
            if (trait.items().containsKey(item)) {
                moments(node, item).ifPresent(it -> items.put(item, it));
            } else {
                problems.add(
                        Rule.SCALE_ITEM,
                        listed.get().placeOf(item),
                        "%s is no item of the trait %s".formatted(item, trait.name()),
                        "name one of " + String.join(", ", trait.items().keySet()));
            }
        }
        return items;
    }

    private Optional<Moments> moments(Node node, String item) {
        return figures.moments(node, item)
                .filter(
                        it ->
                                declared.variable(item).orElseThrow().kind()
                                                instanceof Variable.Kind.Numeric range
                                        && margins.isPossible(
                                                it,
                                                item,
                                                range.from().doubleValue(),
                                                range.to().doubleValue(),
                                                StrictMath.pow(10, -range.decimals()),
                                                node.place()));
    }

    private Optional<Change> repeated(Fields fields, String name) {
        OptionalDouble correlation =
                number(fields, "correlation", "correlation of what is repeated", -0.99);
        return correlation.isPresent()
                ? Optional.of(new Change.OfRepeated(name, correlation.getAsDouble()))
                : Optional.empty();
    }

    private OptionalDouble number(Fields fields, String key, String thing, double low) {
        return fields.node(key)
                .flatMap(node -> figures.number(node, thing, low, 0.99))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }
}
