package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.plan.Expectation;
import eyebright.stats.Interval;
import java.math.BigDecimal;

/// What the plan says beforehand of a difference, a ratio or a slope: from where on it matters.
///
/// @param low what is within the bound is above this
/// @param high and below this
/// @param lead what begins a sentence of what is within the bound
/// @param words the end of a sentence, its comma with it; empty where the plan says nothing
record Bound(double low, double high, String lead, String words) {

    private static final Bound NONE =
            new Bound(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, "", "");

    /// The bound of a claim about a difference, a ratio or a slope.
    ///
    /// @param unit as it stands behind a number, its space with it; may be empty
    static Bound of(Finding finding, String unit) {
        return finding.expects().map(rule -> of(rule, unit)).orElse(NONE);
    }

    private static Bound of(Expectation rule, String unit) {
        return switch (rule) {
            case Expectation.NotMoreBy(BigDecimal most) ->
                    new Bound(
                            Double.NEGATIVE_INFINITY,
                            most.doubleValue(),
                            "No more, as far as it matters here",
                            ", and less than %s more was to count as no more"
                                    .formatted(number(most, unit)));
            case Expectation.Within(BigDecimal margin, Expectation.In in)
                    when margin.signum() > 0 ->
                    within(margin, in, unit);
            case Expectation.MoreBy(BigDecimal least) when least.signum() > 0 ->
                    new Bound(
                            Double.POSITIVE_INFINITY,
                            Double.NEGATIVE_INFINITY,
                            "",
                            ", and only more than %s was to count".formatted(number(least, unit)));
            case Expectation.MoreBy _,
                    Expectation.Within _,
                    Expectation.Above _,
                    Expectation.Below _,
                    Expectation.Inside _,
                    Expectation.Mainly _,
                    Expectation.Differ _,
                    Expectation.Adds _,
                    Expectation.Crosses _,
                    Expectation.InWords _ ->
                    NONE;
        };
    }

    private static Bound within(BigDecimal margin, Expectation.In in, String unit) {
        double most = margin.doubleValue();
        boolean isRatio = in == Expectation.In.TIMES;
        return new Bound(
                isRatio ? 1 / most : -most,
                most,
                "Too small to matter here",
                ", and less than %s either way was to count as nothing"
                        .formatted(isRatio ? number(margin, " times") : number(margin, unit)));
    }

    /// Whether a whole interval lies within the bound.
    boolean isKept(Interval interval) {
        return interval.low() > low && interval.high() < high;
    }

    private static String number(BigDecimal number, String unit) {
        return Units.counted(number.stripTrailingZeros().toPlainString(), unit);
    }
}
