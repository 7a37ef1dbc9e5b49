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

    /// Remembers the shares of a one-of question over everybody, for wishes of later entries.
    void know(String name, Margin margin) {
        switch (margin) {
            case Margin.Yes(Given<Double> share) ->
                    overall(share).ifPresent(yes -> shares.put(name, Map.of("yes", yes)));
            case Margin.OneOf(Given<Map<String, Double>> given, List<String> _) ->
                    codes(given)
                            .forEach(
                                    code ->
                                            overall(of(given, code))
                                                    .ifPresent(
                                                            share ->
                                                                    shares.computeIfAbsent(
                                                                                    name,
                                                                                    _ ->
                                                                                            new HashMap<>())
                                                                            .put(code, share)));
            case Margin.Normal _, Margin.Skewed _, Margin.Count _ -> {}
        }
    }

    /// Remembers the shares of a several-of question.
    void know(Entry.Several several) {
        for (String code : codes(several.shares())) {
            overall(of(several.shares(), code))
                    .ifPresent(
                            share ->
                                    shares.computeIfAbsent(several.name(), _ -> new HashMap<>())
                                            .put(code, share));
        }
    }

    private static List<String> codes(Given<Map<String, Double>> given) {
        return given.values().stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .toList();
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
                                levels.keySet().stream()
                                        .sorted()
                                        .mapToDouble(
                                                level ->
                                                        of.getOrDefault(level, 0.0)
                                                                * levels.get(level))
                                        .sum());
            }
        };
    }

    /// Whether these effects leave shares from 0 to 1; else problems.
    boolean arePossible(Given<Double> share, List<Effect> effects) {
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

    /// Whether these effects leave the share of an option of a several-of from 0 to 1; else problems.
    boolean arePossible(Entry.Several several) {
        boolean arePossible = true;
        for (Map.Entry<String, List<Effect>> each : several.effects().entrySet()) {
            arePossible &= arePossible(of(several.shares(), each.getKey()), each.getValue());
        }
        return arePossible;
    }

    private boolean isPossible(double share, Effect effect, Term.Chosen chosen) {
        Map<String, Double> of = shares.get(chosen.variable());
        if (of == null) {
            return true;
        }
        double part =
                chosen.codes().stream().mapToDouble(code -> of.getOrDefault(code, 0.0)).sum();
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
