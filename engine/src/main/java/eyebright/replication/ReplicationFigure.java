package eyebright.replication;

import eyebright.stats.Estimate;
import java.util.OptionalDouble;

/// One figure of how ours and a published estimate go together, such as the prediction interval.
///
/// @param name in JSON, such as `prediction`
/// @param estimate the figure, or the reason why there is none
/// @param p the p value of the test it belongs to; empty if it belongs to none
public record ReplicationFigure(String name, Estimate estimate, OptionalDouble p) {

    /// A figure that belongs to no test.
    static ReplicationFigure of(String name, Estimate estimate) {
        return new ReplicationFigure(name, estimate, OptionalDouble.empty());
    }
}
