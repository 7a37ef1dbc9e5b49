package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.Label;
import eyebright.analysis.Shape;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a model, a correlation or a reliability says, as a person says it. It never says that something is
/// so where its interval leaves the opposite open.
final class ModelSentence {

    private static final int MOST_NAMED = 3;

    private ModelSentence() {}

    static Sentence coefficients(Finding finding, Shape.Coefficients shape) {
        Effect effect = effect(shape.effect());
        if (shape.coefficients().size() == 1) {
            Label label = shape.coefficients().getFirst();
            return one(
                    finding,
                    "%s[%s]".formatted(shape.effect().estimate(), label.code()),
                    label,
                    effect);
        }
        return several(finding, shape.effect().estimate(), shape.coefficients(), effect);
    }

    static Sentence twoCounts(Finding finding, Shape.TwoCounts shape) {
        var effect =
                new Effect(
                        1,
                        "how much more often it is in “%s” than in “%s”: "
                                        .formatted(shape.second().text(), shape.first().text())
                                + "one ratio of rates is **%s times** the other",
                        "one ratio of rates is between **%s and %s times** the other");
        if (shape.coefficients().size() == 1) {
            Label label = shape.coefficients().getFirst();
            String name = "ratio[%s]".formatted(label.code());
            return switch (finding.estimate(name)) {
                case NotEstimable(String reason) -> notEstimable(reason);
                case Known known -> gap(known, label, shape);
            };
        }
        return several(finding, "ratio", shape.coefficients(), effect);
    }

    /// The gap in one setting beside that in the other.
    private static Sentence gap(Known known, Label label, Shape.TwoCounts shape) {
        Interval interval = interval(known);
        if (interval.contains(1)) {
            return Sentence.of(
                    "We can't tell yet: %s, what it makes in “%s” is between **%s and %s times** what it makes in “%s”.",
                    label.text(),
                    shape.second().text(),
                    ratio(interval.low()),
                    ratio(interval.high()),
                    shape.first().text());
        }
        return Sentence.of(
                known.value() < 1
                        ? "%s, it makes less in “%s” than in “%s”: **%s times** as much, somewhere between %s and %s."
                        : "%s, it makes more in “%s” than in “%s”: **%s times** as much, somewhere between %s and %s.",
                capital(label.text()),
                shape.second().text(),
                shape.first().text(),
                ratio(known.value()),
                ratio(interval.low()),
                ratio(interval.high()));
    }

    static Sentence block(Finding finding) {
        return switch (finding.estimate("r2_block")) {
            case NotEstimable(String reason) -> notEstimable(reason);
            case Known known -> {
                Interval interval = interval(known);
                double percent = 100 * known.value();
                double high = 100 * interval.high();
                if (interval.low() == 0) {
                    yield Sentence.of(
                            "Little or nothing: together they tell **%s** of it, and at most %s.",
                            Wording.percent(percent), Wording.percent(high));
                }
                yield Sentence.of(
                        "Together they tell **%s** of it, %s.",
                        Wording.percent(percent),
                        Wording.doubt(percent, 100 * interval.low(), high));
            }
        };
    }

    static Sentence correlation(Finding finding, Shape.Correlation shape) {
        return switch (finding.estimate(shape.estimate())) {
            case NotEstimable(String reason) -> notEstimable(reason);
            case Known known -> {
                Interval interval = interval(known);
                if (interval.contains(0)) {
                    yield Sentence.of(
                            "We can't tell yet whether the two go together: the correlation is between **%s and %s** (0 is not at all, 1 is completely).",
                            correlation(interval.low()), correlation(interval.high()));
                }
                yield Sentence.of(
                        known.value() > 0
                                ? "More of one goes with more of the other: the correlation is **%s**, somewhere between %s and %s (0 is not at all, 1 is completely)."
                                : "More of one goes with less of the other: the correlation is **%s**, somewhere between %s and %s (0 is not at all, −1 is completely).",
                        correlation(known.value()),
                        correlation(interval.low()),
                        correlation(interval.high()));
            }
        };
    }

    static Sentence twoShares(Finding finding, Shape.TwoShares shape) {
        return switch (finding.estimate("difference")) {
            case NotEstimable(String reason) -> notEstimable(reason);
            case Known known -> {
                Interval interval = interval(known);
                String first = "“%s”".formatted(shape.first().text());
                String second = "“%s”".formatted(shape.second().text());
                if (interval.contains(0)) {
                    yield Sentence.of(
                            "We can't tell yet: in %s it is between **%s points fewer and %s more** than in %s.",
                            first, points(interval.low()), points(interval.high()), second);
                }
                yield Sentence.of(
                        "%s in %s than in %s: **%s points**, %s.",
                        known.value() > 0 ? "More" : "Fewer",
                        first,
                        second,
                        points(known.value()),
                        Wording.doubt(
                                Math.abs(100 * known.value()),
                                100 * Math.min(Math.abs(interval.low()), Math.abs(interval.high())),
                                100 * Math.max(Math.abs(interval.low()), Math.abs(interval.high())),
                                0,
                                Wording.SPACE + "points"));
            }
        };
    }

    static Sentence reliability(Finding finding) {
        return switch (finding.estimate("omega_total")) {
            case NotEstimable(String reason) -> notEstimable(reason);
            case Known known -> {
                Interval interval = interval(known);
                yield Sentence.of(
                        "Its reliability (omega) is **%s**, somewhere between %s and %s (1 is without error).",
                        Wording.number(known.value(), 2),
                        Wording.number(interval.low(), 2),
                        Wording.number(interval.high(), 2));
            }
        };
    }

    /// How an effect is said.
    ///
    /// @param nothing the figure of no effect
    /// @param clear with the figure
    /// @param open with both ends of the interval
    private record Effect(double nothing, String clear, String open) {}

    private static Effect effect(Shape.Effect effect) {
        return switch (effect) {
            case SLOPE ->
                    new Effect(0, "it is **%s** higher", "it is between **%s and %s** higher");
            case ODDS_RATIO ->
                    new Effect(
                            1,
                            "the odds are **%s times** as high",
                            "the odds are between **%s and %s times** as high");
            case RATE_RATIO ->
                    new Effect(
                            1,
                            "it is **%s times** as often",
                            "it is between **%s and %s times** as often");
        };
    }

    private static Sentence one(Finding finding, String name, Label label, Effect effect) {
        return switch (finding.estimate(name)) {
            case NotEstimable(String reason) -> notEstimable(reason);
            case Known known -> {
                Interval interval = interval(known);
                if (interval.contains(effect.nothing())) {
                    yield Sentence.of(
                            "We can't tell yet: %s, " + effect.open() + ".",
                            label.text(),
                            figure(interval.low(), interval, effect),
                            figure(interval.high(), interval, effect));
                }
                boolean isLower = effect.nothing() == 0 && known.value() < 0;
                yield Sentence.of(
                        "%s, "
                                + (isLower
                                        ? effect.clear().replace("higher", "lower")
                                        : effect.clear())
                                + ", somewhere between %s and %s.",
                        capital(label.text()),
                        figure(isLower ? -known.value() : known.value(), interval, effect),
                        figure(isLower ? -interval.high() : interval.low(), interval, effect),
                        figure(isLower ? -interval.low() : interval.high(), interval, effect));
            }
        };
    }

    private static Sentence several(
            Finding finding, String estimate, List<Label> labels, Effect effect) {
        var clear = new ArrayList<String>();
        int known = 0;
        Optional<String> reason = Optional.empty();
        for (Label label : labels) {
            switch (finding.estimate("%s[%s]".formatted(estimate, label.code()))) {
                case NotEstimable(String why) -> reason = Optional.of(why);
                case Known each -> {
                    known++;
                    Interval interval = interval(each);
                    if (!interval.contains(effect.nothing())) {
                        clear.add(
                                "%s (%s)"
                                        .formatted(
                                                label.text(),
                                                figure(each.value(), interval, effect)
                                                        + (effect.nothing() == 1 ? " times" : "")));
                    }
                }
            }
        }
        if (known == 0) {
            return notEstimable(reason.orElse("there is nothing to show"));
        }
        if (clear.isEmpty()) {
            return Sentence.of(
                    "**We can't tell yet**: none of the %s clearly makes a difference.", known);
        }
        int more = clear.size() - MOST_NAMED;
        return Sentence.of(
                "**%s** of %s clearly make a difference: %s%s.",
                clear.size(),
                known,
                Wording.list(clear.subList(0, Math.min(MOST_NAMED, clear.size()))),
                more > 0 ? " among them" : "");
    }

    private static String figure(double value, Interval interval, Effect effect) {
        return effect.nothing() == 1
                ? ratio(value)
                : Wording.number(value, Wording.digits(interval.low(), interval.high()));
    }

    /// A ratio with about three significant digits.
    private static String ratio(double value) {
        int digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 3;
        return Wording.number(value, digits);
    }

    private static String correlation(double value) {
        return Wording.number(value, 2);
    }

    private static String points(double share) {
        double points = Math.abs(100 * share);
        return Wording.number(points, Wording.digitsOfDistance(points, 0));
    }

    private static Sentence notEstimable(String reason) {
        return Sentence.of("**We can't tell**: %s.", reason);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static Interval interval(Known known) {
        return known.interval()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "an estimate that is said has an interval: " + known));
    }
}
