
# ---------------------------------------------------------------- comparing
# A figure agrees if it differs by less than a millionth of itself or of the width of its interval. Looser, with why:
#   proportional_odds  where nobody gives some answer the larger model has no highest point, only a limit that both
#                      programs come near to in their own way
#   games_howell       R's ptukey is good to 1e-9, so that smaller differences of p say nothing
#   omega_total        its error is that of differences of a fitted model, whose steps differ
#   bound              its p follows from an interval, that of omega too
tolerance_of <- function(name) {
  if (name == "proportional_odds") return(1e-4)
  if (startsWith(name, "omega_total")) return(1e-5)
  if (name == "bound") return(1e-3)
  1e-6
}
number_of <- function(cell) suppressWarnings(as.numeric(cell))
close_to <- function(ours, theirs, size, tolerance) {
  if (is.na(ours) || is.na(theirs)) return(is.na(ours) && is.na(theirs))
  if (is.infinite(ours) || is.infinite(theirs)) return(ours == theirs)
  abs(ours - theirs) <= tolerance * size
}
# Small p values are compared by their digits, however small.
close_p <- function(ours, theirs, tolerance) {
  close_to(ours, theirs, max(theirs, 1e-300, na.rm = TRUE) * (1 + abs(log(max(theirs, 1e-300, na.rm = TRUE)))), tolerance)
}

differences_of <- function(row, ours, adjusted) {
  name <- row$name
  tolerance <- tolerance_of(name)
  expected <- vapply(c("value", "low", "high", "level", "p", "adjusted_p", "df1", "df2"), function(key) number_of(row[[key]]), 0)
  size <- max(abs(expected[["value"]]), expected[["high"]] - expected[["low"]], if (row$kind == "test") 1 else if (row$kind == "bayes") 0 else 1e-6, na.rm = TRUE)
  differing <- character()
  for (key in c("value", "low", "high", "level", "df1", "df2")) {
    scale <- if (key %in% c("level", "df1", "df2")) max(1, abs(expected[[key]]), na.rm = TRUE) else size
    if (!close_to(ours[[key]], expected[[key]], scale, tolerance)) {
      differing <- c(differing, sprintf("%s %s is %.10g here, %.10g there", name, key, ours[[key]], expected[[key]]))
    }
  }
  for (key in c("p", "adjusted_p")) {
    mine <- if (key == "p") ours$p else adjusted
    least <- if (startsWith(name, "games_howell") && !is.na(mine) && !is.na(expected[[key]])) 1e-9 else 0
    if (least > 0 && abs(mine - expected[[key]]) <= least) next
    if (!close_p(mine, expected[[key]], tolerance)) {
      differing <- c(differing, sprintf("%s %s is %.10g here, %.10g there", name, key, mine, expected[[key]]))
    }
  }
  differing
}

report <- function() {
  expected <- expected_figures()
  adjusted <- do.call(rbind, decided)
  agreeing <- 0
  differing <- 0
  compared <- 0
  for (id in unique(expected$finding)) {
    rows <- expected[expected$finding == id, , drop = FALSE]
    ours <- found[[id]]
    left <- Filter(function(each) each$finding == id, left_out)
    names_left <- vapply(left, function(each) if (is.na(each$name)) "" else each$name, "")
    if ("" %in% names_left) next
    faults <- character()
    for (i in seq_len(nrow(rows))) {
      row <- rows[i, ]
      if (row$name %in% names_left) next
      mine <- ours[ours$kind == row$kind & ours$name == row$name, , drop = FALSE]
      if (is.null(ours) || nrow(mine) == 0) {
        # What neither program can estimate is no difference.
        if (row$kind != "estimate" || row$value != "") faults <- c(faults, paste(row$kind, row$name, "is missing here"))
        next
      }
      holm <- adjusted$adjusted[adjusted$finding == id & adjusted$name == row$name]
      faults <- c(faults, differences_of(row, mine[1, ], if (row$kind == "test" && length(holm) == 1) holm else NA))
      compared <- compared + 1
    }
    for (i in seq_len(NROW(ours))) {
      there <- rows$kind == ours$kind[i] & rows$name == ours$name[i]
      unsure <- ours$name[i] == "proportional_odds" && id %in% without_top
      if (!any(there) && !is.na(ours$value[i]) && !unsure) faults <- c(faults, paste(ours$kind[i], ours$name[i], "is missing there"))
    }
    if (length(faults) == 0) {
      agreeing <- agreeing + 1
      cat(id, ": agrees\n", sep = "")
    } else {
      differing <- differing + 1
      cat(id, ": differs: ", paste(faults, collapse = "; "), "\n", sep = "")
    }
  }
  for (id in setdiff(names(found), expected$finding)) {
    differing <- differing + 1
    cat(id, ": is missing there\n", sep = "")
  }
  if (length(left_out) > 0) cat("\nNot recomputed:\n")
  for (each in left_out) cat("  ", each$finding, if (!is.na(each$name)) paste0(" ", each$name), ": ", each$reason, "\n", sep = "")
  cat("\n", agreeing, " findings agree, ", differing, " differ, ", length(left_out), " not recomputed; ", compared, " figures compared\n", sep = "")
  quit(save = "no", status = if (differing > 0) 1 else 0)
}
