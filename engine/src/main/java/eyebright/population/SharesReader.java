package eyebright.population;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Option;
import eyebright.study.Variable;
import eyebright.study.Variable.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the shares of options, and whether they go together.
final class SharesReader {

    static final String KEY = "shares";

    /// Shares may be rounded: three times 33.33% is no mistake.
    private static final BigDecimal TOLERANCE = new BigDecimal("0.0005");

    private final GivenReader givens;
    private final Figures figures;
    private final Problems problems;

    SharesReader(GivenReader givens, Figures figures, Problems problems) {
        this.givens = givens;
        this.figures = figures;
        this.problems = problems;
    }

    /// The shares of a question with options.
    Optional<Given<Map<String, Double>>> read(Fields fields, Variable variable) {
        List<Option> options =
                switch (variable.kind()) {
                    case Kind.Choice choice -> choice.options();
                    case Kind.Choices choices -> choices.options();
                    case Kind.Numeric _, Kind.Text _ -> List.of();
                };
        if (options.isEmpty()) {
            problems.add(
                    Rule.POPULATION_MARGIN,
                    fields.placeOf(KEY),
                    "shares need a question with options, which %s is not"
                            .formatted(variable.name()),
                    "write normal: MEAN ± DEVIATION, years:, or count: MEAN");
            return Optional.empty();
        }
        boolean isWhole = variable.kind() instanceof Kind.Choice;
        return fields.node(KEY)
                .flatMap(
                        node ->
                                givens.read(
                                        "shares of " + variable.name(),
                                        node,
                                        Set.of(),
                                        (thing, level) ->
                                                shares(variable, thing, level, options, isWhole)));
    }

    private Optional<Map<String, Double>> shares(
            Variable variable, String thing, Node node, List<Option> options, boolean isWhole) {
        if (!(node instanceof Node.Mapping mapping)) {
            problems.add(
                    Rule.WRONG_KIND,
                    node.place(),
                    "%s must be a mapping of codes to shares, not %s".formatted(thing, node.kind()),
                    "write {CODE: 50%, …}");
            return Optional.empty();
        }
        var shares = new LinkedHashMap<String, BigDecimal>();
        List<String> codes = options.stream().map(Option::code).toList();
        boolean isGood = true;
        for (Node.Entry entry : mapping.entries()) {
            if (!codes.contains(entry.key())) {
                GivenReader.noOption(
                        entry.key(), variable.name(), codes, entry.keyPlace(), problems);
                isGood = false;
                continue;
            }
            Optional<BigDecimal> share =
                    figures.share(entry.value(), "the share of " + entry.key());
            share.ifPresent(value -> shares.put(entry.key(), value));
            isGood &= share.isPresent();
        }
        if (!isGood
                || !(isWhole
                        ? isWhole(thing, mapping, shares)
                        : isSound(mapping, options, shares))) {
            return Optional.empty();
        }
        var doubles = new LinkedHashMap<String, Double>();
        shares.forEach((code, share) -> doubles.put(code, share.doubleValue()));
        return Optional.of(doubles);
    }

    private boolean isWhole(String thing, Node.Mapping mapping, Map<String, BigDecimal> shares) {
        BigDecimal sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.subtract(BigDecimal.ONE).abs().compareTo(TOLERANCE) <= 0) {
            return true;
        }
        problems.add(
                Rule.POPULATION_MARGIN,
                mapping.place(),
                "%s must sum to 100%%, not to %s".formatted(thing, percent(sum)),
                "correct them, or name the options that are missing");
        return false;
    }

    /// Nobody names an option beside one that stands alone, so no share can reach beyond the rest.
    private boolean isSound(
            Node.Mapping mapping, List<Option> options, Map<String, BigDecimal> shares) {
        BigDecimal alone = BigDecimal.ZERO;
        var beyond = new ArrayList<String>();
        for (Option option : options) {
            if (option.alone()) {
                alone = alone.add(shares.getOrDefault(option.code(), BigDecimal.ZERO));
            }
        }
        BigDecimal rest = BigDecimal.ONE.subtract(alone);
        for (Option option : options) {
            BigDecimal share = shares.getOrDefault(option.code(), BigDecimal.ZERO);
            if (!option.alone() && share.compareTo(rest) > 0) {
                beyond.add(option.code());
            }
        }
        if (beyond.isEmpty() && rest.signum() >= 0) {
            return true;
        }
        problems.add(
                Rule.IMPOSSIBLE_WISH,
                mapping.place(),
                "options that stand alone have %s, which leaves less than declared for %s"
                        .formatted(
                                percent(alone),
                                beyond.isEmpty() ? "the others" : String.join(", ", beyond)),
                rest.signum() < 0
                        ? "lower those that stand alone to 100% together"
                        : "write at most %s for %s"
                                .formatted(percent(rest), String.join(" and ", beyond)));
        return false;
    }

    private static String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).stripTrailingZeros();
        return (percent.signum() == 0 ? "0" : percent.toPlainString()) + "%";
    }
}
