package eyebright.plan;

import eyebright.expression.Type;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Rule;
import eyebright.study.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what is held against each other within a person: `matched: {strength: [with, without]}`.
final class MatchedReader {

    private static final String OUTCOME = "outcome";
    private static final int MOST = 50;

    private final PlanExpressions expressions;

    MatchedReader(PlanExpressions expressions) {
        this.expressions = expressions;
    }

    Optional<Analysis> read(Fields claim) {
        boolean hasOutcome = claim.has(OUTCOME);
        Optional<Analysis.Both> outcome =
                hasOutcome
                        ? pair(OUTCOME, claim).filter(this::areConditions).map(Pair::both)
                        : Optional.empty();
        Optional<Fields> fields = claim.fields("matched");
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        if (fields.get().keys().size() > MOST) {
            expressions
                    .problems()
                    .add(
                            Rule.TOO_LARGE,
                            claim.placeOf("matched"),
                            "matched must name at most %d, not %d"
                                    .formatted(MOST, fields.get().keys().size()),
                            "compare fewer things");
            return Optional.empty();
        }
        var predictors = new ArrayList<Analysis.Both>();
        for (String name : fields.get().keys()) {
            if (!isName(name, fields.get())) {
                continue;
            }
            pair(name, fields.get()).map(Pair::both).ifPresent(predictors::add);
        }
        if (predictors.isEmpty() && fields.get().keys().isEmpty()) {
            expressions.wrongValue(
                    fields.get().place(),
                    "matched must name what is compared",
                    "write it like {strength: [strength_with, strength_without]}");
        }
        return predictors.size() == fields.get().keys().size()
                        && !predictors.isEmpty()
                        && hasOutcome == outcome.isPresent()
                ? Optional.of(new Analysis.Matched(outcome, predictors))
                : Optional.empty();
    }

    private boolean isName(String name, Fields fields) {
        if (!Names.isId(name)) {
            expressions
                    .problems()
                    .add(
                            Rule.WRONG_NAME,
                            fields.placeOf(name),
                            "\"%s\" is no name: lower-case letters, digits and _"
                                    .formatted(Fields.shortened(name)),
                            "write it like own_life");
            return false;
        }
        if (name.equals(OUTCOME)) {
            expressions
                    .problems()
                    .add(
                            Rule.RESERVED_NAME,
                            fields.placeOf(name),
                            "what is compared must not be \"outcome\", which is what it may go with",
                            "write outcome: beside matched:, or choose another name");
            return false;
        }
        return true;
    }

    /// The same thing in two situations, with where it stands.
    private record Pair(
            String name,
            Node.Scalar scalar,
            PlanExpressions.Typed first,
            PlanExpressions.Typed second) {

        Analysis.Both both() {
            return new Analysis.Both(name, first.expression(), second.expression());
        }
    }

    private Optional<Pair> pair(String key, Fields fields) {
        List<Node.Scalar> two = fields.scalars(key);
        if (two.size() != 2) {
            if (fields.node(key).orElse(null) instanceof Node.Items items
                    && items.nodes().size() == two.size()) {
                expressions.wrongValue(
                        items.place(),
                        "%s must be two, one for each situation".formatted(key),
                        "write it like [first, second]");
            }
            return Optional.empty();
        }
        Optional<PlanExpressions.Typed> first = expressions.any(two.getFirst());
        Optional<PlanExpressions.Typed> second = expressions.any(two.getLast());
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        if (first.get().expression().equals(second.get().expression())) {
            expressions.wrongValue(
                    two.getLast().place(),
                    "%s must be of two situations, not of one twice".formatted(key),
                    "name what was asked about the other situation");
            return Optional.empty();
        }
        if (!areAlike(first.get(), second.get())) {
            expressions.wrongType(
                    two.getLast().place(),
                    "%s must be of one kind in both situations: numbers, conditions or the same options"
                            .formatted(key),
                    "ask both in the same way");
            return Optional.empty();
        }
        return Optional.of(new Pair(key, two.getFirst(), first.get(), second.get()));
    }

    private boolean areAlike(PlanExpressions.Typed first, PlanExpressions.Typed second) {
        if (first.type() != second.type()) {
            return false;
        }
        if (first.type() != Type.TEXT) {
            return true;
        }
        List<String> codes =
                first.expression().onlyVariable().map(expressions::codes).orElse(List.of());
        return !codes.isEmpty()
                && codes.equals(
                        second.expression()
                                .onlyVariable()
                                .map(expressions::codes)
                                .orElse(List.of()));
    }

    private boolean areConditions(Pair outcome) {
        boolean fits = outcome.first().type() == Type.LOGIC;
        if (!fits) {
            expressions.wrongType(
                    outcome.scalar().place(),
                    "the outcome of matched must be conditions",
                    "write it like [felt.joy, felt_daily.joy]");
        }
        return fits;
    }
}
