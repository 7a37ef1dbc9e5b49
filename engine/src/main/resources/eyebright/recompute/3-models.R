
# ---------------------------------------------------------------- models
# A variable of a model: a number, or the answers that are compared, the first of them the reference.
number <- function(name, x) list(name = name, x = whole(as.numeric(x)), codes = NULL)
answers <- function(name, codes, x = v(name)) list(name = name, x = match(whole(x), codes) - 1, codes = codes)

# A variable as it enters a term: age, age / 10, log(hours).
part <- function(name, divisor = 1, log = FALSE) list(name = name, divisor = divisor, log = log)
part_name <- function(part) {
  divided <- if (part$divisor == 1) part$name else paste0(part$name, " / ", format(part$divisor, scientific = FALSE))
  if (part$log) paste0("log(", divided, ")") else divided
}
part_values <- function(part, x) if (part$log) log(x / part$divisor) else x / part$divisor

complete <- function(variables, rows) {
  for (each in variables) rows <- rows & !is.na(each$x)
  lapply(setNames(variables, vapply(variables, function(each) each$name, "")), function(each) {
    each$x <- each$x[rows]
    each
  })
}

# The columns of a part: the number, or one for each answer but the reference.
part_columns <- function(part, variables) {
  variable <- variables[[part$name]]
  if (is.null(variable$codes)) return(setNames(list(part_values(part, variable$x)), part_name(part)))
  others <- seq_along(variable$codes)[-1]
  setNames(lapply(others, function(i) as.numeric(variable$x == i - 1)), paste0(part$name, ".", variable$codes[others]))
}
# The first variable of an interaction runs fastest.
term_columns <- function(term, variables) {
  Reduce(function(before, part) {
    columns <- part_columns(part, variables)
    crossed <- list()
    for (name in names(columns)) {
      for (other in names(before)) crossed[[paste0(other, ":", name)]] <- before[[other]] * columns[[name]]
    }
    crossed
  }, term[-1], part_columns(term[[1]], variables))
}
design <- function(terms, variables, intercept) {
  n <- length(variables[[1]]$x)
  columns <- unlist(lapply(terms, term_columns, variables = variables), recursive = FALSE)
  names <- unlist(lapply(terms, function(term) names(term_columns(term, variables))))
  if (intercept) {
    columns <- c(list(rep(1, n)), columns)
    names <- c("(intercept)", names)
  }
  x <- matrix(unlist(columns), nrow = n)
  colnames(x) <- names
  x
}
offset_of <- function(offsets, variables, n) {
  Reduce(`+`, lapply(offsets, function(each) part_values(each, variables[[each$name]]$x)), rep(0, n))
}
require_fit <- function(x, variables, outcome, offset) {
  n <- nrow(x)
  for (each in variables[names(variables) != outcome]) {
    if (!is.null(each$codes) && length(unique(each$x)) < length(each$codes)) no_model("nobody gave an answer that is compared", n)
  }
  if (n < ncol(x) || any(!is.finite(x)) || any(!is.finite(offset))) no_model("too few respondents, or no finite numbers", n)
  if (qr(x, tol = 1e-10)$rank < ncol(x)) no_model("predictors cannot be told apart", n)
}

wald <- function(names, b, covariance, level, df = Inf) {
  error <- sqrt(diag(covariance))
  df <- rep_len(df, length(b))
  lapply(seq_along(b), function(i) list(
    name = names[i], value = b[[i]], error = error[i], df = df[i], limits = b[[i]] + c(-1, 1) * qt((1 + level) / 2, df[i]) * error[i],
    test = test(paste0("wald[", names[i], "]"), b[[i]] / error[i], 2 * pt(-abs(b[[i]] / error[i]), df[i]), if (is.finite(df[i])) df[i] else NA)))
}
# Whether a coefficient is too small to matter: of a rule with a margin, ratios as logarithms.
too_small <- function(fit, effect) {
  margin <- rule_of("within")
  if (is.null(margin) || !(fit$error > 0)) return(NULL)
  if (the_rule$unit == "times") margin <- log(margin)
  limits <- fit$value + c(-1, 1) * qt(0.95, fit$df) * fit$error
  p <- max(pt((fit$value + margin) / fit$error, fit$df, lower.tail = FALSE), pt((fit$value - margin) / fit$error, fit$df))
  as <- if (effect == "b") identity else exp
  list(test(paste0("tost[", fit$name, "]"), NA, p),
       estimate(paste0(effect, "_equivalence[", fit$name, "]"), as(fit$value), as(limits), 0.90))
}
# The coefficients a claim is about, as ratios or as they are, and all as they are.
coefficients_of <- function(fits, effect, shows, limits_of, level) {
  constant <- function(name) grepl("(intercept)", name, fixed = TRUE) || grepl("|", name, fixed = TRUE)
  if (is.null(shows)) shows <- Filter(function(name) !constant(name), vapply(fits, function(fit) fit$name, ""))
  shown <- Filter(function(fit) fit$name %in% shows, fits)
  others <- if (effect == "b") Filter(function(fit) !(fit$name %in% shows), fits) else fits
  c(unlist(lapply(shown, too_small, effect = effect), recursive = FALSE),
    lapply(shown, function(fit) {
      limits <- limits_of(fit)
      if (effect == "b") estimate(paste0("b[", fit$name, "]"), fit$value, limits, level)
      else estimate(paste0(effect, "[", fit$name, "]"), exp(fit$value), exp(limits), level)
    }),
    lapply(shown, function(fit) fit$test),
    lapply(others, function(fit) estimate(paste0("b[", fit$name, "]"), fit$value, fit$limits, level)))
}
sizes <- function(variables, predictors, n) {
  unlist(lapply(variables[predictors], function(each) lapply(seq_along(each$codes), function(i) {
    count(paste0("n[", each$name, ".", each$codes[i], "]"), sum(each$x == i - 1), n)
  })), recursive = FALSE)
}

# Newton's method on a slope, whose change is measured by differences.
curvature <- function(at, slope) {
  h <- vapply(seq_along(at), function(i) {
    step <- 1e-5 * max(1, abs(at[i]))
    up <- down <- at
    up[i] <- at[i] + step
    down[i] <- at[i] - step
    (slope(up) - slope(down)) / (2 * step)
  }, numeric(length(at)))
  h <- matrix(h, nrow = length(at))
  (h + t(h)) / 2
}
climb <- function(start, value, slope) {
  at <- start
  for (i in 1:200) {
    step <- tryCatch(solve(curvature(at, slope), -slope(at)), error = function(none) NULL)
    if (is.null(step) || any(!is.finite(step))) return(NULL)
    # Uphill, whatever the curvature says far from the top.
    if (sum(step * slope(at)) < 0) step <- slope(at) / max(1, sqrt(sum(slope(at)^2)))
    now <- value(at)
    while (!is.finite(value(at + step)) || value(at + step) < now - 1e-9 * abs(now)) {
      step <- step / 2
      if (max(abs(step)) < 1e-14) break
    }
    at <- at + step
    if (max(abs(step) / pmax(1, abs(at))) < 1e-11) return(list(at = at, value = value(at)))
    if (max(abs(at)) > 1e4) return(NULL)
  }
  list(at = at, value = value(at))
}

# The limits at which a log-likelihood, the other coefficients at their best, has fallen by half the square of z.
profile <- function(value, error, top, likelihood, level) {
  z <- z_of(level)
  fall <- function(b) 2 * (top - likelihood(b)) - z^2
  side <- function(sign) {
    inner <- value
    outer <- value + sign * z * error
    for (i in 1:60) {
      there <- fall(outer)
      if (is.na(there)) return(NA)
      if (there > 0) return(tryCatch(uniroot(fall, sort(c(inner, outer)), tol = 1e-11)$root, error = function(none) NA))
      inner <- outer
      outer <- outer + sign * z * error
    }
    NA
  }
  c(side(-1), side(1))
}

exact <- list(epsilon = 1e-14, maxit = 100)
generalized <- function(x, y, offset, family) {
  suppressWarnings(glm.fit(x, y, offset = offset, family = family, control = do.call(glm.control, exact)))
}

# ---------------------------------------------------------------- regressions
regression <- function(model, outcome, variables, terms, shows, intercept = TRUE, offsets = list(), at = NULL) {
  force(model)
  function(rows, level, id) {
    complete_ones <- complete(variables, rows)
    y <- complete_ones[[outcome]]$x
    n <- length(y)
    if (n == 0) no_model("nobody answered", 0)
    x <- design(terms, complete_ones, intercept)
    offset <- offset_of(offsets, complete_ones, n)
    require_fit(x, complete_ones, outcome, offset)
    fit <- switch(model, linear = linear, logistic = logistic, counts = counts, ordinal = ordinal, multinomial = multinomial)
    predictors <- setdiff(names(complete_ones), outcome)
    c(list(respondents_of(n)),
      fit(x, y, offset, shows, level, list(codes = complete_ones[[outcome]]$codes, variables = complete_ones, terms = terms, intercept = intercept, at = at, id = id)),
      sizes(complete_ones, predictors, n))
  }
}

# Least squares with HC3.
linear <- function(x, y, offset, shows, level, more) {
  y <- y - offset
  n <- nrow(x)
  df <- n - ncol(x)
  if (df < 1) no_model("too few respondents", n)
  inverse <- chol2inv(qr.R(qr(x)))
  b <- qr.coef(qr(x), y)
  e <- y - drop(x %*% b)
  leverage <- rowSums((x %*% inverse) * x)
  covariance <- inverse %*% crossprod(x * (e / (1 - leverage))) %*% inverse
  fits <- wald(colnames(x), b, covariance, level, df)
  total <- if (more$intercept) sum((y - mean(y))^2) else sum(y^2)
  k <- ncol(x) - more$intercept
  f <- ((total - sum(e^2)) / k) / (sum(e^2) / df)
  c(coefficients_of(fits, "b", shows, function(fit) fit$limits, level),
    list(estimate("r2", 1 - sum(e^2) / total)),
    if (k > 0) list(test("F", f, pf(f, k, df, lower.tail = FALSE), k, df)))
}

# DeLong, DeLong and Clarke-Pearson (1988).
area_under_curve <- function(score, event, level) {
  a <- score[event == 1]
  b <- score[event == 0]
  wins <- outer(a, b, function(x, y) (x > y) + 0.5 * (x == y))
  error <- sqrt(var(rowMeans(wins)) / length(a) + var(colMeans(wins)) / length(b))
  area <- mean(wins)
  limits <- area + c(-1, 1) * z_of(level) * error
  estimate("auc", area, if (is.na(error) || error == 0) c(NA, NA) else c(max(0, limits[1]), min(1, limits[2])), level)
}

log_likelihood_binomial <- function(y, eta) sum(plogis((2 * y - 1) * eta, log.p = TRUE))

# The highest likelihood with an offset far out, where the steps of glm.fit run away: Newton's, halved where they fall.
highest_binomial <- function(x, y, offset) {
  b <- rep(0, ncol(x))
  value <- log_likelihood_binomial(y, offset)
  if (ncol(x) == 0) return(value)
  for (i in 1:200) {
    p <- plogis(drop(x %*% b) + offset)
    step <- tryCatch(drop(solve(crossprod(x * sqrt(p * (1 - p))), crossprod(x, y - p))), error = function(none) NULL)
    if (is.null(step)) return(NA)
    repeat {
      now <- log_likelihood_binomial(y, drop(x %*% (b + step)) + offset)
      if (now >= value - 1e-12 * abs(value) || max(abs(step)) < 1e-13) break
      step <- step / 2
    }
    b <- b + step
    if (max(abs(step)) < 1e-10 * max(1, abs(b))) return(now)
    value <- now
  }
  value
}

logistic <- function(x, y, offset, shows, level, more) {
  n <- length(y)
  if (length(unique(y)) < 2) no_model("everyone gave the same answer", n)
  model <- generalized(x, y, offset, binomial())
  eta <- drop(x %*% model$coefficients) + offset
  p <- plogis(eta)
  if (!model$converged || max(abs(eta)) > 25) {
    leave_out(more$id, NA, "predictors tell the outcome without error: Firth's estimates need the package logistf")
    no_model("separated", n)
  }
  covariance <- solve(crossprod(x * sqrt(p * (1 - p))))
  top <- log_likelihood_binomial(y, eta)
  fits <- wald(colnames(x), model$coefficients, covariance, level)
  limits_of <- function(fit) {
    j <- match(fit$name, colnames(x))
    profile(fit$value, sqrt(covariance[j, j]), top, function(b) {
      highest_binomial(x[, -j, drop = FALSE], y, offset + x[, j] * b)
    }, level)
  }
  constant <- if (more$intercept) generalized(matrix(1, n, 1), y, offset, binomial())$coefficients else 0
  ratio <- 2 * (top - log_likelihood_binomial(y, constant + offset))
  df <- ncol(x) - more$intercept
  c(coefficients_of(fits, "odds_ratio", shows, limits_of, level),
    # Scores that are equal but for rounding are equal.
    list(area_under_curve(signif(eta, 12), y, level), estimate("brier", mean((y - p)^2)), estimate("firth", 0)),
    if (df > 0) list(test("likelihood_ratio", ratio, pchisq(ratio, df, lower.tail = FALSE), df)))
}

# Negative binomial by MASS, its dispersion solved further; Poisson where the counts vary no more than by chance.
# Errors by HC3, with the degrees of freedom that respondents show.
# Whether the likelihood of counts rises for ever, as where a group in which nobody has a count has a rate of 0 and no
# ratio: then the next step of Newton's method is as long as the last.
rises_for_ever <- function(x, y, m) {
  step <- tryCatch(solve(crossprod(x * sqrt(m)), crossprod(x, y - m)), error = function(none) NA)
  anyNA(step) || max(abs(step)) > 1e-4
}

counts <- function(x, y, offset, shows, level, more) {
  n <- length(y)
  if (any(y < 0 | y != round(y))) no_model("the outcome must be counts", n)
  poisson_fit <- generalized(x, y, offset, poisson())
  m <- poisson_fit$fitted.values
  if (rises_for_ever(x, y, m)) no_model("the likelihood rises for ever", n)
  likelihood_at <- function(dispersion, start) {
    fit <- negative_binomial(x, y, offset, dispersion, start)
    sum(dnbinom(y, size = 1 / dispersion, mu = fit$fitted.values, log = TRUE))
  }
  dispersion <- 0
  whole_model <- list()
  if (sum((y - m)^2 - y) > 0) {
    solved <- solve_dispersion(x, y, offset, m)
    dispersion <- solved$dispersion
    m <- solved$fit$fitted.values
    b <- solved$fit$coefficients
    top <- likelihood_at(dispersion, b)
    z <- z_of(level)
    fall <- function(log_dispersion) 2 * (top - likelihood_at(exp(log_dispersion), b)) - z^2
    poisson_value <- sum(dpois(y, poisson_fit$fitted.values, log = TRUE))
    low <- if (2 * (top - poisson_value) <= z^2) 0 else exp(uniroot(fall, log(dispersion) + c(-25, 0), tol = 1e-10)$root)
    high <- log(dispersion) + 1
    while (fall(high) < 0) high <- high + 1
    whole_model <- list(estimate("dispersion", dispersion, c(low, exp(uniroot(fall, c(log(dispersion), high), tol = 1e-10)$root)), level))
  } else {
    b <- poisson_fit$coefficients
  }
  information <- m / (1 + dispersion * m)
  bread <- solve(crossprod(x * sqrt(information)))
  leverage <- information * rowSums((x %*% bread) * x)
  influence <- (x * ((y - m) / (1 + dispersion * m) / (1 - leverage))) %*% bread
  fits <- wald(colnames(x), b, crossprod(influence), level, apply(influence, 2, squares_df))
  c(coefficients_of(fits, "rate_ratio", shows, function(fit) fit$limits, level), whole_model)
}
negative_binomial <- function(x, y, offset, dispersion, start) {
  suppressWarnings(glm.fit(x, y, offset = offset, start = start, family = MASS::negative.binomial(1 / dispersion), control = do.call(glm.control, exact)))
}
# The dispersion at the top of the profile of the likelihood: where its slope, with the means at their best, is 0.
solve_dispersion <- function(x, y, offset, m) {
  start <- NULL
  slope <- function(log_dispersion) {
    a <- exp(log_dispersion)
    fit <- negative_binomial(x, y, offset, a, start)
    start <<- fit$coefficients
    m <- fit$fitted.values
    theta <- 1 / a
    -sum(digamma(theta + y) - digamma(theta) + log(theta) + 1 - log(theta + m) - (y + theta) / (m + theta))
  }
  first <- suppressWarnings(1 / as.numeric(MASS::theta.ml(y, m, limit = 50)))
  if (!is.finite(first) || first <= 0) first <- 0.1
  low <- log(first) - 0.5
  high <- log(first) + 0.5
  while (slope(low) < 0) low <- low - 1
  while (slope(high) > 0) high <- high + 1
  top <- exp(uniroot(slope, c(low, high), tol = 1e-12)$root)
  list(dispersion = top, fit = negative_binomial(x, y, offset, top, start))
}
