package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.NamedEstimate;
import eyebright.analysis.Shape;
import eyebright.plan.Expectation;
import eyebright.replication.Rule;
import eyebright.replication.Verdict;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Interval;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Why a claim that something is small can be supported beside an interval that reaches past its bound: its rule looks
/// at one side, or at each end of a margin from one side, and the interval that is shown at both.
final class OneSided {

    private OneSided() {}

    /// The sentence; empty where the verdict and the intervals that are shown do not seem to disagree.
    static Optional<String> says(Finding finding) {
        if (finding.expects().isEmpty()
                || !Rule.isOfSmallness(finding.expects().get())
                || !finding.verdict()
                        .map(it -> it == Verdict.SUPPORTED || it == Verdict.NO_DIFFERENCE)
                        .orElse(false)) {
            return Optional.empty();
        }
        Expectation rule = finding.expects().get();
        for (String name : names(finding.shape())) {
            if (finding.estimate(name) instanceof Known(_, var interval, _)
                    && interval.isPresent()
                    && reaches(rule, finding.shape(), interval.get())) {
                return Optional.of(sentence(finding, rule, interval.get()));
            }
        }
        return Optional.empty();
    }

    /// The estimates that a rule of smallness can be about.
    private static List<String> names(Shape shape) {
        return switch (shape) {
            case Shape.OneShare _ -> List.of("estimate");
            case Shape.TwoShares _, Shape.GroupShares _, Shape.GroupMeans _ ->
                    List.of("difference");
            case Shape.Correlation(_, _, String estimate) -> List.of(estimate);
            case Shape.Coefficients(_, Shape.Effect effect, var coefficients, _, _) ->
                    coefficients.stream()
                            .map(label -> "%s[%s]".formatted(effect.estimate(), label.code()))
                            .toList();
            case Shape.TwoCounts(_, _, var coefficients) ->
                    coefficients.stream()
                            .map(label -> "ratio[%s]".formatted(label.code()))
                            .toList();
            case Shape.Block _ -> List.of("r2_block");
            case Shape.OneMean _ -> List.of("mean");
            case Shape.EachOption _,
                    Shape.EachPoint _,
                    Shape.TwoSettings _,
                    Shape.Table _,
                    Shape.Reliability _,
                    Shape.Unanalysed _ ->
                    List.of();
        };
    }

    private static boolean reaches(Expectation rule, Shape shape, Interval interval) {
        return switch (rule) {
            case Expectation.Below(BigDecimal bound, Expectation.In in) ->
                    interval.high() >= inItsUnit(bound, in, shape);
            case Expectation.NotMoreBy(BigDecimal points) ->
                    interval.high() >= inItsUnit(points, Expectation.In.POINTS, shape);
            case Expectation.Within(BigDecimal value, Expectation.In in) -> {
                double margin = inItsUnit(value, in, shape);
                double low = in == Expectation.In.TIMES ? 1 / margin : -margin;
                yield interval.low() <= low || interval.high() >= margin;
            }
            case Expectation.Above _,
                    Expectation.Inside _,
                    Expectation.MoreBy _,
                    Expectation.Mainly _,
                    Expectation.Differ _,
                    Expectation.Adds _,
                    Expectation.Crosses _,
                    Expectation.InWords _ ->
                    false;
        };
    }

    /// Shares are held as parts of 1; means of a scale are in its points.
    private static double inItsUnit(BigDecimal number, Expectation.In in, Shape shape) {
        boolean isShare =
                in == Expectation.In.PERCENT
                        || (in == Expectation.In.POINTS && !(shape instanceof Shape.GroupMeans));
        return isShare ? number.doubleValue() / 100 : number.doubleValue();
    }

    private static String sentence(Finding finding, Expectation rule, Interval shown) {
        OptionalDouble own = levelOfItsOwn(finding);
        return "%s from one side only, and its interval is %s. That of %s looks at both sides, and reaches past %s."
                .formatted(
                        rule instanceof Expectation.Within
                                ? "Each end of the margin is looked at"
                                : "The rule looks at its bound",
                        own.isPresent() && own.getAsDouble() < shown.level()
                                ? "that of " + percent(own.getAsDouble())
                                : "a narrower one",
                        percent(shown.level()),
                        past(rule));
    }

    /// The level of the interval that goes with the one-sided test, where the analysis gives it.
    private static OptionalDouble levelOfItsOwn(Finding finding) {
        for (NamedEstimate each : finding.estimates()) {
            if (each.name().contains("_equivalence")
                    && each.estimate() instanceof Known(_, var interval, _)
                    && interval.isPresent()) {
                return OptionalDouble.of(interval.get().level());
            }
        }
        return OptionalDouble.empty();
    }

    private static String percent(double level) {
        return Wording.percent(100 * level);
    }

    private static String past(Expectation rule) {
        if (rule instanceof Expectation.Below(BigDecimal bound, Expectation.In in)) {
            return in.after(bound);
        }
        return rule instanceof Expectation.NotMoreBy(BigDecimal points)
                ? Expectation.In.POINTS.after(points)
                : "it";
    }
}
