# Times the script that `analyse --r` wrote: Rscript time-findings.R DIR REPETITIONS
#
# Reading the table and defining functions come first and are timed apart. Then the plan runs once to warm up and as
# often as asked: scales, flags, numbers, each finding, families. Prints processor and clock in milliseconds as
# `kind,name,processor,clock`, medians of the repetitions: reading, then everything, then each finding. The names here
# are kept from those of the script.
invisible(loadNamespace("MASS"))
timer <- new.env()
local(envir = timer, {
  arguments <- commandArgs(TRUE)
  folder <- arguments[1]
  repetitions <- as.integer(arguments[2])
  lines <- readLines(file.path(folder, "recompute.R"), encoding = "UTF-8")
  plan_begins <- grep("^# -+ the plan$", lines)
  stopifnot(length(plan_begins) == 1, any(lines == "report()"))
  times <- list()
  wholes <- NULL
  now <- function() {
    time <- proc.time()
    c(processor = time[["user.self"]] + time[["sys.self"]], clock = time[["elapsed"]]) * 1000
  }
  say <- function(kind, name, time) {
    cat(kind, name, sprintf("%.2f", time[["processor"]]), sprintf("%.2f", time[["clock"]]), sep = ",")
    cat("\n")
  }
  middle <- function(x) apply(x, 2, median)
  # Gives back what the plan changes.
  state <- c("columns", "found", "left_out", "decided", "not_made")
  kept <- NULL
  timed <- function(id, ...) {
    begun <- now()
    untimed(id, ...)
    times[[id]] <<- rbind(times[[id]], now() - begun)
  }
})
commandArgs <- function(...) paste0("--file=", file.path(timer$folder, "recompute.R"))

timer$begun <- timer$now()
eval(parse(text = timer$lines[seq_len(timer$plan_begins - 1)]), globalenv())
timer$say("reading", "data.csv", timer$now() - timer$begun)

timer$untimed <- finding
finding <- timer$timed
local(envir = timer, {
  plan <- lines[plan_begins:length(lines)]
  plan <- parse(text = plan[plan != "report()"])
  kept <- mget(state, globalenv())
  for (repetition in seq_len(repetitions + 1)) {
    for (name in state) assign(name, kept[[name]], globalenv())
    begun <- now()
    for (call in plan) eval(call, globalenv())
    took <- now() - begun
    if (repetition == 1) times <- list() else wholes <- rbind(wholes, took)
  }
  say("all", "", middle(wholes))
  left <- vapply(left_out, function(each) if (is.na(each$name)) each$finding else "", "")
  for (id in setdiff(names(times), left)) say("finding", id, middle(times[[id]]))
})
