package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.NumberWords;
import eyebright.analysis.Shape;
import eyebright.plan.Expectation;
import eyebright.plan.Label;
import eyebright.plan.Words;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a model, a pair of shares or a reliability says, as a person says it. It never says that something
/// is so where its interval leaves the opposite open.
final class ModelSentence {

    /// From which reliability on the answers to a scale hang together well enough: Nunnally, J. C. (1978),
    /// *Psychometric Theory*, second edition (McGraw-Hill).
    static final double RELIABLE = 0.70;

    private static final int MOST_NAMED = 3;

    /// What a block of predictors explains at most, in percent, where it explains "little or nothing" and
    /// the plan names no limit: the small effect of Cohen, J. (1988), f² = .02.
    private static final double LITTLE = 2;

    private ModelSentence() {}

    static Sentence coefficients(Finding finding, Shape.Coefficients shape) {
        EffectWords words = EffectWords.of(shape.effect(), shape.outcome());
        if (shape.coefficients().size() == 1) {
            Label label = shape.coefficients().getFirst();
            String name = "%s[%s]".formatted(shape.effect().estimate(), label.code());
            return switch (finding.estimate(name)) {
                case NotEstimable(String reason) -> notEstimable(reason);
                case Known known -> one(finding, label, known, words, name);
            };
        }
        return several(
                finding,
                shape.effect().estimate() + "[%s]",
                shape.coefficients(),
                words,
                "with " + shape.outcome().said());
    }

    private static Sentence one(
            Finding finding, Label label, Known known, EffectWords words, String name) {
        Interval interval = Knowns.interval(known);
        Bound bound = Bound.of(finding, "");
        Optional<Interval> narrow =
                finding.estimate(name.replace("[", "_equivalence[")) instanceof Known other
                        ? other.interval()
                        : Optional.empty();
        String lead = EffectWords.lead(label);
        if (narrow.filter(bound::isKept).isPresent()) {
            return Sentence.of(
                    "%s: %s, %s %s%s.",
                    bound.lead(),
                    lead,
                    words.subject(),
                    (words.isOpen(narrow.get())
                                    ? words.open(narrow.get())
                                    : words.clear(known.value(), narrow.get()))
                            .replace("**", ""),
                    bound.words());
        }
        return words.isOpen(interval)
                ? Sentence.of(
                        "We can't tell yet: %s, %s " + words.open(interval) + "%s.",
                        lead,
                        words.subject(),
                        bound.words())
                : Sentence.of(
                        "%s, %s " + words.clear(known.value(), interval) + "%s.",
                        Wording.capital(lead),
                        words.subject(),
                        bound.words());
    }

    private static Sentence several(
            Finding finding, String pattern, List<Label> labels, EffectWords words, String goes) {
        var clear = new ArrayList<String>();
        int known = 0;
        Optional<String> reason = Optional.empty();
        for (Label label : labels) {
            switch (finding.estimate(pattern.formatted(label.code()))) {
                case NotEstimable(String why) -> reason = Optional.of(why);
                case Known each -> {
                    known++;
                    Interval interval = Knowns.interval(each);
                    if (!words.isOpen(interval)) {
                        clear.add(
                                "%s (%s)"
                                        .formatted(
                                                label.said(),
                                                words.figure(each.value(), interval)));
                    }
                }
            }
        }
        if (known == 0) {
            return notEstimable(reason.orElse("there is nothing to show"));
        }
        if (clear.isEmpty()) {
            return Sentence.of(
                    "We can't tell yet: for %s of the %s is it clear that it goes %s.",
                    known == 2 ? "neither" : "none", NumberWords.of(known), goes);
        }
        return Sentence.of(
                "**%s** clearly %s %s: %s%s.",
                known == clear.size() && known > 1
                        ? (known == 2 ? "Both" : "All " + NumberWords.of(known))
                        : "%s of %s"
                                .formatted(
                                        Wording.capital(NumberWords.of(clear.size())),
                                        NumberWords.of(known)),
                clear.size() == 1 ? "goes" : "go",
                goes,
                clear.size() > MOST_NAMED ? "among them " : "",
                Words.list(clear.subList(0, Math.min(MOST_NAMED, clear.size()))));
    }

    static Sentence twoCounts(Finding finding, Shape.TwoCounts shape) {
        if (shape.coefficients().size() == 1) {
            Label label = shape.coefficients().getFirst();
            return switch (finding.estimate("ratio[%s]".formatted(label.code()))) {
                case NotEstimable(String reason) -> notEstimable(reason);
                case Known known -> gap(finding, known, label, shape);
            };
        }
        return several(
                finding,
                "ratio[%s]",
                shape.coefficients(),
                new EffectWords(1, "", ""),
                "differently with %s than with %s"
                        .formatted(shape.second().said(), shape.first().said()));
    }

    /// How much more, or less, a comparison makes for the second outcome than for the first. That a gap is
    /// smaller is said only where it is clear in the first and cannot be as large, turned round, in the
    /// second.
    private static Sentence gap(Finding finding, Known known, Label label, Shape.TwoCounts shape) {
        Interval interval = Knowns.interval(known);
        String second = shape.second().said();
        String first = shape.first().said();
        String held = held(label, first);
        String subject = subject(label, second);
        String rest =
                label.kind() == Label.Kind.COMPARISON
                        ? " for %s as for %s".formatted(second, first)
                        : "";
        if (interval.contains(1)) {
            return Sentence.of(
                    "We can't tell yet: %s, %s between **%s and %s times** as high%s.",
                    held,
                    subject,
                    EffectWords.ratio(interval.low()),
                    EffectWords.ratio(interval.high()),
                    rest);
        }
        String only = known.value() < 1 ? "only " : "";
        String size = only + "**%s times** as high%s, somewhere between %s and %s.";
        Object[] values = {
            EffectWords.ratio(known.value()),
            rest,
            EffectWords.ratio(interval.low()),
            EffectWords.ratio(interval.high())
        };
        String lead =
                label.kind() == Label.Kind.COMPARISON && isNearer(finding, label, known.value())
                        ? "The gap between %s and %s is smaller for %s than for %s: %s"
                                .formatted(label.one(), label.other(), second, first, held)
                        : Wording.capital(held);
        return Sentence.of(
                "%s, %s " + size,
                Stream.concat(Stream.of(lead, subject), Stream.of(values)).toArray());
    }

    /// Against what something is held, in both settings.
    private static String held(Label label, String first) {
        return label.kind() == Label.Kind.COMPARISON
                ? "set against %s".formatted(label.other())
                : "%s and set against that of %s".formatted(EffectWords.lead(label), first);
    }

    private static String subject(Label label, String second) {
        return label.kind() == Label.Kind.COMPARISON
                ? "%s stand".formatted(label.one())
                : "the rate of %s is".formatted(second);
    }

    /// Whether the second ratio is certainly nearer to 1 than the first.
    private static boolean isNearer(Finding finding, Label label, double ratio) {
        if (!(finding.estimate("rate_ratio1[%s]".formatted(label.code())) instanceof Known one)
                || !(finding.estimate("rate_ratio2[%s]".formatted(label.code()))
                        instanceof Known two)) {
            return false;
        }
        Interval first = Knowns.interval(one);
        Interval second = Knowns.interval(two);
        return ratio < 1
                ? first.low() > 1 && second.low() * first.low() > 1
                : first.high() < 1 && second.high() * first.high() < 1;
    }

    static Sentence block(Finding finding, Shape.Block shape) {
        return switch (finding.estimate("r2_block")) {
            case NotEstimable(String reason) -> notEstimable(reason);
            case Known known -> explained(finding, shape, known);
        };
    }

    private static Sentence explained(Finding finding, Shape.Block shape, Known known) {
        Interval interval = Knowns.interval(known);
        int count = shape.predictors().size();
        String together =
                count == 1
                        ? "%s explains".formatted(shape.predictors().getFirst().said())
                        : "together the %s explain".formatted(NumberWords.of(count));
        String of = "of the differences in " + shape.outcome().said();
        double high = 100 * interval.high();
        Optional<BigDecimal> limit = limit(finding);
        if (high < limit.map(BigDecimal::doubleValue).orElse(LITTLE)) {
            return Sentence.of(
                    "%s: %s **%s** %s, and at most %s%s.",
                    interval.low() == 0 ? "Little or nothing" : "Little",
                    together,
                    percent(100 * known.value(), RoundingMode.HALF_UP),
                    of,
                    percent(high, RoundingMode.CEILING),
                    limit.map(
                                    each ->
                                            "; less than %s was to count as little"
                                                    .formatted(
                                                            each.stripTrailingZeros()
                                                                            .toPlainString()
                                                                    + Wording.SPACE
                                                                    + "%"))
                            .orElse(""));
        }
        if (interval.low() == 0) {
            return Sentence.of(
                    "We can't tell yet: %s anything between **nothing and %s** %s.",
                    together, percent(high, RoundingMode.CEILING), of);
        }
        return Sentence.of(
                "%s **%s** %s, somewhere between %s and %s.",
                Wording.capital(together),
                percent(100 * known.value(), RoundingMode.HALF_UP),
                of,
                percent(100 * interval.low(), RoundingMode.FLOOR),
                percent(high, RoundingMode.CEILING));
    }

    /// What the plan calls little, in percent.
    static Optional<BigDecimal> limit(Finding finding) {
        return finding.expects()
                .flatMap(
                        expects ->
                                expects instanceof Expectation.Below(BigDecimal value, var in)
                                        ? Optional.of(
                                                in == Expectation.In.PERCENT
                                                        ? value
                                                        : value.movePointRight(2))
                                        : Optional.empty());
    }

    /// A percentage with a digit behind the point where it is small.
    private static String percent(double percent, RoundingMode mode) {
        int digits = percent < 10 && percent > 0 ? 1 : 0;
        return BigDecimal.valueOf(percent).setScale(digits, mode).toPlainString()
                + Wording.SPACE
                + "%";
    }

    static Sentence twoShares(Finding finding, Shape.TwoShares shape) {
        return switch (finding.estimate("difference")) {
            case NotEstimable(String reason) -> notEstimable(reason);
            case Known known -> {
                Interval interval = Knowns.interval(known);
                String first = shape.first().said();
                String second = shape.second().said();
                if (interval.contains(0)) {
                    yield Sentence.of(
                            "We can't tell yet: in %s it is between **%s fewer and %s more** than in %s.",
                            first,
                            points(interval.low()) + Wording.SPACE + "points",
                            points(interval.high()),
                            second);
                }
                yield Sentence.of(
                        "%s in %s than in %s: **%s**, %s.",
                        known.value() > 0 ? "More" : "Fewer",
                        first,
                        second,
                        points(known.value()) + Wording.SPACE + "points",
                        Wording.doubt(
                                Math.abs(100 * known.value()),
                                100 * Math.min(Math.abs(interval.low()), Math.abs(interval.high())),
                                100 * Math.max(Math.abs(interval.low()), Math.abs(interval.high())),
                                0,
                                Wording.SPACE + "points"));
            }
        };
    }

    static Sentence reliability(Finding finding, Shape.Reliability shape) {
        return switch (finding.estimate("omega_total")) {
            case NotEstimable(String reason) -> notEstimable(reason);
            case Known known -> {
                Interval interval = Knowns.interval(known);
                String items =
                        "the %s answers it is made of"
                                .formatted(NumberWords.of(shape.items().size()));
                String lead =
                        interval.low() >= RELIABLE
                                ? Wording.capital(items) + " hang together well enough"
                                : interval.high() < RELIABLE
                                        ? Wording.capital(items) + " hang together too loosely"
                                        : "We can't tell yet whether %s hang together well enough"
                                                .formatted(items);
                yield Sentence.of(
                        "%s: the reliability (omega) is **%s**, somewhere between %s and %s, where %s is enough and 1 is without error.",
                        lead,
                        Wording.number(known.value(), 2),
                        Wording.number(interval.low(), 2),
                        Wording.number(interval.high(), 2),
                        Wording.number(RELIABLE, 2));
            }
        };
    }

    private static String points(double share) {
        double points = Math.abs(100 * share);
        return Wording.number(points, Wording.digitsOfDistance(points, 0));
    }

    private static Sentence notEstimable(String reason) {
        return Sentence.of("**We can't tell**: %s.", reason);
    }
}
