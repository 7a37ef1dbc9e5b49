# Writes ranks.csv: what expected.csv has not of the rank tests.
# Run: Rscript ranks.R    (R 4.2.2, effectsize 0.8.3)
# Dunn (1964) is written out from its formula, with R's ranks; the wilcox.test of small groups is exact.
suppressMessages(library(effectsize))
out <- list(); put <- function(case, call, ...) { v <- c(...); out[[length(out) + 1]] <<- data.frame(case, quantity = names(v), value = sprintf("%.15g", v), tolerance = 1e-10, call, row.names = NULL) }
bfi <- read.csv("../data/bfi.csv"); cowles <- read.csv("../data/cowles.csv"); students <- read.csv("../data/students.csv")

dunn <- function(case, y, g) {
  d <- na.omit(data.frame(y, g)); g <- factor(d$g); r <- rank(d$y); N <- length(r); t <- table(r); m <- tapply(r, g, mean); n <- table(g); l <- levels(g)
  k <- kruskal.test(d$y, g); put(case, "kruskal.test; effectsize::rank_epsilon_squared", H = k$statistic[[1]], p = k$p.value, epsilon2 = rank_epsilon_squared(d$y, g, ci = NULL)[[1]])
  s2 <- N * (N + 1) / 12 - sum(t^3 - t) / (12 * (N - 1))
  for (i in seq_len(length(l) - 1)) for (j in (i + 1):length(l)) { z <- (m[[i]] - m[[j]]) / sqrt(s2 * (1 / n[[i]] + 1 / n[[j]])); put(paste0(case, " Dunn ", l[i], "-", l[j]), "formula of Dunn (1964)", difference = m[[i]] - m[[j]], z = z, p = 2 * pnorm(-abs(z))) }
}
dunn("bfi age by education", bfi$age, bfi$education); dunn("students Pulse by Exer", students$Pulse, students$Exer)
dunn("cowles neuroticism by extraversion quartile", cowles$neuroticism, cut(cowles$extraversion, c(-1, 9, 12, 15, 23)))

two <- function(case, a, b, ...) { w <- wilcox.test(a, b, ...); r <- rank_biserial(a, b); put(case, "wilcox.test; effectsize::rank_biserial", W = w$statistic[[1]], p = w$p.value, r = r[[1]], r_low = r$CI_low, r_high = r$CI_high) }
two("small groups", c(1.1, 2.2, 3.3, 4.4, 9.9), c(2.5, 3.5, 7.1, 8.2, 10.3, 11.4))
i <- seq_len(49); two("49 and 49 values", (i * 37) %% 101 + .5, (i * 53) %% 103 * 1.0625 + .03)
two("49 and 20 values", (i * 37) %% 101 + .5, (i[1:20] * 53) %% 103 * 2)
two("students Height by Sex", students$Height[students$Sex == "Female"], students$Height[students$Sex == "Male"], exact = FALSE)

# DeLong's variance of the area under the curve by pROC; limits on the log odds of the area, which are Fisher's z of 2 area - 1
delong <- function(case, a, b) { a <- a[!is.na(a)]; b <- b[!is.na(b)]; r <- pROC::roc(rep(1:0, c(length(a), length(b))), c(a, b), levels = 0:1, direction = "<", quiet = TRUE); A <- as.numeric(r$auc); e <- sqrt(pROC::var(r, method = "delong")); l <- plogis(qlogis(A) + c(-1, 1) * qnorm(.975) * e / (A * (1 - A))); put(paste0(case, ", DeLong"), "pROC::var(roc, method = 'delong') on the log odds", r = 2 * A - 1, r_low = 2 * l[1] - 1, r_high = 2 * l[2] - 1) }
delong("small groups", c(1.1, 2.2, 3.3, 4.4, 9.9), c(2.5, 3.5, 7.1, 8.2, 10.3, 11.4)); delong("49 and 20 values", (i * 37) %% 101 + .5, (i[1:20] * 53) %% 103 * 2)
delong("students Height by Sex", students$Height[students$Sex == "Female"], students$Height[students$Sex == "Male"])

pairs <- function(case, d, ...) { w <- wilcox.test(d, ...); r <- rank_biserial(d); put(case, "wilcox.test; effectsize::rank_biserial", V = w$statistic[[1]], p = w$p.value, r = r[[1]], r_low = r$CI_low, r_high = r$CI_high) }
pairs("small differences", c(1.5, -2.5, 3, 4, -.5, 6.25, 7, -8.125))
pairs("49 differences", ((i * 37) %% 101 - 40) + i / 1000)
pairs("differences with 0 and ties", c(0, 1, 1, -2, 3, 0, 4, -4, 5), exact = FALSE)
pr <- na.omit(bfi[, c("N1", "N2")]); r <- rank_biserial(pr$N1 - pr$N2); put("bfi N1 vs N2 paired", "effectsize::rank_biserial(N1 - N2)  # with paired = TRUE its limits count the differences of 0", r = r[[1]], r_low = r$CI_low, r_high = r$CI_high)
# the jackknife, one difference after the other left out
jack <- function(case, d) { d <- d[d != 0]; n <- length(d); f <- function(d) { m <- length(d) * (length(d) + 1) / 2; 2 * sum(rank(abs(d))[d > 0]) / m - 1 }; r <- f(d); o <- sapply(seq_len(n), function(i) { s <- outer(d[-i], d[-i], "+"); (sum(sign(s)) + sum(sign(d[-i]))) / ((n - 1) * n) }); e <- sqrt((n - 1) / n * sum((o - mean(o))^2)); l <- tanh(atanh(r) + c(-1, 1) * qnorm(.975) * e / (1 - r^2)); put(paste0(case, ", jackknife"), "jackknife of sum(sign(d_i + d_j))", r = r, r_low = l[1], r_high = l[2]) }
jack("small differences", c(1.5, -2.5, 3, 4, -.5, 6.25, 7, -8.125)); jack("49 differences", ((i * 37) %% 101 - 40) + i / 1000); jack("differences with 0 and ties", c(0, 1, 1, -2, 3, 0, 4, -4, 5))
put("ranks of 3 1 4 1 5 9 2 6 5 3 5", "rank(x)", setNames(rank(c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5)), paste0("rank", 1:11)))
write.csv(do.call(rbind, out), "ranks.csv", row.names = FALSE, quote = c(1, 2, 5))
