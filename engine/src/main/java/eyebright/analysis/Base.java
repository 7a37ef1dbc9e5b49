package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.expression.Truth;
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
        Optional<Condition> condition = among.map(each -> Condition.of(each, frame));
        List<Column> read = columns.stream().map(frame::column).toList();
        var missing = new EnumMap<Missing, Integer>(Missing.class);
        int n = 0;
        for (int row = 0; row < frame.size(); row++) {
            Truth within = Truth.TRUE;
            if (condition.isPresent()) {
                within = condition.get().truth(row);
            }
            if (within == Truth.FALSE) {
                continue;
            }
            if (within == Truth.UNKNOWN) {
                missing.merge(Missing.BASE_UNKNOWN, 1, Integer::sum);
                continue;
            }
            switch (taker.take(row)) {
                case COUNTED -> n++;
                case ANOTHER -> missing.merge(Missing.ANOTHER_ANSWER, 1, Integer::sum);
                case UNKNOWN -> missing.merge(blame(read, row), 1, Integer::sum);
            }
        }
        return new Tally(n, missing);
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
