package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.Shape;
import eyebright.plan.Expectation;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import java.math.BigDecimal;
import java.util.Optional;

/// What a correlation says. Where the plan declares what is too small to matter, it says whether that is so.
final class CorrelationSentence {

    private static final String SCALE = "(0 is no link, 1 a perfect one)";

    private CorrelationSentence() {}

    static Sentence of(Finding finding, Shape.Correlation shape) {
        return switch (finding.estimate(shape.estimate())) {
            case NotEstimable(String reason) -> Sentence.of("**We can't tell**: %s.", reason);
            case Known known -> of(finding, shape, known);
        };
    }

    private static Sentence of(Finding finding, Shape.Correlation shape, Known known) {
        Interval interval = Knowns.interval(known);
        String link = "between %s and %s".formatted(shape.first().said(), shape.second().said());
        Optional<BigDecimal> margin = margin(finding);
        Optional<Interval> narrow = equivalence(finding);
        if (margin.isPresent() && narrow.filter(each -> isWithin(each, margin.get())).isPresent()) {
            return Sentence.of(
                    "%s: the correlation %s is somewhere between **%s and %s**, and up to %s either way was to count as nothing %s.",
                    interval.contains(0)
                            ? "Too small to matter here"
                            : "There is a link, but too small to matter here",
                    link,
                    number(narrow.get().low()),
                    number(narrow.get().high()),
                    margin.get().stripTrailingZeros().toPlainString(),
                    SCALE);
        }
        if (interval.contains(0)) {
            return open(link, interval, margin.isPresent());
        }
        return Sentence.of(
                "There is a **%s link** %s: more of one goes with %s of the other. The correlation is **%s**, somewhere between %s and %s %s.",
                Strength.between(interval.low(), interval.high()),
                link,
                known.value() > 0 ? "more" : "less",
                number(known.value()),
                number(interval.low()),
                number(interval.high()),
                known.value() > 0 ? SCALE : SCALE.replace("1", "\u22121"));
    }

    private static Sentence open(String link, Interval interval, boolean hasMargin) {
        Strength most = Strength.of(Math.max(-interval.low(), interval.high()));
        return Sentence.of(
                "We can't tell yet whether there is a link %s%s. If there is, it is %s%s: the correlation is between **%s and %s** %s.",
                link,
                hasMargin ? " that matters" : "",
                most == Strength.VERY_WEAK ? "" : "at most ",
                most.word(),
                number(interval.low()),
                number(interval.high()),
                SCALE);
    }

    private static Optional<BigDecimal> margin(Finding finding) {
        return finding.expects()
                .flatMap(
                        expects ->
                                expects instanceof Expectation.Within(BigDecimal value, _)
                                        ? Optional.of(value)
                                        : Optional.empty());
    }

    /// The interval of the two one-sided tests.
    private static Optional<Interval> equivalence(Finding finding) {
        return finding.estimate("r_equivalence") instanceof Known known
                ? known.interval()
                : Optional.empty();
    }

    private static boolean isWithin(Interval interval, BigDecimal margin) {
        return interval.low() > -margin.doubleValue() && interval.high() < margin.doubleValue();
    }

    private static String number(double correlation) {
        return Wording.number(correlation, 2);
    }
}
