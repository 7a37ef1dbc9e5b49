package eyebright.frame;

/// Why a cell holds a value, or why it holds none.
public enum Status {
    /// The respondent answered.
    ANSWERED,
    /// The page was saved without an answer to this.
    SKIPPED,
    /// The final answers do not lead to its page.
    NOT_SHOWN,
    /// The respondent stopped before its page.
    NOT_REACHED,
    /// The table held something here that its question cannot hold.
    UNREADABLE;

    private static final Status[] ALL = values();

    /// Its ordinal, as columns keep it.
    byte code() {
        return (byte) ordinal();
    }

    /// The status of that ordinal.
    static Status of(byte ordinal) {
        return ALL[ordinal];
    }
}
