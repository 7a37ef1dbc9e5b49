package eyebright.study;

/// Whether parts are shown as written or drawn anew for each respondent.
public enum Order {
    AS_WRITTEN,
    RANDOM
}
