package eyebright.plan;

import eyebright.expression.Expression;
import eyebright.expression.Figures;
import eyebright.expression.Truth;
import eyebright.expression.Truths;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Status;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A number that a plan makes from answers and reads by a name of its own.
///
/// @param name unlike every variable, scale and other such number
/// @param cases what it is: the first case that holds decides, and where it is unknown whether one holds,
///   so is the number; 1 or more
/// @param label what sentences call one of it, such as `year of experience`; absent for its name
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
    public record Case(Optional<Expression> when, Expression be, Figures.Counts counts) {}

    /// The column of a frame.
    Column.Numbers column(Frame frame) {
        List<Ready> ready = cases.stream().map(each -> Ready.of(each, frame)).toList();
        var statuses = new byte[frame.size()];
        var values = new double[frame.size()];
        for (int row = 0; row < frame.size(); row++) {
            OptionalDouble value = value(ready, row);
            statuses[row] = (value.isPresent() ? Status.ANSWERED : Status.SKIPPED).code();
            values[row] = value.orElse(0);
        }
        return new Column.Numbers(statuses, values);
    }

    private static OptionalDouble value(List<Ready> cases, int row) {
        for (Ready each : cases) {
            Truth holds = each.when().map(when -> when.truth(row)).orElse(Truth.TRUE);
            if (holds == Truth.UNKNOWN) {
                return OptionalDouble.empty();
            }
            if (holds == Truth.TRUE) {
                return each.be().value(row);
            }
        }
        return OptionalDouble.empty();
    }

    /// A case worked out for every row.
    private record Ready(Optional<Truths> when, Figures be) {

        static Ready of(Case each, Frame frame) {
            return new Ready(
                    each.when().map(when -> when.truths(frame)),
                    Figures.of(each.be(), each.counts(), frame));
        }
    }

    /// Whether it is 0 or 1 and nothing else.
    boolean isCondition() {
        return cases.stream()
                .allMatch(
                        each ->
                                each.counts() == Figures.Counts.CONDITION
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
