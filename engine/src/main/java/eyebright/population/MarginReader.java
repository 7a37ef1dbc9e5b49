package eyebright.population;

import eyebright.latent.Moments;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Place;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Option;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the margin of one variable: `normal`, `years`, `count`, `yes` or `shares`.
final class MarginReader {

    private static final String SKEWED = "skewed";
    private static final List<String> KINDS =
            List.of("normal", "years", SKEWED, "count", "yes", SharesReader.KEY);
    private static final String ALL = "normal, years, skewed, count, yes, shares";

    private final Declared declared;
    private final GivenReader givens;
    private final Figures figures;
    private final Problems problems;
    private final SharesReader shares;

    MarginReader(Declared declared, Problems problems) {
        this.declared = declared;
        this.problems = problems;
        this.figures = new Figures(problems);
        this.givens = new GivenReader(declared, problems);
        this.shares = new SharesReader(givens, figures, problems);
    }

    /// Whether a margin is among these keys.
    static boolean hasMargin(Fields fields) {
        return KINDS.stream().anyMatch(fields::has);
    }

    /// The key of the one margin there is; else a problem.
    Optional<String> key(Fields fields) {
        List<String> present = KINDS.stream().filter(fields::has).toList();
        if (present.size() == 1) {
            return Optional.of(present.getFirst());
        }
        problems.add(
                Rule.POPULATION_MARGIN,
                fields.place(),
                "a margin must have one of "
                        + ALL
                        + (present.isEmpty() ? "" : ", not " + String.join(" and ", present)),
                present.isEmpty() ? "add one" : "keep one of them");
        return Optional.empty();
    }

    /// The shares of a several-of question.
    Optional<Given<Map<String, Double>>> several(Fields fields, Variable variable) {
        return key(fields)
                .filter(
                        key -> {
                            boolean isShares = key.equals(SharesReader.KEY);
                            if (!isShares) {
                                margin(
                                        fields.placeOf(key),
                                        "\"%s\" does not fit %s, of which several options may be chosen"
                                                .formatted(key, variable.name()),
                                        "write shares: {CODE: 50%, …}");
                            }
                            return isShares;
                        })
                .flatMap(_ -> shares.read(fields, variable));
    }

    /// The margin of any other question.
    Optional<Margin> single(Fields fields, Variable variable) {
        Optional<String> key = key(fields);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        return switch (key.get()) {
            case "yes" -> yes(fields, variable);
            case SharesReader.KEY -> oneOf(fields, variable);
            default -> number(fields, variable, key.get());
        };
    }

    /// The margin of a hidden variable, which is neither rounded nor limited.
    Optional<Margin> hidden(Fields fields, String name) {
        Optional<String> key = key(fields);
        if (key.isPresent() && !key.get().equals("normal")) {
            margin(
                    fields.placeOf(key.get()),
                    "a hidden variable must be normal, not " + key.get(),
                    "write normal: 0 ± 1");
            return Optional.empty();
        }
        return key.flatMap(fields::node)
                .flatMap(
                        node ->
                                givens.read(
                                        "normal of " + name,
                                        node,
                                        Set.of(),
                                        (thing, level) -> figures.moments(level, thing)))
                .map(moments -> new Margin.Normal(moments, Limits.NONE));
    }

    private Optional<Margin> yes(Fields fields, Variable variable) {
        if (!(variable.kind() instanceof Kind.Choice(List<Option> options))
                || !codes(options).equals(List.of("no", "yes"))) {
            margin(
                    fields.placeOf("yes"),
                    "\"yes\" needs a one-of question with the codes yes and no, which %s is not"
                            .formatted(variable.name()),
                    "write shares: {CODE: 50%, …}");
            return Optional.empty();
        }
        return fields.node("yes")
                .flatMap(
                        node ->
                                givens.read(
                                        "yes of " + variable.name(),
                                        node,
                                        Set.of(),
                                        (thing, level) ->
                                                figures.share(level, thing)
                                                        .map(Number::doubleValue)))
                .map(Margin.Yes::new);
    }

    private static List<String> codes(List<Option> options) {
        return options.stream().map(Option::code).sorted().toList();
    }

    private Optional<Margin> oneOf(Fields fields, Variable variable) {
        List<String> order = order(fields, variable);
        return shares.read(fields, variable).map(it -> new Margin.OneOf(it, order));
    }

    /// The options in order, two or more; none where none are wished.
    private List<String> order(Fields fields, Variable variable) {
        if (!fields.has("order")) {
            return List.of();
        }
        List<Node.Scalar> listed = fields.scalars("order");
        List<String> codes =
                variable.kind() instanceof Kind.Choice(List<Option> options)
                        ? options.stream().map(Option::code).toList()
                        : List.of();
        boolean isGood = true;
        for (Node.Scalar code : listed) {
            if (!codes.contains(code.value())) {
                GivenReader.noOption(code.value(), variable.name(), codes, code.place(), problems);
                isGood = false;
            }
        }
        List<String> order = listed.stream().map(Node.Scalar::value).toList();
        if (isGood && (order.size() < 2 || order.stream().distinct().count() < order.size())) {
            problems.add(
                    Rule.WRONG_VALUE,
                    fields.placeOf("order"),
                    "order must name two or more different options, from the lowest to the highest",
                    "write order: [CODE, CODE, …]");
            isGood = false;
        }
        return isGood ? order : List.of();
    }

    private Optional<Margin> number(Fields fields, Variable variable, String key) {
        if (!(variable.kind() instanceof Kind.Numeric kind)) {
            margin(
                    fields.placeOf(key),
                    "%s is not answered by a number".formatted(variable.name()),
                    "write shares: {CODE: 50%, …}");
            return Optional.empty();
        }
        Optional<LimitsReader.Range> limits =
                new LimitsReader(declared, problems).read(fields, kind);
        Optional<Node> node = fields.node(key);
        if (limits.isEmpty() || node.isEmpty()) {
            return Optional.empty();
        }
        var range = limits.get();
        if (key.equals("count")) {
            return new CountReader(declared, givens, figures, problems)
                    .read(variable, kind, node.get(), range);
        }
        double step = StrictMath.pow(10, -kind.decimals());
        Optional<Given<Moments>> moments =
                givens.read(
                        "%s of %s".formatted(key, variable.name()),
                        node.get(),
                        Set.of(),
                        (thing, level) ->
                                figures.moments(level, thing)
                                        .filter(
                                                it ->
                                                        isPossible(
                                                                it,
                                                                variable.name(),
                                                                range.from(),
                                                                range.to(),
                                                                step,
                                                                level.place())));
        return moments.map(
                it ->
                        key.equals("normal")
                                ? new Margin.Normal(it, range.limits())
                                : new Margin.Skewed(it, range.limits()));
    }

    /// Whether answers can have that mean and that deviation; else a problem with the nearest.
    boolean isPossible(
            Moments moments, String name, double from, double to, double step, Place place) {
        double mean = moments.mean();
        if (!isInside(mean, name, from, to, place)) {
            return false;
        }
        var deviations = Deviations.of(mean, from, to, step);
        if (deviations.contains(moments.deviation())) {
            return true;
        }
        if (deviations.isEmpty()) {
            problems.add(
                    Rule.IMPOSSIBLE_WISH,
                    place,
                    "answers from %s to %s with a mean of %s are all alike"
                            .formatted(Figures.plain(from), Figures.plain(to), Figures.plain(mean)),
                    "choose a mean between the ends");
            return false;
        }
        String nearest = Figures.plain(deviations.nearest(moments.deviation()));
        boolean isTooMuch = moments.deviation() >= deviations.highest();
        problems.add(
                Rule.IMPOSSIBLE_WISH,
                place,
                "answers from %s to %s with a mean of %s cannot have a deviation of %s; %s is the %s possible"
                        .formatted(
                                Figures.plain(from),
                                Figures.plain(to),
                                Figures.plain(mean),
                                Figures.plain(moments.deviation()),
                                nearest,
                                isTooMuch ? "largest" : "smallest"),
                "write %s ± %s".formatted(Figures.plain(mean), nearest));
        return false;
    }

    /// Whether a mean lies in the range of its question; else a problem.
    boolean isInside(double mean, String name, double from, double to, Place place) {
        if (mean >= from && mean <= to) {
            return true;
        }
        margin(
                place,
                "the mean of %s must be from %s to %s, not %s"
                        .formatted(
                                name, Figures.plain(from), Figures.plain(to), Figures.plain(mean)),
                "choose a mean inside the range of the question");
        return false;
    }

    private void margin(Place place, String problem, String fix) {
        problems.add(Rule.POPULATION_MARGIN, place, problem, fix);
    }
}
