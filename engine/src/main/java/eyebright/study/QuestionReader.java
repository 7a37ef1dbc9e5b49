package eyebright.study;

import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one question of `questions.yaml`.
final class QuestionReader {

    private static final List<String> KINDS =
            List.of(
                    "one-of",
                    "several-of",
                    "rating",
                    "rate",
                    "count",
                    "number",
                    "one-in",
                    "text",
                    "say");

    private static final Map<String, Order> ORDERS =
            Map.of("random", Order.RANDOM, "as written", Order.AS_WRITTEN);

    private final Names names;
    private final Problems problems;
    private final OptionReader options;

    QuestionReader(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
        this.options = new OptionReader(names, problems);
    }

    /// The question, if it could be read as far as a question must be.
    Optional<Question> read(Fields fields) {
        Optional<String> id = names.id(fields);
        List<String> kinds = KINDS.stream().filter(fields::has).toList();
        Optional<Question> question = Optional.empty();
        if (kinds.size() == 1) {
            String kind = kinds.getFirst();
            Optional<String> text = fields.requiredText(kind.equals("say") ? "say" : "ask");
            Optional<String> hint = fields.text("hint");
            Optional<String> original = fields.text("original");
            Optional<String> column = fields.scalar("column").map(Node.Scalar::value);
            var asked = new Asked(id.orElse("unnamed"), text.orElse("…"), hint, original, column);
            question = ofKind(kind, asked, fields).filter(_ -> id.isPresent() && text.isPresent());
        } else {
            fields.has("ask");
            problems.add(
                    Rule.QUESTION_KIND,
                    fields.place(),
                    kinds.isEmpty()
                            ? "question \"%s\" does not say how it is answered"
                                    .formatted(id.orElse("?"))
                            : "question \"%s\" says more than one way to answer: %s"
                                    .formatted(id.orElse("?"), String.join(", ", kinds)),
                    kinds.isEmpty()
                            ? "add one of " + String.join(", ", KINDS)
                            : "keep one of them");
        }
        for (String other : List.of("hint", "original", "column", "order", "points")) {
            if (kinds.size() != 1) {
                fields.has(other);
            }
        }
        fields.finish();
        return question;
    }

    private Optional<Question> ofKind(String kind, Asked asked, Fields fields) {
        return switch (kind) {
            case "one-of" -> {
                List<Option> list = options.options(fields, kind, false);
                Order order = order(fields);
                yield list.size() < 2
                        ? Optional.empty()
                        : Optional.of(new Question.OneOf(asked, list, order));
            }
            case "several-of" -> {
                List<Option> list = options.options(fields, kind, true);
                Order order = order(fields);
                yield list.size() < 2
                        ? Optional.empty()
                        : Optional.of(new Question.SeveralOf(asked, list, order));
            }
            case "rating" -> points(fields, kind).map(points -> new Question.Rating(asked, points));
            case "rate" -> {
                List<Item> items = options.items(fields, kind);
                if (!fields.has("points")) {
                    fields.required("points");
                }
                Optional<Points> points = points(fields, "points");
                Order order = order(fields);
                yield items.isEmpty() || points.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Question.Rate(asked, items, points.get(), order));
            }
            case "count" -> fields.fields(kind).flatMap(count -> count(asked, count));
            case "number" -> fields.fields(kind).flatMap(number -> quantity(asked, number));
            case "one-in" -> fields.fields(kind).flatMap(oneIn -> oneIn(asked, oneIn));
            case "text" -> fields.fields(kind).flatMap(text -> words(asked, text));
            case "say" -> Optional.of(new Question.Statement(asked));
            default -> throw new IllegalArgumentException("no such kind: " + kind);
        };
    }

    private static Order order(Fields fields) {
        return fields.word("order", ORDERS).orElse(Order.AS_WRITTEN);
    }

    private Optional<Points> points(Fields question, String key) {
        Optional<Fields> inner = question.fields(key);
        if (inner.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = inner.get();
        Optional<Integer> from = fields.requiredInteger("from", -100, 100);
        Optional<Integer> to = fields.requiredInteger("to", -100, 100);
        Optional<String> low = fields.requiredText("low");
        Optional<String> high = fields.requiredText("high");
        fields.finish();
        if (from.isEmpty() || to.isEmpty() || low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        int steps = to.get() - from.get();
        if (steps < 1 || steps > 20) {
            problems.add(
                    Rule.WRONG_VALUE,
                    fields.placeOf("to"),
                    "points must go up by 1 to 20, not from %d to %d"
                            .formatted(from.get(), to.get()),
                    "write from: 1 and to: 7, or the like");
            return Optional.empty();
        }
        return Optional.of(new Points(from.get(), to.get(), low.get(), high.get()));
    }

    private Optional<Question> count(Asked asked, Fields fields) {
        Optional<Integer> from = fields.integer("from", 0, 1_000_000);
        Optional<Integer> to = fields.requiredInteger("to", 1, 1_000_000);
        Optional<String> unit = fields.requiredText("unit");
        fields.finish();
        if (to.isEmpty() || unit.isEmpty() || !isRising(fields, from.orElse(0), to.get())) {
            return Optional.empty();
        }
        return Optional.of(new Question.Count(asked, from.orElse(0), to.get(), unit.get()));
    }

    private boolean isRising(Fields fields, int from, int to) {
        if (from < to) {
            return true;
        }
        notRising(fields, from, to);
        return false;
    }

    private void notRising(Fields fields, Object from, Object to) {
        problems.add(
                Rule.WRONG_VALUE,
                fields.placeOf("to"),
                "from must be below to, not %s to %s".formatted(from, to),
                "write the smaller number at from");
    }

    private Optional<Question> quantity(Asked asked, Fields fields) {
        if (!fields.has("from")) {
            fields.required("from");
        }
        if (!fields.has("to")) {
            fields.required("to");
        }
        Optional<BigDecimal> from = fields.decimal("from");
        Optional<BigDecimal> to = fields.decimal("to");
        Optional<Integer> decimals = fields.integer("decimals", 0, 6);
        Optional<String> unit = fields.requiredText("unit");
        fields.finish();
        if (from.isEmpty() || to.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        if (from.get().compareTo(to.get()) >= 0) {
            notRising(fields, from.get(), to.get());
            return Optional.empty();
        }
        return Optional.of(
                new Question.Quantity(asked, from.get(), to.get(), decimals.orElse(0), unit.get()));
    }

    private static Optional<Question> oneIn(Asked asked, Fields fields) {
        Optional<Integer> to = fields.requiredInteger("to", 2, 10_000_000);
        Optional<String> unit = fields.requiredText("unit");
        fields.finish();
        return to.isEmpty() || unit.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question.OneIn(asked, to.get(), unit.get()));
    }

    private static Optional<Question> words(Asked asked, Fields fields) {
        Optional<Integer> upTo = fields.requiredInteger("up-to", 1, 5000);
        fields.finish();
        return upTo.map(most -> new Question.Words(asked, most));
    }
}
