package eyebright.expression;

/// Kleene's three values: a skipped answer makes a condition unknown, not false.
public enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    /// TRUE or FALSE.
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /// Unknown stays unknown.
    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /// False if either is false, else unknown if either is.
    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }

    /// True if either is true, else unknown if either is.
    public Truth or(Truth other) {
        return not().and(other.not()).not();
    }
}
