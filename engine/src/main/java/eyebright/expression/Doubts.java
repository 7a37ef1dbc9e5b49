package eyebright.expression;

/// The rows of a block for which arithmetic with doubles might come out other than with decimals. These
/// few are worked out again, one by one, by the [Evaluator]. Used by one thread.
final class Doubts {

    private final boolean[] doubtful = new boolean[Node.BLOCK];
    private boolean any;

    void add(int row) {
        doubtful[row] = true;
        any = true;
    }

    void clear() {
        if (any) {
            java.util.Arrays.fill(doubtful, false);
            any = false;
        }
    }

    /// The first doubtful row from `from` on, or `count` if there is none before it.
    int next(int from, int count) {
        if (!any) {
            return count;
        }
        int row = from;
        while (row < count && !doubtful[row]) {
            row++;
        }
        return row;
    }
}
