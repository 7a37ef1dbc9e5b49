package eyebright.frame;

/// What columns of every kind have: a status per cell.
abstract class Cells {

    final byte[] statuses;

    /// @param statuses ordinals of [Status], one a row
    Cells(byte[] statuses) {
        this.statuses = statuses.clone();
    }

    /// How many cells, those without an answer included.
    public int size() {
        return statuses.length;
    }

    /// Why the cell of that row holds a value or none.
    public Status status(int row) {
        return Status.of(statuses[row]);
    }

    /// The statuses of those rows.
    final byte[] statuses(int[] rows) {
        byte[] taken = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = statuses[rows[i]];
        }
        return taken;
    }
}
