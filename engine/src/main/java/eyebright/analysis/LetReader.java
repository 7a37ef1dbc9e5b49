package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Type;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the numbers a plan makes: `let: name`, `be: expression`, or `be:` with cases.
final class LetReader {

    private final PlanExpressions expressions;
    private final Problems problems;

    LetReader(PlanExpressions expressions) {
        this.expressions = expressions;
        this.problems = expressions.problems();
    }

    Optional<Let> read(Fields fields) {
        Optional<String> name = name(fields);
        Optional<String> label = fields.text("label");
        Optional<List<Let.Case>> cases = fields.required("be").flatMap(node -> cases(fields, node));
        fields.finish();
        return name.isPresent() && cases.isPresent()
                ? Optional.of(new Let(name.get(), cases.get(), label))
                : Optional.empty();
    }

    private Optional<String> name(Fields fields) {
        Optional<Node.Scalar> scalar = fields.requiredScalar("let");
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        String name = scalar.get().value();
        if (!name.matches("[a-z][a-z0-9_]{0,59}")) {
            problems.add(
                    Rule.WRONG_NAME,
                    scalar.get().place(),
                    "\"%s\" is no name of a number: lower-case letters, digits and _"
                            .formatted(Fields.shortened(name)),
                    "write it like years_in_practice");
            return Optional.empty();
        }
        if (expressions.vocabulary().meaning(name).isPresent()) {
            problems.add(
                    Rule.DUPLICATE_ID,
                    scalar.get().place(),
                    "\"%s\" is already asked, scored or made".formatted(name),
                    "call the number something else");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private Optional<List<Let.Case>> cases(Fields fields, Node node) {
        if (node instanceof Node.Scalar) {
            return fields.scalar("be")
                    .flatMap(scalar -> number(Optional.empty(), scalar))
                    .map(List::of);
        }
        var cases = new ArrayList<Let.Case>();
        List<Node> nodes = fields.list("be");
        for (Node each : nodes) {
            Fields.of("a case of let", each, problems).flatMap(this::oneCase).ifPresent(cases::add);
        }
        return cases.size() == nodes.size() && !cases.isEmpty()
                ? Optional.of(cases)
                : Optional.empty();
    }

    private Optional<Let.Case> oneCase(Fields fields) {
        boolean hasWhen = fields.has("when");
        Optional<Expression> when = expressions.condition(fields, "when");
        Optional<Let.Case> read =
                fields.requiredScalar("be").flatMap(scalar -> number(when, scalar));
        fields.finish();
        return hasWhen == when.isPresent() ? read : Optional.empty();
    }

    private Optional<Let.Case> number(Optional<Expression> when, Node.Scalar scalar) {
        Optional<PlanExpressions.Typed> typed = expressions.any(scalar);
        if (typed.isPresent() && typed.get().type() == Type.TEXT) {
            expressions.wrongType(
                    scalar.place(),
                    "let makes a number, and \"%s\" is none"
                            .formatted(Fields.shortened(scalar.value())),
                    "make it of a number or a condition: name == \"code\"");
            return Optional.empty();
        }
        return typed.map(
                each ->
                        new Let.Case(
                                when,
                                each.expression(),
                                each.type() == Type.LOGIC
                                        ? Figures.Counts.CONDITION
                                        : Figures.Counts.NUMBER));
    }
}
