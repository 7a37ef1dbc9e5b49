package eyebright.population;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.Optional;
import java.util.Set;

/// Reads a count: its mean alone, or `{mean, dispersion, exposure}`, the first two also given an earlier
/// question. What the count is proportional to is the same for all, so the exposure stands beside `given`.
final class CountReader {

    private static final String EXPOSURE = "exposure";
    private static final double MOST_DISPERSION = 1_000;

    private final Declared declared;
    private final GivenReader givens;
    private final Figures figures;
    private final Problems problems;

    CountReader(Declared declared, GivenReader givens, Figures figures, Problems problems) {
        this.declared = declared;
        this.givens = givens;
        this.figures = figures;
        this.problems = problems;
    }

    Optional<Margin> read(
            Variable variable, Kind.Numeric kind, Node node, LimitsReader.Range range) {
        if (kind.decimals() > 0) {
            problems.add(
                    Rule.POPULATION_MARGIN,
                    node.place(),
                    "%s is no count: it is answered with digits after the point"
                            .formatted(variable.name()),
                    "write normal: MEAN ± DEVIATION, or years:");
            return Optional.empty();
        }
        Optional<Node.Scalar> exposure = Optional.empty();
        if (node instanceof Node.Mapping) {
            Fields fields = Fields.of("count of " + variable.name(), node, problems).orElseThrow();
            boolean isWanted = fields.has(EXPOSURE);
            exposure = fields.scalar(EXPOSURE).filter(this::isNumber);
            if (isWanted && exposure.isEmpty()) {
                return Optional.empty();
            }
        }
        Optional<String> proportional = exposure.map(Node.Scalar::value);
        return givens.read(
                        "count of " + variable.name(),
                        node,
                        Set.of(EXPOSURE),
                        (thing, rate) ->
                                rate.equals(node)
                                        ? rate(thing, variable, rate, Set.of(EXPOSURE), range)
                                        : rateOfLevel(thing, variable, rate, range))
                .map(rate -> new Margin.Count(rate, proportional, range.limits()));
    }

    private boolean isNumber(Node.Scalar exposure) {
        Optional<Declared.Thing> thing = declared.read(exposure.value(), exposure.place());
        if (thing.isPresent() && !(thing.get() instanceof Declared.Thing.Amount)) {
            problems.add(
                    Rule.WRONG_KIND,
                    exposure.place(),
                    "exposure needs a number, which %s is not".formatted(exposure.value()),
                    "name a number that is drawn above");
            return false;
        }
        return thing.isPresent();
    }

    private Optional<Margin.Rate> rateOfLevel(
            String thing, Variable variable, Node node, LimitsReader.Range range) {
        if (node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                if (entry.key().equals(EXPOSURE)) {
                    problems.add(
                            Rule.UNKNOWN_KEY,
                            entry.keyPlace(),
                            "%s must have no exposure of its own; it is one for all answers"
                                    .formatted(thing),
                            "write exposure: once, beside given:");
                    return Optional.empty();
                }
            }
        }
        return rate(thing, variable, node, Set.of(), range);
    }

    /// @param elsewhere keys that are read elsewhere
    private Optional<Margin.Rate> rate(
            String thing,
            Variable variable,
            Node node,
            Set<String> elsewhere,
            LimitsReader.Range range) {
        if (!(node instanceof Node.Mapping)) {
            return figures.number(node, thing, 0, 1e9)
                    .filter(mean -> isPossible(mean, variable, range, node.place()))
                    .map(mean -> new Margin.Rate(mean, 0));
        }
        Fields fields = Fields.of(thing, node, problems).orElseThrow();
        elsewhere.forEach(fields::has);
        Optional<Node> mean = fields.required("mean");
        Optional<Double> read =
                mean.flatMap(it -> figures.number(it, "mean of " + thing, 0, 1e9))
                        .filter(it -> isPossible(it, variable, range, mean.orElseThrow().place()));
        boolean isWanted = fields.has("dispersion");
        Optional<Double> dispersion =
                fields.node("dispersion")
                        .flatMap(
                                it ->
                                        figures.number(
                                                it, "dispersion of " + thing, 0, MOST_DISPERSION));
        fields.finish();
        if (isWanted && dispersion.isEmpty()) {
            return Optional.empty();
        }
        return read.map(it -> new Margin.Rate(it, dispersion.orElse(0.0)));
    }

    private boolean isPossible(
            double mean, Variable variable, LimitsReader.Range range, Place place) {
        if (mean >= range.from() && mean < range.to()) {
            return true;
        }
        problems.add(
                Rule.POPULATION_MARGIN,
                place,
                "the mean of %s must be from %s to below %s, not %s"
                        .formatted(
                                variable.name(),
                                Figures.plain(range.from()),
                                Figures.plain(range.to()),
                                Figures.plain(mean)),
                "choose a mean inside the range of the question");
        return false;
    }
}
