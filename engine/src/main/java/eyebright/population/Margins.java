package eyebright.population;

import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Place;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the spread of one margin: `yes`, `shares`, `normal` or `poisson`.
final class Margins {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%");
    private static final Pattern NORMAL =
            Pattern.compile("(-?\\d{1,9}(?:\\.\\d{1,6})?)\\s*±\\s*(\\d{1,9}(?:\\.\\d{1,6})?)");
    private static final List<String> KINDS = List.of("yes", "shares", "normal", "poisson");

    /// Shares may be rounded: three times 33.33% is no mistake.
    private static final BigDecimal TOLERANCE = new BigDecimal("0.0005");

    private final Fields fields;
    private final Problems problems;

    Margins(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    /// The share that a percentage says, 0 to 1.
    static Optional<Double> share(Node.Scalar scalar, String thing, Problems problems) {
        return exact(scalar, thing, problems).map(BigDecimal::doubleValue);
    }

    private static Optional<BigDecimal> exact(Node.Scalar scalar, String thing, Problems problems) {
        Matcher percent = PERCENT.matcher(scalar.value());
        if (percent.matches()) {
            BigDecimal share = new BigDecimal(percent.group(1)).movePointLeft(2);
            if (share.compareTo(BigDecimal.ONE) <= 0) {
                return Optional.of(share);
            }
        }
        problems.add(
                Rule.WRONG_VALUE,
                scalar.place(),
                "%s must be 0%% to 100%%, not \"%s\""
                        .formatted(thing, Fields.shortened(scalar.value())),
                "write a share such as 72%");
        return Optional.empty();
    }

    /// The spread, if it is one for that variable.
    Optional<Spread> read(Optional<Variable> variable) {
        List<String> present = KINDS.stream().filter(fields::has).toList();
        if (present.size() != 1) {
            problems.add(
                    Rule.POPULATION_MARGIN,
                    fields.place(),
                    present.isEmpty()
                            ? "a margin must have one of yes, shares, normal, poisson"
                            : "a margin must have one of yes, shares, normal, poisson, not "
                                    + String.join(" and ", present),
                    present.isEmpty() ? "add one" : "keep one of them");
            return Optional.empty();
        }
        if (variable.isEmpty()) {
            return Optional.empty();
        }
        return switch (present.getFirst()) {
            case "yes" -> yes(variable.get());
            case "shares" -> shares(variable.get());
            case "normal" -> normal(variable.get());
            default -> poisson(variable.get());
        };
    }

    private Optional<Spread> yes(Variable variable) {
        Optional<Double> share =
                fields.scalar("yes").flatMap(scalar -> share(scalar, "yes", problems));
        if (!(variable.kind() instanceof Kind.Choice(List<Option> options))
                || !options.stream()
                        .map(Option::code)
                        .sorted()
                        .toList()
                        .equals(List.of("no", "yes"))) {
            margin(
                    fields.placeOf("yes"),
                    "\"yes\" needs a one-of question with the codes yes and no, which %s is not"
                            .formatted(variable.name()),
                    "write shares: {CODE: 50%, …}");
            return Optional.empty();
        }
        return share.map(yes -> new Spread.Shares(Map.of("yes", yes, "no", 1 - yes)));
    }

    private Optional<Spread> shares(Variable variable) {
        Optional<Node> node = fields.node("shares");
        List<Option> options =
                switch (variable.kind()) {
                    case Kind.Choice choice -> choice.options();
                    case Kind.Choices choices -> choices.options();
                    case Kind.Numeric _, Kind.Text _ -> List.of();
                };
        if (options.isEmpty()) {
            margin(
                    fields.placeOf("shares"),
                    "shares need a question with options, which %s is not"
                            .formatted(variable.name()),
                    "write normal: MEAN ± DEVIATION, or poisson: MEAN");
            return Optional.empty();
        }
        if (node.isEmpty() || !(node.get() instanceof Node.Mapping mapping)) {
            problems.add(
                    Rule.WRONG_KIND,
                    fields.placeOf("shares"),
                    "shares must be a mapping of codes to shares",
                    "write shares: {CODE: 50%, …}");
            return Optional.empty();
        }
        var shares = new LinkedHashMap<String, BigDecimal>();
        boolean isGood = true;
        List<String> codes = options.stream().map(Option::code).toList();
        for (Node.Entry entry : mapping.entries()) {
            Optional<BigDecimal> share = share(entry, codes);
            share.ifPresent(value -> shares.put(entry.key(), value));
            isGood &= share.isPresent();
        }
        if (isGood && isSound(variable, options, shares)) {
            var doubles = new LinkedHashMap<String, Double>();
            shares.forEach((code, share) -> doubles.put(code, share.doubleValue()));
            return Optional.of(new Spread.Shares(doubles));
        }
        return Optional.empty();
    }

    private Optional<BigDecimal> share(Node.Entry entry, List<String> codes) {
        if (!codes.contains(entry.key())) {
            margin(
                    entry.keyPlace(),
                    "no option \"%s\"; there are %s"
                            .formatted(Fields.shortened(entry.key()), String.join(", ", codes)),
                    Nearest.to(entry.key(), codes)
                            .map(near -> "write " + near)
                            .orElse("use one of these codes"));
            return Optional.empty();
        }
        if (entry.value() instanceof Node.Scalar scalar) {
            return exact(scalar, "the share of " + entry.key(), problems);
        }
        problems.add(
                Rule.WRONG_KIND,
                entry.value().place(),
                "the share of %s must be a text, not %s"
                        .formatted(entry.key(), entry.value().kind()),
                "write a share such as 72%");
        return Optional.empty();
    }

    private boolean isSound(
            Variable variable, List<Option> options, Map<String, BigDecimal> shares) {
        BigDecimal sum =
                shares.entrySet().stream()
                        .filter(
                                entry ->
                                        variable.kind() instanceof Kind.Choice
                                                || isAlone(options, entry.getKey()))
                        .map(Map.Entry::getValue)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal over = sum.subtract(BigDecimal.ONE);
        boolean isWhole = variable.kind() instanceof Kind.Choice;
        if (isWhole && over.abs().compareTo(TOLERANCE) > 0) {
            margin(
                    fields.placeOf("shares"),
                    "shares of a one-of question must sum to 100%, not to "
                            + sum.movePointRight(2).stripTrailingZeros().toPlainString()
                            + "%",
                    "correct them, or name the options that are missing");
            return false;
        }
        if (!isWhole) {
            return isNamedWithAlone(options, shares, sum);
        }
        return true;
    }

    /// Nobody names an option beside one that stands alone, so no share can reach beyond the rest.
    private boolean isNamedWithAlone(
            List<Option> options, Map<String, BigDecimal> shares, BigDecimal alone) {
        BigDecimal rest = BigDecimal.ONE.subtract(alone);
        var beyond = new ArrayList<String>();
        shares.forEach(
                (code, share) -> {
                    if (!isAlone(options, code) && share.compareTo(rest) > 0) {
                        beyond.add(code);
                    }
                });
        if (beyond.isEmpty() && rest.signum() >= 0) {
            return true;
        }
        margin(
                fields.placeOf("shares"),
                "options that stand alone have "
                        + alone.movePointRight(2).stripTrailingZeros().toPlainString()
                        + "%, which leaves less than declared for "
                        + (beyond.isEmpty() ? "the others" : String.join(", ", beyond)),
                "lower one of them");
        return false;
    }

    private static boolean isAlone(List<Option> options, String code) {
        return options.stream().anyMatch(option -> option.alone() && option.code().equals(code));
    }

    private Optional<Spread> normal(Variable variable) {
        Optional<Node.Scalar> scalar = fields.scalar("normal");
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        Matcher normal = NORMAL.matcher(scalar.get().value());
        if (!normal.matches() || Double.parseDouble(normal.group(2)) == 0) {
            fields.wrongValue("normal", scalar.get(), "a mean and a deviation such as 45 ± 12");
            return Optional.empty();
        }
        return inside(variable, scalar.get(), new BigDecimal(normal.group(1)))
                .map(mean -> new Spread.Normal(mean, Double.parseDouble(normal.group(2))));
    }

    private Optional<Spread> poisson(Variable variable) {
        Optional<Node.Scalar> scalar = fields.scalar("poisson");
        Optional<BigDecimal> mean = fields.decimal("poisson");
        if (scalar.isEmpty() || mean.isEmpty()) {
            return Optional.empty();
        }
        return inside(variable, scalar.get(), mean.get()).map(Spread.Poisson::new);
    }

    private Optional<Double> inside(Variable variable, Node.Scalar scalar, BigDecimal mean) {
        if (!(variable.kind() instanceof Kind.Numeric range)) {
            margin(
                    scalar.place(),
                    "%s is not answered by a number".formatted(variable.name()),
                    "write shares: {CODE: 50%, …}");
            return Optional.empty();
        }
        if (mean.compareTo(range.from()) < 0 || mean.compareTo(range.to()) > 0) {
            margin(
                    scalar.place(),
                    "the mean of %s must be from %s to %s, not %s"
                            .formatted(
                                    variable.name(),
                                    range.from().toPlainString(),
                                    range.to().toPlainString(),
                                    mean.toPlainString()),
                    "choose a mean inside the range of the question");
            return Optional.empty();
        }
        return Optional.of(mean.doubleValue());
    }

    private void margin(Place place, String problem, String fix) {
        problems.add(Rule.POPULATION_MARGIN, place, problem, fix);
    }
}
