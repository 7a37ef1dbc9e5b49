package eyebright.explore;

import eyebright.feedback.Band;
import eyebright.feedback.Shown;
import eyebright.feedback.Unit;
import eyebright.plan.Words;
import eyebright.study.Option;
import eyebright.study.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// What a respondent's own answers are in sentences, and how numbers stand in them.
final class Saying {

    static final String LEFT_OUT = "You left this out, and that is fine.";
    static final String NOT_REACHED = "You have not come to this question yet.";

    private Saying() {}

    /// The respondent's own band.
    static String mine(Shown.Amount amount, double value) {
        Band band = amount.bands().get(amount.band(value));
        return "You: %s. That is %s."
                .formatted(
                        amount.unit()
                                .map(unit -> counted(value, unit))
                                .orElseGet(() -> onPoints(value, amount.points().orElseThrow())),
                        band.says());
    }

    private static String onPoints(double value, Points points) {
        return "%s on a scale from %d to %d".formatted(number(value), points.from(), points.to());
    }

    /// The respondent's own options.
    static String chosen(Shown.Choices choices, List<Integer> cells) {
        if (cells.isEmpty()) {
            return "You chose none of them.";
        }
        return "You chose %s."
                .formatted(
                        Words.list(
                                cells.stream()
                                        .map(cell -> quoted(choices.options().get(cell)))
                                        .toList()));
    }

    /// The respondent's own two numbers.
    static String mine(Shown.TwoAmounts two, double first, double second) {
        return "You: %s %s, %s %s."
                .formatted(
                        counted(first, two.unit()),
                        two.first().called(),
                        counted(second, two.unit()),
                        two.second().called());
    }

    /// The respondent's own options in two settings.
    static String mine(Shown.TwoChoices two, List<Integer> cells) {
        int many = two.options().size();
        var sentences = new ArrayList<String>();
        add("In both: %s.", two, i -> cells.contains(i) && cells.contains(many + i), sentences);
        add(
                "Only %s: %%s.".formatted(two.first().called()),
                two,
                i -> cells.contains(i) && !cells.contains(many + i),
                sentences);
        add(
                "Only %s: %%s.".formatted(two.second().called()),
                two,
                i -> !cells.contains(i) && cells.contains(many + i),
                sentences);
        return sentences.isEmpty() ? "You chose none of them." : String.join(" ", sentences);
    }

    private static void add(
            String form, Shown.TwoChoices two, IntPredicate isIn, List<String> sentences) {
        List<String> in =
                IntStream.range(0, two.options().size())
                        .filter(isIn)
                        .mapToObj(i -> quoted(two.options().get(i)))
                        .toList();
        if (!in.isEmpty()) {
            sentences.add(form.formatted(Words.list(in)));
        }
    }

    /// A number and what it counts, such as `1 time` or `2.5 times`.
    static String counted(double value, Unit unit) {
        return "%s %s".formatted(number(value), value == 1 ? unit.one() : unit.many());
    }

    /// A number with one decimal at most, halves away from zero.
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String quoted(Option option) {
        return "“%s”".formatted(option.label());
    }

    /// So many people, as the study calls them.
    static String people(int n, Unit people) {
        return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? people.one() : people.many());
    }
}
