# Writes reliability.csv: intervals of omega and kappa, intraclass correlations.
# Run in this folder: Rscript reliability.R    (Debian: r-base-core r-cran-psych)
rows <- list()
put <- function(case, call, v, tolerance = 1e-9) for (q in names(v)) rows[[length(rows) + 1]] <<- data.frame(case = case, quantity = q, value = trimws(formatC(v[[q]], digits = 15, format = "g")), tolerance = tolerance, call = call)
bfi <- read.csv("../data/bfi.csv")
# Omega by the concentrated likelihood (a function of the uniquenesses only), its slopes by differences, and the distribution-free error.
fit <- function(S, start) { R <- cov2cor(S)
  f <- function(l) { psi <- exp(l); e <- eigen(R / sqrt(outer(psi, psi)), symmetric = TRUE, only.values = TRUE)$values[-1]; sum(e - log(e) - 1) }
  o <- nlminb(start, f, control = list(eval.max = 1e5, iter.max = 1e5, rel.tol = 1e-15, x.tol = 1e-15, abs.tol = 0))
  psi <- exp(o$par); e <- eigen(R / sqrt(outer(psi, psi)), symmetric = TRUE); l <- sqrt(psi) * e$vectors[, 1] * sqrt(e$values[1] - 1); s <- sqrt(diag(S))
  list(par = o$par, omega = sum(l * s)^2 / (sum(l * s)^2 + sum(psi * s^2))) }
for (k in list(c("A1", "A2", "A3", "A4", "A5"), paste0("N", 1:5), paste0("O", 1:5))) {
  d <- na.omit(bfi[, k]); for (rev in intersect(c("A1", "O2", "O5"), k)) d[[rev]] <- 7 - d[[rev]]
  S <- cov(d); X <- scale(as.matrix(d), scale = FALSE); n <- nrow(d); b <- fit(S, log(rep(.5, 5))); infl <- rep(0, n); h <- 2e-3
  for (i in 1:5) for (j in 1:i) { g <- sapply(c(-2, -1, 1, 2), function(m) { M <- S; M[i, j] <- M[j, i] <- S[i, j] + m * h; fit(M, b$par)$omega })
    infl <- infl + (g[1] - 8 * g[2] + 8 * g[3] - g[4]) / (12 * h) * (X[, i] * X[, j] - S[i, j]) }
  se <- sqrt(sum(infl^2) / (n - 1) / n); z <- qlogis(b$omega) + c(-1, 1) * qnorm(.975) * se / b$omega / (1 - b$omega)
  put(paste("bfi omega", substr(k[1], 1, 1)), "nlminb on the concentrated likelihood; slopes by differences; distribution-free delta method", c(omega = b$omega, low = plogis(z[1]), high = plogis(z[2])), 1e-5)
}
# Kappa: psych for the values; the error by numerical delta method on the cell shares.
t <- table(factor(bfi$A2, 1:6), factor(bfi$A3, 1:6)); n <- sum(t); p <- t / n; c <- 6; dist <- abs(outer(1:c, 1:c, "-")) / (c - 1)
for (w in list(list("none", diag(c)), list("linear", 1 - dist), list("quadratic", 1 - dist^2))) {
  k <- function(p) { p <- p / sum(p); po <- sum(w[[2]] * p); pe <- sum(w[[2]] * outer(rowSums(p), colSums(p))); (po - pe) / (1 - pe) }
  g <- matrix(0, c, c); h <- 1e-4; for (i in 1:c) for (j in 1:c) { e <- matrix(0, c, c); e[i, j] <- h; g[i, j] <- (k(p - 2 * e) - 8 * k(p - e) + 8 * k(p + e) - k(p + 2 * e)) / (12 * h) }
  se <- sqrt((sum(p * g^2) - sum(p * g)^2) / n); put(paste("bfi A2 vs A3, weights", w[[1]]), "delta method on the cells", c(kappa = k(p), low = k(p) - qnorm(.975) * se, high = k(p) + qnorm(.975) * se), 1e-8)
}
icc <- function(case, x) { r <- suppressMessages(psych::ICC(x, lmer = FALSE))$results; for (i in 1:3) put(paste(case, c("different", "random", "fixed")[i]), "psych::ICC(x, lmer = FALSE)", c(icc = r$ICC[i], low = r[["lower bound"]][i], high = r[["upper bound"]][i])) }
icc("bfi A2 and A3 by", na.omit(bfi[, c("A2", "A3")])[1:200, ]); icc("bfi N1 to N5 by", na.omit(bfi[, paste0("N", 1:5)])[1:200, ])
icc("Shrout and Fleiss by", matrix(c(9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7), ncol = 4, byrow = TRUE))
write.csv(do.call(rbind, rows), "reliability.csv", row.names = FALSE)
