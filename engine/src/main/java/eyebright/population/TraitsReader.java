package eyebright.population;

import eyebright.latent.Moments;
import eyebright.score.Scale;
import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads an entry `traits:`, ratings that show one trait or several.
final class TraitsReader {

    private final Declared declared;
    private final GroundReader grounds;
    private final EffectsReader effects;
    private final TraitWishes wishes;
    private final MarginReader margins;
    private final Figures figures;
    private final Problems problems;

    TraitsReader(Declared declared, GroundReader grounds, Problems problems) {
        this.declared = declared;
        this.grounds = grounds;
        this.problems = problems;
        this.effects = new EffectsReader(declared, problems);
        this.margins = new MarginReader(declared, problems);
        this.figures = new Figures(problems);
        this.wishes = new TraitWishes(declared, problems);
    }

    Optional<Entry> read(Fields fields) {
        Place place = fields.placeOf("traits");
        Optional<Fields> named = fields.fields("traits");
        List<String> names = named.map(Fields::keys).orElse(List.of());
        Map<String, List<Effect>> acting =
                effects.ofParts(fields, "traits", Taking.TRAIT, "trait", names);
        List<Correlation> correlations = correlations(fields, names);
        Ground ground = grounds.read("an entry of traits", fields, true);
        fields.finish();
        var traits = new ArrayList<Trait>();
        for (String name : names) {
            trait(named.orElseThrow(), name)
                    .map(it -> it.with(acting.getOrDefault(name, List.of())))
                    .ifPresent(traits::add);
        }
        if (named.isPresent() && names.isEmpty()) {
            problems.add(
                    Rule.MISSING_KEY,
                    named.get().place(),
                    "traits names none",
                    "add NAME: {alpha: .8, items: {ITEM: 5 ± 2, …}}");
        }
        if (traits.isEmpty() || traits.size() < names.size()) {
            return Optional.empty();
        }
        boolean isPossible = wishes.arePossible(traits, correlations, place);
        return isPossible
                ? Optional.of(new Entry.Traits(traits, correlations, ground, place))
                : Optional.empty();
    }

    private Optional<Trait> trait(Fields all, String name) {
        Place place = all.placeOf(name);
        Optional<Scale> scale = declared.scale(name);
        boolean isName =
                scale.isPresent()
                        || SingleReader.isOwnName(
                                new Node.Scalar(place, name, false, false),
                                "a trait",
                                declared,
                                problems);
        Optional<Fields> fields =
                all.node(name).flatMap(node -> Fields.of("trait " + name, node, problems));
        if (!isName || fields.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> alpha =
                fields.get()
                        .required("alpha")
                        .flatMap(it -> figures.number(it, "alpha of " + name, 0.01, 0.99));
        Map<String, Moments> items = items(fields.get(), name, scale);
        Set<String> reversed =
                scale.isPresent() ? scale.get().reversed() : reversed(fields.get(), items);
        fields.get().finish();
        boolean isFirst = declared.declare(name, place);
        if (!isFirst || items.size() < 2) {
            return Optional.empty();
        }
        return alpha.map(it -> new Trait(name, it, items, reversed, List.of()))
                .filter(it -> wishes.isPossible(it, fields.get().placeOf("alpha")));
    }

    /// The items with their moments; none where one of them is wrong.
    private Map<String, Moments> items(Fields fields, String name, Optional<Scale> scale) {
        Optional<Fields> listed =
                fields.required("items")
                        .flatMap(node -> Fields.of("items of " + name, node, problems));
        if (listed.isEmpty()) {
            return Map.of();
        }
        var items = new LinkedHashMap<String, Moments>();
        boolean isGood = true;
        for (String item : listed.get().keys()) {
            Place place = listed.get().placeOf(item);
            Optional<Moments> moments = item(item, place, listed.get().node(item).orElseThrow());
            isGood &= moments.isPresent() && isOfScale(item, place, scale);
            moments.ifPresent(it -> items.put(item, it));
        }
        if (listed.get().keys().size() < 2) {
            problems.add(
                    Rule.SCALE_ITEM,
                    listed.get().place(),
                    "items of a trait must be 2 or more, not %d"
                            .formatted(listed.get().keys().size()),
                    "name more, or declare the one as a variable");
            return Map.of();
        }
        isGood &= isComplete(listed.get(), scale);
        return isGood ? items : Map.of();
    }

    private boolean isOfScale(String item, Place place, Optional<Scale> scale) {
        if (scale.isEmpty() || scale.get().items().contains(item)) {
            return true;
        }
        problems.add(
                Rule.SCALE_ITEM,
                place,
                "%s is no item of the scale %s".formatted(item, scale.get().name()),
                "take it out, or add it to the scale in scales.yaml");
        return false;
    }

    private boolean isComplete(Fields listed, Optional<Scale> scale) {
        var missing = new TreeSet<String>(scale.map(Scale::items).orElse(List.of()));
        missing.removeAll(listed.keys());
        if (!missing.isEmpty()) {
            problems.add(
                    Rule.MISSING_KEY,
                    listed.place(),
                    "items of %s lack %s"
                            .formatted(scale.orElseThrow().name(), String.join(", ", missing)),
                    "add %s: MEAN ± DEVIATION".formatted(missing.first()));
        }
        return missing.isEmpty();
    }

    private Optional<Moments> item(String item, Place place, Node node) {
        Optional<Variable> variable =
                SingleReader.asked(
                        new Node.Scalar(place, item, false, false), declared, "it", problems);
        boolean isFirst = variable.isPresent() && declared.declare(item, place);
        if (!isFirst) {
            return Optional.empty();
        }
        if (!(variable.get().kind() instanceof Kind.Numeric range)) {
            problems.add(
                    Rule.SCALE_ITEM,
                    place,
                    "item \"%s\" must be answered by a number, such as a rating".formatted(item),
                    "take it out of the trait");
            return Optional.empty();
        }
        return figures.moments(node, item)
                .filter(
                        it ->
                                margins.isPossible(
                                        it,
                                        item,
                                        range.from().doubleValue(),
                                        range.to().doubleValue(),
                                        StrictMath.pow(10, -range.decimals()),
                                        node.place()));
    }

    private Set<String> reversed(Fields fields, Map<String, Moments> items) {
        var reversed = new LinkedHashSet<String>();
        for (Node.Scalar item : fields.scalars("reversed")) {
            if (items.containsKey(item.value())) {
                reversed.add(item.value());
            } else if (!items.isEmpty()) {
                problems.add(
                        Rule.REVERSED_ITEM,
                        item.place(),
                        "reversed \"%s\" is not among the items"
                                .formatted(Fields.shortened(item.value())),
                        "add it to the items, or take it out here");
            }
        }
        return reversed;
    }

    private List<Correlation> correlations(Fields fields, List<String> names) {
        var correlations = new ArrayList<Correlation>();
        var seen = new HashMap<Set<String>, Place>();
        Optional<Fields> all = fields.fields("correlations");
        for (String one : all.map(Fields::keys).orElse(List.of())) {
            Place place = all.orElseThrow().placeOf(one);
            if (!isTrait(one, names, place)) {
                continue;
            }
            Optional<Fields> others =
                    all.get()
                            .node(one)
                            .flatMap(node -> Fields.of("correlations of " + one, node, problems));
            for (String other : others.map(Fields::keys).orElse(List.of())) {
                Node node = others.orElseThrow().node(other).orElseThrow();
                Place at = others.get().placeOf(other);
                if (isTrait(other, names, at) && isFirst(one, other, at, seen)) {
                    figures.number(
                                    node,
                                    "correlation of %s and %s".formatted(one, other),
                                    -0.99,
                                    0.99)
                            .ifPresent(it -> correlations.add(new Correlation(one, other, it, at)));
                }
            }
        }
        return correlations;
    }

    private boolean isFirst(String one, String other, Place place, Map<Set<String>, Place> seen) {
        if (one.equals(other)) {
            problems.add(
                    Rule.WRONG_VALUE,
                    place,
                    "a trait has no correlation with itself, as %s here".formatted(one),
                    "name two traits");
            return false;
        }
        Place first = seen.putIfAbsent(Set.of(one, other), place);
        if (first != null) {
            problems.add(
                    Rule.DUPLICATE_ID,
                    place,
                    "the correlation of %s and %s is declared twice; it stands first in line %d"
                            .formatted(one, other, first.line()),
                    "take one of the two out");
        }
        return first == null;
    }

    private boolean isTrait(String name, List<String> names, Place place) {
        if (!names.contains(name)) {
            problems.add(
                    Rule.UNKNOWN_VARIABLE,
                    place,
                    "no trait \"%s\" here; there are %s"
                            .formatted(Fields.shortened(name), String.join(", ", names)),
                    Nearest.to(name, names)
                            .map(near -> "write " + near)
                            .orElse("name traits of this entry"));
        }
        return names.contains(name);
    }
}
