package eyebright.study;

import eyebright.expression.Expression;
import eyebright.expression.Fault;
import eyebright.expression.Type;
import eyebright.expression.Vocabulary;
import eyebright.source.Node;
import eyebright.source.Problems;
import eyebright.source.Rule;
import java.util.Optional;

/// Reads the expressions of study files, and says what is wrong with them at their place.
public final class Expressions {

    private Expressions() {}

    /// The expression a scalar holds; empty, with a problem, if it does not read.
    public static Optional<Expression> read(Node.Scalar scalar, Problems problems) {
        return switch (Expression.read(scalar.value())) {
            case Expression.Reading.Valid(Expression expression) -> Optional.of(expression);
            case Expression.Reading.Invalid(Fault fault) -> {
                add(fault, scalar, Rule.UNKNOWN_VARIABLE, problems);
                yield Optional.empty();
            }
        };
    }

    /// Whether an expression reads only what is there and gives what is wanted; if not, a problem says so.
    ///
    /// @param unknown the rule that an unknown variable breaks here
    public static boolean check(
            Expression expression,
            Node.Scalar scalar,
            Vocabulary vocabulary,
            Type wanted,
            Rule unknown,
            Problems problems) {
        Optional<Fault> fault = expression.check(vocabulary, wanted);
        fault.ifPresent(found -> add(found, scalar, unknown, problems));
        return fault.isEmpty();
    }

    private static void add(Fault fault, Node.Scalar scalar, Rule unknown, Problems problems) {
        Rule rule =
                switch (fault.kind()) {
                    case SYNTAX -> Rule.BAD_EXPRESSION;
                    case TYPE -> Rule.WRONG_TYPE;
                    case UNKNOWN -> unknown;
                };
        problems.add(rule, scalar.at(fault.offset()), fault.problem(), fault.fix());
    }
}
