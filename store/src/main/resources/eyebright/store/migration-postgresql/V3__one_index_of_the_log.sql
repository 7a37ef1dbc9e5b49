-- What a respondent saved is found by the index that keeps the same save from being there twice, which begins with the respondent too.

DROP INDEX log_respondent;
