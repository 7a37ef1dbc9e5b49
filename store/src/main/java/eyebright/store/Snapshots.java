package eyebright.store;

import java.util.Collection;
import java.util.HashSet;

/// When public pages may move to a new snapshot.
public final class Snapshots {

    /// The fewest respondents who are in a snapshot of real answers and were not in the one before.
    public static final int LEAST_JOINED = 10;

    private Snapshots() {}

    /// Whether a new snapshot of real answers is worth trying: [#LEAST_JOINED] have saved something since
    /// the latest. Cheap; fewer cannot have joined.
    ///
    /// Removals alone never move it, or the difference of two snapshots would be the one who withdrew;
    /// they go with the next batch.
    public static boolean worthTrying(SnapshotBasis basis) {
        return basis.active() >= LEAST_JOINED;
    }

    /// How many count now who did not count in the latest snapshot. A new one may be made of real answers
    /// if these are [#LEAST_JOINED] or more; else the difference of the two would be a few people.
    ///
    /// @param before ids of those who counted when the latest was made: none if there is none
    /// @param now ids of those who count now
    public static int joined(Collection<String> before, Collection<String> now) {
        var joined = new HashSet<>(now);
        joined.removeAll(new HashSet<>(before));
        return joined.size();
    }
}
