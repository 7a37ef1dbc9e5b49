package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.Tested;
import eyebright.stats.Estimate;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import java.util.Optional;

/// A single figure of a finding as a text prints it: its value, its interval, or both as the American Psychological
/// Association has them (Publication Manual, 7th edition, chapter 6).
public final class FigureText {

    /// Of a number that does not say how far it may be trusted.
    private static final int DIGITS = 1;

    private FigureText() {}

    /// The number with its unit, such as `72 %`, `4 points` or `1.34`; of a test its p value.
    ///
    /// @param name of an estimate or a test, as in JSON
    public static Printed value(Finding finding, String name) {
        Optional<Tested> test = finding.test(name);
        return test.isPresent()
                ? new Printed.Said(StatisticText.p(test.get().result().p()))
                : of(finding, name, FigureText::value);
    }

    /// The interval with its unit, such as `68 to 75 %`.
    public static Printed interval(Finding finding, String name) {
        return of(finding, name, FigureText::interval);
    }

    /// The figure as an article prints it in brackets, such as `72 %, 95 % CI [68, 75]` or
    /// `t(359.28) = −1.18, p = .237`.
    public static Printed apa(Finding finding, String name) {
        Optional<Tested> test = finding.test(name);
        return test.isPresent()
                ? new Printed.Said(StatisticText.of(test.get().result()))
                : of(finding, name, FigureText::apa);
    }

    /// Where the interval of an estimate lies: 1 above what says nothing, −1 below it, 0 where it holds it.
    ///
    /// @return empty where the estimate has no two sides, as a share has none, or no interval
    public static Optional<Integer> side(Finding finding, String name) {
        Quantity quantity = Quantity.of(finding, name);
        return quantity.hasSides() && finding.estimate(name) instanceof Known known
                ? known.interval().map(interval -> side(interval, quantity.nothing()))
                : Optional.empty();
    }

    /// Whether an estimate of that name has a side on which there is more and one on which there is less.
    public static boolean hasSides(Finding finding, String name) {
        return Quantity.of(finding, name).hasSides();
    }

    private static int side(Interval interval, double nothing) {
        if (interval.contains(nothing)) {
            return 0;
        }
        return interval.low() > nothing ? 1 : -1;
    }

    /// A way to print an estimate that is known.
    private interface Way {
        Printed print(Known known, Quantity quantity, int digits);
    }

    private static Printed of(Finding finding, String name, Way way) {
        if (finding.withheld().isPresent()) {
            return new Printed.Open(finding.withheld().get());
        }
        return switch (finding.estimate(name)) {
            case Estimate.NotEstimable(String reason) -> new Printed.Open(reason);
            case Known known -> {
                Quantity quantity = Quantity.of(finding, name);
                int digits =
                        known.interval()
                                .map(each -> Wording.digits(each.low(), each.high()))
                                .orElse(DIGITS);
                yield way.print(known, quantity, digits);
            }
        };
    }

    private static Printed value(Known known, Quantity quantity, int digits) {
        String number = quantity.number(known.value(), digits);
        return new Printed.Said(number + quantity.unitOf(number));
    }

    private static Printed interval(Known known, Quantity quantity, int digits) {
        if (known.interval().isEmpty()) {
            return new Printed.Open("this figure has no interval");
        }
        Interval interval = known.interval().get();
        String high = quantity.number(interval.high(), digits);
        return new Printed.Said(
                "%s to %s%s"
                        .formatted(quantity.number(interval.low(), digits), high, quantity.unit()));
    }

    private static Printed apa(Known known, Quantity quantity, int digits) {
        String value = quantity.number(known.value(), digits);
        String counted = value + quantity.unitOf(value);
        return new Printed.Said(
                known.interval()
                        .map(
                                each ->
                                        "%s, %s%s%% CI [%s, %s]"
                                                .formatted(
                                                        counted,
                                                        Wording.significant(100 * each.level()),
                                                        Wording.SPACE,
                                                        quantity.number(each.low(), digits),
                                                        quantity.number(each.high(), digits)))
                        .orElse(counted));
    }
}
