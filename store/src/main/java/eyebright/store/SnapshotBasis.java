package eyebright.store;

/// What has changed since the latest snapshot of a study.
///
/// @param latest its number; 0 if there is none
/// @param joined respondents who have sent since
/// @param removals withdrawals since, of respondents who had answered something
public record SnapshotBasis(int latest, int joined, int removals) {

    public SnapshotBasis {
        if (latest < 0 || joined < 0 || removals < 0) {
            throw new IllegalArgumentException(
                    "latest, joined and removals must be 0 or more, not %d, %d, %d"
                            .formatted(latest, joined, removals));
        }
    }

    /// The number of the snapshot to be made.
    public int next() {
        return latest + 1;
    }

    /// Whether somebody's answers are in the latest snapshot who has withdrawn since.
    public boolean removalsWait() {
        return latest > 0 && removals > 0;
    }
}
