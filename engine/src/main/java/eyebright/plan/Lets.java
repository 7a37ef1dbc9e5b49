package eyebright.plan;

import eyebright.expression.Rows;
import eyebright.expression.Scope;
import eyebright.expression.Series;
import eyebright.frame.Column;
import eyebright.frame.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Adds the numbers a plan makes to a frame.
public final class Lets {

    private Lets() {}

    /// The scored frame with a column for each number, in their order: a later one may read those before.
    public static Frame added(List<Let> lets, Frame scored) {
        var made = new LinkedHashMap<String, Column>();
        for (Let let : lets) {
            made.put(let.name(), let.column(new Growing(scored, made)));
        }
        return scored.with(made);
    }

    /// Those numbers that are read, by others that are read or by somebody else, in their order.
    ///
    /// @param reads names of variables, scales and numbers that somebody reads; those of what these numbers read are
    ///   added to them
    public static List<Let> read(List<Let> lets, Set<String> reads) {
        var read = new ArrayList<Let>();
        // A number reads those before it only.
        for (Let let : lets.reversed()) {
            if (reads.contains(let.name())) {
                read.addFirst(let);
                reads.addAll(let.reads());
            }
        }
        return read;
    }

    /// A frame with the numbers so far. Used by one thread.
    private record Growing(Frame frame, Map<String, Column> made) implements Rows {

        @Override
        public int size() {
            return frame.size();
        }

        @Override
        public Series series(String variable) {
            return holder(variable).series(variable);
        }

        @Override
        public Scope row(int row) {
            return variable -> holder(variable).row(row).value(variable);
        }

        /// The frame itself, unless it is a number made before.
        private Frame holder(String variable) {
            Column column = made.get(variable);
            return column == null
                    ? frame
                    : new Frame(
                            frame.respondents(),
                            Map.of(variable, column),
                            frame.excluded(),
                            frame.origin());
        }
    }
}
