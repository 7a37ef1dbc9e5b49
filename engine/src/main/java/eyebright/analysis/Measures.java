package eyebright.analysis;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How percents and points are written in a plan: `50%`, `2.5 %`, `10 points`.
final class Measures {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?) ?%");
    private static final Pattern POINTS = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?) points?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Measures() {}

    /// A percent from 0 to 100; anything else is a problem.
    static Optional<BigDecimal> percent(String thing, Node node, Problems problems) {
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

    private static Optional<BigDecimal> number(Pattern pattern, Node node) {
        if (node instanceof Node.Scalar scalar) {
            Matcher matcher = pattern.matcher(scalar.value().strip());
            if (matcher.matches()) {
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
