-- How rows that were published were told, so that a later version tells them as they stood.

-- By what rules: one for all versions of a study.
CREATE TABLE published_rules (
    study TEXT PRIMARY KEY NOT NULL,
    rules TEXT NOT NULL,
    fewest INTEGER NOT NULL CHECK (fewest >= 2)
) STRICT, WITHOUT ROWID;

-- Who withdraws leaves no row here. Those who go from public tables and figures with them, so that nobody can tell
-- which of the rows that went was theirs, are out = 1.
CREATE TABLE published_row (
    respondent TEXT PRIMARY KEY NOT NULL REFERENCES respondent (id),
    batch INTEGER NOT NULL,
    withheld INTEGER NOT NULL,
    combination INTEGER NOT NULL,
    out INTEGER NOT NULL DEFAULT 0 CHECK (out IN (0, 1))
) STRICT, WITHOUT ROWID;

-- The versions whose rows are among these: by the hash of their answers, which they tell. A version that is not here went
-- out of another state of the data.
CREATE TABLE published_data (
    study TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (study, hash)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
