
# ---------------------------------------------------------------- what a finding came to
estimate <- function(name, value, limits = c(NA, NA), level = NA) {
  if (is.na(value)) limits <- c(NA, NA)
  data.frame(kind = "estimate", name = name, value = value, low = limits[1], high = limits[2],
             level = if (is.na(limits[1])) NA else level, p = NA_real_, df1 = NA_real_, df2 = NA_real_)
}
# The evidence for something against nothing.
bayes <- function(factor) {
  data.frame(kind = "bayes", name = "bayes_factor", value = factor, low = NA_real_, high = NA_real_, level = NA_real_,
             p = NA_real_, df1 = NA_real_, df2 = NA_real_)
}
test <- function(name, statistic, p, df1 = NA, df2 = NA) {
  data.frame(kind = "test", name = name, value = statistic, low = NA_real_, high = NA_real_, level = NA_real_, p = p,
             df1 = df1, df2 = df2)
}
respondents_of <- function(n) {
  data.frame(kind = "respondents", name = "n", value = n, low = NA_real_, high = NA_real_, level = NA_real_,
             p = NA_real_, df1 = NA_real_, df2 = NA_real_)
}

# A model that cannot be fitted: what it would say is not estimable.
no_model <- function(reason, n) {
  stop(structure(class = c("no_model", "error", "condition"), list(message = reason, call = NULL, n = n)))
}

found <- list()
left_out <- list()
decided <- list()
together <- function(level, k) 1 - (1 - level) / k

# What this script does not recompute, and why.
leave_out <- function(finding, name, reason) left_out[[length(left_out) + 1]] <<- list(finding = finding, name = name, reason = reason)

# The rule of the claim that is being worked on: its kind, what its numbers are in, and they; NULL where it has none.
the_rule <- NULL
the_id <- NULL
rule <- function(kind, unit = NA, ...) list(kind = kind, unit = unit, numbers = c(...))
# The rule that an effect turns round: better answers are ahead at a high value, worse ones at a low one.
crossing <- function(better, worse, low, high) list(kind = "crosses", unit = NA, numbers = c(low, high), better = better, worse = worse)
rules <- list()
# The numbers of the rule, if it is of one of these kinds.
rule_of <- function(...) if (!is.null(the_rule) && the_rule$kind %in% c(...)) the_rule$numbers
is_of_nothing <- function() !is.null(the_rule) && the_rule$kind %in% c("within", "not-more-by")

# One finding: those for whom `about` is true, and what an analysis makes of them.
finding <- function(id, level, analysis, about = NULL, expects = NULL) {
  the_rule <<- expects
  the_id <<- id
  if (!is.null(expects)) rules[[id]] <<- expects
  result <- tryCatch(analysis(if (is.null(about)) rep(TRUE, respondents) else whole(about) %in% TRUE, level, id),
                     not_recomputed = function(reason) {
                       leave_out(id, NA, "it needs flags of careless answers, which are not yet recomputed here")
                       list()
                     },
                     no_model = function(reason) list(respondents_of(reason$n)),
                     error = function(reason) {
                       message(id, ": ", conditionMessage(reason))
                       list()
                     })
  found[[id]] <<- do.call(rbind, result)
}

# What was left out is filled in with Eyebright's own keyed numbers, which another program cannot draw.
imputed <- function(rows, level, id) {
  leave_out(id, NA, "its gaps are filled in by Eyebright's own keyed random numbers")
  list()
}

# A claim whose analysis is still to be built.
not_yet <- function(rows, level, id) {
  leave_out(id, NA, "not yet analysed")
  list()
}

# The tests of a finding that decide: those of its first name, before the bracket; of an effect that turns round three.
deciding <- function(id) {
  stem <- function(name) sub("\\[.*", "", name)
  tests <- which(found[[id]]$kind == "test")
  names <- stem(found[[id]]$name[tests])
  if (identical(rules[[id]]$kind, "crosses")) tests[names %in% c("wald", "ahead")] else tests[names == names[1]]
}
# Claims whose p values are adjusted together: of each the tests that decide. A claim of which several things must hold,
# or several analyses, in `once` by its name with theirs, enters with the largest p.
family <- function(ids, once = list()) {
  p <- numeric()
  places <- list()
  enter <- function(value, of) {
    p <<- c(p, value)
    places[[length(places) + 1]] <<- of
  }
  for (id in ids) {
    if (is.null(found[[id]])) next
    own <- deciding(id)
    if (length(own) == 0) next
    if (id %in% names(once) || identical(rules[[id]]$kind, "crosses")) {
      all <- c(list(list(id = id, place = own)), lapply(once[[id]], function(other) list(id = other, place = if (is.null(found[[other]])) integer() else deciding(other))))
      largest <- max(unlist(lapply(all, function(each) if (length(each$place) == 0) 1 else found[[each$id]]$p[each$place])))
      enter(largest, all)
    } else {
      for (place in own) enter(found[[id]]$p[place], list(list(id = id, place = place)))
    }
  }
  if (length(p) < 2) return(invisible())
  adjusted <- p.adjust(p, "holm")
  for (i in seq_along(p)) for (each in places[[i]]) for (place in each$place) {
    decided[[length(decided) + 1]] <<- data.frame(finding = each$id, name = found[[each$id]]$name[place], adjusted = adjusted[i])
  }
}

# ---------------------------------------------------------------- shares, means, tables, correlations
z_of <- function(level) qnorm((1 + level) / 2)

wilson <- function(x, n, level) wilson_at(x, n, z_of(level))
wilson_at <- function(x, n, z) {
  if (n == 0) return(c(NA, NA))
  middle <- (x + z^2 / 2) / (n + z^2)
  reach <- z / (n + z^2) * sqrt(x * (n - x) / n + z^2 / 4)
  c(if (x == 0) 0 else middle - reach, if (x == n) 1 else middle + reach)
}
one_share <- function(name, x, n, level) estimate(name, if (n == 0) NA else x / n, wilson(x, n, level), level)
one_mean <- function(name, x, level) {
  n <- length(x)
  if (n < 2) return(estimate(name, if (n == 0) NA else mean(x)))
  # As t.test, which refuses data that are constant.
  if (sd(x) == 0) return(estimate(name, NA))
  estimate(name, mean(x), mean(x) + c(-1, 1) * qt((1 + level) / 2, n - 1) * sd(x) / sqrt(n), level)
}
# The degrees of freedom of an error made of squares (Satterthwaite 1946; Pan & Wall 2002).
squares_df <- function(d) {
  n <- length(d)
  spread <- sum(d^4) / sum(d^2)^2 - 1 / n
  if (spread > 0) min(n - 1, 2 / spread) else n - 1
}
# Hall (1992): the means at which T, rid of its skewness, is a quantile.
skewed_mean <- function(name, x, level) {
  n <- length(x)
  if (n < 2 || sd(x) == 0) return(one_mean(name, x, level))
  d <- x - mean(x)
  skew <- mean(d^3) / mean(d^2)^1.5 / sqrt(n)
  quantile <- qt((1 + level) / 2, squares_df(d))
  straight <- function(t) t + skew * (2 * t^2 + 1) / 6 + skew^2 * t^3 / 27
  at <- function(q) uniroot(function(t) straight(t) - q, c(-1, 1) * (5 + 10 * quantile), extendInt = "upX", tol = 1e-14)$root
  estimate(name, mean(x), mean(x) - c(at(quantile), at(-quantile)) * sd(x) / sqrt(n), level)
}
spread <- function(name, x) estimate(name, if (length(x) < 2) NA else sd(x))
count <- function(name, x, n) estimate(name, if (n == 0) NA else x)

share <- function(condition) function(rows, level, id) {
  x <- whole(condition)[rows]
  x <- x[!is.na(x)]
  c(list(respondents_of(length(x)), one_share("estimate", sum(x), length(x), level), count("count", sum(x), length(x))),
    if (length(x) > 0) exact_against(sum(x), length(x)))
}
# Exact tests against the bounds of a rule: two-sided where it asks for a size, of two bounds the less certain.
exact_against <- function(x, n) {
  p <- function(percent, side) binom.test(x, n, percent / 100, alternative = side)$p.value
  above <- rule_of("above")
  below <- rule_of("below")
  inside <- rule_of("inside")
  if (!is.null(above)) list(test("exact_p", x, min(1, 2 * min(p(above, "greater"), p(above, "less")))))
  else if (!is.null(below)) list(test("exact_p", x, p(below, "less")))
  else if (!is.null(inside)) list(test("exact_p", x, min(1, 2 * max(p(inside[1], "greater"), p(inside[2], "less")))))
}

# The share of some who are raked to shares that are known of everybody: weights exp(X b) that meet them, found by
# Newton's method. Standard error linearised: of what the margins leave of the answers.
target <- function(of, share) list(of = of, share = share)
weighted_share <- function(condition, ...) function(rows, level, id) {
  targets <- list(...)
  y <- whole(condition)
  is <- lapply(targets, function(each) whole(each$of))
  for (each in c(list(y), is)) rows <- rows & !is.na(each)
  y <- as.numeric(y[rows])
  n <- length(y)
  if (n == 0) no_model("nobody answered", 0)
  x <- do.call(cbind, c(list(rep(1, n)), lapply(is, function(each) as.numeric(each[rows]))))
  totals <- n * c(1, vapply(targets, function(each) each$share, 0))
  b <- rep(0, ncol(x))
  for (i in 1:100) {
    w <- exp(drop(x %*% b))
    step <- tryCatch(solve(crossprod(x * sqrt(w)), totals - crossprod(x, w)), error = function(none) no_model("no weights", n))
    b <- b + drop(step)
    if (max(abs(step)) < 1e-13) break
  }
  w <- exp(drop(x %*% b))
  if (!all(is.finite(w)) || max(abs(crossprod(x, w) - totals)) > 1e-8 * n) no_model("no weights meet the shares", n)
  if (n < 2 || length(unique(y)) < 2) return(list(respondents_of(n), estimate("estimate", NA), count("count", sum(y), n), estimate("largest_weight", max(w))))
  p <- weighted.mean(y, w)
  score <- w * lm.fit(x, (y - p) / sum(w))$residuals
  error <- sqrt(n * var(score))
  limits <- plogis(qlogis(p) + c(-1, 1) * qt((1 + level) / 2, n - 1) * error / (p * (1 - p)))
  simple <- sum(w * (y - p)^2) / sum(w) * n / (n - 1) / n
  c(list(respondents_of(n)), bounds_by_interval(p, limits, level, 1 / 100), list(estimate("estimate", p, limits, level), count("count", sum(y), n),
       estimate("largest_weight", max(w)), estimate("design_effect", error^2 / simple)))
}
# A figure held against the bounds of a rule by the half of its interval that faces them.
bounds_by_interval <- function(value, limits, level, unit, scale = identity) {
  above <- function(bound) {
    half <- if (bound < value) value - limits[1] else limits[2] - value
    pnorm(z_of(level) * (value - bound) / half, lower.tail = FALSE)
  }
  if (is.null(the_rule) || any(is.na(limits))) return(NULL)
  numbers <- scale(unit * as.numeric(the_rule$numbers))
  if (the_rule$kind %in% c("above", "below") && numbers == 0) NULL
  else if (the_rule$kind == "within") list(test("tost", NA, max(above(-numbers), 1 - above(numbers))))
  else if (the_rule$kind == "above") list(test("bound", NA, 2 * min(above(numbers), 1 - above(numbers))))
  else if (the_rule$kind == "below") list(test("below", NA, 1 - above(numbers)))
  else if (the_rule$kind == "inside") list(test("inside", NA, min(1, 2 * max(above(numbers[1]), 1 - above(numbers[2])))))
}

shares <- function(name, codes) function(rows, level, id) {
  several <- is.null(columns[[name]])
  rows <- rows & !is.na(v(name))
  n <- sum(rows)
  each <- lapply(codes, function(code) {
    x <- if (several) v(paste0(name, ".", code)) else as.character(v(name)) == as.character(code)
    one_share(paste0("share[", code, "]"), sum(x[rows]), n, level)
  })
  if (is.numeric(v(name))) each <- c(each, list(one_mean("mean", v(name)[rows], level)))
  compared <- several && !is.null(the_rule) && n > 0
  c(list(respondents_of(n)), each, if (compared) mainly(sapply(codes, function(code) v(paste0(name, ".", code))[rows]), codes))
}
# Each of the options that the rule names, or of the two that are named most, against each other one, of the same respondents.
mainly <- function(named, codes) {
  named <- matrix(named, ncol = length(codes))
  most <- if (is.null(rule_of("mainly"))) sort(head(order(-colSums(named)), 2)) else which(codes %in% rule_of("mainly"))
  unlist(lapply(most, function(i) lapply(setdiff(seq_along(codes), most), function(j) {
    mid_p(paste0("mcnemar[", codes[i], ",", codes[j], "]"), sum(named[, i] & !named[, j]), sum(!named[, i] & named[, j]))
  })), recursive = FALSE)
}

# Newcombe (1998), method 10 of 10 for paired shares.
paired_difference <- function(name, a, b, c, d, level) {
  n <- a + b + c + d
  if (n == 0) return(estimate(name, NA))
  estimate(name, (b - c) / n, paired_limits(a, b, c, d, z_of(level)), level)
}
paired_limits <- function(a, b, c, d, z) {
  n <- a + b + c + d
  p1 <- (a + b) / n
  p2 <- (a + c) / n
  w1 <- wilson_at(a + b, n, z)
  w2 <- wilson_at(a + c, n, z)
  margins <- sqrt((a + b) * (c + d)) * sqrt((a + c) * (b + d))
  q <- a * d - b * c
  phi <- if (margins == 0) 0 else (if (q > 0) max(0, q - n / 2) else q) / margins
  side <- function(x, y) sqrt(max(0, x^2 - 2 * phi * x * y + y^2))
  difference <- (b - c) / n
  c(max(-1, difference - side(p1 - w1[1], w2[2] - p2)), min(1, difference + side(w1[2] - p1, p2 - w2[1])))
}

# What a rule of points says of a difference: `limits` of a level, and the one-sided p against a bound.
difference_rule <- function(value, limits, against, unit) {
  bound <- if (!is.null(rule_of("not-more-by", "more-by", "within"))) the_rule$numbers
  if (is.null(bound) || is.na(value) || the_rule$unit != "points") return(NULL)
  if (unit == "percent") bound <- min(1, bound / 100)
  if (the_rule$kind != "not-more-by" && bound <= 0) return(NULL)
  decides <- switch(the_rule$kind, "not-more-by" = against("non_superiority", bound, "less"),
                    "more-by" = two_sided(against("superiority", bound, "greater")),
                    test("tost", NA, max(against("tost", -bound, "greater")$p, against("tost", bound, "less")$p)))
  c(list(decides), if (the_rule$kind != "more-by") list(estimate("difference_equivalence", value, limits(0.9), 0.9)))
}
two_sided <- function(test) {
  test$p <- min(1, 2 * min(test$p, 1 - test$p))
  test
}
# The z at which a limit of an interval of shares meets the bound: beyond 37 it makes no difference.
score_test <- function(value, limits_at) function(name, bound, side) {
  z <- 0
  if (bound != value) {
    end <- if (bound < value) 1 else 2
    gap <- function(z) (limits_at(z)[end] - bound) * (if (end == 1) 1 else -1)
    z <- (if (gap(37) >= 0) 37 else uniroot(gap, c(0, 37), tol = 1e-14)$root) * (if (end == 1) 1 else -1)
  }
  test(name, z, pnorm(z, lower.tail = side == "less"))
}
mid_p <- function(name, b, c) {
  p <- if (b + c == 0) 1 else 2 * pbinom(min(b, c), b + c, 0.5) - dbinom(min(b, c), b + c, 0.5)
  test(name, b, min(1, p))
}

side_by_side <- function(first, second, codes) function(rows, level, id) {
  rows <- rows & !is.na(v(first)) & !is.na(v(second))
  n <- sum(rows)
  parts <- lapply(codes, function(code) {
    x <- v(paste0(first, ".", code))[rows]
    y <- v(paste0(second, ".", code))[rows]
    counts <- c(sum(x & y), sum(x & !y), sum(!x & y), sum(!x & !y))
    c(list(one_share(paste0("share[", first, ",", code, "]"), sum(x), n, level),
           one_share(paste0("share[", second, ",", code, "]"), sum(y), n, level),
           paired_difference(paste0("difference[", code, "]"), counts[1], counts[2], counts[3], counts[4], level)),
      if (n > 0) list(mid_p(paste0("mcnemar_midp[", code, "]"), counts[2], counts[3])))
  })
  c(list(respondents_of(n)), unlist(parts, recursive = FALSE))
}

paired <- function(first, second) function(rows, level, id) {
  rows <- rows & !is.na(whole(first)) & !is.na(whole(second))
  x <- whole(first)[rows]
  y <- whole(second)[rows]
  n <- sum(rows)
  limits_at <- function(z) paired_limits(sum(x & y), sum(x & !y), sum(!x & y), sum(!x & !y), z)
  value <- if (n == 0) NA else (sum(x & !y) - sum(!x & y)) / n
  c(difference_rule(value, function(level) limits_at(z_of(level)), score_test(value, limits_at), "percent"),
    list(respondents_of(n), one_share("share1", sum(x), n, level), one_share("share2", sum(y), n, level),
         paired_difference("difference", sum(x & y), sum(x & !y), sum(!x & y), sum(!x & !y), level)),
    if (n > 0) list(mid_p("mcnemar_midp", sum(x & !y), sum(!x & y))))
}

# Shares of a condition or of yes, or means of a number, in groups; each group is one or several options.
compare <- function(of, by, groups) function(rows, level, id) {
  of <- whole(if (is.character(of)) of == "yes" else of)
  group <- rep(NA_integer_, respondents)
  for (i in seq_along(groups)) group[v(by) %in% groups[[i]]] <- i
  rows <- rows & !is.na(group) & !is.na(of)
  parts <- lapply(seq_along(groups), function(i) of[rows & group == i])
  codes <- vapply(groups, function(each) each[1], "")
  two <- length(groups) == 2
  c(list(respondents_of(sum(rows))),
    if (is.logical(of)) shares_in_groups(parts, codes, two, sum(rows), level) else means_in_groups(parts, codes, two, sum(rows), level))
}
shares_in_groups <- function(parts, codes, two, n, level) {
  each <- lapply(seq_along(parts), function(i) {
    x <- sum(parts[[i]])
    m <- length(parts[[i]])
    list(one_share(paste0("share[", codes[i], "]"), x, m, level), count(paste0("count[", codes[i], "]"), x, n),
         count(paste0("n[", codes[i], "]"), m, n))
  })
  counts <- t(vapply(parts, function(x) c(sum(x), sum(!x)), c(0, 0)))
  c(unlist(each, recursive = FALSE), if (two) two_shares(parts[[1]], parts[[2]], counts, level)
    else if (length(parts) > 2) several_shares(counts[rowSums(counts) > 0, colSums(counts) > 0, drop = FALSE], level))
}
several_shares <- function(counts, level) {
  if (min(dim(counts)) < 2) return(list(estimate("V", NA)))
  chi2 <- suppressWarnings(chisq.test(counts, correct = FALSE))
  x <- unname(chi2$statistic)
  df <- unname(chi2$parameter)
  largest <- sum(counts) * (min(dim(counts)) - 1)
  list(estimate("V", min(1, sqrt(x / largest)), pmin(1, sqrt(noncentralities(x, df, level) / largest)), level),
       test("chi2", x, chi2$p.value, df))
}
two_shares <- function(x, y, counts, level) {
  full <- length(x) > 0 && length(y) > 0
  value <- if (full) mean(x) - mean(y) else NA
  limits_at <- function(z) newcombe_limits(x, y, z)
  c(difference_rule(value, function(level) limits_at(z_of(level)), score_test(value, limits_at), "percent"),
    list(estimate("difference", value, if (full) limits_at(z_of(level)) else c(NA, NA), level),
         # Woolf (1955) and Katz and others (1978): log ratios, each with its error.
         ratio("odds_ratio", counts[1, 1] / counts[1, 2] / (counts[2, 1] / counts[2, 2]), sum(1 / counts), level),
         ratio("risk_ratio", mean(x) / mean(y), 1 / sum(x) - 1 / length(x) + 1 / sum(y) - 1 / length(y), level)),
    if (all(rowSums(counts) > 0) && all(colSums(counts) > 0)) {
      c(list(test("fisher_p", NA, fisher.test(counts)$p.value)), if (is_of_nothing()) list(bayes(shares_evidence(counts))))
    })
}
ratio <- function(name, value, variance, level) {
  if (!is.finite(variance) || !is.finite(value)) return(estimate(name, NA))
  estimate(name, value, exp(log(value) + c(-1, 1) * z_of(level) * sqrt(max(0, variance))), level)
}
newcombe_limits <- function(x, y, z) {
  p1 <- mean(x)
  p2 <- mean(y)
  w1 <- wilson_at(sum(x), length(x), z)
  w2 <- wilson_at(sum(y), length(y), z)
  c(p1 - p2 - sqrt((p1 - w1[1])^2 + (w2[2] - p2)^2), p1 - p2 + sqrt((w1[2] - p1)^2 + (p2 - w2[1])^2))
}
# Each share anything from 0 to 1: as likely as any other, and the same in both under the null.
shares_evidence <- function(counts) {
  exp(sum(lbeta(counts[, 1] + 1, counts[, 2] + 1)) - lbeta(sum(counts[, 1]) + 1, sum(counts[, 2]) + 1))
}
# Student's t against none, of a standardized difference that is Cauchy with scale sqrt(1/2): over the difference and
# over the standard deviation seen by the true one.
means_evidence <- function(t, n1, n2) {
  df <- n1 + n2 - 2
  n <- n1 * n2 / (n1 + n2)
  seen <- function(s) 2 * s * df * dchisq(df * s^2, df) * s
  ends <- sqrt(c(qchisq(1e-16, df), qchisq(1e-16, df, lower.tail = FALSE)) / df)
  over_sd <- function(f) integrate(function(s) f(s) * seen(s), ends[1], ends[2], rel.tol = 1e-10, subdivisions = 1000L)$value
  none <- over_sd(function(s) dnorm(t * s))
  some <- over_sd(function(s) vapply(s, function(each) {
    integrate(function(z) dnorm(z) * dcauchy((t * each + z) / sqrt(n), 0, sqrt(0.5)) / sqrt(n), -9, 9, rel.tol = 1e-11, subdivisions = 1000L)$value
  }, 0))
  some / none
}
# Hotelling's density of r, every correlation as likely as any other, against that of no correlation.
correlation_evidence <- function(r, n) {
  density <- function(rho) vapply(rho, function(each) {
    x <- each * r
    width <- sqrt((1 - x) / (n - 1))
    tail <- integrate(function(w) (1 + (cosh(w * width) - 1) / (1 - x))^-(n - 1) * width, 0, min(60, 700 / width), rel.tol = 1e-11, subdivisions = 1000L)$value
    log(tail) + (n - 1) / 2 * log1p(-each^2) - (n - 1) * log1p(-x)
  }, 0)
  top <- density(r)
  cuts <- sort(unique(pmax(-1, pmin(1, c(-1, tanh(atanh(r) + c(-20, -6, 0, 6, 20) / sqrt(n)), 1)))))
  pieces <- vapply(seq_along(cuts)[-1], function(i) integrate(function(rho) exp(density(rho) - top) / 2, cuts[i - 1], cuts[i], rel.tol = 1e-10, subdivisions = 1000L)$value, 0)
  sum(pieces) * exp(top - density(0))
}

# The noncentralities at which a statistic is the upper and the lower limit, `p_at` its lower probability.
noncentral_limits <- function(p_at, low, high, level) {
  at <- function(p) if (p_at(low) <= p) low else uniroot(function(ncp) p_at(ncp) - p, c(low, high), tol = 1e-12)$root
  c(at((1 + level) / 2), at((1 - level) / 2))
}
# Hedges' g with the limits of noncentral t; R's pt knows no noncentrality beyond 37.
hedges <- function(x, y, level, id) {
  df <- length(x) + length(y) - 2
  if (min(length(x), length(y)) < 1 || df < 2) return(estimate("g", NA))
  pooled <- sqrt((sum((x - mean(x))^2) + sum((y - mean(y))^2)) / df)
  if (pooled == 0) return(estimate("g", NA))
  unit <- sqrt(1 / length(x) + 1 / length(y))
  d <- (mean(x) - mean(y)) / pooled
  j <- exp(lgamma(df / 2) - lgamma((df - 1) / 2)) / sqrt(df / 2)
  t <- d / unit
  if (abs(t) > 30) {
    leave_out(id, "g", "R's pt knows no noncentrality beyond 37")
    return(estimate("g", NA))
  }
  ncp <- noncentral_limits(function(ncp) suppressWarnings(pt(t, df, ncp)), -37.6, 37.6, level)
  estimate("g", j * d, j * unit * ncp, level)
}
share_limits <- function(f, df1, df2, rest, level) {
  high <- 10 + 2 * f * df1
  while (pf(f, df1, df2, high) > (1 - level) / 2) high <- 2 * high
  ncp <- noncentral_limits(function(ncp) pf(f, df1, df2, ncp), 0, high, level)
  ncp / (ncp + rest)
}
several_means <- function(parts, codes, level) {
  full <- Filter(length, parts)
  y <- unlist(full)
  group <- factor(rep(seq_along(full), lengths(full)))
  plain <- tryCatch(oneway.test(y ~ group, var.equal = TRUE), error = function(none) NULL)
  welch <- if (all(vapply(full, function(x) length(x) > 1 && var(x) > 0, TRUE))) tryCatch(oneway.test(y ~ group), error = function(none) NULL)
  eta <- if (is.null(plain) || !is.finite(plain$statistic)) estimate("eta2", NA) else {
    f <- unname(plain$statistic)
    df <- unname(plain$parameter)
    estimate("eta2", f * df[1] / (f * df[1] + df[2]), share_limits(f, df[1], df[2], df[2], level), level)
  }
  omega <- if (is.null(welch)) estimate("omega2", NA) else {
    f <- unname(welch$statistic)
    df <- unname(welch$parameter)
    above <- max(0, f - 1) * df[1]
    estimate("omega2", above / (above + length(y)), share_limits(f, df[1], df[2], length(y), level), level)
  }
  pairs <- combn(seq_along(parts), 2, simplify = FALSE)
  c(list(eta, omega), if (!is.null(welch)) list(test("welch_f", f, welch$p.value, df[1], df[2])),
    unlist(lapply(pairs, function(pair) games_howell(parts[pair], codes[pair], length(full), level)), recursive = FALSE))
}
games_howell <- function(two, codes, k, level) {
  name <- paste0("[", codes[1], ",", codes[2], "]")
  welch <- tryCatch(t.test(two[[1]], two[[2]]), error = function(none) NULL)
  if (min(lengths(two)) < 2 || is.null(welch)) return(list(estimate(paste0("difference", name), NA)))
  difference <- mean(two[[1]]) - mean(two[[2]])
  df <- unname(welch$parameter)
  error <- welch$stderr / sqrt(2)
  q <- abs(difference) / error
  list(estimate(paste0("difference", name), difference, difference + c(-1, 1) * qtukey(level, k, df) * error, level),
       test(paste0("games_howell", name), q, ptukey(q, k, df, lower.tail = FALSE), k, df))
}
means_in_groups <- function(parts, codes, two, n, level) {
  each <- lapply(seq_along(parts), function(i) {
    list(one_mean(paste0("mean", i), parts[[i]], level), spread(paste0("sd", i), parts[[i]]),
         count(paste0("n", i), length(parts[[i]]), n))
  })
  c(unlist(each, recursive = FALSE),
    if (two) two_means(parts[[1]], parts[[2]], level) else if (length(parts) > 2) several_means(parts, codes, level))
}
two_means <- function(x, y, level) {
  compared <- function(...) tryCatch(t.test(x, y, ...), error = function(none) NULL)
  as_test <- function(name, each) if (!is.null(each)) list(test(name, unname(each$statistic), each$p.value, unname(each$parameter)))
  welch <- compared(conf.level = level)
  student <- compared(var.equal = TRUE)
  value <- if (is.null(welch)) NA else mean(x) - mean(y)
  limits <- function(level) as.numeric(compared(conf.level = level)$conf.int)
  against <- function(name, bound, side) as_test(name, compared(mu = bound, alternative = side))[[1]]
  c(difference_rule(value, limits, against, "unit"),
    list(estimate("difference", value, if (is.null(welch)) c(NA, NA) else limits(level), level), hedges(x, y, level, the_id)),
    as_test("welch_t", welch), as_test("student_t", student),
    if (is_of_nothing() && !is.null(student)) list(bayes(means_evidence(unname(student$statistic), length(x), length(y)))))
}

# The ordered values between which the median lies with the level's chance at least.
middle <- function(name, x, level) {
  n <- length(x)
  if (n == 0) return(estimate(name, NA))
  k <- qbinom((1 - level) / 2, n, 0.5)
  estimate(name, median(x), if (k == 0) c(NA, NA) else sort(x)[c(k, n + 1 - k)], level)
}
mean_figure <- function(of) function(rows, level, id) {
  x <- whole(of)[rows]
  x <- x[!is.na(x)]
  list(respondents_of(length(x)), skewed_mean("mean", x, level), spread("sd", x), count("n", length(x), length(x)),
       middle("median", x, level))
}

# The noncentralities at which x is a limit of chi-squared.
noncentralities <- function(x, df, level) {
  at <- function(p) {
    if (pchisq(x, df) <= p) return(0)
    top <- x + 10
    while (pchisq(x, df, top) > p) top <- 2 * top
    uniroot(function(ncp) pchisq(x, df, ncp) - p, c(0, top), tol = 1e-12)$root
  }
  c(at((1 + level) / 2), at((1 - level) / 2))
}

cross_table <- function(rows_name, columns_name, row_codes, column_codes) function(rows, level, id) {
  x <- factor(v(rows_name)[rows], row_codes)
  y <- factor(v(columns_name)[rows], column_codes)
  all <- unclass(table(x, y))
  n <- sum(all)
  counts <- lapply(row_codes, function(r) lapply(column_codes, function(k) count(paste0("count[", r, ",", k, "]"), all[r, k], n)))
  used <- all[rowSums(all) > 0, colSums(all) > 0, drop = FALSE]
  if (min(dim(used)) < 2) {
    return(c(list(respondents_of(n), estimate("V", NA), estimate("V_adjusted", NA)), unlist(counts, recursive = FALSE)))
  }
  expected <- outer(rowSums(used), colSums(used)) / n
  chi2 <- sum((used - expected)^2 / expected)
  g <- 2 * sum(ifelse(used == 0, 0, used * log(used / expected)))
  df <- prod(dim(used) - 1)
  largest <- n * (min(dim(used)) - 1)
  bergsma <- dim(used) - (dim(used) - 1)^2 / (n - 1)
  adjusted <- if (min(bergsma) <= 1) NA else min(1, sqrt(max(0, chi2 / n - df / (n - 1)) / (min(bergsma) - 1)))
  c(list(respondents_of(n),
         estimate("V", min(1, sqrt(chi2 / largest)), pmin(1, sqrt(noncentralities(chi2, df, level) / largest)), level),
         estimate("V_adjusted", adjusted),
         test("chi2", chi2, pchisq(chi2, df, lower.tail = FALSE), df), test("G", g, pchisq(g, df, lower.tail = FALSE), df)),
    if (all(dim(used) == 2)) fisher(used, level), unlist(counts, recursive = FALSE))
}

# The conditional odds ratio with its exact limits. The formulas of fisher.test, solved further than its 1.2e-4.
fisher <- function(counts, level) {
  a <- counts[1, 1]
  m <- sum(counts[, 1])
  k <- sum(counts[1, ])
  support <- max(0, k - sum(counts[, 2])):min(m, k)
  log_weights <- dhyper(support, m, sum(counts[, 2]), k, log = TRUE)
  chances <- function(log_or) {
    w <- log_weights + support * log_or
    w <- exp(w - max(w))
    w / sum(w)
  }
  solve_for <- function(f) exp(uniroot(f, c(-40, 40), tol = 1e-13)$root)
  alpha <- (1 - level) / 2
  low <- if (a == min(support)) 0 else solve_for(function(b) sum(chances(b)[support >= a]) - alpha)
  high <- if (a == max(support)) Inf else solve_for(function(b) sum(chances(b)[support <= a]) - alpha)
  or <- if (a == min(support)) 0 else if (a == max(support)) NA else solve_for(function(b) sum(chances(b) * support) - a)
  list(estimate("fisher_or", or, c(low, high), level), test("fisher_p", NA, fisher.test(counts)$p.value))
}

figure <- function(x) whole(if (is.character(x)) ifelse(x == "yes", 1, ifelse(x == "no", 0, NA)) else as.numeric(x))

correlate <- function(first, second, kind) function(rows, level, id) {
  x <- figure(first)
  y <- figure(second)
  rows <- rows & !is.na(x) & !is.na(y)
  x <- x[rows]
  y <- y[rows]
  n <- length(x)
  name <- c(pearson = "r", spearman = "rho", kendall = "tau_b")[[kind]]
  none <- list(respondents_of(n), estimate(name, NA))
  if (n < (if (kind == "kendall") 5 else 4) || sd(x) == 0 || sd(y) == 0) return(none)
  r <- cor(x, y, method = kind)
  if (1 - abs(r) < 1e-14) return(none)
  if (kind == "pearson") return(pearson(x, y, r, level))
  around <- function(error, level) tanh(atanh(r) + c(-1, 1) * z_of(level) * error)
  error <- switch(kind, spearman = sqrt((1 + r^2 / 2) / (n - 3)), kendall = sqrt(0.437 / (n - 4)))
  plain <- list(respondents_of(n), estimate(name, r, around(error, level), level))
  if (kind == "kendall") {
    z <- unname(cor.test(x, y, method = "kendall", exact = FALSE)$statistic)
    return(c(plain[1:2], bounds_by_interval(r, around(error, level), level, 1), list(test("tau_z", z, 2 * pnorm(-abs(z))))))
  }
  t <- r * sqrt((n - 2) / (1 - r^2))
  t <- list(test("rho_t", t, 2 * pt(-abs(t), n - 2), n - 2))
  c(plain, bounds_by_interval(r, around(error, level), level, 1), t)
}
# Pearson's r: the error of Fisher's z by how far each pair moves it, those that decide their own place counting for more.
pearson <- function(x, y, r, level) {
  n <- length(x)
  u <- (x - mean(x)) / sqrt(sum((x - mean(x))^2))
  v <- (y - mean(y)) / sqrt(sum((y - mean(y))^2))
  left <- 1 - 1 / n - (u^2 - 2 * r * u * v + v^2) / (1 - r^2)
  if (any(left < 1e-9)) return(list(respondents_of(n), estimate("r", NA)))
  moved <- (u * v - r * (u^2 + v^2) / 2) / (1 - r^2) / sqrt(left)
  error <- sqrt(sum(moved^2) * n / (n - 1))
  df <- squares_df(moved)
  around <- function(level) tanh(atanh(r) + c(-1, 1) * qt((1 + level) / 2, df) * error)
  t <- r * sqrt((n - 2) / (1 - r^2))
  t <- list(test("r_t", t, 2 * pt(-abs(t), n - 2), n - 2))
  plain <- list(respondents_of(n), estimate("r", r, around(level), level))
  bounds <- if (!is.null(rule_of("within"))) c(-1, 1) * the_rule$numbers else rule_of("inside")
  if (is.null(bounds)) return(c(plain, bounds_by_interval(atanh(r), atanh(around(level)), level, 1, atanh), t))
  if (any(abs(bounds) >= 1)) return(c(plain, t))
  z <- (atanh(r) - atanh(bounds)) / error
  p <- max(pt(z[1], df, lower.tail = FALSE), pt(z[2], df))
  # The test of the margin decides, so that it stands first.
  c(plain, if (is_of_nothing()) list(estimate("r_equivalence", r, around(0.90), 0.90), test("tost", NA, p))
    else list(test("inside", NA, min(1, 2 * p))),
    t, if (is_of_nothing()) list(bayes(correlation_evidence(r, n))))
}
