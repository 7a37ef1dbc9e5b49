package eyebright.population;

import eyebright.latent.Grid;
import eyebright.latent.Ladder;
import eyebright.latent.MomentTable;
import eyebright.latent.Moments;
import eyebright.latent.PointTable;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether two variables can correlate as wished, with the margins they have.
///
/// [Ladder] says how far they can: of two questions with a share of yes of 10 % and of 50 % to 1/3. Of margins that are given another question nothing is said here.
final class PairWishes {

    /// What is neither rounded nor limited is looked at in tenths of a deviation.
    private static final Kind.Numeric STANDARD =
            new Kind.Numeric(BigDecimal.valueOf(-4), BigDecimal.valueOf(4), 1, "");

    private static final Ladder NORMAL = normal(STANDARD, new Moments(0, 1));

    private final Declared declared;
    private final Problems problems;
    private final TogetherWishes together;
    private final Map<String, Entry.Single> singles = new HashMap<>();
    private final Set<String> traits = new HashSet<>();

    /// Worked out when first asked for: most variables correlate with none.
    private final Map<String, Optional<Ladder>> ladders = new HashMap<>();

    PairWishes(Declared declared, Problems problems) {
        this.declared = declared;
        this.problems = problems;
        this.together = new TogetherWishes(problems);
    }

    /// The tables of what is answered by such a number.
    static MomentTable tables(Kind.Numeric kind) {
        return MomentTable.of(Grid.of(kind.from(), kind.to(), kind.decimals()));
    }

    /// How a normal number with these moments is distributed, as it is answered.
    static Ladder normal(Kind.Numeric kind, Moments moments) {
        return Ladder.of(tables(kind).solve(MomentTable.Shape.NORMAL, moments).table());
    }

    /// Remembers how a variable is distributed, for wishes of its own entry and of later ones.
    void know(Entry entry) {
        switch (entry) {
            case Entry.Single single -> singles.put(single.name(), single);
            case Entry.Traits showing -> {
                together.know(showing.correlations());
                showing.traits().forEach(trait -> traits.add(trait.name()));
            }
            case Entry.Several _, Entry.Repeated _ -> {}
        }
    }

    private Optional<Ladder> ladder(String name) {
        if (traits.contains(name)) {
            return Optional.of(NORMAL);
        }
        return ladders.computeIfAbsent(
                name, _ -> Optional.ofNullable(singles.get(name)).flatMap(this::ladder));
    }

    private Optional<Ladder> ladder(Entry.Single single) {
        if (single.standing() == Entry.Standing.HIDDEN) {
            return Optional.of(NORMAL);
        }
        Optional<Kind.Numeric> kind =
                declared.variable(single.name())
                        .map(Variable::kind)
                        .filter(Kind.Numeric.class::isInstance)
                        .map(Kind.Numeric.class::cast);
        return switch (single.margin()) {
            case Margin.Normal(Given<Moments> moments, Limits limits) ->
                    solved(MomentTable.Shape.NORMAL, moments, limits, kind);
            case Margin.Skewed(Given<Moments> moments, Limits limits) ->
                    solved(MomentTable.Shape.SKEWED, moments, limits, kind);
            case Margin.Count(Given<Margin.Rate> rate, Optional<String> exposure, Limits limits) ->
                    rate instanceof Given.Always<Margin.Rate>(Margin.Rate it)
                                    && exposure.isEmpty()
                                    && it.mean() > 0
                                    && limits.equals(Limits.NONE)
                            ? kind.map(
                                    range ->
                                            Ladder.of(
                                                    tables(range)
                                                            .count(it.mean(), it.dispersion())
                                                            .table()))
                            : Optional.empty();
            case Margin.Yes(Given<Double> share) ->
                    share instanceof Given.Always<Double>(Double yes) && yes > 0 && yes < 1
                            ? Optional.of(Ladder.of(yes))
                            : Optional.empty();
            case Margin.OneOf(Given<Map<String, Double>> shares, List<String> order) ->
                    shares instanceof Given.Always<Map<String, Double>>(Map<String, Double> it)
                            ? ordered(it, order)
                            : Optional.empty();
        };
    }

    private static Optional<Ladder> solved(
            MomentTable.Shape shape,
            Given<Moments> moments,
            Limits limits,
            Optional<Kind.Numeric> kind) {
        return moments instanceof Given.Always<Moments>(Moments it) && limits.equals(Limits.NONE)
                ? kind.map(range -> Ladder.of(tables(range).solve(shape, it).table()))
                : Optional.empty();
    }

    private static Optional<Ladder> ordered(Map<String, Double> shares, List<String> order) {
        double[] weights =
                order.stream().mapToDouble(code -> shares.getOrDefault(code, 0.0)).toArray();
        long given = Arrays.stream(weights).filter(weight -> weight > 0).count();
        return given < 2
                ? Optional.empty()
                : Optional.of(Ladder.of(PointTable.of(Grid.whole(1, weights.length), weights)));
    }

    /// Whether what an entry wishes of pairs can be; else problems.
    boolean arePossible(Entry entry) {
        boolean arePossible = true;
        switch (entry) {
            case Entry.Single single -> {
                for (Effect effect : single.effects()) {
                    if (effect.measure() == Measure.R) {
                        arePossible &=
                                isPossible(
                                        single.name(),
                                        effect.term().variable(),
                                        effect.value(),
                                        effect.place());
                    }
                }
                arePossible &= arePossible && together.arePossible(single);
            }
            case Entry.Repeated repeated -> {
                arePossible &= together.arePossible(repeated);
                for (List<String> list : repeated.measures().values()) {
                    for (int one = 1; one < list.size(); one++) {
                        for (int other = 0; other < one; other++) {
                            arePossible &=
                                    isPossible(
                                            list.get(other),
                                            list.get(one),
                                            repeated.correlation(),
                                            repeated.place());
                        }
                    }
                }
            }
            case Entry.Several _, Entry.Traits _ -> {}
        }
        return arePossible;
    }

    private boolean isPossible(String one, String other, double r, Place place) {
        if (r == 0) {
            return true;
        }
        Optional<Ladder> first = ladder(one);
        Optional<Ladder> second = ladder(other);
        if (first.isEmpty() || second.isEmpty()) {
            return true;
        }
        double most = r > 0 ? first.get().highest(second.get()) : first.get().lowest(second.get());
        if (StrictMath.abs(r) < StrictMath.abs(most)) {
            return true;
        }
        String nearest = Figures.inward(most, 2);
        problems.add(
                Rule.IMPOSSIBLE_WISH,
                place,
                "with their margins, %s and %s cannot have a correlation of %s; %s is possible"
                        .formatted(one, other, Figures.plain(r), nearest),
                "write %s, or change a margin".formatted(nearest));
        return false;
    }
}
