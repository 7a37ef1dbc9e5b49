
# ---------------------------------------------------------------- ordered and unordered answers
# logit P(Y <= j) = threshold j - x b. Written out, since MASS::polr holds four to five digits of the errors.
ordinal <- function(x, y, offset, shows, level, more) {
  n <- length(y)
  used <- sort(unique(y))
  labels <- if (is.null(more$codes)) as.character(used) else more$codes[used + 1]
  y <- match(y, used)
  k <- length(used)
  if (k < 2) no_model("everyone gave the same answer", n)
  x <- x[, colnames(x) != "(intercept)", drop = FALSE]
  q <- ncol(x)
  cuts <- k - 1
  # Centred, so that thresholds and slopes hardly depend on each other.
  middle <- colMeans(x)
  width <- apply(x, 2, sd)
  z <- scale(x, middle, width)
  model <- function(at, cuts_free = FALSE) {
    thresholds <- at[1:cuts]
    slopes <- if (cuts_free) matrix(at[-(1:cuts)], cuts, q) else matrix(rep(at[-(1:cuts)], each = cuts), cuts, q)
    eta <- z %*% t(slopes)
    upper <- ifelse(y == k, Inf, thresholds[pmin(y, cuts)] - eta[cbind(1:n, pmin(y, cuts))])
    lower <- ifelse(y == 1, -Inf, thresholds[pmax(y - 1, 1)] - eta[cbind(1:n, pmax(y - 1, 1))])
    chance <- plogis(upper) - plogis(lower)
    list(value = if (any(chance <= 0)) -Inf else sum(log(chance)), up = dlogis(upper) / chance, down = dlogis(lower) / chance)
  }
  slope <- function(at, cuts_free = FALSE) {
    part <- model(at, cuts_free)
    by_cut <- lapply(1:cuts, function(j) (y == j) * part$up - (y == j + 1) * part$down)
    each <- vapply(by_cut, function(w) -colSums(z * w), numeric(q))
    each <- matrix(each, nrow = q)
    c(vapply(by_cut, sum, 0), if (cuts_free) as.vector(t(each)) else rowSums(each))
  }
  start <- c(qlogis(cumsum(tabulate(y, k))[1:cuts] / n), rep(0, q))
  top <- climb(start, function(at) model(at)$value, slope)
  # A predictor that separates the answers has a slope without end.
  if (is.null(top) || max(abs(top$at)) > 25 || max(abs(top$at[-(1:cuts)])) > 10) no_model("the model has no single best fit", n)
  covariance <- solve(-curvature(top$at, slope))
  # Back to the units of the answers: threshold + sum of b * middle / width, and b / width.
  turn <- rbind(cbind(diag(cuts), matrix(rep(middle / width, each = cuts), cuts, q)), cbind(matrix(0, q, cuts), diag(1 / width, q)))
  names <- c(paste0(labels[1:cuts], "|", labels[2:k]), colnames(x))
  fits <- wald(names, drop(turn %*% top$at), turn %*% covariance %*% t(turn), level)
  limits_of <- function(fit) {
    j <- match(fit$name, names)
    free <- seq_along(top$at)[-j]
    last <- top$at[free]
    width_j <- width[[j - cuts]]
    profile(fit$value, sqrt(covariance[j, j]) / width_j, top$value, function(b) {
      full <- function(at) replace(numeric(length(top$at)), c(free, j), c(at, b * width_j))
      held <- climb(last, function(at) model(full(at))$value, function(at) slope(full(at))[free])
      if (is.null(held)) {
        far <- optim(top$at[free], function(at) max(-1e10, model(full(at))$value), method = "BFGS", control = list(fnscale = -1, maxit = 10000, reltol = 1e-15))
        return(far$value)
      }
      last <<- held$at
      held$value
    }, level)
  }
  c(coefficients_of(fits, "odds_ratio", shows, limits_of, level),
    proportional_odds(top, cuts, q, function(at) model(at, TRUE)$value, function(at) slope(at, TRUE), more$id),
    chances(top$at, covariance, middle, width, labels, more, level))
}

# Against the model in which each predictor has a slope at each cut. Where its likelihood has no top, it may have a limit
# or not; this comes to a number either way, and Eyebright prints none where it finds neither.
without_top <- character()
proportional_odds <- function(top, cuts, q, value, slope, id) {
  if (cuts < 2 || q == 0) return(NULL)
  start <- c(top$at[1:cuts], rep(top$at[-(1:cuts)], each = cuts))
  larger <- climb(start, value, slope)
  if (is.null(larger)) {
    # Where nobody gives some answer its slope has no end, but the likelihood has a limit.
    without_top <<- c(without_top, id)
    far <- optim(start, value, slope, method = "BFGS", control = list(fnscale = -1, maxit = 10000, reltol = 1e-15))
    larger <- list(value = far$value)
  }
  ratio <- max(0, 2 * (larger$value - top$value))
  df <- q * (cuts - 1)
  list(test("proportional_odds", ratio, pchisq(ratio, df, lower.tail = FALSE), df))
}

# Chances of each answer at some values of one predictor, the others at their mean or reference; limits by the delta
# method on log odds.
chances <- function(at, covariance, middle, width, labels, more, level) {
  if (is.null(more$at)) return(NULL)
  cuts <- length(labels) - 1
  unlist(lapply(more$at$values, function(value) {
    typical <- lapply(more$variables, function(each) {
      each$x <- if (each$name == more$at$name) value else if (is.null(each$codes)) mean(each$x) else 0
      each
    })
    row <- design(more$terms, typical, FALSE)[1, ]
    z <- (row - middle) / width
    above <- at[1:cuts] - sum(z * at[-(1:cuts)])
    slopes_above <- dlogis(above) * cbind(diag(cuts), matrix(rep(-z, each = cuts), cuts, length(z)))
    up_to <- c(0, plogis(above), 1)
    slopes_up_to <- rbind(0, slopes_above, 0)
    c(lapply(more$at$answers, function(answer) {
      name <- paste0("chance[", format(value, scientific = FALSE), ",", answer, "]")
      j <- match(answer, labels)
      if (is.na(j)) return(estimate(name, NA))
      p <- up_to[j + 1] - up_to[j]
      g <- slopes_up_to[j + 1, ] - slopes_up_to[j, ]
      error <- sqrt(drop(t(g) %*% covariance %*% g)) / (p * (1 - p))
      estimate(name, p, plogis(qlogis(p) + c(-1, 1) * z_of(level) * error), level)
    }), ahead(value, labels, diff(up_to), diff(slopes_up_to), covariance, level))
  }), recursive = FALSE)
}
# By how much better answers are more likely than worse ones, where a rule asks for it.
ahead <- function(value, labels, chances, slopes, covariance, level) {
  if (!(value %in% rule_of("crosses"))) return(NULL)
  weights <- (labels %in% the_rule$better) - (labels %in% the_rule$worse)
  difference <- sum(weights * chances)
  g <- drop(t(slopes) %*% weights)
  error <- sqrt(drop(t(g) %*% covariance %*% g))
  name <- paste0("ahead[", format(value, scientific = FALSE), "]")
  list(estimate(name, difference, difference + c(-1, 1) * z_of(level) * error, level),
       test(name, NA, 2 * pnorm(-abs(difference / error))))
}

# ln(P(Y = k) / P(Y = first)) = x b_k. Written out, since nnet::multinom stops at 1e-8 of the deviance.
multinomial <- function(x, y, offset, shows, level, more) {
  n <- length(y)
  codes <- if (is.null(more$codes)) as.character(sort(unique(y))) else more$codes
  y <- if (is.null(more$codes)) match(y, sort(unique(y))) else y + 1
  used <- sort(unique(y))
  if (length(used) < 2 || used[1] != 1) no_model("nobody gave the first answer, or everyone the same", n)
  labels <- codes[used]
  y <- match(y, used)
  k <- length(used)
  q <- ncol(x)
  scales <- pmax(apply(abs(x), 2, max), 1e-300)
  s <- x %*% diag(1 / scales, q)
  shares_at <- function(at) {
    eta <- cbind(0, s %*% matrix(at, q, k - 1))
    eta <- eta - apply(eta, 1, max)
    exp(eta) / rowSums(exp(eta))
  }
  value <- function(at) sum(log(shares_at(at)[cbind(1:n, y)]))
  slope <- function(at) as.vector(t(s) %*% (outer(y, 2:k, `==`) - shares_at(at)[, -1, drop = FALSE]))
  top <- climb(rep(0, q * (k - 1)), value, slope)
  if (is.null(top) || max(abs(s %*% matrix(top$at, q, k - 1))) > 30) no_model("the model has no single best fit", n)
  back <- rep(1 / scales, k - 1)
  covariance <- diag(back) %*% solve(-curvature(top$at, slope)) %*% diag(back)
  names <- as.vector(outer(colnames(x), labels[-1], function(column, label) paste0(label, ": ", column)))
  fits <- wald(names, top$at * back, covariance, level)
  c(coefficients_of(fits, "odds_ratio", shows, function(fit) fit$limits, level),
    lapply(setdiff(shows, names), function(name) estimate(paste0("odds_ratio[", name, "]"), NA)))
}

# ---------------------------------------------------------------- what a block of predictors adds
block <- function(model, outcome, variables, terms, without, intercept = TRUE, offsets = list()) {
  force(model)
  function(rows, level, id) {
    leave_out(id, "r2_cross_validated", "its folds are drawn by Eyebright's own keyed numbers")
    all <- complete(variables, rows)
    y <- all[[outcome]]$x
    n <- length(y)
    if (n == 0) no_model("nobody answered", 0)
    offset <- offset_of(offsets, all, n)
    fitted <- function(terms) {
      x <- design(terms, all, intercept)
      if (ncol(x) > 0) require_fit(x, all, outcome, offset)
      if (model == "linear") {
        e <- if (ncol(x) == 0) y - offset else qr.resid(qr(x), y - offset)
        return(c(-n / 2 * log(sum(e^2)), ncol(x)))
      }
      eta <- offset + if (ncol(x) == 0) 0 else drop(x %*% generalized(x, y, offset, binomial())$coefficients)
      if (length(unique(y)) < 2 || max(abs(eta)) > 25) no_model("predictors tell the outcome without error", n)
      c(log_likelihood_binomial(y, eta), ncol(x))
    }
    kept <- Filter(function(term) !any(vapply(term, function(part) part$name %in% without, TRUE)), terms)
    larger <- fitted(terms)
    smaller <- fitted(kept)
    ratio <- max(0, 2 * (larger[1] - smaller[1]))
    df <- larger[2] - smaller[2]
    # That the block explains less than a bound: as small a statistic where it explains just so much.
    bound <- rule_of("below")
    below <- if (!is.null(bound) && bound > 0 && bound < 1) list(test("r2_below", ratio, pchisq(ratio, df, -n * log(1 - bound)), df))
    c(list(respondents_of(n)), below, list(
         estimate("r2_block", 1 - exp(-ratio / n), 1 - exp(-noncentralities(ratio, df, level) / n), level),
         test("likelihood_ratio", ratio, pchisq(ratio, df, lower.tail = FALSE), df)))
  }
}

# ---------------------------------------------------------------- two counts of the same respondents
# Poisson models of both, with one covariance clustered by respondent.
stacked <- function(first, second, variables, first_terms, second_terms, first_offsets, second_offsets, shows, intercept = TRUE) function(rows, level, id) {
  all <- complete(variables, rows)
  n <- length(all[[first]]$x)
  if (n == 0) no_model("nobody answered", 0)
  one <- function(outcome, terms, offsets) {
    y <- all[[outcome]]$x
    if (any(y < 0 | y != round(y))) no_model("the outcome must be counts", n)
    x <- design(terms, all, intercept)
    offset <- offset_of(offsets, all, n)
    require_fit(x, all[setdiff(names(all), c(first, second))], outcome, offset)
    fit <- generalized(x, y, offset, poisson())
    m <- fit$fitted.values
    if (!fit$converged || rises_for_ever(x, y, m)) no_model("the likelihood rises for ever", n)
    inverse <- solve(crossprod(x * sqrt(m)))
    share <- m * rowSums((x %*% inverse) * x)
    if (any(share >= 1 - 1e-10)) no_model("one respondent alone decides a coefficient", n)
    # Bell & McCaffrey (2002): residuals made as large as errors.
    list(x = x, b = fit$coefficients, influence = (x * ((y - m) / sqrt(1 - share))) %*% inverse)
  }
  a <- one(first, first_terms, first_offsets)
  b <- one(second, second_terms, second_offsets)
  influence <- cbind(a$influence, b$influence)
  covariance <- crossprod(influence)
  p <- ncol(a$x)
  slopes <- which(colnames(a$x) != "(intercept)")
  names <- colnames(a$x)[slopes]
  if (is.null(shows)) shows <- names
  difference <- b$b[slopes] - a$b[slopes]
  moved <- b$influence[, slopes, drop = FALSE] - a$influence[, slopes, drop = FALSE]
  ratio <- function(name, value, moved) {
    t <- qt((1 + level) / 2, squares_df(moved))
    estimate(name, exp(value), exp(value + c(-1, 1) * t * sqrt(sum(moved^2))), level)
  }
  each <- lapply(shows, function(name) {
    j <- match(name, names)
    i <- slopes[j]
    list(ratio(paste0("ratio[", name, "]"), difference[j], moved[, j]),
         ratio(paste0("rate_ratio1[", name, "]"), a$b[i], a$influence[, i]),
         ratio(paste0("rate_ratio2[", name, "]"), b$b[i], b$influence[, i]))
  })
  equal <- tryCatch(hotelling("equal_slopes", difference, moved), error = function(none) NULL)
  rest <- if (length(shows) == 1) {
    j <- match(shows, names)
    statistic <- difference[j] / sqrt(sum(moved[, j]^2))
    df <- squares_df(moved[, j])
    list(test(paste0("wald[", shows, "]"), statistic, 2 * pt(-abs(statistic), df), df), equal)
  } else {
    c(list(equal), tryCatch(proportional_slopes(a$b[slopes], b$b[slopes], covariance, slopes, p, level), error = function(none) NULL))
  }
  c(list(respondents_of(n)), unlist(each, recursive = FALSE), rest, sizes(all, setdiff(names(all), c(first, second)), n))
}

# All coefficients at once: Hotelling's test with the degrees of freedom that people show (Pan & Wall 2002; Pustejovsky & Tipton 2018).
hotelling <- function(name, b, moved) {
  k <- length(b)
  n <- nrow(moved)
  v <- crossprod(moved)
  standard <- moved %*% solve(chol(v))
  spread <- sum(rowSums(standard^2)^2) - k / n
  df <- if (spread > 0) min(n - 1, k * (k + 1) / spread) else n - 1
  rest <- df - k + 1
  if (rest <= 0) return(NULL)
  f <- rest / (df * k) * drop(b %*% solve(v, b))
  test(name, f, pf(f, k, rest, lower.tail = FALSE), k, rest)
}

# Chamberlain (1982): the multiple k at the least distance (b2 - k b1)' V(k)^-1 (b2 - k b1); limits where it has grown by z squared.
proportional_slopes <- function(b1, b2, covariance, slopes, p, level) {
  v11 <- covariance[slopes, slopes, drop = FALSE]
  v22 <- covariance[p + slopes, p + slopes, drop = FALSE]
  v12 <- covariance[slopes, p + slopes, drop = FALSE]
  # Over the angle whose tangent is k, in units of the errors, so that there is no end to reach.
  unit <- sqrt(mean(diag(v22) / diag(v11)))
  distance <- function(angle) {
    c <- cos(angle)
    s <- sin(angle) * unit
    r <- c * b2 - s * b1
    drop(t(r) %*% solve(c^2 * v22 - c * s * (v12 + t(v12)) + s^2 * v11, r))
  }
  angles <- seq(-pi / 2, pi / 2, length.out = 721)
  best <- angles[which.min(vapply(angles, distance, 0))]
  # Where the slope of the distance is 0: its value alone would give half the digits.
  slope <- function(angle) (distance(angle + 1e-5) - distance(angle - 1e-5)) / 2e-5
  angle <- uniroot(slope, best + c(-1, 1) * pi / 720, tol = 1e-13, extendInt = "upX")$root
  least <- distance(angle)
  reach <- function(sign) {
    inner <- angle
    while (abs(inner) < pi / 2) {
      outer <- max(-pi / 2, min(pi / 2, inner + sign * pi / 720))
      if (distance(outer) - least > z_of(level)^2) {
        at <- uniroot(function(each) distance(each) - least - z_of(level)^2, sort(c(inner, outer)), tol = 1e-13)$root
        return(if (abs(at) < pi / 2) unit * tan(at) else NA)
      }
      inner <- outer
    }
    NA
  }
  limits <- c(reach(-1), reach(1))
  df <- length(slopes) - 1
  c(list(estimate("multiple", if (anyNA(limits)) NA else unit * tan(angle), limits, level)),
    if (df > 0) list(test("proportional_slopes", least, pchisq(least, df, lower.tail = FALSE), df)))
}

# ---------------------------------------------------------------- two situations of the same respondents
# Conditional logistic regression of pairs: a logistic regression of the differences without a constant.
situations <- function(name, first, second, codes = NULL) {
  if (!is.null(codes)) return(list(name = name, first = match(whole(first), codes) - 1, second = match(whole(second), codes) - 1, codes = codes))
  list(name = name, first = whole(as.numeric(first)), second = whole(as.numeric(second)), codes = NULL)
}
matched <- function(predictors, shows, outcome = NULL) function(rows, level, id) {
  for (each in c(predictors, list(outcome))) if (!is.null(each)) rows <- rows & !is.na(each$first) & !is.na(each$second)
  n <- sum(rows)
  if (n == 0) no_model("nobody answered", 0)
  sign <- if (is.null(outcome)) rep(1, n) else outcome$first[rows] - outcome$second[rows]
  columns <- unlist(lapply(predictors, function(each) {
    a <- each$first[rows]
    b <- each$second[rows]
    if (is.null(each$codes)) return(setNames(list(a - b), each$name))
    used <- sort(unique(c(a, b)))[-1]
    setNames(lapply(used, function(i) (a == i) - (b == i)), paste0(each$name, ".", each$codes[used + 1]))
  }), recursive = FALSE)
  x <- matrix(unlist(columns), nrow = n)
  colnames(x) <- names(columns)
  told <- sign != 0
  x <- (x * sign)[told, , drop = FALSE]
  if (nrow(x) < ncol(x) || qr(x)$rank < ncol(x)) no_model("predictors cannot be told apart", n)
  y <- rep(1, nrow(x))
  none <- rep(0, nrow(x))
  model <- generalized(x, y, none, binomial())
  eta <- drop(x %*% model$coefficients)
  if (!model$converged || max(abs(eta)) > 25) no_model("predictors tell the outcome without error", n)
  value <- function(eta) sum(plogis(eta, log.p = TRUE))
  covariance <- solve(crossprod(x * sqrt(plogis(eta) * plogis(-eta))))
  top <- value(eta)
  fits <- wald(colnames(x), model$coefficients, covariance, level)
  limits_of <- function(fit) {
    j <- match(fit$name, colnames(x))
    profile(fit$value, sqrt(covariance[j, j]), top, function(b) {
      highest_binomial(x[, -j, drop = FALSE], y, x[, j] * b)
    }, level)
  }
  ratio <- 2 * (top - value(none))
  fitted <- coefficients_of(fits, "odds_ratio", shows, limits_of, level)
  c(list(respondents_of(n), test("likelihood_ratio", ratio, pchisq(ratio, ncol(x), lower.tail = FALSE), ncol(x))),
    Filter(function(row) !startsWith(row$name, "b["), fitted),
    lapply(setdiff(shows, colnames(x)), function(name) estimate(paste0("odds_ratio[", name, "]"), NA)),
    list(count("discordant", sum(told), n)))
}

# ---------------------------------------------------------------- reliability
reliability <- function(items, reversed, ends) function(rows, level, id) {
  x <- matrix(vapply(items, turned, numeric(respondents), reversed = reversed, ends = ends), nrow = respondents)
  x <- x[rows & rowSums(is.na(x)) == 0, , drop = FALSE]
  n <- nrow(x)
  k <- length(items)
  alpha_of <- function(x) ncol(x) / (ncol(x) - 1) * (1 - sum(apply(x, 2, var)) / var(rowSums(x)))
  # Feldt's limits.
  feldt <- function(name, x) {
    alpha <- if (n < 2 || ncol(x) < 2) NA else alpha_of(x)
    if (!is.finite(alpha)) return(estimate(name, NA))
    f <- qf((1 + c(level, -level)) / 2, n - 1, (n - 1) * (ncol(x) - 1))
    estimate(name, alpha, 1 - (1 - alpha) * f, level)
  }
  constant <- n < 2 || any(apply(x, 2, var) == 0)
  r <- if (constant) NA else mean(cor(x)[lower.tri(diag(k))])
  whole <- omega(x, level)
  c(list(respondents_of(n), whole), if (!is.na(whole$value)) bounds_by_interval(whole$value, c(whole$low, whole$high), level, 1), list(feldt("alpha", x), estimate("std_alpha", k * r / (1 + (k - 1) * r))),
    unlist(lapply(seq_len(k), function(j) list(
      estimate(paste0("r_rest[", items[j], "]"), if (n < 2 || var(x[, j]) == 0) NA else cor(x[, j], rowSums(x[, -j, drop = FALSE]))),
      feldt(paste0("alpha_if_dropped[", items[j], "]"), x[, -j, drop = FALSE]))), recursive = FALSE))
}

# One factor by maximum likelihood, as factanal, solved further; NULL where an item would have no error.
one_factor <- function(s, start) {
  k <- ncol(s)
  parts <- function(at) {
    sigma <- tcrossprod(at[1:k]) + diag(at[k + 1:k])
    list(sigma = sigma, inverse = tryCatch(solve(sigma), error = function(none) NULL))
  }
  value <- function(at) {
    if (any(at[k + 1:k] <= 0)) return(-Inf)
    part <- parts(at)
    if (is.null(part$inverse)) -Inf else -as.numeric(determinant(part$sigma)$modulus) - sum(diag(s %*% part$inverse))
  }
  slope <- function(at) {
    part <- parts(at)
    g <- -part$inverse %*% (part$sigma - s) %*% part$inverse
    c(2 * drop(g %*% at[1:k]), diag(g))
  }
  top <- tryCatch(climb(start, value, slope), error = function(none) NULL)
  if (is.null(top) || any(top$at[k + 1:k] <= 1e-6)) return(NULL)
  top$at
}
omega <- function(x, level) {
  k <- ncol(x)
  n <- nrow(x)
  none <- estimate("omega_total", NA)
  if (k < 3 || n <= k || any(apply(x, 2, var) == 0)) return(none)
  width <- apply(x, 2, sd)
  rough <- tryCatch(factanal(covmat = cor(x), factors = 1, n.obs = n), error = function(none) NULL)
  if (is.null(rough) || any(rough$uniquenesses < 0.006)) return(none)
  of <- function(s, start) {
    d <- sqrt(diag(s))
    at <- one_factor(s / outer(d, d), start)
    if (is.null(at)) return(NULL)
    common <- sum(at[1:k] * d)^2
    list(at = at, omega = common / (common + sum(at[k + 1:k] * d^2)))
  }
  s <- cov(x)
  fit <- of(s, c(rough$loadings[, 1], rough$uniquenesses))
  if (is.null(fit)) return(none)
  # How much each respondent moves omega, through each covariance.
  centred <- scale(x, scale = FALSE)
  influence <- numeric(n)
  for (i in seq_len(k)) for (j in seq_len(i)) {
    step <- 1e-4 * width[i] * width[j]
    moved <- vapply(c(-1, 1), function(side) {
      s2 <- s
      s2[i, j] <- s2[j, i] <- s[i, j] + side * step
      other <- of(s2, fit$at)
      if (is.null(other)) NA else other$omega
    }, 0)
    influence <- influence + (moved[2] - moved[1]) / (2 * step) * (centred[, i] * centred[, j] - s[i, j])
  }
  error <- sqrt(sum(influence^2) / (n - 1) / n) / (fit$omega * (1 - fit$omega))
  if (is.na(error)) return(none)
  estimate("omega_total", fit$omega, plogis(qlogis(fit$omega) + c(-1, 1) * z_of(level) * error), level)
}
