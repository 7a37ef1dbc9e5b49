# Writes missing.csv: mice::pool.scalar on fixed estimates, with and without degrees of freedom of the complete data.
# Run in this folder: Rscript missing.R    (Debian: r-base-core r-cran-mice)
suppressWarnings(suppressMessages(library(mice)))
rows <- list()
put <- function(case, v) for (q in names(v)) rows[[length(rows) + 1]] <<- data.frame(case = case, quantity = q, value = trimws(formatC(v[[q]], digits = 15, format = "g")), tolerance = 1e-10, call = "mice::pool.scalar(Q, U, n, k)")
pool1 <- function(case, Q, se, n) { p <- pool.scalar(Q, se^2, n = n, k = 1); t <- qt(.975, p$df) * sqrt(p$t); put(case, c(value = p$qbar, within = p$ubar, between = p$b, total = p$t, df = p$df, fmi = p$fmi, low = p$qbar - t, high = p$qbar + t)) }
Q <- c(.42, .51, .38, .47, .45); se <- c(.11, .12, .105, .115, .11)
pool1("five slopes of 100 respondents", Q, se, 100)
pool1("five slopes of endless respondents", Q, se, Inf)
pool1("three estimates far apart", c(1.2, 2.9, -.4), c(.5, .45, .55), 25)
pool1("twenty estimates close together", 3 + (1:20) / 500, rep(.3, 20), 684)
write.csv(do.call(rbind, rows), "missing.csv", row.names = FALSE)
