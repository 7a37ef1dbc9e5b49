package eyebright.store;

/// The number of a snapshot is not the one after the latest: another process has kept one meanwhile.
public final class SnapshotTakenException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    SnapshotTakenException(Snapshot snapshot, int next) {
        super(
                "number of the next snapshot of %s must be %d, not %d"
                        .formatted(snapshot.study(), next, snapshot.number()));
    }
}
