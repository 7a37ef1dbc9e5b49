-- How many came on a day, and nothing by which one of them could be known.
CREATE TABLE visitors (
    study TEXT NOT NULL,
    day TEXT NOT NULL,
    site INTEGER NOT NULL,
    survey INTEGER NOT NULL,
    PRIMARY KEY (study, day)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 1;
