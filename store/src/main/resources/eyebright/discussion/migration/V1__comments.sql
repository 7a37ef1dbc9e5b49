-- What people say about an article or a finding. Nothing here names a respondent; no clock time anywhere, a day alone.

CREATE TABLE comment (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    study TEXT NOT NULL,
    about TEXT NOT NULL,
    thread TEXT REFERENCES comment (id),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    text TEXT NOT NULL,
    day INTEGER NOT NULL,
    by_researcher INTEGER NOT NULL CHECK (by_researcher IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'published', 'refused', 'removed by its author', 'removed')),
    reason TEXT NOT NULL,
    revision INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    own BLOB UNIQUE
) STRICT;

CREATE INDEX comment_place ON comment (study, about);
CREATE INDEX comment_thread ON comment (thread);

-- Apart, so that no list of comments reads it by chance.
CREATE TABLE address (
    comment TEXT PRIMARY KEY NOT NULL REFERENCES comment (id),
    email TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was done with comments, also with those that are gone: so no reference.
CREATE TABLE action (
    number INTEGER PRIMARY KEY,
    study TEXT NOT NULL,
    comment TEXT NOT NULL,
    day INTEGER NOT NULL,
    who TEXT NOT NULL,
    deed TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE INDEX action_study ON action (study);

PRAGMA user_version = 1;
