package eyebright.plan;

import eyebright.expression.Expression;
import eyebright.expression.Figures;
import eyebright.expression.Type;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the numbers a plan makes: `let: name`, `be: expression`, or `be:` with cases.
public final class LetReader {

    private static final int MOST_CASES = 50;

    private final PlanExpressions expressions;
    private final Problems problems;

    /// A reader of numbers that may read what these expressions may.
    public LetReader(PlanExpressions expressions) {
        this.expressions = expressions;
        this.problems = expressions.problems();
    }

    /// The number, or nothing and a problem.
    public Optional<Let> read(Fields fields) {
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
        if (!Names.isId(name)) {
            problems.add(
                    Rule.WRONG_NAME,
                    scalar.get().place(),
                    "\"%s\" is no name of a number: lower-case letters, digits and _"
                            .formatted(Fields.shortened(name)),
                    "write it like years_in_practice");
            return Optional.empty();
        }
        if (Names.isReserved(name) || name.equals("excluded")) {
            problems.add(
                    Rule.RESERVED_NAME,
                    scalar.get().place(),
                    "let must not be \"%s\", which Eyebright needs for itself".formatted(name),
                    "choose another, such as %s2".formatted(name));
            return Optional.empty();
        }
        if (expressions.vocabulary().meaning(name).isPresent()
                || expressions.vocabulary().study().question(name).isPresent()) {
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
        List<Node> nodes = fields.list("be");
        if (nodes.size() > MOST_CASES || (nodes.isEmpty() && node instanceof Node.Items)) {
            problems.add(
                    nodes.isEmpty() ? Rule.WRONG_VALUE : Rule.TOO_LARGE,
                    fields.placeOf("be"),
                    nodes.isEmpty()
                            ? "let has no case"
                            : "let must have at most %d cases, not %d"
                                    .formatted(MOST_CASES, nodes.size()),
                    "write a number, or cases such as [{when: condition, be: 1}, {be: 0}]");
            return Optional.empty();
        }
        var cases = new ArrayList<Let.Case>();
        boolean isEnd = false;
        for (Node each : nodes) {
            if (isEnd) {
                problems.add(
                        Rule.WRONG_VALUE,
                        each.place(),
                        "nobody comes to this case, since the one before has no when",
                        "move it up, or give the one before a condition");
                return Optional.empty();
            }
            Optional<Fields> read = Fields.of("a case of let", each, problems);
            isEnd = read.isPresent() && !read.get().keys().contains("when");
            read.flatMap(this::oneCase).ifPresent(cases::add);
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
