package eyebright.feedback;

import eyebright.expression.Expression;
import eyebright.plan.Entries;
import eyebright.plan.Measures;
import eyebright.plan.Published;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what is predicted: `predict`.
final class PredictionReader {

    private static final List<String> KINDS = List.of("yes", "times", "first");

    private final Named named;
    private final Problems problems;

    PredictionReader(Named named) {
        this.named = named;
        this.problems = named.problems();
    }

    Optional<Prediction> read(Fields fields) {
        Optional<String> id = Entries.id("predict", "a prediction", fields, problems);
        List<String> kinds = KINDS.stream().filter(fields::has).toList();
        if (kinds.size() != 1) {
            problems.add(
                    Rule.PREDICTION_KIND,
                    fields.place(),
                    kinds.isEmpty()
                            ? "this prediction does not say what it predicts"
                            : "this prediction is of %s at once"
                                    .formatted(String.join(" and ", kinds)),
                    kinds.isEmpty()
                            ? "add yes:, times: with of:, or first: with by:"
                            : "make a prediction of each");
            return Optional.empty();
        }
        String kind = kinds.getFirst();
        Optional<Outcome> outcome = outcome(fields, kind);
        Optional<Expression> among = named.condition(fields, "among");
        Optional<Expression> whom = named.condition(fields, "for");
        Optional<Base> base = base(fields);
        List<Effect> effects =
                new EffectReader(named)
                        .read(
                                fields,
                                kind.equals("first") ? "rate" : "odds",
                                outcome.map(this::predicted).orElse(Set.of()));
        var ahead = new ArrayList<Ahead>();
        for (Node node : named.entries(fields, "ahead")) {
            Fields.of("a look ahead", node, problems)
                    .flatMap(each -> ahead(each, kind))
                    .ifPresent(ahead::add);
        }
        Optional<String> assumes = fields.text("assumes");
        fields.finish();
        boolean isFirst =
                id.isEmpty() || named.isFirst("a prediction", id.get(), fields.placeOf("predict"));
        return isFirst
                        && id.isPresent()
                        && outcome.isPresent()
                        && base.isPresent()
                        && !ahead.isEmpty()
                ? Optional.of(
                        new Prediction(
                                id.get(),
                                outcome.get(),
                                among,
                                whom,
                                base.get(),
                                effects,
                                ahead,
                                assumes))
                : Optional.empty();
    }

    private Optional<Outcome> outcome(Fields fields, String kind) {
        return switch (kind) {
            case "yes" -> named.requiredCondition(fields, "yes").map(Outcome.Yes::new);
            case "times" -> {
                Optional<Expression> times = named.number(fields, "times");
                Optional<Expression> of = named.number(fields, "of");
                Optional<Prior> prior = prior(fields, "precision");
                yield times.isPresent() && of.isPresent() && prior.isPresent()
                        ? Optional.of(
                                new Outcome.Times(
                                        times.get(),
                                        of.get(),
                                        prior.get().range(),
                                        prior.get().ground()))
                        : Optional.empty();
            }
            default -> {
                Optional<Expression> first = named.requiredCondition(fields, "first");
                Optional<Expression> by = named.number(fields, "by");
                Optional<Prior> prior = prior(fields, "shape");
                yield first.isPresent() && by.isPresent() && prior.isPresent()
                        ? Optional.of(
                                new Outcome.First(
                                        first.get(),
                                        by.get(),
                                        prior.get().range(),
                                        prior.get().ground()))
                        : Optional.empty();
            }
        };
    }

    private record Prior(OddsRange range, Ground ground) {}

    private Optional<Prior> prior(Fields prediction, String key) {
        Optional<Fields> fields =
                prediction.required("prior").flatMap(_ -> prediction.fields("prior"));
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Optional<OddsRange> range = Written.range(fields.get(), key, "the prior", problems);
        Ground ground = named.ground(fields.get(), "the prior");
        fields.get().finish();
        return range.map(each -> new Prior(each, ground));
    }

    /// What no effect may read: that which is predicted. How long it was possible may be read.
    private Set<String> predicted(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Yes(Expression yes) -> named.reads(yes);
            case Outcome.Times times -> without(times.times(), times.of());
            case Outcome.First first -> without(first.first(), first.by());
        };
    }

    private Set<String> without(Expression happened, Expression possible) {
        var predicted = new LinkedHashSet<>(named.reads(happened));
        predicted.removeAll(named.reads(possible));
        return predicted;
    }

    private Optional<Base> base(Fields prediction) {
        Optional<Fields> read = prediction.required("base").flatMap(_ -> prediction.fields("base"));
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = read.get();
        boolean isPublished = fields.has("published");
        Optional<Published> published = fields.scalar("published").flatMap(named::figure);
        Optional<Double> rate =
                isPublished
                        ? published.flatMap(figure -> rate(figure, fields))
                        : fields.required("rate").flatMap(this::rate);
        Optional<String> assumed = fields.text("assumed");
        Optional<Double> offBy = Written.times(fields, "off-by");
        fields.finish();
        if (!isPublished && !fields.has("assumed")) {
            problems.add(
                    Rule.NO_SOURCE,
                    fields.place(),
                    "the base rate is neither published nor assumed",
                    "write published: with an id of published.yaml, or add assumed: and why");
            return Optional.empty();
        }
        return rate.isPresent() && offBy.isPresent() && (isPublished || assumed.isPresent())
                ? Optional.of(new Base(rate.get(), published, assumed, offBy.get()))
                : Optional.empty();
    }

    private Optional<Double> rate(Published figure, Fields fields) {
        Optional<Double> rate =
                figure.value()
                        .filter(_ -> figure.unit().equals("percent"))
                        .map(value -> value.movePointLeft(2).doubleValue())
                        .filter(each -> each > 0 && each < 1);
        if (rate.isEmpty()) {
            problems.add(
                    Rule.WRONG_VALUE,
                    fields.node("published").map(Node::place).orElse(fields.place()),
                    "a base rate must be a percent above 0 and below 100, and \"%s\" is none"
                            .formatted(figure.id()),
                    "name another figure, or write rate: and assumed:");
        }
        return rate;
    }

    private Optional<Double> rate(Node node) {
        Optional<Double> rate =
                Measures.percent("rate of a base", node, problems)
                        .map(each -> each.movePointLeft(2).doubleValue());
        if (rate.isPresent() && !(rate.get() > 0 && rate.get() < 1)) {
            problems.add(
                    Rule.WRONG_VALUE,
                    node.place(),
                    "rate of a base must be above 0% and below 100%",
                    "write what you expect, such as 30%");
            return Optional.empty();
        }
        return rate;
    }

    private Optional<Ahead> ahead(Fields fields, String kind) {
        Optional<String> id = Entries.id("id", "a look ahead", fields, problems);
        Optional<String> asks = fields.requiredText("asks");
        Optional<String> having = fields.text("having");
        Optional<String> says = fields.requiredText("says");
        Optional<Expression> within =
                switch (kind) {
                    case "yes" -> Optional.of(Expression.of("0"));
                    case "times" -> named.number(fields, "next");
                    default -> named.number(fields, "within");
                };
        fields.finish();
        boolean isFirst =
                id.isEmpty() || named.isFirst("a look ahead", id.get(), fields.placeOf("id"));
        return isFirst
                        && id.isPresent()
                        && asks.isPresent()
                        && says.isPresent()
                        && within.isPresent()
                ? Optional.of(new Ahead(id.get(), asks.get(), within.get(), having, says.get()))
                : Optional.empty();
    }
}
