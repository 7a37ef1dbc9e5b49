package eyebright.feedback;

import eyebright.expression.Expression;
import eyebright.expression.Type;
import eyebright.plan.Entries;
import eyebright.plan.PlanVocabulary;
import eyebright.plan.Published;
import eyebright.source.Fields;
import eyebright.source.Nearest;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.source.SafeText;
import eyebright.study.Option;
import eyebright.study.Points;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads what there is to explore: `explore` with its `shows`.
final class ShownReader {

    private static final List<String> KINDS = List.of("number", "choices", "beside");

    private final Named named;
    private final PlanVocabulary vocabulary;
    private final Problems problems;

    ShownReader(Named named) {
        this.named = named;
        this.vocabulary = named.vocabulary();
        this.problems = named.problems();
    }

    Optional<Part> part(Fields fields) {
        Optional<String> id = Entries.id("explore", "a part", fields, problems);
        Optional<String> title = fields.requiredText("title");
        Optional<String> intro = fields.text("intro");
        var shows = new ArrayList<Shown>();
        for (Node node : named.entries(fields, "shows")) {
            Fields.of("what is shown", node, problems).flatMap(this::shown).ifPresent(shows::add);
        }
        fields.finish();
        boolean isFirst =
                id.isEmpty() || named.isFirst("a part", id.get(), fields.placeOf("explore"));
        return isFirst && id.isPresent() && title.isPresent() && !shows.isEmpty()
                ? Optional.of(new Part(id.get(), title.get(), intro, shows))
                : Optional.empty();
    }

    private Optional<Shown> shown(Fields fields) {
        List<String> kinds = KINDS.stream().filter(fields.keys()::contains).toList();
        if (kinds.size() != 1) {
            problems.add(
                    Rule.MISSING_KEY,
                    fields.place(),
                    "what is shown must have one of %s%s"
                            .formatted(
                                    String.join(", ", KINDS),
                                    kinds.isEmpty() ? "" : ", not " + String.join(" and ", kinds)),
                    kinds.isEmpty() ? "add number: and what to show" : "make an entry of each");
            return Optional.empty();
        }
        Optional<String> asks = fields.requiredText("asks");
        var more = new More(fields.text("note"), named.condition(fields, "among"));
        Optional<Shown> shown =
                switch (kinds.getFirst()) {
                    case "number" -> amount(fields, asks.orElse(""), more);
                    case "choices" -> choices(fields, asks.orElse(""), more);
                    default -> beside(fields, asks.orElse(""), more);
                };
        fields.finish();
        return asks.flatMap(_ -> shown);
    }

    /// What every kind may have.
    private record More(Optional<String> note, Optional<Expression> among) {}

    private Optional<Shown> amount(Fields fields, String asks, More more) {
        Optional<Expression> number = named.number(fields, "number");
        Optional<List<Band>> bands = bands(fields);
        Optional<Points> points =
                number.flatMap(Expression::onlyVariable).flatMap(vocabulary::points);
        boolean hasUnit = fields.has("unit");
        Optional<Unit> unit = named.unit(fields, "unit");
        List<Published> published = named.published(fields, "published");
        if (number.isPresent() && points.isEmpty() && !hasUnit) {
            problems.add(
                    Rule.MISSING_KEY,
                    fields.place(),
                    "number \"%s\" has no unit, for it is no rating".formatted(number.get()),
                    "add unit: {one: time, many: times}");
            return Optional.empty();
        }
        return number.isPresent() && bands.isPresent()
                ? Optional.of(
                        new Shown.Amount(
                                asks,
                                number.get(),
                                bands.get(),
                                unit,
                                points,
                                published,
                                more.note(),
                                more.among()))
                : Optional.empty();
    }

    private Optional<List<Band>> bands(Fields fields) {
        List<Node> nodes = named.entries(fields, "bands");
        var bands = new ArrayList<Band>();
        for (Node node : nodes) {
            Fields.of("a band", node, problems).flatMap(ShownReader::band).ifPresent(bands::add);
        }
        if (bands.size() < nodes.size() || nodes.isEmpty()) {
            return Optional.empty();
        }
        return rise(fields, nodes, bands) ? Optional.of(bands) : Optional.empty();
    }

    private static Optional<Band> band(Fields fields) {
        boolean hasEnd = fields.has("to");
        Optional<BigDecimal> to = fields.decimal("to");
        Optional<String> says = fields.requiredText("says");
        fields.finish();
        return hasEnd == to.isPresent()
                ? says.map(
                        each ->
                                new Band(
                                        to.isPresent()
                                                ? OptionalDouble.of(to.get().doubleValue())
                                                : OptionalDouble.empty(),
                                        each))
                : Optional.empty();
    }

    /// Whether bands have enough cut points, which rise, and only the last has no end.
    private boolean rise(Fields fields, List<Node> nodes, List<Band> bands) {
        long cuts = bands.stream().filter(band -> band.to().isPresent()).count();
        if (cuts < Shown.Amount.LEAST_CUTS) {
            bad(
                    fields.node("bands").orElseThrow(),
                    "bands must have at least three cut points, not %d".formatted(cuts),
                    "add bands that end, such as {to: 2, says: now and then}");
            return false;
        }
        for (int i = 0; i < bands.size(); i++) {
            boolean isLast = i == bands.size() - 1;
            if (bands.get(i).to().isEmpty() != isLast) {
                bad(
                        nodes.get(i),
                        isLast
                                ? "the last band must have no end, so that every number is in one"
                                : "only the last band may have no end",
                        isLast
                                ? "add a band without to:"
                                : "add to: with the highest number in it");
                return false;
            }
            if (i > 0
                    && !isLast
                    && bands.get(i).to().orElseThrow() <= bands.get(i - 1).to().orElseThrow()) {
                bad(
                        nodes.get(i),
                        "bands must rise, and this one ends no higher than the one before",
                        "put them in order, from the lowest to the highest");
                return false;
            }
        }
        return true;
    }

    private void bad(Node node, String problem, String fix) {
        problems.add(Rule.BANDS, node.place(), problem, fix);
    }

    private Optional<Shown> choices(Fields fields, String asks, More more) {
        Optional<Node.Scalar> name = fields.scalar("choices").filter(this::hasOptions);
        List<Option> options = name.map(each -> vocabulary.options(each.value())).orElse(List.of());
        Map<String, Published> published =
                fields.has("published") && name.isPresent() ? byOption(fields, options) : Map.of();
        return name.map(
                each ->
                        new Shown.Choices(
                                asks,
                                each.value(),
                                options,
                                vocabulary.isSeveral(each.value())
                                        ? Shown.Several.ANY
                                        : Shown.Several.ONE,
                                published,
                                more.note(),
                                more.among()));
    }

    private boolean hasOptions(Node.Scalar name) {
        if (!vocabulary.options(name.value()).isEmpty()) {
            return true;
        }
        if (vocabulary.meaning(name.value()).isEmpty()) {
            named.expressions().neverAsked(name.value(), name.place());
        } else {
            named.expressions()
                    .wrongType(
                            name.place(),
                            "choices needs a question with options, and \"%s\" has none"
                                    .formatted(name.value()),
                            "write number: %s".formatted(name.value()));
        }
        return false;
    }

    private Map<String, Published> byOption(Fields fields, List<Option> options) {
        List<String> codes = options.stream().map(Option::code).toList();
        var figures = new LinkedHashMap<String, Published>();
        Node node = fields.node("published").orElseThrow();
        if (!(node instanceof Node.Mapping(_, List<Node.Entry> entries))) {
            problems.add(
                    Rule.WRONG_KIND,
                    node.place(),
                    "published of choices must be a mapping (option: figure), not " + node.kind(),
                    "write it like {sadness: sadness}");
            return figures;
        }
        for (Node.Entry entry : entries) {
            if (!codes.contains(entry.key())) {
                problems.add(
                        Rule.UNKNOWN_VARIABLE,
                        entry.keyPlace(),
                        "no option \"%s\"; there are %s"
                                .formatted(Fields.shortened(entry.key()), String.join(", ", codes)),
                        Nearest.to(entry.key(), codes)
                                .map(near -> "write " + near)
                                .orElse("name an option of the question"));
            } else if (entry.value() instanceof Node.Scalar scalar) {
                named.figure(scalar).ifPresent(figure -> figures.put(entry.key(), figure));
            } else {
                problems.add(
                        Rule.WRONG_KIND,
                        entry.value().place(),
                        "published of an option must be a text, not " + entry.value().kind(),
                        "name a figure of published.yaml");
            }
        }
        return figures;
    }

    private Optional<Shown> beside(Fields fields, String asks, More more) {
        List<Node.Scalar> two = fields.scalars("beside");
        List<Node.Scalar> called =
                fields.scalars("called").stream()
                        .filter(each -> SafeText.check(each, problems))
                        .toList();
        if (two.size() != 2 || called.size() != 2) {
            problems.add(
                    Rule.WRONG_VALUE,
                    fields.placeOf("beside"),
                    "beside must name two things, and called the setting of each",
                    "write beside: [this, that] and called: [in one setting, in the other]");
            return Optional.empty();
        }
        boolean areChoices = two.stream().allMatch(each -> vocabulary.isSeveral(each.value()));
        return areChoices
                ? twoChoices(fields, asks, two, called, more)
                : twoAmounts(fields, asks, two, called, more);
    }

    private Optional<Shown> twoChoices(
            Fields fields,
            String asks,
            List<Node.Scalar> two,
            List<Node.Scalar> called,
            More more) {
        String first = two.getFirst().value();
        String second = two.getLast().value();
        List<String> there = vocabulary.options(second).stream().map(Option::code).toList();
        List<Option> both =
                vocabulary.options(first).stream()
                        .filter(option -> there.contains(option.code()))
                        .toList();
        if (both.isEmpty()) {
            problems.add(
                    Rule.WRONG_VALUE,
                    fields.placeOf("beside"),
                    "%s and %s have no option of the same code".formatted(first, second),
                    "name two questions with the same list");
            return Optional.empty();
        }
        return Optional.of(
                new Shown.TwoChoices(
                        asks,
                        new Shown.Asked(first, called.getFirst().value()),
                        new Shown.Asked(second, called.getLast().value()),
                        both,
                        more.note(),
                        more.among()));
    }

    private Optional<Shown> twoAmounts(
            Fields fields,
            String asks,
            List<Node.Scalar> two,
            List<Node.Scalar> called,
            More more) {
        fields.required("unit");
        Optional<Unit> unit = named.unit(fields, "unit");
        Optional<Expression> first = named.expressions().typed(two.getFirst(), Type.DECIMAL);
        Optional<Expression> second = named.expressions().typed(two.getLast(), Type.DECIMAL);
        return unit.isPresent() && first.isPresent() && second.isPresent()
                ? Optional.of(
                        new Shown.TwoAmounts(
                                asks,
                                new Shown.Setting(first.get(), called.getFirst().value()),
                                new Shown.Setting(second.get(), called.getLast().value()),
                                unit.get(),
                                more.note(),
                                more.among()))
                : Optional.empty();
    }
}
