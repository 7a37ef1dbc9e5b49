package eyebright.article;

import eyebright.analysis.Shape;
import eyebright.plan.Label;
import eyebright.stats.Interval;

/// How the effect of one coefficient on an outcome is said.
///
/// @param nothing the figure of no effect: 0 of a slope, 1 of a ratio
/// @param subject what is higher or lower, as in `the odds of having cried in therapy are`
/// @param of what a ratio in brackets is of, such as `the odds`; may be empty
record EffectWords(double nothing, String subject, String of) {

    static EffectWords of(Shape.Effect effect, Label outcome) {
        String said = outcome.said();
        return switch (effect) {
            case SLOPE -> new EffectWords(0, "the average of %s is".formatted(said), "");
            case ODDS_RATIO ->
                    new EffectWords(1, "the odds of %s are".formatted(said), " the odds");
            case RATE_RATIO -> new EffectWords(1, "the rate of %s is".formatted(said), " the rate");
        };
    }

    boolean isRatio() {
        return nothing == 1;
    }

    boolean isOpen(Interval interval) {
        return interval.contains(nothing);
    }

    /// The lead of a sentence: under which circumstance.
    static String lead(Label label) {
        return switch (label.kind()) {
            case COMPARISON -> "for " + label.text();
            case INTERPLAY -> "through " + label.text();
            case ANSWER, PHRASE -> "with " + label.said();
        };
    }

    /// What the interval leaves open, both directions among it; follows the subject.
    String open(Interval interval) {
        if (isRatio()) {
            return "between **%s and %s times** as high"
                    .formatted(ratio(interval.low()), ratio(interval.high()));
        }
        int digits = digits(interval);
        return "between **%s lower and %s higher**"
                .formatted(
                        Wording.number(Math.abs(interval.low()), digits),
                        Wording.number(Math.abs(interval.high()), digits));
    }

    /// An effect in a clear direction, with its doubt; follows the subject.
    String clear(double value, Interval interval) {
        if (isRatio()) {
            return "%s**%s times** as high, somewhere between %s and %s"
                    .formatted(
                            value < 1 ? "only " : "",
                            ratio(value),
                            ratio(interval.low()),
                            ratio(interval.high()));
        }
        int digits = digits(interval);
        double near = Math.min(Math.abs(interval.low()), Math.abs(interval.high()));
        double far = Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
        return "**%s %s**, somewhere between %s and %s"
                .formatted(
                        Wording.number(Math.abs(value), digits),
                        value < 0 ? "lower" : "higher",
                        Wording.number(near, digits),
                        Wording.number(far, digits));
    }

    /// The figure in brackets behind a name.
    String figure(double value, Interval interval) {
        return isRatio()
                ? "%s times%s".formatted(ratio(value), of)
                : "%s %s"
                        .formatted(
                                Wording.number(Math.abs(value), digits(interval)),
                                value < 0 ? "lower" : "higher");
    }

    private static int digits(Interval interval) {
        return Wording.digits(interval.low(), interval.high());
    }

    /// A ratio with about three significant digits; one that is not quite 1 is not written as 1.
    static String ratio(double value) {
        int digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 3;
        while (value != 1
                && digits < 5
                && Wording.number(value - 1, digits).matches("[\u22120.]*")) {
            digits++;
        }
        if (value > 0 && value < 0.001) {
            return "less than 0.001";
        }
        return Wording.number(value, digits);
    }
}
