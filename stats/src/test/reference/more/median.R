# Writes median.csv and binomial.csv: medians with the interval of order statistics, one-sided exact tests of a share.
# Run: Rscript median.R    (R 4.2.2)
out <- list(); put <- function(case, call, ...) { v <- c(...); out[[length(out) + 1]] <<- data.frame(case, quantity = names(v), value = sprintf("%.15g", v), tolerance = 1e-12, call, row.names = NULL) }
students <- read.csv("../data/students.csv"); bfi <- read.csv("../data/bfi.csv")
middle <- function(case, x, level) { x <- sort(x); n <- length(x); k <- qbinom((1 - level) / 2, n, 0.5); put(case, "median; sort(x)[c(k, n + 1 - k)], k = qbinom", median = median(x), low = x[k], high = x[n + 1 - k]) }
middle("students Height", students$Height, .95); middle("students Pulse, 90 %", students$Pulse, .9); middle("bfi age", bfi$age, .95)
middle("6 values", c(3, 1, 4, 1.5, 9, 2.6), .95); middle("7 values, 90 %", c(1e9 + 3, 1e9 + 1, 1e9 + 4, 1e9 + 2, 1e9 + 9, 1e9 + 6, 1e9 + 5), .9); middle("3 values, 50 %", c(2, 7, 11), .5)
write.csv(do.call(rbind, out), "median.csv", row.names = FALSE, quote = c(1, 2, 5)); out <- list()
side <- function(x, n, p0) put(sprintf("%d of %d against %s", x, n, format(p0)), "binom.test(x, n, p0, alternative)", greater = binom.test(x, n, p0, "greater")$p.value, less = binom.test(x, n, p0, "less")$p.value)
side(411, 568, .5); side(4, 474, .03); side(210, 473, .35); side(210, 473, .55); side(0, 12, .03); side(12, 12, .5); side(3, 5, .5); side(0, 5, 0); side(5, 5, 1); side(500600, 1000000, .5)
for (i in seq_along(out)) out[[i]]$tolerance <- 1e-10
write.csv(do.call(rbind, out), "binomial.csv", row.names = FALSE, quote = c(1, 2, 5))
