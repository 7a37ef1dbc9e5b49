package eyebright.replication;

import java.util.List;
import java.util.Optional;

/// Our estimate beside a published one.
///
/// @param published the id of the published figure; empty where only words were published
/// @param option the code of the option both are about; empty if it is the claim as a whole
/// @param agreement how ours stands to it
/// @param why a clause that says why so, such as `469 of 684 lies within 459 to 524`
/// @param figures what was computed, in the order in which it is shown
public record Comparison(
        Optional<String> published,
        Optional<String> option,
        Agreement agreement,
        String why,
        List<ReplicationFigure> figures) {

    public Comparison {
        figures = List.copyOf(figures);
    }

    /// A comparison that cannot be made.
    ///
    /// @param reason a clause that follows *because*
    public static Comparison none(
            Optional<String> published, Optional<String> option, String reason) {
        return new Comparison(published, option, Agreement.NOT_COMPARABLE, reason, List.of());
    }
}
