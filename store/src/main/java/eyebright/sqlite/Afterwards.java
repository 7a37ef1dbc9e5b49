package eyebright.sqlite;

/// What happens to the files once a job is committed, and before its caller hears of it.
public enum Afterwards {
    /// Nothing more.
    NOTHING,
    /// What was deleted leaves the write-ahead log as well, at once unless somebody reads in it.
    EMPTY_LOG
}
