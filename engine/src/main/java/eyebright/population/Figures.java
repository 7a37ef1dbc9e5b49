package eyebright.population;

import eyebright.latent.Moments;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the figures of `population.yaml` as they are written, and writes them so.
public final class Figures {

    /// A number; in the field a correlation is also written without its zero, as .35.
    static final String NUMBER = "-?(?:\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9})";

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%");
    private static final Pattern MOMENTS =
            Pattern.compile("(%1$s)\\s*(?:±|\\+/-)\\s*(%1$s)".formatted(NUMBER));

    private final Problems problems;

    Figures(Problems problems) {
        this.problems = problems;
    }

    /// The share that a percentage says, 0 to 1.
    Optional<BigDecimal> share(Node node, String thing) {
        return scalar(node, thing, "a share such as 72%")
                .flatMap(
                        scalar -> {
                            Matcher percent = PERCENT.matcher(scalar.value());
                            if (percent.matches()) {
                                BigDecimal share =
                                        new BigDecimal(percent.group(1)).movePointLeft(2);
                                if (share.compareTo(BigDecimal.ONE) <= 0) {
                                    return Optional.of(share);
                                }
                            }
                            wrong(scalar, thing, "0% to 100%", "a share such as 72%");
                            return Optional.empty();
                        });
    }

    /// A mean and a deviation, such as `39 ± 13`.
    Optional<Moments> moments(Node node, String thing) {
        String wanted = "a mean and a deviation such as 45 ± 12";
        return scalar(node, thing, wanted)
                .flatMap(
                        scalar -> {
                            Matcher matcher = MOMENTS.matcher(scalar.value());
                            if (matcher.matches() && Double.parseDouble(matcher.group(2)) > 0) {
                                return Optional.of(
                                        new Moments(
                                                Double.parseDouble(matcher.group(1)),
                                                Double.parseDouble(matcher.group(2))));
                            }
                            wrong(scalar, thing, wanted, wanted);
                            return Optional.empty();
                        });
    }

    /// A number between two limits, both ends included.
    Optional<Double> number(Node node, String thing, double low, double high) {
        String wanted = "a number from %s to %s".formatted(plain(low), plain(high));
        return scalar(node, thing, wanted)
                .flatMap(
                        scalar -> {
                            if (scalar.value().matches(NUMBER)) {
                                double number = Double.parseDouble(scalar.value());
                                if (number >= low && number <= high) {
                                    return Optional.of(number);
                                }
                            }
                            wrong(scalar, thing, wanted, wanted);
                            return Optional.empty();
                        });
    }

    /// A text of one line; else a problem.
    Optional<Node.Scalar> scalar(Node node, String thing, String wanted) {
        if (node instanceof Node.Scalar scalar && !scalar.value().isBlank()) {
            return Optional.of(scalar);
        }
        problems.add(
                Rule.WRONG_KIND,
                node.place(),
                "%s must be a text, not %s".formatted(thing, node.kind()),
                "write " + wanted);
        return Optional.empty();
    }

    /// Adds that a figure must be something else.
    void wrong(Node.Scalar scalar, String thing, String wanted, String fix) {
        problems.add(
                Rule.WRONG_VALUE,
                scalar.place(),
                "%s must be %s, not \"%s\""
                        .formatted(thing, wanted, Fields.shortened(scalar.value())),
                "write " + fix);
    }

    /// A number as people write it, with at most six digits after the point.
    public static String plain(double number) {
        BigDecimal rounded =
                BigDecimal.valueOf(number).setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /// A number with so many digits after the point, rounded towards zero: still within what is possible.
    static String inward(double number, int digits) {
        BigDecimal rounded =
                BigDecimal.valueOf(number).setScale(digits, RoundingMode.DOWN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /// A share as a percentage.
    static String percent(double share) {
        return plain(100 * share) + "%";
    }
}
