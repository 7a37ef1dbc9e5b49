package eyebright.population;

import eyebright.latent.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many numbers of a population are published, how many are assumed, and which.
///
/// @param entries in the order of the file
public record Origins(List<OfEntry> entries) {

    /// The numbers of one entry.
    ///
    /// @param names what it is about, such as variables
    /// @param published how many numbers have a source
    /// @param assumed how many have none
    public record OfEntry(List<String> names, int published, int assumed, Ground ground) {
        public OfEntry {
            names = List.copyOf(names);
        }
    }

    public Origins {
        entries = List.copyOf(entries);
    }

    static Origins of(Population population) {
        var entries = new ArrayList<OfEntry>();
        population.entries().forEach(entry -> entries.add(of(entry)));
        population.skipping().ifPresent(it -> entries.add(of("skipping", it.ground())));
        population.careless().ifPresent(it -> entries.add(of("careless", it.ground())));
        return new Origins(entries);
    }

    /// How many numbers have a source.
    public int published() {
        return entries.stream().mapToInt(OfEntry::published).sum();
    }

    /// How many numbers have none.
    public int assumed() {
        return entries.stream().mapToInt(OfEntry::assumed).sum();
    }

    private static OfEntry of(String word, Ground ground) {
        return of(List.of(word), 1, 0, ground);
    }

    private static OfEntry of(Entry entry) {
        return switch (entry) {
            case Entry.Single single ->
                    of(
                            List.of(single.name()),
                            numbers(single.margin()),
                            single.effects().size(),
                            single.ground());
            case Entry.Several several ->
                    of(
                            List.of(several.name()),
                            shares(several.shares()),
                            (several.dependence() > 0 ? 1 : 0)
                                    + several.effects().values().stream()
                                            .mapToInt(List::size)
                                            .sum(),
                            several.ground());
            case Entry.Traits traits ->
                    of(
                            traits.traits().stream().map(Trait::name).toList(),
                            traits.traits().stream().mapToInt(it -> 2 * it.items().size()).sum(),
                            traits.correlations().size()
                                    + traits.traits().stream()
                                            .mapToInt(it -> 1 + it.effects().size())
                                            .sum(),
                            traits.ground());
            case Entry.Repeated repeated ->
                    of(List.copyOf(repeated.measures().keySet()), 0, 1, repeated.ground());
        };
    }

    /// With one ground for all, it holds for both; with two, each source is one number of the margins.
    private static OfEntry of(List<String> names, int margins, int beside, Ground ground) {
        int all = margins + beside;
        Optional<String> assumed = ground.assumed();
        if (ground.sources().isEmpty()) {
            return new OfEntry(names, 0, all, ground);
        }
        int published = assumed.isEmpty() ? all : Math.min(margins, ground.sources().size());
        return new OfEntry(names, published, all - published, ground);
    }

    /// How many numbers a margin has.
    static int numbers(Margin margin) {
        return switch (margin) {
            case Margin.Normal(Given<Moments> moments, Limits _) -> 2 * moments.values().size();
            case Margin.Skewed(Given<Moments> moments, Limits _) -> 2 * moments.values().size();
            case Margin.Count(Given<Margin.Rate> rate, Optional<String> _, Limits _) ->
                    rate.values().stream().mapToInt(it -> it.dispersion() > 0 ? 2 : 1).sum();
            case Margin.Yes(Given<Double> share) -> share.values().size();
            case Margin.OneOf(Given<Map<String, Double>> shares, List<String> _) -> shares(shares);
        };
    }

    /// How many shares there are.
    static int shares(Given<Map<String, Double>> shares) {
        return shares.values().stream().mapToInt(Map::size).sum();
    }
}
