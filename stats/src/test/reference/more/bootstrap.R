# Writes bootstrap.csv: the BCa limits of package boot for the mean and the sd of the roots and the third moment of the first 60 pulses of students.csv.
# Run in this folder: Rscript bootstrap.R    (Debian: r-base-core r-cran-boot)
# The resamples are those of a small generator that the test has too, so that the limits agree and not only their distribution.
library(boot)
x <- na.omit(read.csv("../data/students.csv")$Pulse)[1:60]; n <- length(x); B <- 999
state <- 12345
draw <- function() { state <<- (16807 * state) %% 2147483647; floor(n * state / 2147483647) + 1 }
index <- matrix(0, B, n); for (b in 1:B) for (i in 1:n) index[b, i] <- draw()
rows <- list()
for (name in c("mean of roots", "sd of roots", "skew")) {
  f <- switch(name, "mean of roots" = function(v) mean(sqrt(v)), "sd of roots" = function(v) sd(sqrt(v)), skew = function(v) mean((v - mean(v))^3))
  t0 <- f(x); t <- apply(index, 1, function(i) f(x[i])); left <- sapply(1:n, function(i) f(x[-i]))
  l <- mean(left) - left
  stopifnot(!any(abs(t - t0) < 1e-12))
  limits <- boot:::bca.ci(list(t0 = t0, t = matrix(t), R = B, sim = "ordinary", stype = "i", data = x, strata = rep(1, n)), conf = 0.95, index = 1, t0 = t0, t = t, L = l, hinv = identity, h = identity)
  v <- c(estimate = t0, low = limits[1, 4], high = limits[1, 5])
  for (q in names(v)) rows[[length(rows) + 1]] <- data.frame(case = paste("pulse", name), quantity = q, value = formatC(v[[q]], digits = 15, format = "g"), tolerance = 1e-8, call = "boot:::bca.ci")
}
write.csv(do.call(rbind, rows), "bootstrap.csv", row.names = FALSE)
