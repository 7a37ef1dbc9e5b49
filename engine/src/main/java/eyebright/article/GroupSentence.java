package eyebright.article;

import eyebright.analysis.Finding;
import eyebright.analysis.Shape;
import eyebright.plan.Label;
import eyebright.stats.Estimate.Known;
import eyebright.stats.Estimate.NotEstimable;
import eyebright.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// How groups differ, said with its doubt: two by their difference and the bound the plan sets for it, three
/// or more by the two that are furthest apart.
final class GroupSentence {

    private GroupSentence() {}

    static Sentence shares(Finding finding, List<Label> groups) {
        if (groups.size() > 2) {
            return several(
                    finding,
                    shared(finding, groups),
                    each -> Wording.percent(100 * each.value()),
                    ends -> ends.high().interval().low() > ends.low().interval().high());
        }
        return two(finding, groups, 100, new Words(unit("points"), 0, "fewer", "more", "among"));
    }

    static Sentence means(Finding finding, List<Label> groups, Shape.Scaling scaling) {
        String unit = Units.of(scaling, finding.originals());
        if (groups.size() > 2) {
            return several(
                    finding,
                    averaged(finding, groups),
                    each -> mean(each, unit),
                    ends -> pair(finding, ends).filter(each -> !each.contains(0)).isPresent());
        }
        int digits =
                finding.estimate("difference") instanceof Known known
                        ? Wording.digits(
                                Knowns.interval(known).low(), Knowns.interval(known).high())
                        : 0;
        return two(finding, groups, 1, new Words(unit(unit), digits, "lower", "higher", "for"));
    }

    /// How a difference is said.
    private record Words(String unit, int digits, String less, String more, String among) {

        /// Without a sign, and never as nothing where it is something.
        String distance(double value) {
            return Wording.number(Math.abs(value), Wording.digitsOfDistance(value, digits));
        }

        /// With its unit, of which there may be one.
        String said(double value) {
            return Units.counted(distance(value), unit);
        }
    }

    private static Sentence two(Finding finding, List<Label> groups, double factor, Words words) {
        return switch (finding.estimate("difference")) {
            case NotEstimable(String reason) -> Sentence.of("**We can't tell**: %s.", reason);
            case Known known -> {
                Bound bound = Bound.of(finding, words.unit());
                String first = words.among() + " " + groups.getFirst().said();
                String second = words.among() + " " + groups.getLast().said();
                Interval interval = times(Knowns.interval(known), factor);
                Optional<Interval> narrow =
                        finding.estimate("difference_equivalence") instanceof Known other
                                ? other.interval().map(each -> times(each, factor))
                                : Optional.empty();
                if (narrow.filter(bound::isKept).isPresent()) {
                    yield Sentence.of(
                            "%s: %s, it is %s than %s%s.",
                            bound.lead(),
                            first,
                            between(narrow.get(), words).replace("**", ""),
                            second,
                            bound.words());
                }
                yield interval.contains(0)
                        ? Sentence.of(
                                "We can't tell yet: %s, it is "
                                        + between(interval, words)
                                        + " than %s%s.",
                                first,
                                second,
                                bound.words())
                        : clear(factor * known.value(), interval, words, first, second, bound);
            }
        };
    }

    private static String between(Interval interval, Words words) {
        if (interval.contains(0)) {
            return "between **%s %s and %s %s**"
                    .formatted(
                            words.said(interval.low()),
                            words.less(),
                            words.distance(interval.high()),
                            words.more());
        }
        double near = Math.min(Math.abs(interval.low()), Math.abs(interval.high()));
        double far = Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
        return "between **%s and %s %s**"
                .formatted(
                        words.distance(near),
                        words.said(far),
                        interval.low() > 0 ? words.more() : words.less());
    }

    private static Sentence clear(
            double value,
            Interval interval,
            Words words,
            String first,
            String second,
            Bound bound) {
        double near = Math.min(Math.abs(interval.low()), Math.abs(interval.high()));
        double far = Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
        return Sentence.of(
                "%s %s than %s: **%s**, %s%s.",
                Wording.capital(value > 0 ? words.more() : words.less()),
                first,
                second,
                words.said(value),
                Wording.doubt(Math.abs(value), near, far, words.digits(), words.unit()),
                bound.words());
    }

    private record Group(Label label, double value, Interval interval) {}

    private record Ends(Group high, Group low) {}

    private static List<Group> shared(Finding finding, List<Label> groups) {
        var known = new ArrayList<Group>();
        for (Label label : groups) {
            if (finding.estimate("share[%s]".formatted(label.code())) instanceof Known share) {
                known.add(new Group(label, share.value(), Knowns.interval(share)));
            }
        }
        return known;
    }

    private static List<Group> averaged(Finding finding, List<Label> groups) {
        var known = new ArrayList<Group>();
        for (int i = 0; i < groups.size(); i++) {
            if (finding.estimate("mean" + (i + 1)) instanceof Known mean) {
                known.add(new Group(groups.get(i), mean.value(), Knowns.interval(mean)));
            }
        }
        return known;
    }

    /// The interval of the difference of two of several groups, made for all pairs together.
    private static Optional<Interval> pair(Finding finding, Ends ends) {
        String high = ends.high().label().code();
        String low = ends.low().label().code();
        return finding.estimates().stream()
                .filter(
                        each ->
                                each.name().equals("difference[%s,%s]".formatted(high, low))
                                        || each.name()
                                                .equals("difference[%s,%s]".formatted(low, high)))
                .findFirst()
                .flatMap(
                        each ->
                                each.estimate() instanceof Known known
                                        ? known.interval()
                                        : Optional.empty());
    }

    private static Sentence several(
            Finding finding,
            List<Group> groups,
            Function<Group, String> written,
            Predicate<Ends> areApart) {
        if (groups.size() < 2) {
            return Sentence.of("**We can't tell**: fewer than two groups have enough answers.");
        }
        var ends =
                new Ends(
                        groups.stream().max(Comparator.comparingDouble(Group::value)).orElseThrow(),
                        groups.reversed().stream()
                                .min(Comparator.comparingDouble(Group::value))
                                .orElseThrow());
        String high = ends.high().label().said();
        String low = ends.low().label().said();
        String highest = written.apply(ends.high());
        String lowest = written.apply(ends.low());
        if (areApart.test(ends)) {
            return Sentence.of(
                    "Highest for %s (**%s**), lowest for %s (**%s**).", high, highest, low, lowest);
        }
        return Sentence.of(
                doTheyDiffer(finding, ends.high().interval().level())
                        ? "**They differ**, but we can't tell yet which from which: %s (**%s**) and %s (**%s**) are furthest apart."
                        : "We can't tell yet: %s (**%s**) and %s (**%s**) are furthest apart, and that may be chance.",
                high,
                highest,
                low,
                lowest);
    }

    /// Whether the test of all groups together says so, within its family.
    private static boolean doTheyDiffer(Finding finding, double level) {
        return finding.tests().stream()
                .limit(1)
                .anyMatch(test -> test.adjusted().orElse(test.result().p()) < 1 - level);
    }

    private static Interval times(Interval interval, double factor) {
        return new Interval(factor * interval.low(), factor * interval.high(), interval.level());
    }

    private static String mean(Group group, String unit) {
        int digits = Wording.digits(group.interval().low(), group.interval().high());
        return Wording.number(group.value(), digits) + unit(unit);
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "" : Wording.SPACE + unit;
    }
}
