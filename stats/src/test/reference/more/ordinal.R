# Writes ordinal.csv, infert.csv and matched.csv: what R says of ordinal, multinomial, matched and clustered outcomes beyond expected.csv.
# Run here: Rscript ordinal.R    (Debian: r-base-core r-cran-ordinal r-cran-nnet r-cran-survival r-cran-lme4)
# Data: ../data/*.csv; infert is R's own (Trichopoulos and others 1976); matched is made up here with a seed.
# Columns as in ../expected.csv: case, quantity, value, relative tolerance (absolute where the value is 0), call.
suppressWarnings(suppressMessages({ library(ordinal); library(nnet); library(survival); library(lme4) }))
out <- list()
put <- function(case, call, tolerance, ...) {
  v <- c(...)
  for (q in names(v)) out[[length(out) + 1]] <<- data.frame(case = case, quantity = q, value = trimws(formatC(unname(v[q]), digits = 15, format = "g")), tolerance = tolerance, call = call)
}
named <- function(prefix, v) setNames(as.numeric(v), paste0(prefix, "[", names(v), "]"))
read <- function(name) read.csv(file.path("..", "data", paste0(name, ".csv")), stringsAsFactors = TRUE)
# The two values at which twice the log-likelihood has fallen by the chi-squared quantile.
profile_limits <- function(loglik, at, se, top) {
  f <- function(b) 2 * (top - loglik(b)) - qchisq(.95, 1)
  c(low = uniroot(f, c(at - 5 * se, at), tol = 1e-11)$root, high = uniroot(f, c(at, at + 5 * se), tol = 1e-11)$root)
}
tight <- clm.control(gradTol = 1e-10, maxIter = 200)

## ---------------------------------------------------------------- proportional odds
ordinal_case <- function(case, y, x, rows, nominal = TRUE) {
  d <- data.frame(y = y, x); terms <- names(x)
  f <- reformulate(terms, "y"); m <- clm(f, data = d, control = tight); top <- as.numeric(logLik(m))
  put(case, "ordinal::clm", 1e-8, loglik = top)
  for (i in seq_len(nrow(rows))) {
    p <- predict(m, rows[i, , drop = FALSE], se.fit = TRUE, interval = TRUE)
    for (k in seq_len(ncol(p$fit))) { key <- paste0("chance", colnames(p$fit)[k], " row ", i)
      put(case, "ordinal:::predict.clm(interval = TRUE)", 1e-7, setNames(c(p$fit[k], p$lwr[k], p$upr[k]), paste0(key, c("", " low", " high")))) }
  }
  for (t in terms) {
    others <- setdiff(terms, t); xt <- if (is.factor(d[[t]])) as.numeric(d[[t]]) - 1 else d[[t]]
    without <- clm(reformulate(if (length(others)) others else "1", "y"), data = d, control = tight)
    put(case, "anova of two clm", 1e-8, setNames(2 * (top - as.numeric(logLik(without))), paste0("LR[", t, "]")))
    co <- coef(summary(m)); row <- co[grep(paste0("^", t), rownames(co)), ]
    ll <- function(b) { d$o <- b * xt; as.numeric(logLik(clm(reformulate(c(others, "offset(o)"), "y"), data = d, control = tight))) }
    l <- profile_limits(ll, row[1], row[2], top)
    put(case, "uniroot on clm with offset", 1e-7, setNames(c(l, exp(l)), c(paste0("profile ", c("low", "high"), "[", t, "]"), paste0("OR profile ", c("low", "high"), "[", t, "]"))))
    if (nominal) put(case, "ordinal::nominal_test", 1e-6, setNames(2 * (as.numeric(logLik(clm(f, nominal = reformulate(t), data = d, control = tight))) - top), paste0("nominal[", t, "]")))
  }
  if (nominal) put(case, "clm(nominal = ~ all terms)", 1e-6, "nominal all" = 2 * (as.numeric(logLik(clm(y ~ 1, nominal = reformulate(terms), data = d, control = tight))) - top))
  # Brant (1990) from one glm for each cut.
  X <- model.matrix(reformulate(terms), d); J <- nlevels(d$y) - 1; p <- ncol(X) - 1; yc <- as.integer(d$y)
  g <- lapply(seq_len(J), function(j) suppressWarnings(glm.fit(X, as.numeric(yc > j), family = binomial(), control = list(epsilon = 1e-14, maxit = 100))))
  if (!all(sapply(g, function(m) m$converged && max(abs(coef(m))) < 15))) return(invisible())
  pi <- sapply(g, fitted); inv <- lapply(seq_len(J), function(j) solve(crossprod(X, X * pi[, j] * (1 - pi[, j]))))
  V <- matrix(0, J * p, J * p); for (j in seq_len(J)) for (l in j:J) { v <- (inv[[j]] %*% crossprod(X, X * pi[, l] * (1 - pi[, j])) %*% inv[[l]])[-1, -1, drop = FALSE]
    a <- (j - 1) * p + seq_len(p); b <- (l - 1) * p + seq_len(p); V[a, b] <- v; V[b, a] <- t(v) }
  D <- do.call(rbind, lapply(2:J, function(j) { r <- matrix(0, p, J * p); r[, seq_len(p)] <- -diag(p); r[, (j - 1) * p + seq_len(p)] <- diag(p); r }))
  beta <- unlist(lapply(g, function(m) coef(m)[-1])); e <- D %*% beta
  put(case, "Brant's formula on glm.fit", 1e-7, Brant = as.numeric(t(e) %*% solve(D %*% V %*% t(D), e)), "Brant df" = p * (J - 1))
}
bfi <- read("bfi"); b <- na.omit(bfi[, c("A2", "gender", "age")])
ordinal_case("bfi A2 ordinal", factor(b$A2), data.frame(gender = b$gender, age = b$age), data.frame(gender = c("man", "woman"), age = c(20, 60)))
wine <- read("wine")
ordinal_case("wine ordinal", factor(wine$rating), wine[, c("temp", "contact")], data.frame(temp = c("cold", "warm"), contact = c("no", "yes")))

## ---------------------------------------------------------------- multinomial
w <- read("womenlf"); fit <- function(f) eval(bquote(multinom(.(f), w, Hess = TRUE, trace = FALSE, reltol = 1e-15, abstol = 1e-12, maxit = 5000)))
m <- fit(partic ~ hincome + children); V <- vcov(m); s <- sqrt(diag(V))
put("womenlf multinomial", "nnet::multinom, analytic Hessian", 1e-5, named("se", s))
put("womenlf multinomial", "anova of two multinom", 1e-6, "LR[hincome]" = deviance(fit(partic ~ children)) - deviance(m), "LR[children]" = deviance(fit(partic ~ hincome)) - deviance(m), "LR all" = deviance(fit(partic ~ 1)) - deviance(m))
x <- c(1, 20, 1); eta <- c(0, coef(m) %*% x); P <- exp(eta) / sum(exp(eta)); names(P) <- c("fulltime", rownames(coef(m)))
G <- (diag(3) * P - outer(P, P))[, -1] %*% kronecker(diag(2), t(x)); se <- sqrt(diag(G %*% V %*% t(G))); z <- qnorm(.975)
for (k in names(P)) put("womenlf multinomial", "delta method on log odds, hincome 20, children present", 1e-5, setNames(c(P[[k]], plogis(qlogis(P[[k]]) + c(-1, 1) * z * se[match(k, names(P))] / (P[[k]] * (1 - P[[k]])))), paste0("chance ", k, c("", " low", " high"))))

## ---------------------------------------------------------------- conditional logistic
data(infert, package = "datasets"); write.csv(infert[, c("stratum", "case", "spontaneous", "induced")], "infert.csv", row.names = FALSE)
set.seed(684); sizes <- sample(2:6, 60, TRUE); set <- rep(seq_along(sizes), sizes); age <- round(rnorm(length(set), 40, 9)); dose <- round(rexp(length(set)), 2)
answer <- rbinom(length(set), 1, plogis(-1 + rep(rnorm(60), sizes) + .03 * (age - 40) + .5 * dose)); matched <- data.frame(set = set, answer = answer, age = age, dose = dose); write.csv(matched, "matched.csv", row.names = FALSE)
set.seed(72); pair <- rep(1:80, each = 2); px <- round(rnorm(160), 2); pw <- rbinom(160, 1, .4); pairs <- data.frame(pair = pair, x = px, w = pw, answer = unlist(lapply(1:80, function(i) { e <- .8 * px[2 * i - 1:0] - .5 * pw[2 * i - 1:0]; a <- rbinom(1, 1, plogis(e[1] - e[2])); c(a, 1 - a) }))); write.csv(pairs, "pairs.csv", row.names = FALSE)
conditional <- function(case, f, reduced, data) {
  exact <- coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 100)
  m <- clogit(f, data, method = "exact", control = exact); r <- clogit(reduced, data, method = "exact", control = exact); c0 <- coef(summary(m))
  put(case, "survival::clogit(method = 'exact')", 1e-8, named("b", setNames(c0[, 1], rownames(c0))), named("se", setNames(c0[, 3], rownames(c0))), loglik = m$loglik[2], null = m$loglik[1], "LR without the last" = 2 * (m$loglik[2] - r$loglik[2]))
}
conditional("infert", case ~ spontaneous + induced + strata(stratum), case ~ spontaneous + strata(stratum), infert)
conditional("matched", answer ~ age + dose + strata(set), answer ~ age + strata(set), matched)
conditional("pairs", answer ~ x + w + strata(pair), answer ~ x + strata(pair), pairs)
concordant <- tapply(matched$answer, matched$set, function(a) all(a == a[1])); put("matched", "sets in which all answers are equal", 1e-12, concordant = sum(concordant), informative = sum(!concordant))

## ---------------------------------------------------------------- random intercept, linear
mixed <- function(case, f, data, reml) {
  m <- lmer(f, data, REML = reml); s <- coef(summary(m)); dev <- lmer(f, data, REML = reml, devFunOnly = TRUE)
  # lme4 stops at 1e-8 of theta; the zero of the slope is found here on a much finer scale.
  slope <- function(t) { h <- 1e-4 * t; (8 * (dev(t + h) - dev(t - h)) - (dev(t + 2 * h) - dev(t - 2 * h))) / (12 * h) }
  theta <- uniroot(slope, c(.9, 1.1) * getME(m, "theta"), tol = 1e-13)$root; least <- dev(theta)
  g <- function(t) dev(t) - least - qchisq(.95, 1); icc <- function(t) t^2 / (1 + t^2)
  low <- if (g(0) > 0) uniroot(g, c(0, theta), tol = 1e-13)$root else 0; high <- uniroot(g, c(theta, 50 * theta), tol = 1e-13)$root
  vc <- as.data.frame(VarCorr(m))
  put(case, paste0("lme4::lmer(REML = ", reml, ")"), 1e-6, named("b", setNames(s[, 1], rownames(s))), named("se", setNames(s[, 2], rownames(s))), sd_group = vc$sdcor[1], sd_residual = vc$sdcor[2])
  put(case, paste0("lme4::lmer(REML = ", reml, ", devFunOnly = TRUE), uniroot"), 1e-7, criterion = least, icc = icc(theta), icc_low = icc(low), icc_high = icc(high))
}
sleep <- read("sleepstudy")
mixed("sleepstudy REML", Reaction ~ Days + (1 | Subject), sleep, TRUE); mixed("sleepstudy ML", Reaction ~ Days + (1 | Subject), sleep, FALSE)
part <- sleep[-c(1:7, 12, 15:18, 33, 77, 90:95, 130), ]; mixed("sleepstudy with gaps", Reaction ~ Days + (1 | Subject), part, TRUE); mixed("sleepstudy with gaps ML", Reaction ~ 1 + (1 | Subject), part, FALSE)
mixed("wine response", response ~ temp + contact + (1 | judge), wine, TRUE)

d <- do.call(rbind, out); write.csv(d, "ordinal.csv", row.names = FALSE); cat(nrow(d), "quantities\n")
