-- How rows that were published were told, so that a later version tells them as they stood: the tables of
-- migration/V2__published_rows.sql, which says what they are for.

CREATE TABLE published_rules (
    study text COLLATE "C" PRIMARY KEY,
    rules text COLLATE "C" NOT NULL,
    fewest bigint NOT NULL CHECK (fewest >= 2)
);

CREATE TABLE published_row (
    respondent text COLLATE "C" PRIMARY KEY REFERENCES respondent (id),
    batch bigint NOT NULL,
    withheld bigint NOT NULL,
    combination bigint NOT NULL,
    out bigint NOT NULL DEFAULT 0 CHECK (out IN (0, 1))
);

CREATE TABLE published_data (
    study text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL,
    PRIMARY KEY (study, hash)
);
