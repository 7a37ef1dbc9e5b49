# Writes correlation.csv: intervals of rank correlations and comparisons of dependent correlations that reference.R lacks.
# Run in this folder: Rscript correlation.R    (R 4.2.2, package psych). The formulas are those of the cited papers, written out here.
suppressMessages(library(psych))
out <- list()
put <- function(case, call, ...) {
  v <- c(...)
  for (q in names(v)) out[[length(out) + 1]] <<- data.frame(case = case, quantity = q,
    value = trimws(formatC(unname(v[q]), digits = 15, format = "g")), tolerance = 1e-10, call = call)
}
bfi <- read.csv("../data/bfi.csv"); students <- read.csv("../data/students.csv"); cowles <- read.csv("../data/cowles.csv")
z <- qnorm(.975)
ranks <- function(id, x, y) {
  ok <- complete.cases(x, y); x <- x[ok]; y <- y[ok]; n <- length(x)
  rho <- cor(x, y, method = "spearman"); tau <- cor(x, y, method = "kendall")
  s <- sqrt((1 + rho^2 / 2) / (n - 3)); k <- sqrt(.437 / (n - 4))
  st <- suppressWarnings(cor.test(x, y, method = "kendall", exact = FALSE))
  put(id, "tanh(atanh(rho) +- z sqrt((1 + rho^2/2)/(n-3))) Bonett & Wright 2000; tanh(atanh(tau) +- z sqrt(.437/(n-4))) Fieller et al. 1957; cor.test",
    rho_low = tanh(atanh(rho) - z * s), rho_high = tanh(atanh(rho) + z * s), tau_low = tanh(atanh(tau) - z * k), tau_high = tanh(atanh(tau) + z * k),
    tau_z = st$statistic[[1]], r_t = cor.test(x, y)$statistic[[1]])
}
ranks("cowles neuroticism, extraversion", cowles$neuroticism, cowles$extraversion)
ranks("students Height, Wr.Hnd", students$Height, students$Wr.Hnd)
ranks("bfi A1, A2", bfi$A1, bfi$A2)
ranks("first 9 students Height, Wr.Hnd", students$Height[1:9], students$Wr.Hnd[1:9])
fisher <- function(r, n) tanh(atanh(r) + c(-1, 1) * z / sqrt(n - 3))
zou <- function(a, b, c, n) { i <- fisher(a, n); j <- fisher(b, n); d <- a - b
  c(difference = d, low = d - sqrt((a - i[1])^2 + (j[2] - b)^2 - 2 * c * (a - i[1]) * (j[2] - b)), high = d + sqrt((i[2] - a)^2 + (b - j[1])^2 - 2 * c * (i[2] - a) * (b - j[1]))) }
# Pearson & Filon's covariance of the estimates r_jk and r_hm, from a whole correlation matrix; both cases are instances of it.
pf <- function(R, j, k, h, m) {
  R[j, k] * R[h, m] * (R[j, h]^2 + R[j, m]^2 + R[k, h]^2 + R[k, m]^2) / 2 + R[j, h] * R[k, m] + R[j, m] * R[k, h] -
    (R[j, k] * R[j, h] * R[j, m] + R[j, k] * R[k, h] * R[k, m] + R[j, h] * R[k, h] * R[h, m] + R[j, m] * R[k, m] * R[h, m]) }
cc <- function(R, j, k, h, m) pf(R, j, k, h, m) / ((1 - R[j, k]^2) * (1 - R[h, m]^2))
compare <- function(id, R, n, j, k, h, m) {
  a <- R[j, k]; b <- R[h, m]; P <- R; P[j, k] <- P[k, j] <- P[h, m] <- P[m, h] <- (a + b) / 2
  s <- (atanh(a) - atanh(b)) * sqrt(n - 3) / sqrt(2 - 2 * cc(P, j, k, h, m))
  put(id, "Steiger 1980 eq. 14, 15; Zou 2007", zou(a, b, cc(R, j, k, h, m), n), steiger_z = s, steiger_p = 2 * pnorm(-abs(s)))
}
d <- na.omit(bfi[, c("A2", "A3", "N1", "N2")]); R <- cor(d); n <- nrow(d)
compare("bfi r(A2,A3) vs r(A2,N1)", R, n, 1, 2, 1, 3)
w <- r.test(n, R[1, 2], R[1, 3], R[2, 3]); put("bfi r(A2,A3) vs r(A2,N1)", "psych::r.test(n, r12, r13, r23)", williams_t = w$t[[1]], williams_p = w$p[[1]])
compare("bfi r(A2,A3) vs r(N1,N2)", R, n, 1, 2, 3, 4)
e <- na.omit(bfi[, c("O1", "O3", "C1", "C3")]); R <- cor(e[1:80, ]); n <- 80
compare("first 80 of bfi r(O1,O3) vs r(O1,C1)", R, n, 1, 2, 1, 3)
w <- r.test(n, R[1, 2], R[1, 3], R[2, 3]); put("first 80 of bfi r(O1,O3) vs r(O1,C1)", "psych::r.test(n, r12, r13, r23)", williams_t = w$t[[1]], williams_p = w$p[[1]])
compare("first 80 of bfi r(O1,O3) vs r(C1,C3)", R, n, 1, 2, 3, 4)
write.csv(do.call(rbind, out), "correlation.csv", row.names = FALSE)
