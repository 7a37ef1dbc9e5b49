package eyebright.plan;

import eyebright.expression.Expression;
import eyebright.expression.Figures;
import eyebright.expression.Rows;
import eyebright.expression.Truths;
import eyebright.frame.Column;
import eyebright.frame.Status;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    Column.Numbers column(Rows rows) {
        var statuses = new byte[rows.size()];
        var values = new double[rows.size()];
        Arrays.fill(statuses, Status.SKIPPED.code());
        var open = new BitSet(rows.size());
        open.set(0, rows.size());
        for (Case each : cases) {
            BitSet here = taken(each, rows, open);
            Figures be = Figures.of(each.be(), each.counts(), rows);
            here.and(be.known());
            for (int row = here.nextSetBit(0); row >= 0; row = here.nextSetBit(row + 1)) {
                statuses[row] = Status.ANSWERED.code();
                values[row] = be.number(row);
            }
        }
        return new Column.Numbers(statuses, values);
    }

    /// The rows that a case decides, which are open no more; nor are those of which it is not known whether it
    /// does.
    private static BitSet taken(Case each, Rows rows, BitSet open) {
        var here = (BitSet) open.clone();
        if (each.when().isEmpty()) {
            open.clear();
            return here;
        }
        Truths when = each.when().get().truths(rows);
        here.and(when.holding());
        open.and(when.known());
        open.andNot(here);
        return here;
    }

    /// The variables it reads.
    Set<String> reads() {
        var reads = new LinkedHashSet<String>();
        for (Case each : cases) {
            each.when().ifPresent(when -> reads.addAll(when.variables()));
            reads.addAll(each.be().variables());
        }
        return reads;
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
