package eyebright.frame;

/// Why a cell holds a value, or why it holds none.
public enum Status {
    /// The respondent answered.
    ANSWERED(0),
    /// The page was saved without an answer to this.
    SKIPPED(1),
    /// The final answers do not lead to its page.
    NOT_SHOWN(2),
    /// The respondent stopped before its page.
    NOT_REACHED(3),
    /// The table held something here that its question cannot hold.
    UNREADABLE(4),
    /// There was an answer or none, and a table that is published must not tell.
    WITHHELD(5);

    private static final Status[] ALL = values();

    private final byte code;

    Status(int code) {
        this.code = (byte) code;
    }

    /// The number by which columns keep it: its place in this list, from 0.
    public byte code() {
        return code;
    }

    /// The status of that number.
    static Status of(byte code) {
        return ALL[code];
    }
}
