package eyebright.population;

import eyebright.latent.CorrelationTable;
import eyebright.latent.Ladder;
import eyebright.latent.Moments;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Variable.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether the correlations of traits can hold together, with the alphas that are wished.
///
/// Scores of reliability a and b cannot correlate by more than √(a·b), for the traits behind them would
/// have to correlate by more than 1 (Spearman 1904); so the table of r / √(a·b) must be positive definite.
final class TraitWishes {

    private final Declared declared;
    private final Problems problems;

    TraitWishes(Declared declared, Problems problems) {
        this.declared = declared;
        this.problems = problems;
    }

    /// Whether these items can have that alpha; else a problem with the highest.
    ///
    /// @param place of the alpha
    boolean isPossible(Trait trait, Place place) {
        Ladder[] items =
                trait.items().entrySet().stream()
                        .map(item -> ladder(trait, item.getKey(), item.getValue()))
                        .toArray(Ladder[]::new);
        double most = Ladder.highestAlpha(items);
        if (trait.alpha() < most) {
            return true;
        }
        String nearest = Figures.inward(most, 2);
        problems.add(
                Rule.IMPOSSIBLE_WISH,
                place,
                "the items of %s, with these means and deviations, cannot have an alpha of %s; %s is possible"
                        .formatted(trait.name(), Figures.plain(trait.alpha()), nearest),
                "write %s, or bring their means nearer together".formatted(nearest));
        return false;
    }

    private Ladder ladder(Trait trait, String item, Moments moments) {
        if (!(declared.variable(item).orElseThrow().kind() instanceof Kind.Numeric kind)) {
            throw new IllegalArgumentException("item must be answered by a number, not " + item);
        }
        Ladder ladder = PairWishes.normal(kind, moments);
        return trait.reversed().contains(item) ? ladder.turned() : ladder;
    }

    /// Whether all can hold; else a problem with the nearest that can.
    ///
    /// @param place of the entry
    boolean arePossible(List<Trait> traits, List<Correlation> correlations, Place place) {
        boolean isEachPossible = true;
        for (Correlation correlation : correlations) {
            isEachPossible &= isPossible(correlation, traits);
        }
        return isEachPossible && areTogether(traits, correlations, place);
    }

    private boolean isPossible(Correlation correlation, List<Trait> traits) {
        double most = most(correlation, traits);
        if (StrictMath.abs(correlation.value()) < most) {
            return true;
        }
        String nearest = Figures.inward(StrictMath.copySign(most - 1e-9, correlation.value()), 2);
        problems.add(
                Rule.IMPOSSIBLE_WISH,
                correlation.place(),
                "with their alphas, %s and %s cannot have a correlation of %s; %s is possible"
                        .formatted(
                                correlation.one(),
                                correlation.other(),
                                Figures.plain(correlation.value()),
                                nearest),
                "write %s, or raise an alpha".formatted(nearest));
        return false;
    }

    private static double most(Correlation correlation, List<Trait> traits) {
        return StrictMath.sqrt(
                traits.get(index(correlation.one(), traits)).alpha()
                        * traits.get(index(correlation.other(), traits)).alpha());
    }

    private static int index(String name, List<Trait> traits) {
        int index = 0;
        while (!traits.get(index).name().equals(name)) {
            index++;
        }
        return index;
    }

    private boolean areTogether(List<Trait> traits, List<Correlation> correlations, Place place) {
        var table = new CorrelationTable(traits.size());
        for (Correlation each : correlations) {
            table.set(
                    index(each.one(), traits),
                    index(each.other(), traits),
                    each.value() / most(each, traits));
        }
        if (table.isPossible()) {
            return true;
        }
        Optional<Way> best =
                correlations.stream()
                        .flatMap(each -> way(each, table, traits))
                        .min(Comparator.comparingDouble(Way::distance));
        if (best.isEmpty()) {
            double part = table.part();
            problems.add(
                    Rule.IMPOSSIBLE_WISH,
                    place,
                    "the correlations of %s do not go together; at %s of their size they do"
                            .formatted(
                                    traits.stream()
                                            .map(Trait::name)
                                            .collect(Collectors.joining(", ")),
                                    Figures.percent(part)),
                    "bring them nearer to 0");
            return false;
        }
        String nearest = Figures.plain(best.get().nearest());
        problems.add(
                Rule.IMPOSSIBLE_WISH,
                best.get().correlation().place(),
                "a correlation of %s and %s of %s does not go together with the others; %s does"
                        .formatted(
                                best.get().correlation().one(),
                                best.get().correlation().other(),
                                Figures.plain(best.get().correlation().value()),
                                nearest),
                "write %s, or change the others".formatted(nearest));
        return false;
    }

    /// How changing that correlation alone would mend all, if it would.
    private static Stream<Way> way(Correlation each, CorrelationTable table, List<Trait> traits) {
        OptionalDouble nearest =
                table.nearest(
                        index(each.one(), traits), index(each.other(), traits), most(each, traits));
        return nearest.stream().mapToObj(r -> new Way(each, r));
    }

    /// One correlation that could be changed to mend all.
    private record Way(Correlation correlation, double nearest) {

        double distance() {
            return StrictMath.abs(nearest - correlation.value());
        }
    }
}
