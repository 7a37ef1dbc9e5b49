package eyebright.replication;

import eyebright.plan.Expectation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What is said of a rule and of its verdicts.
///
/// @param rule the rule, in full sentences
/// @param supported why a claim is supported: a clause
/// @param contradicted why it is contradicted
/// @param open why neither
record RuleWords(String rule, String supported, String contradicted, String open) {

    /// The words of a rule in numbers.
    ///
    /// @param figure what is judged, such as `share`
    static Optional<RuleWords> of(Expectation says, String figure, double alpha) {
        String size = "two-sided p of %s or less".formatted(part(alpha));
        String small = "one-sided p of %s or less".formatted(part(alpha));
        return switch (says) {
            case Expectation.Above(BigDecimal bound, Expectation.In in) ->
                    Optional.of(sided(figure, bound(bound, in), "above", "below", size));
            case Expectation.Below(BigDecimal bound, Expectation.In in)
                    when Rule.isOfSmallness(says) ->
                    Optional.of(below(figure, bound(bound, in), small, size));
            case Expectation.Below(BigDecimal bound, Expectation.In in) ->
                    Optional.of(sided(figure, bound(bound, in), "below", "above", size));
            case Expectation.Inside(BigDecimal low, BigDecimal high, Expectation.In in) ->
                    Optional.of(inside(figure, bound(low, in), bound(high, in), size));
            case Expectation.MoreBy(BigDecimal points) when points.signum() == 0 ->
                    Optional.of(sided(figure, "0", "above", "below", size));
            case Expectation.MoreBy(BigDecimal points) ->
                    Optional.of(sided(figure, points(points), "above", "below", size));
            case Expectation.NotMoreBy(BigDecimal points) ->
                    Optional.of(notMore(figure, points(points), small, size));
            case Expectation.Within(BigDecimal margin, Expectation.In in) ->
                    Optional.of(within(figure, in, bound(margin, in), small, size));
            case Expectation.Mainly _ -> Optional.of(mainly(figure, size));
            case Expectation.Differ _ -> Optional.of(differ(figure, size));
            case Expectation.Adds _ -> Optional.of(adds(alpha));
            case Expectation.Crosses(_, _, BigDecimal low, BigDecimal high) ->
                    Optional.of(
                            crosses(
                                    Expectation.In.NUMBER.after(low),
                                    Expectation.In.NUMBER.after(high),
                                    size));
            case Expectation.InWords _ -> Optional.empty();
        };
    }

    private static RuleWords sided(
            String figure, String bound, String side, String other, String size) {
        return new RuleWords(
                "Supported if the %s is %s %s (%s). Contradicted if it is %s, as clearly."
                        .formatted(figure, side, bound, size, other),
                "the %s is %s %s".formatted(figure, side, bound),
                "the %s is %s %s".formatted(figure, other, bound),
                "the data leave open on which side of %s the %s is".formatted(bound, figure));
    }

    private static RuleWords below(String figure, String bound, String small, String size) {
        return new RuleWords(
                "Supported if %s of %s or more is ruled out (%s). Contradicted if the %s is above %s (%s)."
                        .formatted(a(figure), bound, small, figure, bound, size),
                "%s of %s or more is ruled out".formatted(a(figure), bound),
                "the %s is above %s".formatted(figure, bound),
                "the data leave open whether the %s is below %s".formatted(figure, bound));
    }

    private static RuleWords inside(String figure, String low, String high, String size) {
        return new RuleWords(
                "Supported if the whole interval of the %s lies between %s and %s (%s at each end). Contradicted if it lies wholly outside."
                        .formatted(figure, low, high, size),
                "the whole interval of the %s lies between %s and %s".formatted(figure, low, high),
                "the whole interval of the %s lies outside of %s to %s"
                        .formatted(figure, low, high),
                "the interval of the %s lies partly between %s and %s and partly outside"
                        .formatted(figure, low, high));
    }

    private static RuleWords notMore(String figure, String margin, String small, String size) {
        return new RuleWords(
                "No difference is supported if %s of %s or more is ruled out (%s). Contradicted if it is above 0 (%s) and %s or more is not ruled out."
                        .formatted(a(figure), margin, small, size, margin),
                "%s of %s or more is ruled out".formatted(a(figure), margin),
                "the %s is above 0, and %s or more is not ruled out".formatted(figure, margin),
                "the data rule out neither %s of 0 nor one of %s or more"
                        .formatted(a(figure), margin));
    }

    private static RuleWords within(
            String figure, Expectation.In in, String margin, String small, String size) {
        String none = in == Expectation.In.TIMES ? "1" : "0";
        return new RuleWords(
                "No difference is supported if %s of %s or more, either way, is ruled out (two tests, %s each). Contradicted if it is not %s (%s) and so much is not ruled out."
                        .formatted(a(figure), margin, small, none, size),
                "%s of %s or more, either way, is ruled out".formatted(a(figure), margin),
                "the %s is not %s, and %s or more is not ruled out".formatted(figure, none, margin),
                "the data rule out neither %s of %s nor one of %s or more"
                        .formatted(a(figure), none, margin));
    }

    /// @param options those that are named mainly, in a row
    private static RuleWords mainly(String options, String size) {
        return new RuleWords(
                "Supported if each of %s is named more often than every other answer, by the same people (%s). Contradicted if one of them is named less often than another answer, as clearly."
                        .formatted(options, size),
                "each of %s is named more often than every other answer".formatted(options),
                "one of %s is named less often than another answer".formatted(options),
                "the data leave open whether each of %s is named more often than every other answer"
                        .formatted(options));
    }

    private static RuleWords differ(String figure, String size) {
        return new RuleWords(
                "Supported if at least one %s differs (%s). Nothing contradicts it: not to find a difference is not to rule one out."
                        .formatted(figure, size),
                "at least one %s differs".formatted(figure),
                "no %s differs".formatted(figure),
                "that any %s differs is neither established nor ruled out".formatted(figure));
    }

    private static RuleWords adds(double alpha) {
        return new RuleWords(
                "Supported if the predictors tell something of the outcome together (likelihood ratio, p of %s or less). Nothing contradicts it: not to find that they do is not to rule it out."
                        .formatted(part(alpha)),
                "the predictors tell something of the outcome",
                "the predictors tell nothing of the outcome",
                "that the predictors tell anything of the outcome is neither established nor ruled out");
    }

    private static RuleWords crosses(String low, String high, String size) {
        return new RuleWords(
                "Supported if three things hold: the odds ratio is above 1, the better answers are more likely than the worse ones at %s, and the worse ones more likely than the better ones at %s (%s each). Contradicted if one of the first two is the other way, as clearly for two; where hardly anybody gave a worse answer, the third stays open."
                        .formatted(high, low, size),
                "the odds ratio is above 1, better is more likely than worse at %s, and worse more likely than better at %s"
                        .formatted(high, low),
                "the odds ratio, or what is more likely at %s, is the other way".formatted(high),
                "the data leave open at least one of the three things that must hold");
    }

    /// The same words for a rule that further analyses must meet too.
    ///
    /// @param also what they are, in sentences
    RuleWords with(List<String> also) {
        return also.isEmpty()
                ? this
                : new RuleWords(
                        "%s The same must hold in %s: %s"
                                .formatted(rule, others(also), String.join(" ", also)),
                        supported + ", here and in " + others(also),
                        contradicted + ", here and in " + others(also),
                        "the analyses that must agree do not all meet the rule");
    }

    private static String others(List<String> also) {
        return also.size() == 1 ? "the analysis that must agree" : "the analyses that must agree";
    }

    private static String a(String figure) {
        return (figure.matches("[aeio].*") ? "an " : "a ") + figure;
    }

    /// A number of a rule as one says it of its figure: an odds ratio is above 1, not above 1 times.
    private static String bound(BigDecimal number, Expectation.In in) {
        return (in == Expectation.In.TIMES ? Expectation.In.NUMBER : in).after(number);
    }

    private static String points(BigDecimal points) {
        return Expectation.In.POINTS.after(points);
    }

    /// A chance as it is written of p values: `.05`.
    private static String part(double alpha) {
        String plain = BigDecimal.valueOf(alpha).stripTrailingZeros().toPlainString();
        return plain.startsWith("0") ? plain.substring(1) : plain;
    }
}
