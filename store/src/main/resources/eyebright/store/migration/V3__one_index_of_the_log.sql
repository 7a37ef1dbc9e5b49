-- What a respondent saved is found by the index that keeps the same save from being there twice, which begins with the respondent
-- too. The other one cost every save a page of the file, at a random place.

-- What the index held is overwritten: whoever withdraws later is not to be found in what is free.
PRAGMA secure_delete = ON;

DROP INDEX log_respondent;

PRAGMA user_version = 3;
