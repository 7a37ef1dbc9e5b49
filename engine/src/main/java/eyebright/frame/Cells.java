package eyebright.frame;

import eyebright.expression.Series;

/// What columns of every kind have: a status per cell.
abstract class Cells {

    private static final byte ANSWERED = Status.ANSWERED.code();

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

    /// Whether the cell of that row holds a value.
    public final boolean isAnswered(int row) {
        return statuses[row] == ANSWERED;
    }

    /// The values as expressions read them.
    abstract Series series();

    /// The statuses of those rows.
    final byte[] statuses(int[] rows) {
        byte[] taken = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            taken[i] = statuses[rows[i]];
        }
        return taken;
    }
}
