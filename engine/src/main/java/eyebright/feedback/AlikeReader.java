package eyebright.feedback;

import eyebright.expression.Expression;
import eyebright.expression.Type;
import eyebright.plan.Published;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads by what others may be like a respondent, and what she guessed of them: `alike` and `guess`.
final class AlikeReader {

    private final Named named;
    private final Problems problems;

    AlikeReader(Named named) {
        this.named = named;
        this.problems = named.problems();
    }

    Optional<Alike> alike(Fields fields) {
        Optional<Node.Scalar> name = fields.requiredScalar("alike");
        Optional<String> says = fields.requiredText("says");
        boolean isOne = name.filter(each -> named.vocabulary().isOne(each.value())).isPresent();
        Optional<Alike> alike =
                isOne
                        ? says.map(
                                each ->
                                        new Alike.SameAnswer(
                                                name.get().value(),
                                                each,
                                                named.vocabulary().options(name.get().value())))
                        : name.flatMap(each -> stretch(fields, each, says));
        fields.finish();
        boolean isFirst =
                name.isEmpty()
                        || named.isFirst("alike", name.get().value(), fields.placeOf("alike"));
        return isFirst ? alike : Optional.empty();
    }

    private Optional<Alike> stretch(Fields fields, Node.Scalar name, Optional<String> says) {
        Optional<Expression> number = named.expressions().typed(name, Type.DECIMAL);
        Optional<List<Double>> from = number.flatMap(_ -> from(fields));
        fields.required("unit");
        Optional<Unit> unit = named.unit(fields, "unit");
        fields.has("from");
        return from.isPresent() && unit.isPresent() && says.isPresent()
                ? Optional.of(
                        new Alike.SameStretch(
                                name.value(), says.get(), number.get(), from.get(), unit.get()))
                : Optional.empty();
    }

    private Optional<List<Double>> from(Fields fields) {
        fields.required("from");
        var from = new ArrayList<Double>();
        for (Node.Scalar each : fields.scalars("from")) {
            boolean isNumber = each.value().matches("\\d{1,9}(\\.\\d{1,6})?");
            if (!isNumber
                    || (!from.isEmpty() && Double.parseDouble(each.value()) <= from.getLast())) {
                fields.wrongValue("from", each, "numbers that rise, such as [0, 5, 15]");
                return Optional.empty();
            }
            from.add(Double.parseDouble(each.value()));
        }
        if (fields.node("from").orElse(null) instanceof Node.Items(_, List<Node> nodes)
                && nodes.size() < 2) {
            problems.add(
                    Rule.WRONG_VALUE,
                    fields.placeOf("from"),
                    "from must begin two stretches or more, not %d".formatted(nodes.size()),
                    "write it like [0, 5, 15]");
        }
        return from.size() > 1 ? Optional.of(from) : Optional.empty();
    }

    Optional<Guess> guess(Fields fields) {
        Optional<Node.Scalar> question =
                fields.requiredScalar("guess")
                        .filter(name -> named.expressions().typed(name, Type.DECIMAL).isPresent());
        Optional<Expression> of = named.requiredCondition(fields, "of");
        Optional<String> asks = fields.requiredText("asks");
        Optional<String> says = fields.requiredText("says");
        Optional<Published> published = fields.scalar("published").flatMap(this::share);
        fields.finish();
        return question.isPresent() && of.isPresent() && asks.isPresent() && says.isPresent()
                ? Optional.of(
                        new Guess(
                                question.get().value(),
                                of.get(),
                                asks.get(),
                                says.get(),
                                published))
                : Optional.empty();
    }

    /// A published share.
    private Optional<Published> share(Node.Scalar id) {
        Optional<Published> figure = named.figure(id);
        if (figure.isPresent()
                && (figure.get().value().isEmpty() || !figure.get().unit().equals("percent"))) {
            problems.add(
                    Rule.WRONG_VALUE,
                    id.place(),
                    "a guess of 100 needs a published percent, and \"%s\" is none"
                            .formatted(id.value()),
                    "name another figure, or leave it out");
            return Optional.empty();
        }
        return figure;
    }
}
