package eyebright.population;

import eyebright.expression.Expression;
import eyebright.expression.Scope;
import eyebright.expression.Type;
import eyebright.expression.Value;
import eyebright.source.Fields;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import eyebright.study.Expressions;
import eyebright.study.Variable.Kind;
import java.math.BigDecimal;
import java.util.Optional;

/// Reads limits that are narrower than those of a question.
final class LimitsReader {

    /// Limits, and what is known of them before anybody is drawn.
    ///
    /// @param from the lowest answer that somebody could give
    /// @param to the highest
    record Range(Limits limits, double from, double to) {}

    private static final Scope NOBODY = _ -> new Value.Unknown();

    private final Declared declared;
    private final Problems problems;

    LimitsReader(Declared declared, Problems problems) {
        this.declared = declared;
        this.problems = problems;
    }

    /// The limits of a number; empty, with a problem, where they leave nothing.
    Optional<Range> read(Fields fields, Kind.Numeric kind) {
        boolean isWanted = fields.has("from") || fields.has("to");
        Optional<Expression> from = expression(fields, "from");
        Optional<Expression> to = expression(fields, "to");
        if (isWanted
                && (fields.has("from") != from.isPresent() || fields.has("to") != to.isPresent())) {
            return Optional.empty();
        }
        BigDecimal low = constant(from).orElse(kind.from()).max(kind.from());
        BigDecimal high = constant(to).orElse(kind.to()).min(kind.to());
        if (low.compareTo(high) >= 0) {
            problems.add(
                    Rule.IMPOSSIBLE_WISH,
                    fields.placeOf(fields.has("from") ? "from" : "to"),
                    "from %s to %s leaves no two answers to a question that goes from %s to %s"
                            .formatted(
                                    constant(from).orElse(kind.from()).toPlainString(),
                                    constant(to).orElse(kind.to()).toPlainString(),
                                    kind.from().toPlainString(),
                                    kind.to().toPlainString()),
                    "write limits inside those of the question, from the lower to the higher");
            return Optional.empty();
        }
        return Optional.of(new Range(new Limits(from, to), low.doubleValue(), high.doubleValue()));
    }

    private Optional<Expression> expression(Fields fields, String key) {
        Optional<Node.Scalar> scalar = fields.scalar(key);
        return scalar.flatMap(it -> Expressions.read(it, problems))
                .filter(
                        it ->
                                Expressions.check(
                                        it,
                                        scalar.orElseThrow(),
                                        declared.vocabulary(),
                                        Type.DECIMAL,
                                        Rule.UNKNOWN_VARIABLE,
                                        problems))
                .filter(it -> declared.areDrawn(it.variables(), scalar.orElseThrow().place()));
    }

    /// What an expression comes to that reads nothing of anybody.
    private static Optional<BigDecimal> constant(Optional<Expression> expression) {
        return expression
                .filter(it -> it.variables().isEmpty())
                .map(it -> it.value(NOBODY))
                .flatMap(
                        it ->
                                it instanceof Value.Decimal(BigDecimal number)
                                        ? Optional.of(number)
                                        : Optional.empty());
    }
}
