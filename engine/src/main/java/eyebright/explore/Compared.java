package eyebright.explore;

import eyebright.plan.Published;
import java.util.List;

/// How others answered, as far as it may be shown.
public sealed interface Compared {

    /// Those who answered.
    ///
    /// @param whom who they are within a sentence, such as `684 therapists`
    /// @param n how many answered
    /// @param cells in the order of the bands or options
    record Counted(String whom, int n, List<Cell> cells) implements Compared {
        public Counted {
            cells = List.copyOf(cells);
        }
    }

    /// So few that nothing may be shown.
    ///
    /// @param whom who they are within a sentence, without their number
    record TooFew(String whom) implements Compared {}

    /// Not enough have taken part yet.
    ///
    /// @param enough from how many on there is something to see
    /// @param published figures that stand in; none is allowed
    record NotYet(int enough, List<Published> published) implements Compared {
        public NotYet {
            published = List.copyOf(published);
        }
    }
}
