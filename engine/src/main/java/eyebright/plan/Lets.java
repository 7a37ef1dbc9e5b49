package eyebright.plan;

import eyebright.frame.Frame;
import java.util.List;
import java.util.Map;

/// Adds the numbers a plan makes to a frame.
public final class Lets {

    private Lets() {}

    /// The scored frame with a column for each number, in their order: a later one may read those before.
    public static Frame added(List<Let> lets, Frame scored) {
        Frame frame = scored;
        for (Let let : lets) {
            frame = frame.with(Map.of(let.name(), let.column(frame)));
        }
        return frame;
    }
}
