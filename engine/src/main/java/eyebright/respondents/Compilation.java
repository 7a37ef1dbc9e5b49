package eyebright.respondents;

import eyebright.latent.Grid;
import eyebright.latent.MomentTable;
import eyebright.latent.Moments;
import eyebright.population.Entry;
import eyebright.population.Given;
import eyebright.population.Limits;
import eyebright.population.Margin;
import eyebright.population.Population;
import eyebright.population.Trait;
import eyebright.respondents.Drawn.Step;
import eyebright.respondents.Slots.Holding;
import eyebright.score.Scales;
import eyebright.study.Option;
import eyebright.study.Page;
import eyebright.study.Study;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Turns a population into drawings, one after another: each is solved on the calibrating sample as drawn so
/// far, and then drawn there itself.
final class Compilation {

    /// The column of what nothing reads: it need only be balanced against what is read.
    private static final int UNREAD = Calibrating.COLUMNS - 1;

    private final Study study;
    private final Slots slots;
    private final Drawn drawn;
    private final Draws draws;
    private final Repeats repeats;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Drawing> drawings = new ArrayList<>();
    private int columns;

    private Compilation(Study study, Scales scales, Population population) {
        this.study = study;
        this.slots = new Slots(study);
        this.drawn = Drawn.of(study, scales, population);
        for (Step step : drawn.steps()) {
            hide(step);
        }
        this.draws =
                new Draws(
                        slots,
                        study.pages().stream().map(Page::showIf).toList(),
                        Calibrating.SIZE,
                        new Source.Calibration(Calibrating.of(study.name())),
                        0);
        this.repeats = new Repeats(population, draws, gaps);
    }

    /// What a population came to.
    ///
    /// @param drawings one a step, in order
    /// @param gaps what could not be met
    record Compiled(Slots slots, List<Step> steps, List<Drawing> drawings, List<Gap> gaps) {
        Compiled {
            steps = List.copyOf(steps);
            drawings = List.copyOf(drawings);
            gaps = List.copyOf(gaps);
        }
    }

    /// Everything.
    static Compiled of(Study study, Scales scales, Population population) {
        var compilation = new Compilation(study, scales, population);
        return compilation.compiled(compilation.drawn.steps());
    }

    /// Only what decides eligibility and what that reads.
    static Compiled deciding(Study study, Scales scales, Population population) {
        var compilation = new Compilation(study, scales, population);
        Set<String> read =
                study.eligibility().map(it -> it.condition().variables()).orElse(Set.of());
        return compilation.compiled(compilation.drawn.needed(read));
    }

    private Compiled compiled(List<Step> steps) {
        for (Step step : steps) {
            Drawing drawing = drawing(step);
            drawing.draw(draws);
            drawings.add(repeats.joined(step, drawing));
        }
        return new Compiled(slots, steps, drawings, gaps);
    }

    /// Gives a place to what is not asked.
    private void hide(Step step) {
        switch (step) {
            case Step.Score score -> slots.hidden(score.name(), new Holding.Amount());
            case Step.Declared(Entry.Single single) -> slots.hidden(single.name(), holding(single));
            case Step.Declared _, Step.Even _ -> {}
        }
    }

    private static Holding holding(Entry.Single single) {
        return switch (single.margin()) {
            case Margin.Normal _, Margin.Skewed _, Margin.Count _ -> new Holding.Amount();
            case Margin.Yes _ ->
                    new Holding.One(List.of(Option.of("yes", "yes"), Option.of("no", "no")));
            case Margin.OneOf(Given<Map<String, Double>> shares, _) ->
                    new Holding.One(
                            shares.values().stream()
                                    .flatMap(level -> level.keySet().stream())
                                    .distinct()
                                    .map(code -> Option.of(code, code))
                                    .toList());
        };
    }

    private Drawing drawing(Step step) {
        return switch (step) {
            case Step.Even(Variable variable) ->
                    EvenSpread.drawing(
                            study,
                            variable,
                            slots.of(variable.name()),
                            noise(variable.name()),
                            Levels.of(new Given.Always<>(0), slots));
            case Step.Score score -> score(score);
            case Step.Declared(Entry entry) ->
                    switch (entry) {
                        case Entry.Single single -> single(single);
                        case Entry.Several several -> several(several);
                        case Entry.Traits traits -> traits(traits);
                        case Entry.Repeated _ -> new NoDrawing();
                    };
        };
    }

    private Variate variate(String name, boolean isBalanced) {
        int column = Variate.HASHED;
        if (isBalanced) {
            column = columns < UNREAD ? columns++ : Variate.HASHED;
        }
        return new Variate(name, Chance.hash(name), column);
    }

    private Noise noise(String name) {
        Variate own =
                drawn.isRead(name)
                        ? variate(name, true)
                        : new Variate(name, Chance.hash(name), UNREAD);
        return Noise.of(own, mayBeSkipped(name) ? slots.of(name) : Noise.UNASKED);
    }

    /// Whether it is asked, and nobody must answer it.
    private boolean mayBeSkipped(String name) {
        Variable variable = study.variables().get(name);
        return variable != null
                && study.eligibility()
                        .map(
                                it ->
                                        it.condition().variables().stream()
                                                .noneMatch(
                                                        read ->
                                                                read.equals(name)
                                                                        || read.startsWith(
                                                                                name + ".")))
                        .orElse(true);
    }

    private Drawing score(Step.Score score) {
        int[] items = new int[score.items().size()];
        boolean[] isReversed = new boolean[items.length];
        double ends = 0;
        for (int i = 0; i < items.length; i++) {
            String item = score.items().get(i);
            items[i] = slots.of(item);
            isReversed[i] = score.reversed().contains(item);
            if (Objects.requireNonNull(study.variables().get(item)).kind()
                    instanceof Kind.Numeric numeric) {
                ends = numeric.from().add(numeric.to()).doubleValue();
            }
        }
        return new ScoreDrawing(slots.of(score.name()), items, isReversed, ends, score.factor());
    }

    private Drawing single(Entry.Single single) {
        String name = single.name();
        int slot = slots.of(name);
        Noise noise = noise(name);
        return switch (single.margin()) {
            case Margin.Normal(Given<Moments> moments, Limits limits) -> {
                Levels levels = Levels.of(moments, slots);
                List<Moments> wished = List.copyOf(moments.values());
                var solver = new PointSolver(draws, gaps);
                yield single.standing() == Entry.Standing.HIDDEN
                        ? solver.hidden(name, noise, slot, levels, wished, single.effects())
                        : solver.solve(
                                name,
                                noise,
                                slot,
                                levels,
                                grid(name, wished, limits),
                                limits,
                                MomentTable.Shape.NORMAL,
                                wished,
                                single.effects());
            }
            case Margin.Skewed(Given<Moments> moments, Limits limits) -> {
                List<Moments> wished = List.copyOf(moments.values());
                yield new PointSolver(draws, gaps)
                        .solve(
                                name,
                                noise,
                                slot,
                                Levels.of(moments, slots),
                                grid(name, wished, limits),
                                limits,
                                MomentTable.Shape.SKEWED,
                                wished,
                                single.effects());
            }
            case Margin.Count(
                            Given<Margin.Rate> rate,
                            Optional<String> exposure,
                            Limits limits) -> {
                List<Margin.Rate> rates = List.copyOf(rate.values());
                List<Moments> moments =
                        rates.stream()
                                .map(
                                        it ->
                                                new Moments(
                                                        it.mean(),
                                                        StrictMath.sqrt(
                                                                it.mean()
                                                                        + it.dispersion()
                                                                                * it.mean()
                                                                                * it.mean()
                                                                        + 1e-9)))
                                .toList();
                yield new CountSolver(draws, gaps)
                        .solve(
                                name,
                                noise,
                                slot,
                                Levels.of(rate, slots),
                                grid(name, moments, limits),
                                limits,
                                exposure.map(it -> OptionalInt.of(slots.of(it)))
                                        .orElseGet(OptionalInt::empty),
                                rates,
                                single.effects());
            }
            case Margin.Yes(Given<Double> share) ->
                    new OddsSolver(draws, gaps)
                            .solve(
                                    name,
                                    noise,
                                    slot,
                                    Levels.of(share, slots),
                                    share.values().stream()
                                            .map(yes -> Map.of("yes", yes, "no", 1 - yes))
                                            .toList(),
                                    List.of("no", "yes"),
                                    single.effects());
            case Margin.OneOf(Given<Map<String, Double>> shares, List<String> order) ->
                    oneOf(single, slot, noise, shares, order);
        };
    }

    private Drawing oneOf(
            Entry.Single single,
            int slot,
            Noise noise,
            Given<Map<String, Double>> shares,
            List<String> order) {
        Levels levels = Levels.of(shares, slots);
        List<Map<String, Double>> byLevel = List.copyOf(shares.values());
        if (order.size() > 1) {
            return new OddsSolver(draws, gaps)
                    .solve(single.name(), noise, slot, levels, byLevel, order, single.effects());
        }
        List<Option> options = slots.options(slot);
        double[][] table = new double[levels.count()][options.size()];
        for (int level = 0; level < table.length; level++) {
            for (int option = 0; option < options.size(); option++) {
                table[level][option] =
                        byLevel.get(level).getOrDefault(options.get(option).code(), 0.0);
            }
        }
        return OptionDrawing.of(noise, slot, levels, table);
    }

    /// The numbers of a question, or of something hidden those that its moments leave room for.
    private Grid grid(String name, List<Moments> moments, Limits limits) {
        Variable variable = study.variables().get(name);
        if (variable != null && variable.kind() instanceof Kind.Numeric numeric) {
            return Grid.of(numeric.from(), numeric.to(), numeric.decimals());
        }
        double most = 1;
        double least = 0;
        for (Moments each : moments) {
            most = Math.max(most, each.mean() + 12 * each.deviation());
            least = Math.min(least, each.mean() < 0 ? each.mean() - 12 * each.deviation() : 0);
        }
        return Grid.whole(
                (int) Math.floor(least),
                (int) Math.ceil(most) + (limits.equals(Limits.NONE) ? 0 : 1));
    }

    private Drawing several(Entry.Several several) {
        int slot = slots.of(several.name());
        // Its own numbers are hashed: a coin needs more of them than a column has.
        Noise noise =
                Noise.of(
                        variate(several.name(), false),
                        mayBeSkipped(several.name()) ? slot : Noise.UNASKED);
        return new SeveralSolver(draws, gaps)
                .solve(
                        several,
                        noise,
                        slot,
                        Levels.of(several.shares(), slots),
                        List.copyOf(several.shares().values()),
                        repeats.coins(several, slots));
    }

    private Drawing traits(Entry.Traits entry) {
        var roots = new ArrayList<Variate>();
        entry.traits().forEach(trait -> roots.add(variate("trait " + trait.name(), true)));
        var solver = new TraitsSolver(draws, gaps, item -> grid(item, List.of(), Limits.NONE));
        Map<String, Noise> noises = new HashMap<>();
        for (Trait trait : entry.traits()) {
            for (String item : trait.items().keySet()) {
                noises.put(
                        item,
                        Noise.of(
                                variate(item, false),
                                mayBeSkipped(item) ? slots.of(item) : Noise.UNASKED));
            }
        }
        return solver.solve(entry, roots, item -> Objects.requireNonNull(noises.get(item)));
    }
}
