-- Who may sit at the desk, and what they did there. No key to answers, and none of their rows.
-- Times are seconds since 1970: those who have an account agreed to that.
-- The tables of migration/V1__desk.sql.

CREATE TABLE researcher (
    id text COLLATE "C" PRIMARY KEY,
    email text COLLATE "C" NOT NULL UNIQUE,
    added bigint NOT NULL,
    -- Argon2id and the secret of the codes, hidden under a key of the key file; none until the account is set up.
    password text COLLATE "C",
    secret bytea,
    -- The step of the latest code that was accepted.
    last_step bigint NOT NULL DEFAULT 0,
    CHECK ((password IS NULL) = (secret IS NULL))
);

-- A link that sets an account up. One at a time for each.
CREATE TABLE link (
    researcher text COLLATE "C" PRIMARY KEY REFERENCES researcher (id) ON DELETE CASCADE,
    token bytea NOT NULL UNIQUE,
    until bigint NOT NULL
);

CREATE TABLE recovery (
    researcher text COLLATE "C" NOT NULL REFERENCES researcher (id) ON DELETE CASCADE,
    code bytea NOT NULL,
    PRIMARY KEY (researcher, code)
);

-- 'code' is after the password and before the code; it opens nothing but that question.
CREATE TABLE session (
    token bytea PRIMARY KEY,
    researcher text COLLATE "C" NOT NULL REFERENCES researcher (id) ON DELETE CASCADE,
    stage text COLLATE "C" NOT NULL CHECK (stage IN ('code', 'open')),
    begun bigint NOT NULL,
    seen bigint NOT NULL
);

CREATE INDEX session_researcher ON session (researcher);

-- Names are written out: the log outlives the accounts.
CREATE TABLE action (
    number bigint PRIMARY KEY,
    at bigint NOT NULL,
    who text COLLATE "C" NOT NULL,
    what text COLLATE "C" NOT NULL,
    study text COLLATE "C" NOT NULL,
    about text COLLATE "C" NOT NULL
);

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the log of actions is append-only';
END
$$;

CREATE TRIGGER action_stays BEFORE UPDATE OR DELETE ON action
    FOR EACH ROW EXECUTE FUNCTION append_only();

-- Numbers go on from the highest, as SQLite's do, so that rows that come from a backup need no more than their numbers.
-- Writers exclude each other, so no two take the same.
CREATE FUNCTION next_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('SELECT coalesce(max(number), 0) + 1 FROM %I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO NEW.number;
    RETURN NEW;
END
$$;

CREATE TRIGGER action_number BEFORE INSERT ON action
    FOR EACH ROW WHEN (NEW.number IS NULL) EXECUTE FUNCTION next_number();
