package eyebright.analysis;

import eyebright.expression.Expression;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The respondents a claim is about, and the columns it reads of them.
///
/// @param among true for whom it is about; where it is unknown, the respondent is missing
/// @param columns the columns the analysis reads, in the order in which a gap is blamed on them
record Base(Optional<Expression> among, List<String> columns) {

    /// Of an analysis that reads nothing.
    static final Base NOBODY = new Base(Optional.empty(), List.of());

    Base {
        columns = List.copyOf(columns);
    }

    /// The names of all that is read of a frame.
    Set<String> reads() {
        var reads = new LinkedHashSet<>(columns);
        among.ifPresent(condition -> reads.addAll(condition.variables()));
        return reads;
    }

    /// The rows of the base, of which those who cannot count are still to be taken away.
    Counted in(Frame frame) {
        var read = new ArrayList<Column>(columns.size());
        for (String column : columns) {
            read.add(frame.column(column));
        }
        return Counted.of(frame.size(), among.map(frame::truths), read);
    }
}
