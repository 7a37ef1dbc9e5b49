# Writes means.csv: what expected.csv has not of t-tests, analyses of variance and comparisons after them.
# Run: Rscript means.R    (R 4.2.2, effectsize 0.8.3)
# Tolerance 1e-5 where effectsize searches for a limit: it stops at about 1e-9 of probability, which is 2e-6 of a limit near 0.
# Games-Howell is in comparisons.py, as R's ptukey and qtukey are good to fewer digits.
suppressMessages(library(effectsize)); options(digits = 17)
out <- list(); put1 <- function(case, call, .tolerance, ...) { v <- c(...); out[[length(out) + 1]] <<- data.frame(case, quantity = names(v), value = sprintf("%.15g", v), tolerance = .tolerance, call, row.names = NULL) }
bfi <- read.csv("../data/bfi.csv"); cowles <- read.csv("../data/cowles.csv"); students <- read.csv("../data/students.csv")

many <- function(case, y, g) {
  d <- na.omit(data.frame(y, g)); d$g <- factor(d$g)
  o <- omega_squared(aov(y ~ g, d), partial = FALSE, ci = .95, alternative = "two.sided")
  w <- oneway.test(y ~ g, d); wo <- F_to_omega2(w$statistic[[1]], w$parameter[[1]], w$parameter[[2]], ci = .95, alternative = "two.sided")
  # exact limits: the noncentralities at which F is the 2.5 and the 97.5 % quantile, over themselves and N; pf is good to 1e-12 absolute
  N <- nrow(d); ncp <- function(f, d1, d2, p) if (pf(f, d1, d2) < p) 0 else uniroot(function(l) pf(f, d1, d2, l) - p, c(0, 10 * f * d1 + 100), tol = 1e-12)$root
  inverted <- function(f, d1, d2) { l <- c(ncp(f, d1, d2, .975), ncp(f, d1, d2, .025)); c(max(0, f - 1) * d1 / (max(0, f - 1) * d1 + N), l / (l + N)) }
  f <- anova(lm(y ~ g, d)); a <- inverted(f$F[1], f$Df[1], f$Df[2]); b <- inverted(w$statistic[[1]], w$parameter[[1]], w$parameter[[2]])
  put1(paste0(case, ", omega squared"), "pf inverted by uniroot, ncp / (ncp + N)", 1e-7, omega2 = a[1], low = a[2], high = a[3], welch_omega2 = b[1], welch_low = b[2], welch_high = b[3])
  put1(case, "effectsize::omega_squared(aov(y ~ g)); F_to_omega2 of oneway.test(y ~ g)", 1e-5, omega2_low = o$CI_low, omega2_high = o$CI_high, welch_omega2 = wo[[1]], welch_omega2_low = wo$CI_low, welch_omega2_high = wo$CI_high)
}
many("bfi age by education", bfi$age, bfi$education); many("students Pulse by Exer", students$Pulse, students$Exer)
many("cowles neuroticism by extraversion quartile", cowles$neuroticism, cut(cowles$extraversion, c(-1, 9, 12, 15, 23)))

o <- t.test(students$Height, mu = 170); ci <- o$conf.int - 170
put1("students Height against 170", "t.test(Height, mu = 170)", 1e-10, t = o$statistic[[1]], df = o$parameter[[1]], p = o$p.value, difference = o$estimate[[1]] - 170, low = ci[1], high = ci[2])
pr <- na.omit(bfi[, c("N1", "N2")]); d <- cohens_d(pr$N1, pr$N2, paired = TRUE); g <- hedges_g(pr$N1, pr$N2, paired = TRUE)
put1("bfi N1 vs N2 paired", "effectsize::cohens_d / hedges_g (paired = TRUE)", 1e-5, d = d[[1]], d_low = d$CI_low, d_high = d$CI_high, g = g[[1]], g_low = g$CI_low, g_high = g$CI_high)
sleep1 <- c(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0); sleep2 <- c(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
p <- t.test(sleep1, sleep2, paired = TRUE); d <- cohens_d(sleep1, sleep2, paired = TRUE); g <- hedges_g(sleep1, sleep2, paired = TRUE); i <- cohens_d(sleep1, sleep2); j <- hedges_g(sleep1, sleep2)
put1("hours of sleep won by two drugs (Student 1908)", "t.test(paired = TRUE)", 1e-10, t = p$statistic[[1]], df = p$parameter[[1]], p = p$p.value, low = p$conf.int[1], high = p$conf.int[2])
put1("hours of sleep won by two drugs (Student 1908)", "effectsize::cohens_d, hedges_g", 1e-5, d = d[[1]], d_low = d$CI_low, d_high = d$CI_high, g = g[[1]], g_low = g$CI_low, g_high = g$CI_high, d_groups = i[[1]], d_groups_low = i$CI_low, d_groups_high = i$CI_high, g_groups = j[[1]], g_groups_low = j$CI_low, g_groups_high = j$CI_high)
write.csv(do.call(rbind, out), "means.csv", row.names = FALSE, quote = c(1, 2, 5))
