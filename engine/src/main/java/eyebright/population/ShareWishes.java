package eyebright.population;

import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Whether shares can differ as wished between those who chose an option and the others.
///
/// With a share p, of whom a part q chose the option, a difference δ makes p + (1 - q)·δ among these and
/// p - q·δ among the others; both must lie from 0 to 1.
final class ShareWishes {

    private final Problems problems;
    private final Map<String, Map<String, Double>> shares = new HashMap<>();

    ShareWishes(Problems problems) {
        this.problems = problems;
    }

    /// Remembers the shares of a question with options over everybody, for wishes of later entries.
    void know(Entry entry) {
        switch (entry) {
            case Entry.Single single -> {
                switch (single.margin()) {
                    case Margin.Yes(Given<Double> share) ->
                            overall(share).ifPresent(yes -> know(single.name(), "yes", yes));
                    case Margin.OneOf(Given<Map<String, Double>> given, List<String> _) ->
                            know(single.name(), given);
                    case Margin.Normal _, Margin.Skewed _, Margin.Count _ -> {}
                }
            }
            case Entry.Several several -> know(several.name(), several.shares());
            case Entry.Traits _, Entry.Repeated _ -> {}
        }
    }

    private void know(String name, Given<Map<String, Double>> given) {
        for (String code : codes(given)) {
            overall(of(given, code)).ifPresent(share -> know(name, code, share));
        }
    }

    private void know(String name, String code, double share) {
        shares.computeIfAbsent(name, _ -> new HashMap<>()).put(code, share);
    }

    /// Whether the effects of an entry leave shares from 0 to 1; else problems.
    boolean arePossible(Entry entry) {
        return switch (entry) {
            case Entry.Single single ->
                    !(single.margin() instanceof Margin.Yes(Given<Double> share))
                            || arePossible(share, single.effects());
            case Entry.Several several -> {
                boolean arePossible = true;
                for (Map.Entry<String, List<Effect>> each : several.effects().entrySet()) {
                    arePossible &=
                            arePossible(of(several.shares(), each.getKey()), each.getValue());
                }
                yield arePossible;
            }
            case Entry.Traits _, Entry.Repeated _ -> true;
        };
    }

    private static List<String> codes(Given<Map<String, Double>> given) {
        return given.values().stream().flatMap(each -> each.keySet().stream()).distinct().toList();
    }

    private static Given<Double> of(Given<Map<String, Double>> given, String code) {
        return switch (given) {
            case Given.Always<Map<String, Double>>(Map<String, Double> it) ->
                    new Given.Always<>(it.getOrDefault(code, 0.0));
            case Given.ByLevel<Map<String, Double>>(
                            String variable,
                            Map<String, Map<String, Double>> levels) -> {
                var one = new HashMap<String, Double>();
                levels.forEach((level, it) -> one.put(level, it.getOrDefault(code, 0.0)));
                yield new Given.ByLevel<>(variable, one);
            }
        };
    }

    /// The share over everybody, where it is known.
    private OptionalDouble overall(Given<Double> given) {
        return switch (given) {
            case Given.Always<Double>(Double share) -> OptionalDouble.of(share);
            case Given.ByLevel<Double>(String variable, Map<String, Double> levels) -> {
                Map<String, Double> of = shares.get(variable);
                yield of == null
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                levels.entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .mapToDouble(
                                                level ->
                                                        of.getOrDefault(level.getKey(), 0.0)
                                                                * level.getValue())
                                        .sum());
            }
        };
    }

    private boolean arePossible(Given<Double> share, List<Effect> effects) {
        OptionalDouble overall = overall(share);
        boolean arePossible = true;
        for (Effect effect : effects) {
            if (effect.measure() == Measure.POINTS
                    && effect.term() instanceof Term.Chosen chosen
                    && overall.isPresent()) {
                arePossible &= isPossible(overall.getAsDouble(), effect, chosen);
            }
        }
        return arePossible;
    }

    private boolean isPossible(double share, Effect effect, Term.Chosen chosen) {
        Map<String, Double> of = shares.get(chosen.variable());
        if (of == null) {
            return true;
        }
        double part = chosen.codes().stream().mapToDouble(code -> of.getOrDefault(code, 0.0)).sum();
        if (part <= 0 || part >= 1) {
            problems.add(
                    Rule.IMPOSSIBLE_WISH,
                    effect.place(),
                    "%s is %s of respondents, so that there is nobody to compare"
                            .formatted(chosen.text(), part <= 0 ? "none" : "all"),
                    "give it a share, or take the effect out");
            return false;
        }
        double most = StrictMath.min((1 - share) / (1 - part), share / part);
        double least = -StrictMath.min(share / (1 - part), (1 - share) / part);
        if (effect.value() < most && effect.value() > least) {
            return true;
        }
        double bound = effect.value() > 0 ? most : least;
        String nearest = Figures.inward(100 * (bound - StrictMath.copySign(1e-9, bound)), 1);
        problems.add(
                Rule.IMPOSSIBLE_WISH,
                effect.place(),
                "%s in all leaves room for %s points between the %s with %s and the others, not for %s"
                        .formatted(
                                Figures.percent(share),
                                nearest,
                                Figures.percent(part),
                                chosen.text(),
                                Figures.plain(100 * effect.value())),
                "write " + nearest);
        return false;
    }
}
