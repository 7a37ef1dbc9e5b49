# Writes tables.csv: trends and paired shares that reference.R lacks.
# Run in this folder: Rscript tables.R    (R 4.2.2, package coin)
suppressMessages(library(coin))
out <- list()
put <- function(case, call, tolerance, ...) {
  v <- c(...)
  for (q in names(v)) out[[length(out) + 1]] <<- data.frame(case = case, quantity = q,
    value = trimws(formatC(unname(v[q]), digits = 15, format = "g")), tolerance = tolerance, call = call)
}
bfi <- read.csv("../data/bfi.csv"); students <- read.csv("../data/students.csv")
lbl <- function(id, x, y, scores = NULL) {
  t <- table(x, y); l <- if (is.null(scores)) lbl_test(as.table(t)) else lbl_test(as.table(t), scores = scores)
  z <- statistic(l); put(id, "coin::lbl_test(t), M2 = Z^2; cor of the scores", 1e-10, M2 = z[[1]]^2, p = pvalue(l)[[1]])
}
lbl("bfi A2 by education, linear-by-linear", bfi$A2, bfi$education)
freq <- factor(students$Exer, c("None", "Some", "Freq")); smoke <- factor(students$Smoke, c("Never", "Occas", "Regul", "Heavy"))
t <- table(x = smoke, y = freq)
l <- lbl_test(as.table(t), scores = list(x = c(0, 1, 3, 7), y = c(0, 1, 4)))
put("students Smoke (0,1,3,7) by Exer (0,1,4), linear-by-linear", "coin::lbl_test(t, scores = ...)", 1e-10, M2 = statistic(l)[[1]]^2, p = pvalue(l)[[1]])
yes <- table(bfi$N1 >= 4, bfi$education)
tr <- prop.trend.test(yes["TRUE", ], colSums(yes), c(1, 2, 3, 5, 9))
fit <- lm(I(N1 >= 4) ~ c(1, 2, 3, 5, 9)[education], bfi)
put("bfi N1>=4 trend over education (1,2,3,5,9)", "prop.trend.test(x, n, score); slope by lm", 1e-10, chi2 = tr$statistic[[1]], p = tr$p.value, slope = coef(fit)[[2]])
mid <- function(b, c) min(1, 2 * pbinom(min(b, c), b + c, .5) - dbinom(min(b, c), b + c, .5))
for (bc in list(c(6, 16), c(0, 5), c(9, 9), c(120, 61))) put(sprintf("McNemar mid-p %d %d", bc[1], bc[2]),
  "min(1, 2 pbinom(min, n, 1/2) - dbinom(min, n, 1/2))", 1e-10, midp = mid(bc[1], bc[2]), exact_p = binom.test(bc[1], sum(bc))$p.value)
write.csv(do.call(rbind, out), "tables.csv", row.names = FALSE)
