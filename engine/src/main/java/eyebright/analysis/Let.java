package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Scope;
import eyebright.expression.Truth;
import eyebright.expression.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A number that a plan makes from answers and reads by a name of its own.
///
/// @param name unlike every variable, scale and other such number
/// @param cases what it is: the first case that holds decides, and where it is unknown whether one holds,
///   so is the number; 1 or more
/// @param label what sentences call one more of it, such as `ten years of experience`; absent for its name
public record Let(String name, List<Case> cases, Optional<String> label) {

    public Let {
        cases = List.copyOf(cases);
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("cases of %s must be 1 or more".formatted(name));
        }
    }

    /// What the number is if something is so.
    ///
    /// @param when a condition; absent: in all other cases
    /// @param be a number, or a condition, which counts 1 where it is true and 0 where it is false
    /// @param counts which of the two
    public record Case(Optional<Expression> when, Expression be, Counts counts) {}

    /// What an expression gives.
    public enum Counts {
        /// A number.
        NUMBER,
        /// True or false, counted 1 and 0.
        CONDITION
    }

    /// The number of one respondent; empty if it is not known.
    OptionalDouble value(Scope scope) {
        for (Case each : cases) {
            Truth holds = each.when().map(when -> when.truth(scope)).orElse(Truth.TRUE);
            if (holds == Truth.UNKNOWN) {
                return OptionalDouble.empty();
            }
            if (holds == Truth.TRUE) {
                return value(each, scope);
            }
        }
        return OptionalDouble.empty();
    }

    private static OptionalDouble value(Case of, Scope scope) {
        return switch (of.counts()) {
            case NUMBER ->
                    of.be().value(scope) instanceof Value.Decimal(var decimal)
                            ? OptionalDouble.of(decimal.doubleValue())
                            : OptionalDouble.empty();
            case CONDITION ->
                    switch (of.be().truth(scope)) {
                        case TRUE -> OptionalDouble.of(1);
                        case FALSE -> OptionalDouble.of(0);
                        case UNKNOWN -> OptionalDouble.empty();
                    };
        };
    }

    /// Whether it is 0 or 1 and nothing else.
    boolean isCondition() {
        return cases.stream()
                .allMatch(
                        each ->
                                each.counts() == Counts.CONDITION
                                        || each.be().toString().matches("[01]"));
    }

    /// One line, the same for the same number: for the plan's canonical text.
    String canonical() {
        var text = new StringBuilder(name);
        for (Case each : cases) {
            text.append(" = ").append(each.be());
            each.when().ifPresent(when -> text.append(" when ").append(when));
        }
        return text.toString();
    }
}
