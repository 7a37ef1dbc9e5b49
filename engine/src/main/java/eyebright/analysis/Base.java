package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Truth;
import eyebright.expression.Truths;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Status;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The respondents a claim is about, and the columns it reads of them.
///
/// @param among true for whom it is about; where it is unknown, the respondent is missing
/// @param columns the columns the analysis reads, in the order in which a gap is blamed on them
record Base(Optional<Expression> among, List<String> columns) {

    Base {
        columns = List.copyOf(columns);
    }

    /// What an analysis made of one row.
    enum Seen {
        /// It was counted.
        COUNTED,
        /// Its answer is not known.
        UNKNOWN,
        /// Its answer is known, and the claim does not speak of it.
        ANOTHER
    }

    /// Takes one row into an analysis.
    @FunctionalInterface
    interface Taker {
        Seen take(int row);
    }

    /// How many rows counted, and why others did not.
    record Tally(int n, Map<Missing, Integer> missing) {}

    /// Shows every row of the base to the taker, in the order of the frame.
    Tally over(Frame frame, Taker taker) {
        Optional<Truths> within = among.map(each -> each.truths(frame));
        List<Column> read = columns.stream().map(frame::column).toList();
        int[] missing = new int[Missing.values().length];
        int n = 0;
        for (int row = 0; row < frame.size(); row++) {
            Truth belongs = within.isPresent() ? within.get().truth(row) : Truth.TRUE;
            if (belongs == Truth.FALSE) {
                continue;
            }
            if (belongs == Truth.UNKNOWN) {
                missing[Missing.BASE_UNKNOWN.ordinal()]++;
                continue;
            }
            switch (taker.take(row)) {
                case COUNTED -> n++;
                case ANOTHER -> missing[Missing.ANOTHER_ANSWER.ordinal()]++;
                case UNKNOWN -> missing[blame(read, row).ordinal()]++;
            }
        }
        return new Tally(n, byReason(missing));
    }

    /// The reasons that somebody has.
    private static Map<Missing, Integer> byReason(int[] counts) {
        var missing = new EnumMap<Missing, Integer>(Missing.class);
        for (Missing reason : Missing.values()) {
            if (counts[reason.ordinal()] > 0) {
                missing.put(reason, counts[reason.ordinal()]);
            }
        }
        return missing;
    }

    /// The reason of the first column without an answer.
    private static Missing blame(List<Column> read, int row) {
        for (Column column : read) {
            if (column.status(row) != Status.ANSWERED) {
                return Missing.of(column.status(row));
            }
        }
        return Missing.NOT_COMPUTABLE;
    }
}
