package eyebright.study;

import eyebright.expression.Scope;
import eyebright.expression.Truth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a respondent typed on one page, read as answers.
///
/// Nothing typed is lost: `typed` holds it as it came, so that a page with a complaint is shown again
/// with everything in it.
///
/// @param answers by variable; what was skipped is not in it
/// @param complaints what to look at again, in the order of the page; empty if the page can be saved
/// @param typed the fields of the form as they came
public record Entry(
        Map<String, Answer> answers, List<Complaint> complaints, Map<String, List<String>> typed) {

    /// A whole number or decimal as people write it, with a point or a comma.
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}([.,]\\d{1,9})?");

    /// Thousands written with a comma or point: `1,000` may be one or a thousand.
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}([.,' ]\\d{3})+");

    /// A point of a rating as a browser sends it.
    private static final Pattern POINT = Pattern.compile("-?\\d{1,4}");

    public Entry {
        answers = Map.copyOf(answers);
        complaints = List.copyOf(complaints);
        typed = Map.copyOf(typed);
    }

    /// Reads the fields of a form.
    ///
    /// @param before the answers of other pages
    /// @param form values by field: the question's id, or `question.item`; others are ignored
    public static Entry read(
            Page page, Study study, Answers before, Map<String, List<String>> form) {
        var reading = new Reading(study, form);
        page.questions().forEach(reading::question);
        if (reading.complaints.isEmpty() && !page.expectations().isEmpty()) {
            Answers after = Route.shown(study, before).with(page, reading.answers);
            Scope scope = Route.scope(after);
            for (Page.Expectation expectation : page.expectations()) {
                if (expectation.that().truth(scope) == Truth.FALSE) {
                    reading.complaints.add(
                            new Complaint(
                                    field(page, expectation),
                                    Piping.text(expectation.otherwise(), study, after)));
                }
            }
        }
        return new Entry(reading.answers, reading.complaints, reading.typed);
    }

    /// The field of this page that the expectation is about.
    private static String field(Page page, Page.Expectation expectation) {
        Set<String> read = expectation.that().variables();
        return page.variables().stream()
                .map(Variable::name)
                .filter(
                        name ->
                                read.stream()
                                        .anyMatch(r -> r.equals(name) || r.startsWith(name + ".")))
                .findFirst()
                .orElse(page.questions().getFirst().id());
    }

    /// The unit of a number inside a sentence.
    private record Unit(String of, String aside) {

        /// "One in …" has none: its number follows the unit.
        static final Unit NONE = new Unit("", "");

        static Unit of(String unit) {
            return new Unit(" of " + unit, " (" + unit + ")");
        }
    }

    /// Goes through the questions of a page.
    private static final class Reading {
        private final Map<String, List<String>> form;
        private final Set<String> deciding;
        private final Map<String, Answer> answers = new LinkedHashMap<>();
        private final List<Complaint> complaints = new ArrayList<>();
        private final Map<String, List<String>> typed = new LinkedHashMap<>();

        Reading(Study study, Map<String, List<String>> form) {
            this.form = form;
            this.deciding =
                    study.eligibility()
                            .map(eligibility -> eligibility.condition().variables())
                            .orElse(Set.of());
        }

        void question(Question question) {
            switch (question) {
                case Question.OneOf one -> one(one);
                case Question.SeveralOf several -> several(several);
                case Question.Rating rating -> point(rating.id(), rating.points());
                case Question.Rate rate ->
                        rate.items()
                                .forEach(
                                        item ->
                                                point(
                                                        rate.id() + "." + item.code(),
                                                        rate.points()));
                case Question.Count count ->
                        number(
                                count.id(),
                                BigDecimal.valueOf(count.from()),
                                BigDecimal.valueOf(count.to()),
                                0,
                                Unit.of(count.unit()));
                case Question.Quantity quantity ->
                        number(
                                quantity.id(),
                                quantity.from(),
                                quantity.to(),
                                quantity.decimals(),
                                Unit.of(quantity.unit()));
                case Question.OneIn oneIn ->
                        number(
                                oneIn.id(),
                                BigDecimal.ONE,
                                BigDecimal.valueOf(oneIn.to()),
                                0,
                                Unit.NONE);
                case Question.Words words -> words(words);
                case Question.Statement _ -> {}
            }
        }

        private List<String> values(String field) {
            List<String> values = said(form.getOrDefault(field, List.of()));
            if (!values.isEmpty()) {
                typed.put(field, values);
            } else if (isDeciding(field)) {
                complain(field, "Please answer this one: it decides whether the study is for you.");
            }
            return values;
        }

        private static List<String> said(List<String> values) {
            // Nearly every field comes once.
            if (values.size() == 1 && !values.getFirst().isBlank()) {
                return values;
            }
            return values.stream().filter(value -> !value.isBlank()).distinct().toList();
        }

        private boolean isDeciding(String field) {
            return deciding.contains(field)
                    || deciding.stream().anyMatch(name -> name.startsWith(field + "."));
        }

        private void complain(String field, String sentence) {
            complaints.add(new Complaint(field, sentence));
        }

        private void one(Question.OneOf one) {
            List<String> values = values(one.id());
            if (values.isEmpty()) {
                return;
            }
            if (values.size() > 1 || one.option(values.getFirst()).isEmpty()) {
                complain(one.id(), "Please choose one of the answers shown here.");
                return;
            }
            answers.put(one.id(), new Answer.One(values.getFirst()));
        }

        private void several(Question.SeveralOf several) {
            List<String> values = values(several.id());
            if (values.isEmpty()) {
                return;
            }
            if (values.stream().anyMatch(code -> several.option(code).isEmpty())) {
                complain(several.id(), "Please choose among the answers shown here.");
                return;
            }
            Optional<Option> alone =
                    several.options().stream()
                            .filter(option -> option.alone() && values.contains(option.code()))
                            .findFirst();
            if (alone.isPresent() && values.size() > 1) {
                complain(
                        several.id(),
                        "“%s” cannot go with other answers. Please choose one or the other."
                                .formatted(alone.get().label()));
                return;
            }
            answers.put(
                    several.id(),
                    new Answer.Several(
                            several.options().stream()
                                    .map(Option::code)
                                    .filter(values::contains)
                                    .toList()));
        }

        private void point(String field, Points points) {
            List<String> values = values(field);
            if (values.isEmpty()) {
                return;
            }
            String value = values.getFirst();
            if (values.size() == 1 && POINT.matcher(value).matches()) {
                int point = Integer.parseInt(value);
                if (point >= points.from() && point <= points.to()) {
                    answers.put(field, new Answer.Amount(BigDecimal.valueOf(point)));
                    return;
                }
            }
            complain(
                    field,
                    "Please choose a point from %d to %d.".formatted(points.from(), points.to()));
        }

        private void number(String field, BigDecimal from, BigDecimal to, int decimals, Unit unit) {
            List<String> values = values(field);
            if (values.isEmpty()) {
                return;
            }
            // NFKC makes the digits of Chinese and Japanese keyboards plain; a real minus is one
            // too.
            String value =
                    Normalizer.normalize(values.getFirst(), Normalizer.Form.NFKC)
                            .replace('\u2212', '-')
                            .replace('\u2019', '\'')
                            .strip();
            if (GROUPED.matcher(value).matches() && decimals < 3) {
                complain(
                        field,
                        "Please write the number without a sign for thousands, for example %s."
                                .formatted(value.replaceAll("[.,' ]", "")));
                return;
            }
            if (!NUMBER.matcher(value).matches()) {
                complain(
                        field,
                        "Please give a %snumber%s, for example %s."
                                .formatted(
                                        decimals == 0 ? "whole " : "",
                                        unit.of(),
                                        example(from, to)));
                return;
            }
            BigDecimal number = new BigDecimal(value.replace(',', '.')).stripTrailingZeros();
            if (number.scale() > decimals) {
                complain(
                        field,
                        decimals == 0
                                ? "Please give a whole number%s.".formatted(unit.of())
                                : "Please give at most %d %s after the point."
                                        .formatted(decimals, decimals == 1 ? "digit" : "digits"));
                return;
            }
            if (number.compareTo(from) < 0 || number.compareTo(to) > 0) {
                complain(
                        field,
                        "Please give a number from %s to %s%s."
                                .formatted(from.toPlainString(), to.toPlainString(), unit.aside()));
                return;
            }
            answers.put(field, new Answer.Amount(number.scale() < 0 ? number.setScale(0) : number));
        }

        /// A number that could be an answer: a third of the way up, at most 42.
        private static String example(BigDecimal from, BigDecimal to) {
            BigDecimal third =
                    from.add(to.subtract(from).divide(BigDecimal.valueOf(3), 0, RoundingMode.DOWN));
            BigDecimal example = third.min(from.max(BigDecimal.valueOf(42)));
            BigDecimal whole = example.setScale(0, RoundingMode.HALF_UP);
            boolean isAllowed = whole.compareTo(from) >= 0 && whole.compareTo(to) <= 0;
            return (isAllowed ? whole : from).toPlainString();
        }

        private void words(Question.Words words) {
            List<String> values = values(words.id());
            if (values.isEmpty()) {
                return;
            }
            String text = values.getFirst().strip().replace("\r\n", "\n").replace('\r', '\n');
            int length = text.codePointCount(0, text.length());
            if (length > words.upTo()) {
                complain(
                        words.id(),
                        String.format(
                                Locale.ROOT,
                                "Please shorten this to %,d characters; it has %,d now.",
                                words.upTo(),
                                length));
                return;
            }
            if (text.indexOf('\0') >= 0 || hasLoneSurrogate(text)) {
                complain(
                        words.id(),
                        "There is a character in this text that cannot be kept. Please write it again.");
                return;
            }
            answers.put(words.id(), new Answer.Words(text));
        }

        private static boolean hasLoneSurrogate(String text) {
            return text.codePoints()
                    .anyMatch(
                            point ->
                                    point >= Character.MIN_SURROGATE
                                            && point <= Character.MAX_SURROGATE);
        }
    }
}
