package eyebright.respondents;

import eyebright.expression.Expression;
import eyebright.population.Effect;
import eyebright.population.Entry;
import eyebright.population.Given;
import eyebright.population.Limits;
import eyebright.population.Margin;
import eyebright.population.Population;
import eyebright.population.Trait;
import eyebright.score.Scale;
import eyebright.score.Scales;
import eyebright.study.Page;
import eyebright.study.Study;
import eyebright.study.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What is drawn, in the order in which it can be: each after what it reads, and as far as possible after
/// what decides whether it is asked, else as the population has it.
final class Drawn {

    private final Study study;
    private final Map<String, Step> byName = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> read = new LinkedHashSet<>();

    /// One thing to be drawn.
    sealed interface Step {

        /// The names that are known after it.
        List<String> names();

        /// An entry of the population.
        record Declared(Entry entry) implements Step {
            @Override
            public List<String> names() {
                return entry.names();
            }
        }

        /// A variable that no entry declares.
        record Even(Variable variable) implements Step {
            @Override
            public List<String> names() {
                return List.of(variable.name());
            }
        }

        /// The score of items.
        ///
        /// @param factor 1, or the number of items where the score is a sum
        record Score(String name, List<String> items, Set<String> reversed, double factor)
                implements Step {
            @Override
            public List<String> names() {
                return List.of(name);
            }
        }
    }

    private Drawn(Study study) {
        this.study = study;
    }

    /// The steps of a population, in order.
    static Drawn of(Study study, Scales scales, Population population) {
        var drawn = new Drawn(study);
        var declared = new LinkedHashSet<String>();
        population.entries().forEach(entry -> declared.addAll(entry.names()));
        study.variables().values().stream()
                .filter(variable -> !declared.contains(variable.name()))
                .forEach(variable -> drawn.steps.add(new Step.Even(variable)));
        for (Entry entry : population.entries()) {
            if (!(entry instanceof Entry.Repeated)) {
                drawn.steps.add(new Step.Declared(entry));
            }
        }
        drawn.scores(scales, population);
        drawn.index();
        for (Entry entry : population.entries()) {
            drawn.read.addAll(reads(entry));
        }
        study.pages().forEach(page -> page.showIf().ifPresent(drawn::route));
        drawn.order();
        return drawn;
    }

    private void index() {
        for (Step step : steps) {
            for (String name : step.names()) {
                // A scale of that name is drawn as its score, after the trait.
                byName.putIfAbsent(name, step);
            }
        }
        for (Step step : steps) {
            if (step instanceof Step.Score score) {
                byName.put(score.name(), step);
            }
        }
    }

    private void route(Expression condition) {
        condition.variables().forEach(name -> read.add(question(name)));
    }

    private void scores(Scales scales, Population population) {
        var names = new LinkedHashSet<String>();
        population.entries().forEach(entry -> names.addAll(reads(entry)));
        Map<String, Scale> byScale = new HashMap<>();
        scales.scales().forEach(scale -> byScale.put(scale.name(), scale));
        Map<String, Trait> byTrait = new HashMap<>();
        for (Entry entry : population.entries()) {
            if (entry instanceof Entry.Traits traits) {
                traits.traits().forEach(trait -> byTrait.put(trait.name(), trait));
            }
        }
        for (String name : names) {
            Scale scale = byScale.get(name);
            Trait trait = byTrait.get(name);
            if (scale != null) {
                steps.add(
                        new Step.Score(
                                name,
                                scale.items(),
                                scale.reversed(),
                                switch (scale.scoring()) {
                                    case MEAN -> 1;
                                    case SUM -> scale.items().size();
                                }));
            } else if (trait != null) {
                steps.add(
                        new Step.Score(
                                name, List.copyOf(trait.items().keySet()), trait.reversed(), 1));
            }
        }
    }

    /// The steps in order.
    List<Step> steps() {
        return List.copyOf(steps);
    }

    /// The steps, in order, that draw these names and all that they read.
    List<Step> needed(Set<String> names) {
        Set<Step> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        var waiting = new ArrayList<>(names.stream().map(this::question).toList());
        while (!waiting.isEmpty()) {
            Step step = byName.get(waiting.removeLast());
            if (step != null && needed.add(step)) {
                needs(step).stream().map(this::question).forEach(waiting::add);
                routing(step).stream().map(this::question).forEach(waiting::add);
            }
        }
        return steps.stream().filter(needed::contains).toList();
    }

    /// Whether anything reads that name.
    boolean isRead(String name) {
        return read.contains(name);
    }

    /// The names that an entry reads.
    static Set<String> reads(Entry entry) {
        var names = new LinkedHashSet<String>();
        switch (entry) {
            case Entry.Single single -> {
                terms(single.effects(), names);
                margin(single.margin(), names);
            }
            case Entry.Several several -> {
                several.effects().values().forEach(effects -> terms(effects, names));
                given(several.shares(), names);
            }
            case Entry.Traits traits ->
                    traits.traits().forEach(trait -> terms(trait.effects(), names));
            case Entry.Repeated repeated -> repeated.measures().values().forEach(names::addAll);
        }
        return names;
    }

    private static void terms(List<Effect> effects, Set<String> names) {
        effects.forEach(effect -> names.add(effect.term().variable()));
    }

    private static void given(Given<?> given, Set<String> names) {
        if (given instanceof Given.ByLevel<?> byLevel) {
            names.add(byLevel.variable());
        }
    }

    private static void margin(Margin margin, Set<String> names) {
        switch (margin) {
            case Margin.Normal(var moments, var limits) -> {
                given(moments, names);
                limits(limits, names);
            }
            case Margin.Skewed(var moments, var limits) -> {
                given(moments, names);
                limits(limits, names);
            }
            case Margin.Count(var rate, var exposure, var limits) -> {
                given(rate, names);
                exposure.ifPresent(names::add);
                limits(limits, names);
            }
            case Margin.Yes(var share) -> given(share, names);
            case Margin.OneOf(var shares, _) -> given(shares, names);
        }
    }

    private static void limits(Limits limits, Set<String> names) {
        limits.from().ifPresent(from -> names.addAll(from.variables()));
        limits.to().ifPresent(to -> names.addAll(to.variables()));
    }

    /// The question that a name reads: itself, or that of an option.
    private String question(String name) {
        return study.variables().containsKey(name) ? name : Variable.question(name);
    }

    private void order() {
        var waiting = new ArrayList<>(steps.stream().map(this::waiting).toList());
        steps.clear();
        Set<Step> done = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!waiting.isEmpty()) {
            Waiting next =
                    waiting.stream()
                            .filter(each -> each.isReady(done) && done.containsAll(each.routing()))
                            .findFirst()
                            .or(
                                    () ->
                                            waiting.stream()
                                                    .filter(each -> each.isReady(done))
                                                    .findFirst())
                            .orElse(waiting.getFirst());
            waiting.remove(next);
            done.add(next.step());
            steps.add(next.step());
        }
    }

    /// A step with the others that must, and that should, come before it.
    private record Waiting(Step step, List<Step> needs, List<Step> routing) {

        boolean isReady(Set<Step> done) {
            return done.containsAll(needs);
        }

        // One of a kind: not to be compared part by part.
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private Waiting waiting(Step step) {
        return new Waiting(step, others(step, needs(step)), others(step, routing(step)));
    }

    /// The other steps that draw these names.
    private List<Step> others(Step step, Set<String> names) {
        var others = new ArrayList<Step>();
        for (String name : names) {
            Step other = byName.get(question(name));
            if (other != null && !other.equals(step)) {
                others.add(other);
            }
        }
        return others;
    }

    private static Set<String> needs(Step step) {
        return switch (step) {
            case Step.Declared(Entry entry) -> reads(entry);
            case Step.Even _ -> Set.of();
            case Step.Score score -> new LinkedHashSet<>(score.items());
        };
    }

    /// What decides whether a step's questions are asked.
    private Set<String> routing(Step step) {
        var names = new LinkedHashSet<String>();
        for (String name : step.names()) {
            Variable variable = study.variables().get(name);
            if (variable != null) {
                study.page(variable.page()).ifPresent(page -> routing(page, names));
            }
        }
        return names;
    }

    private void routing(Page page, Set<String> names) {
        if (page.showIf().isEmpty()) {
            return;
        }
        for (String name : page.showIf().get().variables()) {
            String question = question(name);
            if (names.add(question) && study.variables().containsKey(question)) {
                String before = Objects.requireNonNull(study.variables().get(question)).page();
                study.page(before).ifPresent(it -> routing(it, names));
            }
        }
    }
}
