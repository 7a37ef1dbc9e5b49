package eyebright.server.answering;

import eyebright.study.Draw;
import eyebright.study.Points;
import eyebright.study.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One question as it stands in a form: its texts, its choices in this respondent's order, what was typed.
///
/// @param text as HTML, for a line
/// @param hint as HTML
/// @param typed values by field
/// @param complaints sentences by field
record Asking(
        Question question,
        Draw draw,
        String text,
        String hint,
        Map<String, List<String>> typed,
        Map<String, String> complaints) {

    /// One option.
    record Choice(String code, String label, String id, boolean alone, boolean chosen) {}

    /// One row of points: a whole rating, or an item of a rated list.
    record Row(String field, String label, String wrong, boolean many, List<Point> points) {}

    /// One point.
    ///
    /// @param meaning what an end means, for who cannot see the ends
    record Point(String value, String id, String meaning, boolean chosen) {}

    /// The name of the field; of a rated list, what its fields begin with.
    String field() {
        return question.id();
    }

    /// The id of the first control.
    String anchor() {
        return "f-" + field();
    }

    /// The id to which a complaint about that field leads, if the field is of this question.
    Optional<String> anchorOf(String field) {
        if (field.equals(field()) || field.startsWith(field() + ".")) {
            return Optional.of(
                    question instanceof Question.Rate rate && field.equals(field())
                            ? "f-" + field() + "." + draw.items(rate).getFirst().code()
                            : "f-" + field);
        }
        return Optional.empty();
    }

    String hintId() {
        return "h-" + field();
    }

    String wrongId() {
        return "e-" + field();
    }

    /// The complaint about the whole question, or nothing.
    String wrong() {
        return complaints.getOrDefault(field(), "");
    }

    /// What describes the control, for `aria-describedby`.
    @Nullable String describedBy() {
        String ids = (hint.isEmpty() ? "" : hintId() + " ") + (wrong().isEmpty() ? "" : wrongId());
        return ids.isEmpty() ? null : ids.strip();
    }

    /// For `aria-invalid`.
    @Nullable String invalid() {
        return wrong().isEmpty() ? null : "true";
    }

    boolean several() {
        return question instanceof Question.SeveralOf;
    }

    /// What was typed into the one field.
    String value() {
        return typed.getOrDefault(field(), List.of("")).stream().findFirst().orElse("");
    }

    boolean decimal() {
        return question instanceof Question.Quantity quantity && quantity.decimals() > 0;
    }

    String unit() {
        return switch (question) {
            case Question.Count count -> count.unit();
            case Question.Quantity quantity -> quantity.unit();
            case Question.OneIn oneIn -> oneIn.unit();
            case Question.OneOf _,
                    Question.SeveralOf _,
                    Question.Rating _,
                    Question.Rate _,
                    Question.Words _,
                    Question.Statement _ ->
                    "";
        };
    }

    /// The options, in this respondent's order.
    List<Choice> choices() {
        List<String> chosen = typed.getOrDefault(field(), List.of());
        var options = draw.options(question);
        return IntStream.range(0, options.size())
                .mapToObj(
                        at -> {
                            var option = options.get(at);
                            return new Choice(
                                    option.code(),
                                    option.label(),
                                    at == 0 ? anchor() : anchor() + "-" + option.code(),
                                    several() && option.alone(),
                                    chosen.contains(option.code()));
                        })
                .toList();
    }

    /// The points of a rating.
    Row row() {
        return question instanceof Question.Rating rating
                ? row(field(), "", rating.points())
                : new Row(field(), "", "", false, List.of());
    }

    /// The items of a rated list, in this respondent's order.
    List<Row> rows() {
        return question instanceof Question.Rate rate
                ? draw.items(rate).stream()
                        .map(item -> row(field() + "." + item.code(), item.label(), rate.points()))
                        .toList()
                : List.of();
    }

    private Row row(String field, String label, Points points) {
        List<String> chosen = typed.getOrDefault(field, List.of());
        var all =
                IntStream.rangeClosed(points.from(), points.to())
                        .mapToObj(
                                value ->
                                        new Point(
                                                Integer.toString(value),
                                                value == points.from()
                                                        ? "f-" + field
                                                        : "f-" + field + "-" + value,
                                                meaning(points, value),
                                                chosen.contains(Integer.toString(value))))
                        .toList();
        return new Row(field, label, complaints.getOrDefault(field, ""), points.size() > 11, all);
    }

    private static String meaning(Points points, int value) {
        if (value == points.from()) {
            return points.low();
        }
        return value == points.to() ? points.high() : "";
    }
}
