package eyebright.store;

/// What has changed in the log of a study since its latest snapshot.
///
/// Who sent is not who counts: a study may count from a page on, and who is not eligible may send as well.
/// So this says when it is worth looking; whether a snapshot may be made, [Snapshots#joined] says.
///
/// @param latest its number; 0 if there is none
/// @param lastSequence where the log stood then; 0 if there is none
/// @param active respondents who have saved or sent since, also those who had begun before; counted to
///   [Snapshots#LEAST_JOINED], since it does not matter how many more there are
/// @param removals withdrawals since, of respondents who had answered something
public record SnapshotBasis(int latest, long lastSequence, int active, int removals) {

    public SnapshotBasis {
        if (latest < 0 || lastSequence < 0 || active < 0 || removals < 0) {
            throw new IllegalArgumentException(
                    "latest, lastSequence, active and removals must be 0 or more, not %d, %d, %d, %d"
                            .formatted(latest, lastSequence, active, removals));
        }
        if (active > Snapshots.LEAST_JOINED) {
            throw new IllegalArgumentException(
                    "active must be at most %d, not %d".formatted(Snapshots.LEAST_JOINED, active));
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
