-- What was answered. No clock time anywhere: a day where one is needed, and a sequence for the order of saves.
-- The tables of migration/V1__answers.sql. Text is compared byte by byte, as SQLite does it.

CREATE TABLE counter (
    name text COLLATE "C" PRIMARY KEY,
    value bigint NOT NULL
);

INSERT INTO counter (name, value) VALUES ('sequence', 0);

CREATE TABLE version (
    number bigint PRIMARY KEY,
    study text COLLATE "C" NOT NULL,
    questionnaire_hash text COLLATE "C" NOT NULL,
    plan_hash text COLLATE "C" NOT NULL,
    sources text COLLATE "C" NOT NULL,
    UNIQUE (study, questionnaire_hash, plan_hash)
);

CREATE TABLE respondent (
    id text COLLATE "C" PRIMARY KEY,
    study text COLLATE "C" NOT NULL,
    questionnaire_hash text COLLATE "C" NOT NULL,
    plan_hash text COLLATE "C" NOT NULL,
    code bytea NOT NULL,
    UNIQUE (study, code),
    FOREIGN KEY (study, questionnaire_hash, plan_hash)
        REFERENCES version (study, questionnaire_hash, plan_hash)
);

CREATE TABLE log (
    sequence bigint PRIMARY KEY,
    respondent text COLLATE "C" NOT NULL REFERENCES respondent (id),
    kind text COLLATE "C" NOT NULL CHECK (kind IN ('page', 'sent')),
    save_id text COLLATE "C" NOT NULL,
    content bytea NOT NULL,
    page text COLLATE "C" NOT NULL,
    asked text COLLATE "C" NOT NULL,
    answers text COLLATE "C" NOT NULL,
    questionnaire_hash text COLLATE "C" NOT NULL,
    plan_hash text COLLATE "C" NOT NULL,
    order_shown text COLLATE "C" NOT NULL,
    seconds bigint NOT NULL CHECK (seconds BETWEEN 0 AND 3600),
    day bigint NOT NULL,
    UNIQUE (respondent, save_id, content)
);

CREATE INDEX log_respondent ON log (respondent);

CREATE TABLE tombstone (
    respondent text COLLATE "C" PRIMARY KEY
);

-- One row a withdrawal of somebody who had answered something: when, as a sequence, and not who.
CREATE TABLE removal (
    sequence bigint PRIMARY KEY,
    study text COLLATE "C" NOT NULL
);

CREATE TABLE snapshot (
    study text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    last_sequence bigint NOT NULL,
    respondents bigint NOT NULL,
    plan_hash text COLLATE "C" NOT NULL,
    questionnaire_hash text COLLATE "C" NOT NULL,
    findings text COLLATE "C" NOT NULL,
    PRIMARY KEY (study, number)
);

-- Numbers go on from the highest, as SQLite's do, so that rows that come from a backup need no more than their numbers.
-- Writers exclude each other, so no two take the same.
CREATE FUNCTION next_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('SELECT coalesce(max(number), 0) + 1 FROM %I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO NEW.number;
    RETURN NEW;
END
$$;

CREATE TRIGGER version_number BEFORE INSERT ON version
    FOR EACH ROW WHEN (NEW.number IS NULL) EXECUTE FUNCTION next_number();

-- A signature under the key of respondents' codes, by which a server with another key is known and refused.
CREATE TABLE key_check (
    signature bytea PRIMARY KEY
);
