
# ---------------------------------------------------------------- a line a number
# A text of the study on one line, without what a terminal would obey.
one_line <- function(text) gsub("[[:cntrl:]]", " ", without_apostrophe(text))
shown <- function(x) sprintf("%.6g", x)
in_words <- function(ours) {
  words <- if (!is.na(ours$value)) shown(ours$value) else if (ours$kind == "test") "" else "cannot be estimated"
  if (!is.na(ours$low) || !is.na(ours$high)) words <- paste0(words, "  [", shown(ours$low), ", ", shown(ours$high), "]")
  if (!is.na(ours$p)) words <- paste0(words, "  p = ", shown(ours$p))
  trimws(words)
}

report_numbers <- function() {
  expected <- expected_figures()
  claims <- read_table("claims.csv")
  adjusted <- do.call(rbind, decided)
  counts <- c(PASS = 0, FAIL = 0, "NOT RECOMPUTED" = 0)
  say <- function(result, kind, name, words) {
    counts[[result]] <<- counts[[result]] + 1
    cat(result, "  ", if (kind == "respondents") "respondents" else name, "  ", words, "\n", sep = "")
  }
  for (id in union(unique(expected$finding), names(found))) {
    asks <- claims$question[claims$claim == id]
    cat("\n", id, if (length(asks) == 1) paste0(": ", one_line(asks)), "\n", sep = "")
    rows <- expected[expected$finding == id, , drop = FALSE]
    ours <- found[[id]]
    for (i in seq_len(nrow(rows))) {
      row <- rows[i, ]
      reasons <- vapply(Filter(function(each) each$finding == id && (is.na(each$name) || each$name == row$name), left_out),
                        function(each) each$reason, "")
      if (length(reasons) > 0) {
        say("NOT RECOMPUTED", row$kind, row$name, one_line(reasons[1]))
        next
      }
      mine <- ours[ours$kind == row$kind & ours$name == row$name, , drop = FALSE]
      if (is.null(ours) || nrow(mine) == 0) {
        # What neither program can estimate is no difference.
        if (row$kind == "estimate" && row$value == "") say("PASS", row$kind, row$name, "cannot be estimated")
        else say("FAIL", row$kind, row$name, paste("there is no such number here; expected", row$value))
        next
      }
      holm <- adjusted$adjusted[adjusted$finding == id & adjusted$name == row$name]
      faults <- differences_of(row, mine[1, ], if (row$kind == "test" && length(holm) == 1) holm else NA)
      if (length(faults) == 0) say("PASS", row$kind, row$name, in_words(mine[1, ]))
      else say("FAIL", row$kind, row$name, paste(faults, collapse = "; "))
    }
    for (i in seq_len(NROW(ours))) {
      there <- rows$kind == ours$kind[i] & rows$name == ours$name[i]
      unsure <- ours$name[i] == "proportional_odds" && id %in% without_top
      if (!any(there) && !is.na(ours$value[i]) && !unsure) say("FAIL", ours$kind[i], ours$name[i], "is not among the expected numbers")
    }
  }
  rest <- Filter(function(each) !(each$finding %in% expected$finding), left_out)
  for (each in rest) {
    cat("\n", each$finding, "\n", sep = "")
    say("NOT RECOMPUTED", "", if (is.na(each$name)) "all of it" else each$name, one_line(each$reason))
  }
  cat("\n", counts[["PASS"]], " passed, ", counts[["FAIL"]], " failed, ", counts[["NOT RECOMPUTED"]], " not recomputed\n", sep = "")
  quit(save = "no", status = if (counts[["FAIL"]] > 0) 1 else 0)
}
