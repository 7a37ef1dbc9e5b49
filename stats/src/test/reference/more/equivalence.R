# Writes equivalence.csv: one-sided tests of shares, pairs, correlations and slopes with what base R has.
# Run in this folder: Rscript equivalence.R    (Debian: r-base-core)
rows <- list()
put <- function(case, call, v, tolerance = 1e-9) for (q in names(v)) rows[[length(rows) + 1]] <<- data.frame(case = case, quantity = q, value = formatC(v[[q]], digits = 15, format = "g"), tolerance = tolerance, call = call)
wilson <- function(x, n, level) prop.test(x, n, correct = FALSE, conf.level = level)$conf.int
# A share of 148 of 492 inside .25 and .35: the score test, whose interval is Wilson's.
low <- prop.test(148, 492, p = .25, alternative = "greater", correct = FALSE); high <- prop.test(148, 492, p = .35, alternative = "less", correct = FALSE); w <- wilson(148, 492, .90)
put("share 148 of 492 inside .25 and .35", "prop.test(x, n, p, alternative, correct=FALSE)", c(z_low = sqrt(low$statistic[[1]]), p_low = low$p.value, z_high = -sqrt(high$statistic[[1]]), p_high = high$p.value, ci90_low = w[1], ci90_high = w[2]))
# Two shares: the level at which Newcombe's limit meets the bound, by uniroot on the level.
newcombe <- function(x1, n1, x2, n2, z) { lim <- function(x, n) { p <- x / n; m <- (p + z^2 / (2 * n)) / (1 + z^2 / n); h <- z / (1 + z^2 / n) * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)); c(m - h, m + h) }
  a <- lim(x1, n1); b <- lim(x2, n2); p1 <- x1 / n1; p2 <- x2 / n2; d <- p1 - p2; c(d - sqrt((p1 - a[1])^2 + (b[2] - p2)^2), d + sqrt((a[2] - p1)^2 + (p2 - b[1])^2)) }
for (x2 in c(240, 275)) {
  zl <- uniroot(function(z) newcombe(250, 342, x2, 342, z)[1] + .1, c(0, 30), tol = 1e-14)$root; zh <- uniroot(function(z) newcombe(250, 342, x2, 342, z)[2] - .1, c(0, 30), tol = 1e-14)$root
  ci <- newcombe(250, 342, x2, 342, qnorm(.95))
  put(sprintf("shares 250 of 342 and %d of 342, bound .1", x2), "uniroot on Newcombe's limits", c(z_low = zl, p_low = pnorm(-zl), z_high = -zh, p_high = pnorm(-zh), ci90_low = ci[1], ci90_high = ci[2]))
}
b <- na.omit(read.csv("../data/bfi.csv")[, c("N1", "N2")]); d <- b$N1 - b$N2
l <- t.test(d, mu = -.6, alternative = "greater"); h <- t.test(d, mu = .6, alternative = "less"); ci <- t.test(d, conf.level = .9)$conf.int
put("bfi N1 minus N2, bound .6", "t.test(d, mu, alternative)", c(t_low = l$statistic[[1]], p_low = l$p.value, t_high = h$statistic[[1]], p_high = h$p.value, ci90_low = ci[1], ci90_high = ci[2]))
r <- cor(read.csv("../data/bfi.csv")[, c("age", "O1")], use = "complete.obs")[1, 2]; n <- 2778; se <- 1 / sqrt(n - 3)
put("bfi age, O1, bound .1", "Fisher z", c(z_low = (atanh(r) - atanh(-.1)) / se, p_low = pnorm((atanh(r) - atanh(-.1)) / se, lower = FALSE), z_high = (atanh(r) - atanh(.1)) / se, p_high = pnorm((atanh(r) - atanh(.1)) / se), ci90_low = tanh(atanh(r) - qnorm(.95) * se), ci90_high = tanh(atanh(r) + qnorm(.95) * se)))
s <- read.csv("../data/students.csv"); a <- na.omit(s$Pulse[s$Sex == "Female"]); m <- na.omit(s$Pulse[s$Sex == "Male"]); t <- t.test(a, m, mu = 5, alternative = "less"); ci <- t.test(a, m, conf.level = .9)$conf.int
put("students Pulse by Sex below 5", "t.test(a, b, mu = 5, alternative = 'less')", c(t = t$statistic[[1]], df = t$parameter[[1]], p = t$p.value, ci90_high = ci[2]))
write.csv(do.call(rbind, rows), "equivalence.csv", row.names = FALSE)
