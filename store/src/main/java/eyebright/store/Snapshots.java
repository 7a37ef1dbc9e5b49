package eyebright.store;

/// When public pages may move to a new snapshot.
public final class Snapshots {

    /// The fewest respondents by whom two snapshots of real answers differ.
    public static final int LEAST_JOINED = 10;

    private Snapshots() {}

    /// Whether a new snapshot may be made of real answers: [#LEAST_JOINED] have joined.
    ///
    /// Removals alone never move it, or the difference of two snapshots would be the one who withdrew;
    /// they go with the next batch.
    public static boolean due(SnapshotBasis basis) {
        return basis.joined() >= LEAST_JOINED;
    }

    /// Whether a new snapshot may be made where every respondent is made up: anything has changed.
    public static boolean dueRehearsed(SnapshotBasis basis) {
        return basis.joined() > 0 || basis.removalsWait();
    }
}
