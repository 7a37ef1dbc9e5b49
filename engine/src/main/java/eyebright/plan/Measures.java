package eyebright.plan;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How figures are written in a plan: `50%`, `2.5 %`, `10 points`, `1.25 times`, `0.20`.
public final class Measures {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?%");
    private static final Pattern POINTS = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?) points?");
    private static final Pattern TIMES = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?) times");
    private static final Pattern NUMBER = Pattern.compile("(-?\\d{0,6}(?:\\.\\d{1,6})?)");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Measures() {}

    /// A unit as it stands behind a number: a sign for `percent`, any other as it is written.
    public static String sign(String unit) {
        return unit.equals("percent") ? "%" : unit;
    }

    /// A percent from 0 to 100; anything else is a problem.
    public static Optional<BigDecimal> percent(String thing, Node node, Problems problems) {
        Optional<BigDecimal> number =
                number(PERCENT, node).filter(each -> each.compareTo(HUNDRED) <= 0);
        if (number.isEmpty()) {
            wrong(thing, node, "a percent from 0% to 100%, such as 50%", problems);
        }
        return number;
    }

    /// Points of 0 or more; anything else is a problem.
    static Optional<BigDecimal> points(String thing, Node node, Problems problems) {
        Optional<BigDecimal> number = number(POINTS, node);
        if (number.isEmpty()) {
            wrong(thing, node, "points, such as 10 points", problems);
        }
        return number;
    }

    /// A figure and what it is in.
    record Measure(BigDecimal value, Expectation.In in) {}

    /// A percent, a ratio or a plain number; anything else is a problem.
    static Optional<Measure> figure(String thing, Node node, Problems problems) {
        Optional<Measure> measure =
                number(PERCENT, node)
                        .filter(each -> each.compareTo(HUNDRED) <= 0)
                        .map(each -> new Measure(each, Expectation.In.PERCENT))
                        .or(() -> ratio(node))
                        .or(() -> plain(node));
        if (measure.isEmpty()) {
            wrong(
                    thing,
                    node,
                    "a percent from 0% to 100%, such as 50%, a ratio such as 1 times, or a number such as 0.20",
                    problems);
        }
        return measure;
    }

    /// Points, a ratio above 1 or a number above 0; anything else is a problem.
    static Optional<Measure> margin(String thing, Node node, Problems problems) {
        Optional<Measure> measure =
                number(POINTS, node)
                        .map(each -> new Measure(each, Expectation.In.POINTS))
                        .or(
                                () ->
                                        ratio(node)
                                                .filter(
                                                        each ->
                                                                each.value()
                                                                                .compareTo(
                                                                                        BigDecimal
                                                                                                .ONE)
                                                                        > 0))
                        .or(() -> plain(node).filter(each -> each.value().signum() > 0));
        if (measure.isEmpty()) {
            wrong(
                    thing,
                    node,
                    "points, such as 10 points, a ratio above 1 such as 1.25 times, or a number such as 0.15",
                    problems);
        }
        return measure;
    }

    private static Optional<Measure> ratio(Node node) {
        return number(TIMES, node)
                .filter(each -> each.signum() > 0)
                .map(each -> new Measure(each, Expectation.In.TIMES));
    }

    private static Optional<Measure> plain(Node node) {
        return number(NUMBER, node).map(each -> new Measure(each, Expectation.In.NUMBER));
    }

    private static Optional<BigDecimal> number(Pattern pattern, Node node) {
        if (node instanceof Node.Scalar scalar) {
            Matcher matcher = pattern.matcher(scalar.value().strip());
            if (matcher.matches() && matcher.group(1).chars().anyMatch(Character::isDigit)) {
                return Optional.of(new BigDecimal(matcher.group(1)));
            }
        }
        return Optional.empty();
    }

    private static void wrong(String thing, Node node, String wanted, Problems problems) {
        String found =
                node instanceof Node.Scalar scalar && !scalar.value().isEmpty()
                        ? "\"%s\"".formatted(Fields.shortened(scalar.value()))
                        : node.kind();
        problems.add(
                Rule.WRONG_VALUE,
                node.place(),
                "%s must be %s, not %s".formatted(thing, wanted, found),
                "write " + wanted);
    }
}
