options(warn = 1, digits = 15, stringsAsFactors = FALSE)
here <- dirname(sub("^--file=", "", c(grep("^--file=", commandArgs(FALSE), value = TRUE), "--file=./here")[1]))

read_table <- function(name) {
  read.csv(file.path(here, name), colClasses = "character", na.strings = character(), check.names = FALSE,
           quote = "\"", comment.char = "", fill = FALSE, encoding = "UTF-8")
}

# ---------------------------------------------------------------- the table
texts <- read_table("texts.csv")$text
text <- function(i) texts[i]

codebook <- read_table("codebook.csv")
statuses <- c("", "NA", codebook$code[codebook$variable == "*"])
kinds <- codebook$kind[!duplicated(codebook$variable)]
names(kinds) <- codebook$variable[!duplicated(codebook$variable)]

table_of_answers <- read_table(data_file)
if ("excluded" %in% names(table_of_answers)) {
  table_of_answers <- table_of_answers[table_of_answers$excluded == "", , drop = FALSE]
}
respondents <- nrow(table_of_answers)

# A text that could be taken for a formula or for nothing has an apostrophe before it.
without_apostrophe <- function(x) {
  rest <- substring(x, 2)
  marked <- substring(x, 1, 1) == "'" & (rest %in% statuses | substring(rest, 1, 1) %in% c("=", "+", "-", "@", "\t", "\r", "\n", "'"))
  ifelse(marked, rest, x)
}

columns <- lapply(names(table_of_answers), function(name) {
  cells <- table_of_answers[[name]]
  cells[cells %in% statuses] <- NA
  switch(if (name %in% names(kinds)) kinds[[name]] else "none",
         "number" = as.numeric(cells), "several of" = cells == "1", "words" = without_apostrophe(cells), cells)
})
names(columns) <- names(table_of_answers)

# Columns that this script does not make, with what is made of them.
not_made <- character()
careless <- function() not_made <<- c(not_made, "flags")

# The answers to a question, or a number that was made of some; NA where there is none. Of a question with several
# options: whether it was answered. What is not published is NA for everybody.
v <- function(name) {
  if (name %in% not_made) stop(structure(class = c("not_recomputed", "error", "condition"), list(message = name, call = NULL)))
  if (!is.null(columns[[name]])) return(columns[[name]])
  options <- names(columns)[startsWith(names(columns), paste0(name, "."))]
  if (length(options) == 0 && name %in% not_published) return(rep(NA, respondents))
  if (length(options) == 0) stop("there is no column ", name)
  ifelse(is.na(columns[[options[1]]]), NA, TRUE)
}

# ---------------------------------------------------------------- expressions
# Conditions are TRUE, FALSE or NA as in R, where NA & FALSE is FALSE and NA | TRUE is TRUE. Eyebright computes with
# decimals: numbers that differ by rounding only are equal.
whole <- function(x) rep_len(x, respondents)
order_of <- function(a, b) {
  difference <- a - b
  ifelse(abs(difference) <= 1e-12 * pmax(abs(a), abs(b)), 0, sign(difference))
}
same <- function(a, b) if (is.character(a) || is.character(b)) a == b else order_of(a, b) == 0
below <- function(a, b) order_of(a, b) < 0
above <- function(a, b) order_of(a, b) > 0
one_of <- function(x, ...) Reduce(`|`, lapply(list(...), function(each) same(x, each)))
over <- function(a, b) a / ifelse(b == 0, NA, b)
known <- function(x) !is.na(x)
counted <- function(least, ...) {
  parts <- list(...)
  there <- Reduce(`+`, lapply(parts, function(x) whole(as.numeric(!is.na(x)))))
  is <- Reduce(`+`, lapply(parts, function(x) whole(as.numeric(if (is.logical(x)) x %in% TRUE else !is.na(x)))))
  ifelse(there >= least, is, NA)
}
sum_of <- function(least, ...) {
  parts <- lapply(list(...), whole)
  there <- Reduce(`+`, lapply(parts, function(x) as.numeric(!is.na(x))))
  ifelse(there >= max(1, least), Reduce(`+`, lapply(parts, function(x) ifelse(is.na(x), 0, x))), NA)
}
mean_of <- function(least, ...) {
  parts <- lapply(list(...), whole)
  there <- Reduce(`+`, lapply(parts, function(x) as.numeric(!is.na(x))))
  sum_of(least, ...) / there
}

# ---------------------------------------------------------------- scales, flags, numbers
turned <- function(item, reversed, ends) if (item %in% reversed) ends - v(item) else v(item)

score <- function(name, items, reversed, ends, least, kind) {
  answers <- vapply(items, turned, numeric(respondents), reversed = reversed, ends = ends)
  answers <- matrix(answers, nrow = respondents)
  number <- rowMeans(answers, na.rm = TRUE) * (if (kind == "sum") length(items) else 1)
  number[rowSums(!is.na(answers)) < least] <- NA
  columns[[name]] <<- number
}

flag <- function(condition) {
  before <- columns[["flags"]]
  columns[["flags"]] <<- (if (is.null(before)) numeric(respondents) else before) + (whole(condition) %in% TRUE)
}

# The first case that holds decides; where it is not known whether one holds, neither is the number.
let <- function(name, ...) {
  cases <- tryCatch(list(...), not_recomputed = function(none) NULL)
  if (is.null(cases)) {
    not_made <<- c(not_made, name)
    return(invisible())
  }
  number <- rep(NA_real_, respondents)
  open <- rep(TRUE, respondents)
  for (case in cases) {
    when <- whole(case$when)
    be <- whole(as.numeric(case$be))
    now <- open & when %in% TRUE
    number[now] <- be[now]
    open <- open & when %in% FALSE
  }
  columns[[name]] <<- number
}
case <- function(be, when = TRUE) {
  force(be)
  force(when)
  list(be = be, when = when)
}
