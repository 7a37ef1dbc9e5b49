package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.Shape;
import eyebright.plan.Label;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import eyebright.study.Points;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The answer to a question as a person says it, with its doubt. It never says that something is so where
/// its interval leaves the opposite open.
final class AnswerSentence {

    private static final int MOST_NAMED = 3;

    private AnswerSentence() {}

    static Sentence of(Finding finding) {
        Optional<String> withheld = finding.withheld();
        if (finding.shape() instanceof Shape.Unanalysed(String words)) {
            return Sentence.of("**Not yet analysed**: %s", words);
        }
        if (withheld.isPresent()) {
            return Sentence.of("%s.", Wording.capital(withheld.get()));
        }
        if (finding.n() == 0) {
            return Sentence.plain("Nobody has answered this yet.");
        }
        return switch (finding.shape()) {
            case Shape.OneShare _ -> share(finding);
            case Shape.EachOption(List<Label> options, Shape.Answers answers) ->
                    options(finding, options, answers);
            case Shape.EachPoint(Points points) -> points(finding, points);
            case Shape.TwoSettings settings -> settings(finding, settings);
            case Shape.GroupShares(List<Label> groups) -> GroupSentence.shares(finding, groups);
            case Shape.GroupMeans(List<Label> groups, Shape.Scaling scaling) ->
                    GroupSentence.means(finding, groups, scaling);
            case Shape.TwoShares shape -> ModelSentence.twoShares(finding, shape);
            case Shape.Correlation shape -> CorrelationSentence.of(finding, shape);
            case Shape.Coefficients shape -> ModelSentence.coefficients(finding, shape);
            case Shape.Block shape -> ModelSentence.block(finding, shape);
            case Shape.TwoCounts shape -> ModelSentence.twoCounts(finding, shape);
            case Shape.Reliability shape -> ModelSentence.reliability(finding, shape);
            case Shape.Table _ -> association(finding);
            case Shape.OneMean(Shape.Scaling scaling) -> mean(finding, scaling);
            case Shape.Unanalysed(String words) -> Sentence.of("**Not yet analysed**: %s", words);
        };
    }

    private static Sentence share(Finding finding) {
        return switch (finding.estimate("estimate")) {
            case NotEstimable(String reason) -> notEstimable(reason);
            case Known known -> {
                double percent = 100 * known.value();
                Interval interval = Knowns.interval(known);
                double low = 100 * interval.low();
                double high = 100 * interval.high();
                if (percent == 0) {
                    yield Sentence.of(
                            "**Nobody** of the %s who answered; it could be up to %s.",
                            known.n(), Wording.percent(high));
                }
                if (percent == 100) {
                    yield Sentence.of(
                            "**Everybody** of the %s who answered; it could be as few as %s.",
                            known.n(), Wording.percent(low));
                }
                String roughly = Wording.roughly(percent);
                if (roughly.matches("About .* in 100\\*\\*")) {
                    yield Sentence.of(
                            "**%s** of those who answered, %s.",
                            Wording.percent(percent), Wording.doubt(percent, low, high));
                }
                yield Sentence.of(
                        roughly + ": %s of those who answered, %s.",
                        Wording.percent(percent),
                        Wording.doubt(percent, low, high));
            }
        };
    }

    private record Named(String label, String said, double value, Interval interval) {

        static Named of(Label label, Known known) {
            return new Named(label.text(), label.said(), known.value(), Knowns.interval(known));
        }
    }

    private static List<Named> named(Finding finding, List<Label> labels, String pattern) {
        var named = new ArrayList<Named>();
        for (Label label : labels) {
            if (finding.estimate(pattern.formatted(label.code())) instanceof Known known) {
                named.add(Named.of(label, known));
            }
        }
        return named.stream().sorted(Comparator.comparingDouble(Named::value).reversed()).toList();
    }

    /// What more than half say, doubt included, is "mostly"; where there is no such thing, what comes first.
    private static Sentence options(Finding finding, List<Label> options, Shape.Answers answers) {
        List<Named> named = named(finding, options, "share[%s]");
        List<Named> most =
                named.stream()
                        .filter(each -> each.interval().low() > 0.5)
                        .limit(MOST_NAMED)
                        .toList();
        if (!most.isEmpty() && answers == Shape.Answers.SEVERAL) {
            return listed("Mostly ", most);
        }
        if (!most.isEmpty()) {
            return listed("Mostly ", most.subList(0, 1));
        }
        List<Named> some = named.stream().filter(each -> each.value() > 0).limit(2).toList();
        if (some.isEmpty()) {
            return Sentence.plain("Nobody named any of these.");
        }
        boolean isTie = some.size() == 2 && some.getFirst().value() == some.getLast().value();
        return listed("Most often ", some.size() == 2 && !isTie ? some.subList(0, 1) : some);
    }

    private static Sentence listed(String lead, List<Named> named) {
        var pattern = new StringBuilder(lead);
        var values = new ArrayList<Object>();
        for (int i = 0; i < named.size(); i++) {
            if (i > 0) {
                pattern.append(i == named.size() - 1 ? " and " : ", ");
            }
            pattern.append("**%s** (%s)");
            values.add(named.get(i).said());
            values.add(Wording.percent(100 * named.get(i).value()));
        }
        return Sentence.of(pattern.append(".").toString(), values.toArray());
    }

    private static Sentence points(Finding finding, Points points) {
        return switch (finding.estimate("mean")) {
            case NotEstimable(String reason) -> notEstimable(reason);
            case Known known -> average(known, "", Optional.of(points));
        };
    }

    private static Sentence mean(Finding finding, Shape.Scaling scaling) {
        return switch (finding.estimate("mean")) {
            case NotEstimable(String reason) -> notEstimable(reason);
            case Known known ->
                    average(known, unit(Units.of(scaling, finding.originals())), scaling.points());
        };
    }

    private static Sentence average(Known known, String unit, Optional<Points> points) {
        Interval interval = Knowns.interval(known);
        int digits = Wording.digits(interval.low(), interval.high());
        String doubt = Wording.doubt(known.value(), interval.low(), interval.high(), digits, unit);
        if (points.isPresent()) {
            return Sentence.of(
                    "On average **%s** on a scale from %s, %s.",
                    Wording.number(known.value(), digits), ends(points.get()), doubt);
        }
        return Sentence.of(
                "On average **%s**, %s.", Wording.number(known.value(), digits) + unit, doubt);
    }

    private static String ends(Points points) {
        return "%d (%s) to %d (%s)"
                .formatted(points.from(), points.low(), points.to(), points.high());
    }

    private static Sentence settings(Finding finding, Shape.TwoSettings settings) {
        var clear = new ArrayList<Named>();
        for (Label option : settings.options()) {
            if (finding.estimate("difference[%s]".formatted(option.code())) instanceof Known known
                    && !Knowns.interval(known).contains(0)) {
                clear.add(Named.of(option, known));
            }
        }
        clear.sort(Comparator.comparingDouble((Named each) -> Math.abs(each.value())).reversed());
        if (clear.isEmpty()) {
            return Sentence.of(
                    "**We can't tell yet**: no answer clearly differs between %s and %s.",
                    settings.first().said(), settings.second().said());
        }
        Named first = clear.getFirst();
        boolean more = first.value() > 0;
        return Sentence.of(
                "%s differs most: **%s points more** in %s than in %s.",
                first.said(),
                Wording.number(100 * Math.abs(first.value()), 0),
                (more ? settings.first() : settings.second()).said(),
                (more ? settings.second() : settings.first()).said());
    }

    private static Sentence association(Finding finding) {
        return switch (finding.estimate("V")) {
            case NotEstimable(String reason) -> notEstimable(reason);
            case Known known -> {
                Interval interval = Knowns.interval(known);
                if (interval.low() == 0) {
                    yield Sentence.of(
                            "We can't tell yet whether the two go together: Cramér's V is between **0 and %s** (0 is not at all, 1 is completely).",
                            Wording.number(interval.high(), 2));
                }
                yield Sentence.of(
                        "The two go together: Cramér's V is **%s**, somewhere between %s and %s (0 is not at all, 1 is completely).",
                        Wording.number(known.value(), 2),
                        Wording.number(interval.low(), 2),
                        Wording.number(interval.high(), 2));
            }
        };
    }

    private static Sentence notEstimable(String reason) {
        return Sentence.of("**We can't tell**: %s.", reason);
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "" : Wording.SPACE + unit;
    }
}
