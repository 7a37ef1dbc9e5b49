package eyebright.respondents;

import eyebright.latent.Latent;
import eyebright.latent.Newton;
import eyebright.population.Entry;
import eyebright.population.Margin;
import eyebright.population.Population;
import eyebright.respondents.Drawn.Step;
import eyebright.respondents.Slots.Holding;
import eyebright.respondents.TraitsDrawing.Item;
import eyebright.study.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Lets what measures the same twice correlate: of two such variables the later shares normal numbers with the
/// earlier, so many that the correlation is observed.
final class Repeats {

    private static final int HALVINGS = 16;
    private static final double MOST = 0.99;
    private static final double NEAR = 2e-2;

    private final Population population;
    private final Draws draws;
    private final List<Gap> gaps;
    private final Map<String, Basis> bases = new HashMap<>();
    private final Map<String, Shown> items = new HashMap<>();
    private final Map<String, Named> several = new HashMap<>();

    Repeats(Population population, Draws draws, List<Gap> gaps) {
        this.population = population;
        this.draws = draws;
        this.gaps = gaps;
    }

    /// The independent normal numbers of which the noise of a variable is made.
    private record Basis(Map<Variate, Double> weights) {

        double times(Basis other) {
            double sum = 0;
            for (Map.Entry<Variate, Double> weight : weights.entrySet()) {
                sum += weight.getValue() * other.weights.getOrDefault(weight.getKey(), 0.0);
            }
            return sum;
        }
    }

    /// An item of a trait as it was drawn.
    private static final class Shown {
        private final Item item;
        private final double[] part;

        Shown(Item item, double[] trait) {
            this.item = item;
            this.part = new double[trait.length];
            for (int i = 0; i < trait.length; i++) {
                part[i] = item.loading() * trait[i];
            }
        }
    }

    /// A several-of question as it was drawn.
    private record Named(Variate variate, List<String> coins, Entry.Several entry) {}

    /// The drawing of a step, made to correlate with those before it.
    Drawing joined(Step step, Drawing drawing) {
        if (!(step instanceof Step.Declared(Entry entry))) {
            return drawing;
        }
        return switch (entry) {
            case Entry.Single single -> single(single.name(), drawing);
            case Entry.Traits _ ->
                    drawing instanceof TraitsDrawing traits ? items(traits) : drawing;
            case Entry.Several _, Entry.Repeated _ -> drawing;
        };
    }

    /// Those drawn before that measure the same, with the correlation.
    private Map<String, Double> earlier(String name) {
        var earlier = new LinkedHashMap<String, Double>();
        for (Entry entry : population.entries()) {
            if (entry instanceof Entry.Repeated repeated) {
                for (List<String> list : repeated.measures().values()) {
                    if (list.contains(name)) {
                        list.stream()
                                .filter(other -> !other.equals(name))
                                .forEach(other -> earlier.put(other, repeated.correlation()));
                    }
                }
            }
        }
        return earlier;
    }

    private Drawing single(String name, Drawing drawing) {
        Optional<Noise> noise = drawing.noise();
        if (noise.isEmpty()) {
            return drawing;
        }
        Drawing joined = drawing;
        var correlations = new LinkedHashMap<String, Double>();
        earlier(name)
                .forEach(
                        (other, wished) -> {
                            if (bases.containsKey(other)) {
                                correlations.put(
                                        other, latent(name, drawing, noise.get(), other, wished));
                            }
                        });
        Noise shared = shared(name, noise.get(), correlations);
        if (!correlations.isEmpty()) {
            joined = drawing.with(shared);
            joined.draw(draws);
        }
        return joined;
    }

    /// The correlation of noises by which that of two variables is observed.
    private double latent(String name, Drawing drawing, Noise noise, String other, double wished) {
        Basis basis = Objects.requireNonNull(bases.get(other));
        boolean isTurned =
                observed(name, drawing, noise, basis, other, MOST)
                        < observed(name, drawing, noise, basis, other, -MOST);
        double sign = isTurned ? -1 : 1;
        double low = -MOST;
        double high = MOST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (observed(name, drawing, noise, basis, other, sign * middle) < wished) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double found = (low + high) / 2;
        double there = observed(name, drawing, noise, basis, other, sign * found);
        if (Math.abs(there - wished) > NEAR) {
            gaps.add(new Gap(name, "correlation with " + other, wished, there));
        }
        return sign * found;
    }

    private double observed(
            String name, Drawing drawing, Noise noise, Basis basis, String other, double r) {
        var variates = new ArrayList<Variate>();
        double[] weights = new double[basis.weights().size() + 1];
        basis.weights()
                .forEach(
                        (variate, weight) -> {
                            weights[variates.size()] = r * weight;
                            variates.add(variate);
                        });
        weights[variates.size()] = StrictMath.sqrt(1 - r * r);
        drawing.with(noise.with(variates, weights)).draw(draws);
        int slot = draws.slots().of(name);
        int otherSlot = draws.slots().of(other);
        int[] rows = both(slot, otherSlot);
        return Sums.correlation(values(name, slot, rows), values(other, otherSlot, rows));
    }

    private int[] both(int slot, int other) {
        int[] rows = draws.asked(slot);
        int[] others = draws.asked(other);
        boolean[] isAsked = new boolean[draws.size()];
        for (int row : others) {
            isAsked[row] = true;
        }
        return java.util.Arrays.stream(rows).filter(row -> isAsked[row]).toArray();
    }

    /// The answers as numbers; options by their place in the order that the population declares.
    private double[] values(String name, int slot, int[] rows) {
        double[] values = new double[rows.length];
        if (draws.slots().holding(slot) instanceof Holding.One(List<Option> options)) {
            double[] worth = worth(name, options);
            short[] chosen = draws.choices(slot);
            for (int i = 0; i < rows.length; i++) {
                values[i] = worth[chosen[rows[i]]];
            }
            return values;
        }
        double[] numbers = draws.numbers(slot);
        for (int i = 0; i < rows.length; i++) {
            values[i] = numbers[rows[i]];
        }
        return values;
    }

    private double[] worth(String name, List<Option> options) {
        List<String> order =
                population.entries().stream()
                        .filter(entry -> entry.names().contains(name))
                        .map(
                                entry ->
                                        entry instanceof Entry.Single single
                                                        && single.margin()
                                                                instanceof
                                                                Margin.OneOf(_, var ordered)
                                                        && !ordered.isEmpty()
                                                ? ordered
                                                : List.of("no", "yes"))
                        .findFirst()
                        .orElse(List.of());
        double[] worth = new double[options.size()];
        for (int i = 0; i < worth.length; i++) {
            int place = order.indexOf(options.get(i).code());
            worth[i] = place < 0 ? i : place;
        }
        return worth;
    }

    /// The noise that correlates so with those of others, and remembers what it is made of.
    private Noise shared(String name, Noise noise, Map<String, Double> correlations) {
        List<String> others = List.copyOf(correlations.keySet());
        int k = others.size();
        double[][] rows = new double[k][k + 1];
        for (int i = 0; i < k; i++) {
            Basis one = Objects.requireNonNull(bases.get(others.get(i)));
            for (int j = 0; j < k; j++) {
                rows[i][j] = one.times(Objects.requireNonNull(bases.get(others.get(j))));
            }
            rows[i][k] = Objects.requireNonNull(correlations.get(others.get(i)));
        }
        double[] parts = Newton.solved(rows);
        var weights = new LinkedHashMap<Variate, Double>();
        for (int i = 0; i < k; i++) {
            double part = parts[i];
            Objects.requireNonNull(bases.get(others.get(i)))
                    .weights()
                    .forEach(
                            (variate, weight) ->
                                    weights.merge(variate, part * weight, Double::sum));
        }
        double square = weights.values().stream().mapToDouble(weight -> weight * weight).sum();
        if (square > MOST * MOST) {
            double shrink = MOST / StrictMath.sqrt(square);
            weights.replaceAll((_, weight) -> weight * shrink);
            square = MOST * MOST;
        }
        double own = StrictMath.sqrt(1 - square);
        double[] all = new double[weights.size() + 1];
        int place = 0;
        for (double weight : weights.values()) {
            all[place++] = weight;
        }
        all[place] = own;
        List<Variate> shared = List.copyOf(weights.keySet());
        weights.put(noise.own(), own);
        bases.put(name, new Basis(weights));
        return shared.isEmpty() ? noise : noise.with(shared, all);
    }

    private TraitsDrawing items(TraitsDrawing traits) {
        List<double[]> values = traits.values(draws, draws.all());
        TraitsDrawing joined =
                traits.with(
                        (trait, item) -> {
                            String name = draws.slots().name(item.slot());
                            var shown = new Shown(item, values.get(trait));
                            items.put(name, shown);
                            var correlations = new LinkedHashMap<String, Double>();
                            earlier(name)
                                    .forEach(
                                            (other, wished) -> {
                                                Shown before = items.get(other);
                                                if (before != null && bases.containsKey(other)) {
                                                    correlations.put(
                                                            other,
                                                            latent(
                                                                    name, shown, other, before,
                                                                    wished));
                                                }
                                            });
                            return item.with(shared(name, item.noise(), correlations));
                        });
        joined.draw(draws);
        return joined;
    }

    private double latent(String name, Shown shown, String other, Shown before, double wished) {
        Latent one = Latent.of(shown.item.table());
        Latent two = Latent.of(before.item.table());
        double whole = one.latent(two, wished);
        double made = Sums.covariance(shown.part, before.part);
        double rests = shown.item.rest() * before.item.rest();
        double r = Math.max(-MOST, Math.min(MOST, (whole - made) / rests));
        double there = one.observed(two, made + r * rests);
        if (Math.abs(there - wished) > NEAR) {
            gaps.add(new Gap(name, "correlation with " + other, wished, there));
        }
        return r;
    }

    /// What the coins of a several-of question repeat, by code; the question is remembered for later ones.
    Map<String, Coin.Earlier> coins(Entry.Several entry, Slots slots) {
        var coins = new HashMap<String, Coin.Earlier>();
        List<String> codes =
                slots.options(slots.of(entry.name())).stream()
                        .filter(option -> !option.alone())
                        .map(Option::code)
                        .toList();
        earlier(entry.name())
                .forEach(
                        (other, wished) -> {
                            Named before = several.get(other);
                            if (before == null) {
                                return;
                            }
                            for (String code : codes) {
                                coin(entry, before, code, wished)
                                        .ifPresent(coin -> coins.putIfAbsent(code, coin));
                            }
                        });
        several.put(
                entry.name(),
                new Named(
                        new Variate(entry.name(), Chance.hash(entry.name()), Variate.HASHED),
                        codes,
                        entry));
        return coins;
    }

    private static Optional<Coin.Earlier> coin(
            Entry.Several entry, Named before, String code, double wished) {
        double share = share(entry, code);
        double other = share(before.entry(), code);
        int place = before.coins().indexOf(code);
        if (place < 0 || share <= 0 || share >= 1 || other <= 0 || other >= 1) {
            return Optional.empty();
        }
        double whole = Latent.of(share).latent(Latent.of(other), wished);
        double rests =
                StrictMath.sqrt((1 - entry.dependence()) * (1 - before.entry().dependence()));
        double r = Math.max(-MOST, Math.min(MOST, whole / rests));
        return Optional.of(new Coin.Earlier(before.variate(), place, r));
    }

    private static double share(Entry.Several entry, String code) {
        return entry.shares().values().stream()
                .mapToDouble(level -> level.getOrDefault(code, 0.0))
                .average()
                .orElse(0);
    }
}
