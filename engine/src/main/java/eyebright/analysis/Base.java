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
import java.util.Objects;
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
        Map<Missing, Count> missing = new EnumMap<>(Missing.class);
        for (Missing reason : Missing.values()) {
            missing.put(reason, new Count());
        }
        int n = 0;
        for (int row = 0; row < frame.size(); row++) {
            Truth belongs = within.isPresent() ? within.get().truth(row) : Truth.TRUE;
            if (belongs == Truth.FALSE) {
                continue;
            }
            if (belongs == Truth.UNKNOWN) {
                add(missing, Missing.BASE_UNKNOWN);
                continue;
            }
            switch (taker.take(row)) {
                case COUNTED -> n++;
                case ANOTHER -> add(missing, Missing.ANOTHER_ANSWER);
                case UNKNOWN -> add(missing, blame(read, row));
            }
        }
        return new Tally(n, byReason(missing));
    }

    private static void add(Map<Missing, Count> missing, Missing reason) {
        Objects.requireNonNull(missing.get(reason)).rows++;
    }

    /// The reasons that somebody has.
    private static Map<Missing, Integer> byReason(Map<Missing, Count> counts) {
        var missing = new EnumMap<Missing, Integer>(Missing.class);
        counts.forEach(
                (reason, count) -> {
                    if (count.rows > 0) {
                        missing.put(reason, count.rows);
                    }
                });
        return missing;
    }

    /// A count that grows without making an object for each row.
    private static final class Count {
        private int rows;
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
