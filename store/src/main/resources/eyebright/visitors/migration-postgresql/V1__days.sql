-- How many came on a day, and nothing by which one of them could be known.
-- The table of migration/V1__days.sql.
CREATE TABLE visitors (
    study text COLLATE "C" NOT NULL,
    day text COLLATE "C" NOT NULL,
    site bigint NOT NULL,
    survey bigint NOT NULL,
    PRIMARY KEY (study, day)
);
