-- Who may sit at the desk, and what they did there. No key to answers, and none of their rows.
-- Times are seconds since 1970: those who have an account agreed to that.

CREATE TABLE researcher (
    id TEXT PRIMARY KEY NOT NULL,
    email TEXT NOT NULL UNIQUE,
    added INTEGER NOT NULL,
    -- Argon2id and the secret of the codes, hidden under a key of the key file; none until the account is set up.
    password TEXT,
    secret BLOB,
    -- The step of the latest code that was accepted.
    last_step INTEGER NOT NULL DEFAULT 0,
    CHECK ((password IS NULL) = (secret IS NULL))
) STRICT, WITHOUT ROWID;

-- A link that sets an account up. One at a time for each.
CREATE TABLE link (
    researcher TEXT PRIMARY KEY NOT NULL REFERENCES researcher (id) ON DELETE CASCADE,
    token BLOB NOT NULL UNIQUE,
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery (
    researcher TEXT NOT NULL REFERENCES researcher (id) ON DELETE CASCADE,
    code BLOB NOT NULL,
    PRIMARY KEY (researcher, code)
) STRICT, WITHOUT ROWID;

-- 'code' is after the password and before the code; it opens nothing but that question.
CREATE TABLE session (
    token BLOB PRIMARY KEY NOT NULL,
    researcher TEXT NOT NULL REFERENCES researcher (id) ON DELETE CASCADE,
    stage TEXT NOT NULL CHECK (stage IN ('code', 'open')),
    begun INTEGER NOT NULL,
    seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_researcher ON session (researcher);

-- Names are written out: the log outlives the accounts.
CREATE TABLE action (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    study TEXT NOT NULL,
    about TEXT NOT NULL
) STRICT;

CREATE TRIGGER action_stays BEFORE UPDATE ON action
BEGIN
    SELECT RAISE(ABORT, 'the log of actions is append-only');
END;

CREATE TRIGGER action_is_kept BEFORE DELETE ON action
BEGIN
    SELECT RAISE(ABORT, 'the log of actions is append-only');
END;

-- Raised with every migration: a reader that knows a lower number leaves the file alone.
PRAGMA user_version = 1;
