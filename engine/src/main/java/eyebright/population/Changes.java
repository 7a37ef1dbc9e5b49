package eyebright.population;

import eyebright.latent.Moments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Makes a population what it is in a scenario.
final class Changes {

    private Changes() {}

    static Population under(Population population, Scenario scenario) {
        UnaryOperator<Effect> strength =
                switch (scenario) {
                    case Scenario.Plain plain ->
                            switch (plain) {
                                case AS_PUBLISHED -> UnaryOperator.identity();
                                case HALF -> Effect::half;
                                case NOTHING -> Effect::none;
                            };
                    case Scenario.AtTheMargin _ -> UnaryOperator.identity();
                };
        List<Entry> entries =
                population.entries().stream().map(it -> it.withEffects(strength)).toList();
        for (ScenarioChange declared : population.changes()) {
            if (declared.scenario().equals(scenario)) {
                for (Change change : declared.changes()) {
                    entries = entries.stream().map(entry -> changed(entry, change)).toList();
                }
            }
        }
        return new Population(entries, population.skipping(), population.careless(), List.of());
    }

    private static Entry changed(Entry entry, Change change) {
        return switch (change) {
            case Change.OfSingle single ->
                    entry instanceof Entry.Single it && it.name().equals(single.name())
                            ? it.with(
                                    single.margin().orElse(it.margin()),
                                    merged(it.effects(), single.effects()))
                            : entry;
            case Change.OfSeveral several ->
                    entry instanceof Entry.Several it && it.name().equals(several.name())
                            ? changed(it, several)
                            : entry;
            case Change.OfTrait trait ->
                    entry instanceof Entry.Traits it ? changed(it, trait) : entry;
            case Change.OfRepeated(String name, double correlation) ->
                    entry instanceof Entry.Repeated it && it.measures().containsKey(name)
                            ? new Entry.Repeated(
                                    it.measures(), correlation, it.ground(), it.place())
                            : entry;
        };
    }

    private static Entry.Several changed(Entry.Several entry, Change.OfSeveral change) {
        Map<String, List<Effect>> effects = new LinkedHashMap<>(entry.effects());
        change.effects()
                .forEach(
                        (code, others) ->
                                effects.merge(code, others, (known, _) -> merged(known, others)));
        return entry.with(
                change.shares().orElse(entry.shares()),
                change.dependence().orElse(entry.dependence()),
                effects);
    }

    private static Entry.Traits changed(Entry.Traits entry, Change.OfTrait change) {
        return new Entry.Traits(
                entry.traits().stream()
                        .map(
                                trait ->
                                        trait.name().equals(change.name())
                                                ? new Trait(
                                                        trait.name(),
                                                        change.alpha().orElse(trait.alpha()),
                                                        merged(trait.items(), change.items()),
                                                        trait.reversed(),
                                                        merged(trait.effects(), change.effects()))
                                                : trait)
                        .toList(),
                entry.correlations(),
                entry.ground(),
                entry.place());
    }

    private static Map<String, Moments> merged(
            Map<String, Moments> known, Map<String, Moments> others) {
        var merged = new LinkedHashMap<>(known);
        merged.putAll(others);
        return merged;
    }

    /// An effect of a term takes the place of the one there, or comes last.
    private static List<Effect> merged(List<Effect> known, List<Effect> others) {
        var merged = new ArrayList<>(known);
        merged.removeIf(effect -> others.stream().anyMatch(other -> isSameTerm(effect, other)));
        merged.addAll(others);
        return merged;
    }

    private static boolean isSameTerm(Effect one, Effect other) {
        return switch (one.term()) {
            case Term.Chosen chosen ->
                    other.term() instanceof Term.Chosen it
                            && it.variable().equals(chosen.variable())
                            && it.codes().equals(chosen.codes());
            case Term.Amount amount ->
                    other.term() instanceof Term.Amount it
                            && it.variable().equals(amount.variable());
        };
    }
}
