# Recomputes the findings of a study in R, from the exported table and independently of Eyebright.
#
#   Rscript recompute.R
#
# Reads beside itself data.csv and codebook.csv (the table and what its columns mean), texts.csv (words of the study
# that are compared with answers) and expected.csv (what Eyebright found). Prints one line a finding and exits 1 if one
# differs or is missing, 0 if all agree. It needs R and MASS, which comes with R. No label and no text of the study is
# part of this script.

data_file <- "data.csv"
not_published <- character()
expected_figures <- function() read_table("expected.csv")

