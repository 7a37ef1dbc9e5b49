CREATE TABLE note (
    number INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

PRAGMA user_version = 1;
