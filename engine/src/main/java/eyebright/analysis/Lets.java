package eyebright.analysis;

import eyebright.frame.Column;
import eyebright.frame.Frame;
import eyebright.frame.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;

/// Adds the numbers a plan makes to a frame.
final class Lets {

    private Lets() {}

    /// The scored frame with a column for each number, in their order: a later one may read those before.
    static Frame added(List<Let> lets, Frame scored) {
        Frame frame = scored;
        for (Let let : lets) {
            var columns = new LinkedHashMap<String, Column>();
            columns.put(let.name(), column(let, frame));
            frame = frame.with(columns);
        }
        return frame;
    }

    private static Column.Numbers column(Let let, Frame frame) {
        var statuses = new byte[frame.size()];
        var values = new double[frame.size()];
        for (int row = 0; row < frame.size(); row++) {
            OptionalDouble value = let.value(frame.row(row));
            statuses[row] = (value.isPresent() ? Status.ANSWERED : Status.SKIPPED).code();
            values[row] = value.orElse(0);
        }
        return new Column.Numbers(statuses, values);
    }
}
