package eyebright.expression;

/// Whether a condition holds, for each of many rows. Immutable.
public final class Truths {

    /// By the bits of a [Node.Logic]; none has no bit.
    private static final Truth[] BY_CODE = {Truth.UNKNOWN, Truth.TRUE, Truth.FALSE, Truth.UNKNOWN};

    private final byte[] codes;

    private Truths(byte[] codes) {
        this.codes = codes;
    }

    static Truths of(Term term, Rows rows) {
        byte[] codes = new byte[rows.size()];
        var compiler = new Compiler(rows);
        Node.Logic node = compiler.logic(term);
        for (int from = 0; from < codes.length; from += Node.BLOCK) {
            int count = Math.min(Node.BLOCK, codes.length - from);
            compiler.doubts().clear();
            node.run(from, count);
            System.arraycopy(node.truths, 0, codes, from, count);
            for (int i = compiler.doubts().next(0, count);
                    i < count;
                    i = compiler.doubts().next(i + 1, count)) {
                codes[from + i] = code(new Evaluator(rows.row(from + i)).truth(term));
            }
        }
        return new Truths(codes);
    }

    static byte code(Truth truth) {
        return switch (truth) {
            case TRUE -> Node.Logic.TRUE;
            case FALSE -> Node.Logic.FALSE;
            case UNKNOWN -> Node.Logic.UNKNOWN;
        };
    }

    /// How many rows.
    public int size() {
        return codes.length;
    }

    /// Whether it holds in that row.
    public Truth truth(int row) {
        return BY_CODE[codes[row]];
    }

    /// Whether it is known of that row.
    public boolean isKnown(int row) {
        return codes[row] != Node.Logic.UNKNOWN;
    }

    /// Whether it holds in those rows, in that order.
    ///
    /// @throws IllegalStateException if it is not known of one of them
    public boolean[] holds(int[] rows) {
        boolean[] holds = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (!isKnown(rows[i])) {
                throw new IllegalStateException(
                        "whether it holds in row %d is not known".formatted(rows[i]));
            }
            holds[i] = codes[rows[i]] == Node.Logic.TRUE;
        }
        return holds;
    }
}
