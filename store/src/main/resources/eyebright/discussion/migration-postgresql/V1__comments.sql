-- What people say about an article or a finding. Nothing here names a respondent; no clock time anywhere, a day alone.
-- The tables of migration/V1__comments.sql.

CREATE TABLE comment (
    number bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    study text COLLATE "C" NOT NULL,
    about text COLLATE "C" NOT NULL,
    thread text COLLATE "C" REFERENCES comment (id),
    name text COLLATE "C" NOT NULL,
    role text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL,
    day bigint NOT NULL,
    by_researcher bigint NOT NULL CHECK (by_researcher IN (0, 1)),
    state text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'published', 'refused', 'removed by its author', 'removed')),
    reason text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    reports bigint NOT NULL,
    own bytea UNIQUE
);

CREATE INDEX comment_place ON comment (study, about);
CREATE INDEX comment_thread ON comment (thread);

-- Apart, so that no list of comments reads it by chance.
CREATE TABLE address (
    comment text COLLATE "C" PRIMARY KEY REFERENCES comment (id),
    email text COLLATE "C" NOT NULL
);

-- What was done with comments, also with those that are gone: so no reference.
CREATE TABLE action (
    number bigint PRIMARY KEY,
    study text COLLATE "C" NOT NULL,
    comment text COLLATE "C" NOT NULL,
    day bigint NOT NULL,
    who text COLLATE "C" NOT NULL,
    deed text COLLATE "C" NOT NULL,
    note text COLLATE "C" NOT NULL
);

CREATE INDEX action_study ON action (study);

-- Numbers go on from the highest, as SQLite's do, so that rows that come from a backup need no more than their numbers.
-- Writers exclude each other, so no two take the same.
CREATE FUNCTION next_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('SELECT coalesce(max(number), 0) + 1 FROM %I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO NEW.number;
    RETURN NEW;
END
$$;

CREATE TRIGGER comment_number BEFORE INSERT ON comment
    FOR EACH ROW WHEN (NEW.number IS NULL) EXECUTE FUNCTION next_number();

CREATE TRIGGER action_number BEFORE INSERT ON action
    FOR EACH ROW WHEN (NEW.number IS NULL) EXECUTE FUNCTION next_number();
