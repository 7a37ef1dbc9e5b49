-- What was answered. No clock time anywhere: a day where one is needed, and a sequence for the order of saves.
-- Tables keyed by a random id are WITHOUT ROWID, so that the order of rows says nothing of who came when.

CREATE TABLE counter (
    name TEXT PRIMARY KEY NOT NULL,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO counter (name, value) VALUES ('sequence', 0);

CREATE TABLE version (
    number INTEGER PRIMARY KEY,
    study TEXT NOT NULL,
    questionnaire_hash TEXT NOT NULL,
    plan_hash TEXT NOT NULL,
    sources TEXT NOT NULL,
    UNIQUE (study, questionnaire_hash, plan_hash)
) STRICT;

CREATE TABLE respondent (
    id TEXT PRIMARY KEY NOT NULL,
    study TEXT NOT NULL,
    questionnaire_hash TEXT NOT NULL,
    plan_hash TEXT NOT NULL,
    code BLOB NOT NULL,
    UNIQUE (study, code),
    FOREIGN KEY (study, questionnaire_hash, plan_hash)
        REFERENCES version (study, questionnaire_hash, plan_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE log (
    sequence INTEGER PRIMARY KEY,
    respondent TEXT NOT NULL REFERENCES respondent (id),
    kind TEXT NOT NULL CHECK (kind IN ('page', 'sent')),
    save_id TEXT NOT NULL,
    content BLOB NOT NULL,
    page TEXT NOT NULL,
    asked TEXT NOT NULL,
    answers TEXT NOT NULL,
    questionnaire_hash TEXT NOT NULL,
    plan_hash TEXT NOT NULL,
    order_shown TEXT NOT NULL,
    seconds INTEGER NOT NULL CHECK (seconds BETWEEN 0 AND 3600),
    day INTEGER NOT NULL,
    UNIQUE (respondent, save_id, content)
) STRICT;

CREATE INDEX log_respondent ON log (respondent);

CREATE TABLE tombstone (
    respondent TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;

-- One row a withdrawal of somebody who had answered something: when, as a sequence, and not who.
CREATE TABLE removal (
    sequence INTEGER PRIMARY KEY,
    study TEXT NOT NULL
) STRICT;

CREATE TABLE snapshot (
    study TEXT NOT NULL,
    number INTEGER NOT NULL,
    last_sequence INTEGER NOT NULL,
    respondents INTEGER NOT NULL,
    plan_hash TEXT NOT NULL,
    questionnaire_hash TEXT NOT NULL,
    findings TEXT NOT NULL,
    PRIMARY KEY (study, number)
) STRICT, WITHOUT ROWID;

-- Raised with every migration: a reader that knows a lower number leaves the file alone.
PRAGMA user_version = 1;
