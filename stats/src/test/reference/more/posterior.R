# Writes more/posterior_data.csv, made up with a seed, and more/posterior.csv: posterior means and standard deviations of three
# families by a long run of Metropolis and Hastings' sampler, written out below, and calibration figures by glm.
# Run in src/test/reference: Rscript more/posterior.R    (R 4.2.2, base only; about six minutes)
set.seed(20260714)
N <- 10000
x1 <- round(pmax(-1.2, rnorm(N, .2, 1)), 1); x2 <- rbinom(N, 1, .7); x3 <- round(rnorm(N), 2)
eta <- .8 + .2 * x1 - .3 * x2 + .4 * x3
yes <- rbinom(N, 1, plogis(eta))
trials <- rpois(N, 30) * rbinom(N, 1, .95); mu <- plogis(eta - 3.5); phi <- exp(1.8); times <- rbinom(N, trials, rbeta(N, mu * phi, (1 - mu) * phi))
time <- round(exp(rnorm(N, .5, 1.2)), 3) + .001; first <- as.integer(runif(N) < 1 - exp(-exp(eta - 1 + .7 * log(time))))
d <- data.frame(x1, x2, x3, yes, times, trials, first, time)
write.csv(d, "more/posterior_data.csv", row.names = FALSE, quote = FALSE)

out <- list()
put <- function(case, call, values, tolerance) for (q in names(values)) out[[length(out) + 1]] <<- data.frame(case = case, quantity = q, value = formatC(values[[q]], digits = 15, format = "g"), tolerance = formatC(if (length(tolerance) > 1) tolerance[[q]] else tolerance, digits = 4, format = "g"), call = call)

# log likelihoods; the last parameter of the second is the log of the precision, of the third the log of the exponent of time
families <- list(
  yes = list(extra = FALSE, log = function(b, X, d) { e <- drop(X %*% b); sum(d$yes * e - pmax(e, 0) - log1p(exp(-abs(e)))) }),
  times = list(extra = TRUE, log = function(b, X, d) { k <- length(b); m <- plogis(drop(X %*% b[-k])); p <- exp(b[k]); sum(lbeta(d$times + m * p, d$trials - d$times + (1 - m) * p) - lbeta(m * p, (1 - m) * p)) }),
  first = list(extra = TRUE, log = function(b, X, d) { k <- length(b); H <- exp(drop(X %*% b[-k]) + exp(b[k]) * log(d$time)); sum(ifelse(d$first == 1, log(-expm1(-H)), -H)) }))
prior <- list(mean = c(.9, .15, 0, 0, .5), sd = c(.8, .15, .35, .35, .6))
called <- c("intercept", "x1", "x2", "x3", "shape")

# Metropolis and Hastings with independent proposals from a t of 10 degrees of freedom about the mode
run <- function(target, k, draws) {
  best <- optim(prior$mean[1:k], function(b) -target(b), method = "BFGS", hessian = TRUE, control = list(reltol = 1e-12, maxit = 500))
  L <- t(chol(solve(best$hessian))); nu <- 10
  t <- matrix(rnorm(draws * k), k) / rep(sqrt(rchisq(draws, nu) / nu), each = k)
  weight <- function(b, u) target(b) + (nu + k) / 2 * log1p(sum(u^2) / nu)
  at <- best$par; w <- weight(at, rep(0, k)); sum1 <- numeric(k); sum2 <- numeric(k); taken <- 0
  for (i in seq_len(draws)) {
    u <- t[, i]; b <- best$par + drop(L %*% u); v <- weight(b, u)
    if (log(runif(1)) < v - w) { at <- b; w <- v; taken <- taken + 1 }
    sum1 <- sum1 + at; sum2 <- sum2 + (at - best$par)^2
  }
  m <- sum1 / draws
  cat(k, draws, "accepted", round(taken / draws, 3), "\n")
  list(mean = m, sd = sqrt(sum2 / draws - (m - best$par)^2))
}
for (f in names(families)) for (n in c(10, 684, N)) {
  d1 <- d[seq_len(n), ]; X <- cbind(1, d1$x1, d1$x2, d1$x3); k <- 4 + families[[f]]$extra
  target <- function(b) families[[f]]$log(b, X, d1) - sum((b - prior$mean[1:k])^2 / prior$sd[1:k]^2) / 2
  draws <- if (n == 10) 400000 else if (n == 684) 100000 else 30000
  r <- run(target, k, draws); m <- setNames(r$mean, paste0("mean[", called[1:k], "]")); s <- setNames(r$sd, paste0("sd[", called[1:k], "]"))
  # a twentieth of a posterior standard deviation
  put(paste0("posterior of ", f, ", n = ", format(n, big.mark = ",", scientific = FALSE)), paste("Metropolis and Hastings,", format(draws, big.mark = ",", scientific = FALSE), "draws"), m, setNames(.05 * r$sd / abs(r$mean), names(m)))
  put(paste0("posterior of ", f, ", n = ", format(n, big.mark = ",", scientific = FALSE)), paste("Metropolis and Hastings,", format(draws, big.mark = ",", scientific = FALSE), "draws"), s, .05)
}

## calibration of chances that are given
d1 <- d[1:684, ]; p <- plogis(.9 + .2513 * d1$x1 - .1987 * d1$x2 + .5071 * d1$x3); base <- mean(d1$yes); l <- qlogis(p); tight <- glm.control(epsilon = 1e-15, maxit = 100)
g <- glm(yes ~ l, binomial, d1, control = tight); g0 <- glm(yes ~ 1, binomial, d1, offset = l, control = tight)
# errors from the weights at the end, not from those of the step before, which glm takes
w <- fitted(g) * (1 - fitted(g)); X <- cbind(1, l); s <- unname(cbind(coef(g), sqrt(diag(solve(crossprod(X * sqrt(w))))))); s0 <- unname(cbind(coef(g0), 1 / sqrt(sum(fitted(g0) * (1 - fitted(g0)))))); z <- qnorm(.975)
id <- "calibration of 684 chances"
put(id, "glm(yes ~ l); glm(yes ~ offset(l))", c(slope = s[2, 1], slope_low = s[2, 1] - z * s[2, 2], slope_high = s[2, 1] + z * s[2, 2], intercept = s0[1, 1], intercept_low = s0[1, 1] - z * s0[1, 2], intercept_high = s0[1, 1] + z * s0[1, 2]), 1e-8)
gain <- (d1$yes - base)^2 - (d1$yes - p)^2; dev <- function(q) -2 * sum(d1$yes * log(q) + (1 - d1$yes) * log(1 - q))
put(id, "mean, sd / sqrt(n)", c(gain = mean(gain), gain_low = mean(gain) - z * sd(gain) / sqrt(684), gain_high = mean(gain) + z * sd(gain) / sqrt(684), deviance_share = 1 - dev(p) / dev(rep(base, 684))), 1e-10)
o <- order(p); g5 <- ave(ceiling(5 * seq_along(o) / 684), p[o], FUN = min)  # equal chances stay together
for (i in 1:5) { r <- o[g5 == i]; w <- prop.test(sum(d1$yes[r]), length(r), correct = FALSE)$conf.int; v <- c(mean(p[r]), mean(d1$yes[r]), w[1], w[2]); put(id, "prop.test(correct = FALSE)", setNames(v, paste0(c("mean", "share", "low", "high"), "[", i, "]")), 1e-10) }
write.csv(do.call(rbind, out), "more/posterior.csv", row.names = FALSE)
