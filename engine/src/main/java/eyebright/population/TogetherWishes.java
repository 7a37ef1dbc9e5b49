package eyebright.population;

import eyebright.latent.CorrelationTable;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Whether the correlations of one variable with several others can hold together with those that the others
/// have with each other.
final class TogetherWishes {

    private static final Comparator<Way> BY_DISTANCE = Comparator.comparingDouble(Way::distance);

    private final Problems problems;
    private final Map<Set<String>, Double> known = new HashMap<>();

    TogetherWishes(Problems problems) {
        this.problems = problems;
    }

    /// Remembers correlations of traits; of two that are not named it is taken to be 0.
    void know(List<Correlation> correlations) {
        for (Correlation each : correlations) {
            known.put(Set.of(each.one(), each.other()), each.value());
        }
    }

    /// Whether the correlations that an entry wishes go together; else a problem with the nearest that does.
    boolean arePossible(Entry.Single entry) {
        List<Effect> wished =
                entry.effects().stream()
                        .filter(effect -> effect.measure() == Measure.R)
                        .filter(effect -> isKnown(effect.term().variable()))
                        .toList();
        var table = new CorrelationTable(wished.size() + 1);
        for (int i = 0; i < wished.size(); i++) {
            table.set(0, i + 1, wished.get(i).value());
            for (int j = 0; j < i; j++) {
                Set<String> pair =
                        Set.of(wished.get(i).term().variable(), wished.get(j).term().variable());
                table.set(i + 1, j + 1, known.getOrDefault(pair, 0.0));
            }
        }
        if (table.isPossible()) {
            return true;
        }
        Optional<Way> best = Optional.empty();
        for (int i = 0; i < wished.size(); i++) {
            OptionalDouble nearest = table.nearest(0, i + 1, 1);
            if (nearest.isPresent()) {
                var way = new Way(wished.get(i), nearest.getAsDouble());
                best =
                        best.filter(it -> BY_DISTANCE.compare(it, way) <= 0)
                                .or(() -> Optional.of(way));
            }
        }
        String most =
                best.map(way -> Figures.plain(way.nearest()) + " does")
                        .orElse("bring all of them nearer to 0");
        Effect effect = best.map(Way::effect).orElse(wished.getFirst());
        problems.add(
                Rule.IMPOSSIBLE_WISH,
                effect.place(),
                "a correlation of %s and %s of %s does not go together with the others; %s"
                        .formatted(
                                entry.name(),
                                effect.term().text(),
                                Figures.plain(effect.value()),
                                most),
                best.map(
                                way ->
                                        "write %s, or change the others"
                                                .formatted(Figures.plain(way.nearest())))
                        .orElse("lower them"));
        return false;
    }

    private boolean isKnown(String name) {
        return known.keySet().stream().anyMatch(pair -> pair.contains(name));
    }

    /// Whether so many measures can all have that correlation: k of them none below -1 / (k - 1).
    boolean arePossible(Entry.Repeated entry) {
        for (List<String> list : entry.measures().values()) {
            double least = -1.0 / (list.size() - 1);
            if (entry.correlation() <= least) {
                String nearest = Figures.inward(least + 1e-9, 2);
                problems.add(
                        Rule.IMPOSSIBLE_WISH,
                        entry.place(),
                        "%d measures cannot all have a correlation of %s with each other; %s is possible"
                                .formatted(
                                        list.size(), Figures.plain(entry.correlation()), nearest),
                        "write " + nearest);
                return false;
            }
        }
        return true;
    }

    /// One correlation that could be changed to mend all.
    private record Way(Effect effect, double nearest) {

        double distance() {
            return StrictMath.abs(nearest - effect.value());
        }
    }
}
