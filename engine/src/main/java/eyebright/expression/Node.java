package eyebright.expression;

/// A term made ready to be worked out for a block of rows at once, into arrays that it keeps and fills
/// again for the next block. Used by one thread.
abstract sealed class Node {

    /// So many rows at once: small enough for the fast memory of a processor, and little to make for a few hundred
    /// respondents.
    static final int BLOCK = 256;

    /// Works out `count` rows.
    ///
    /// @param from the first of them
    /// @param count 1 to [#BLOCK]
    abstract void run(int from, int count);

    /// Whether the value of that row of the block is known.
    abstract boolean isKnown(int row);

    /// Whether that row of the block is counted by `count()`.
    boolean isCounted(int row) {
        return isKnown(row);
    }

    /// Truth values: a bit for "may be true" and one for "may be false", so that logic needs no branches.
    abstract static non-sealed class Logic extends Node {
        static final byte TRUE = 1;
        static final byte FALSE = 2;
        static final byte UNKNOWN = 3;

        final byte[] truths = new byte[BLOCK];

        static byte of(boolean holds) {
            return holds ? TRUE : FALSE;
        }

        @Override
        boolean isKnown(int row) {
            return truths[row] != UNKNOWN;
        }

        @Override
        boolean isCounted(int row) {
            return truths[row] == TRUE;
        }
    }

    /// Numbers. `exact` says whether the decimal is the one [Decimals] means; else it is one that rounds
    /// to the value. Where the block has [Doubts], anything may stand here.
    abstract static non-sealed class Amount extends Node {
        final double[] values = new double[BLOCK];
        final boolean[] known = new boolean[BLOCK];
        final boolean[] exact = new boolean[BLOCK];

        final void unknown(int row) {
            known[row] = false;
            values[row] = 0;
        }

        final void set(int row, double value, boolean isExact) {
            known[row] = true;
            values[row] = value;
            exact[row] = isExact;
        }

        @Override
        boolean isKnown(int row) {
            return known[row];
        }
    }

    /// Texts, by numbers that are the same for the same text in the whole expression.
    abstract static non-sealed class Text extends Node {
        static final int UNKNOWN = Series.Texts.UNKNOWN;

        final int[] numbers = new int[BLOCK];

        @Override
        boolean isKnown(int row) {
            return numbers[row] != UNKNOWN;
        }
    }
}
