# Computes every number of the findings again from the table of answers, and says of each whether it comes out the same.
#
#   Rscript analysis.R
#
# It prints a line a number: PASS where R comes to the number that is written at the end of this script, FAIL where it
# does not, NOT RECOMPUTED with the reason where it cannot. The last line counts them; the exit code is 1 if one failed.
#
# How to read it, from top to bottom:
#   the table              reads the answers; what is missing becomes NA
#   expressions            conditions with unknown answers, as R has them
#   scales, flags, numbers what is made of several answers
#   shares, means, models  one function for each kind of analysis, in base R as far as base R has it
#   the plan               what this study asked: one call for each finding, in the order of its plan
#   expected               the numbers that were published
#
# It needs R 4 and the package MASS, which comes with R. It reads beside itself the table of answers, codebook.csv (what
# the columns mean), claims.csv (what each finding asks) and texts.csv (words that answers are compared with). No label
# and no text of the study is part of this script.

