package eyebright.database;

/// What happens to the database once a job is committed, and before its caller hears of it.
public enum Afterwards {
    /// Nothing more.
    NOTHING,
    /// The last of what was deleted goes as well, as far as the database can: with SQLite at once unless somebody reads in
    /// the write-ahead log, with PostgreSQL within seconds, but for its write-ahead log.
    ERASE
}
