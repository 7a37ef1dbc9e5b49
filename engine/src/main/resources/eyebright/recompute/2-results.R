
# ---------------------------------------------------------------- what a finding came to
estimate <- function(name, value, limits = c(NA, NA), level = NA) {
  if (is.na(value)) limits <- c(NA, NA)
  data.frame(kind = "estimate", name = name, value = value, low = limits[1], high = limits[2],
             level = if (is.na(limits[1])) NA else level, p = NA_real_, df1 = NA_real_, df2 = NA_real_)
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

# One finding: those for whom `about` is true, and what an analysis makes of them.
finding <- function(id, level, analysis, about = NULL) {
  rows <- if (is.null(about)) rep(TRUE, respondents) else whole(about) %in% TRUE
  result <- tryCatch(analysis(rows, level, id),
                     no_model = function(reason) list(respondents_of(reason$n)),
                     error = function(reason) {
                       message(id, ": ", conditionMessage(reason))
                       list()
                     })
  found[[id]] <<- do.call(rbind, result)
}

# A claim whose analysis is still to be built.
not_yet <- function(rows, level, id) {
  leave_out(id, NA, "not yet analysed")
  list()
}

# Claims whose p values are adjusted together: of each the first test, with those of the same name before the bracket.
family <- function(...) {
  stem <- function(name) sub("\\[.*", "", name)
  ids <- c(...)
  p <- numeric()
  places <- list()
  for (id in ids) {
    if (is.null(found[[id]])) next
    tests <- which(found[[id]]$kind == "test")
    tests <- tests[stem(found[[id]]$name[tests]) == stem(found[[id]]$name[tests[1]])]
    for (place in tests) {
      p <- c(p, found[[id]]$p[place])
      places[[length(places) + 1]] <- list(id = id, place = place)
    }
  }
  if (length(p) < 2) return(invisible())
  adjusted <- p.adjust(p, "holm")
  for (i in seq_along(p)) {
    decided[[length(decided) + 1]] <<- data.frame(finding = places[[i]]$id, name = found[[places[[i]]$id]]$name[places[[i]]$place], adjusted = adjusted[i])
  }
}

# ---------------------------------------------------------------- shares, means, tables, correlations
z_of <- function(level) qnorm((1 + level) / 2)

wilson <- function(x, n, level) {
  if (n == 0) return(c(NA, NA))
  z <- z_of(level)
  middle <- (x + z^2 / 2) / (n + z^2)
  reach <- z / (n + z^2) * sqrt(x * (n - x) / n + z^2 / 4)
  c(if (x == 0) 0 else middle - reach, if (x == n) 1 else middle + reach)
}
one_share <- function(name, x, n, level) estimate(name, if (n == 0) NA else x / n, wilson(x, n, level), level)
one_mean <- function(name, x, level) {
  n <- length(x)
  if (n < 2) return(estimate(name, if (n == 0) NA else mean(x)))
  estimate(name, mean(x), mean(x) + c(-1, 1) * qt((1 + level) / 2, n - 1) * sd(x) / sqrt(n), level)
}
spread <- function(name, x) estimate(name, if (length(x) < 2) NA else sd(x))
count <- function(name, x, n) estimate(name, if (n == 0) NA else x)

share <- function(condition) function(rows, level, id) {
  x <- whole(condition)[rows]
  x <- x[!is.na(x)]
  list(respondents_of(length(x)), one_share("estimate", sum(x), length(x), level), count("count", sum(x), length(x)))
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
  c(list(respondents_of(n)), each)
}

# Newcombe (1998), method 10 of 10 for paired shares.
paired_difference <- function(name, a, b, c, d, level) {
  n <- a + b + c + d
  if (n == 0) return(estimate(name, NA))
  p1 <- (a + b) / n
  p2 <- (a + c) / n
  w1 <- wilson(a + b, n, level)
  w2 <- wilson(a + c, n, level)
  margins <- sqrt((a + b) * (c + d)) * sqrt((a + c) * (b + d))
  q <- a * d - b * c
  phi <- if (margins == 0) 0 else (if (q > 0) max(0, q - n / 2) else q) / margins
  side <- function(x, y) sqrt(max(0, x^2 - 2 * phi * x * y + y^2))
  difference <- (b - c) / n
  estimate(name, difference,
           c(max(-1, difference - side(p1 - w1[1], w2[2] - p2)), min(1, difference + side(w1[2] - p1, p2 - w2[1]))), level)
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
  c(list(respondents_of(n), one_share("share1", sum(x), n, level), one_share("share2", sum(y), n, level),
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
    if (is.logical(of)) shares_in_groups(parts, codes, two, sum(rows), level) else means_in_groups(parts, two, sum(rows), level))
}
shares_in_groups <- function(parts, codes, two, n, level) {
  each <- lapply(seq_along(parts), function(i) {
    x <- sum(parts[[i]])
    m <- length(parts[[i]])
    list(one_share(paste0("share[", codes[i], "]"), x, m, level), count(paste0("count[", codes[i], "]"), x, n),
         count(paste0("n[", codes[i], "]"), m, n))
  })
  c(unlist(each, recursive = FALSE), if (two) list(newcombe(parts[[1]], parts[[2]], level)))
}
newcombe <- function(x, y, level) {
  if (length(x) == 0 || length(y) == 0) return(estimate("difference", NA))
  p1 <- mean(x)
  p2 <- mean(y)
  w1 <- wilson(sum(x), length(x), level)
  w2 <- wilson(sum(y), length(y), level)
  estimate("difference", p1 - p2,
           c(p1 - p2 - sqrt((p1 - w1[1])^2 + (w2[2] - p2)^2), p1 - p2 + sqrt((w1[2] - p1)^2 + (p2 - w2[1])^2)), level)
}
means_in_groups <- function(parts, two, n, level) {
  each <- lapply(seq_along(parts), function(i) {
    list(one_mean(paste0("mean", i), parts[[i]], level), spread(paste0("sd", i), parts[[i]]),
         count(paste0("n", i), length(parts[[i]]), n))
  })
  welch <- if (two) tryCatch(t.test(parts[[1]], parts[[2]], conf.level = level), error = function(none) NULL)
  c(unlist(each, recursive = FALSE),
    if (two) list(if (is.null(welch)) estimate("difference", NA)
                  else estimate("difference", mean(parts[[1]]) - mean(parts[[2]]), as.numeric(welch$conf.int), level)),
    if (!is.null(welch)) list(test("welch_t", unname(welch$statistic), welch$p.value, unname(welch$parameter))))
}

mean_figure <- function(of) function(rows, level, id) {
  x <- whole(of)[rows]
  x <- x[!is.na(x)]
  list(respondents_of(length(x)), one_mean("mean", x, level), spread("sd", x), count("n", length(x), length(x)))
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

correlate <- function(first, second, kind, margin = NA) function(rows, level, id) {
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
  around <- function(error, level) tanh(atanh(r) + c(-1, 1) * z_of(level) * error)
  error <- switch(kind, pearson = 1 / sqrt(n - 3), spearman = sqrt((1 + r^2 / 2) / (n - 3)), kendall = sqrt(0.437 / (n - 4)))
  plain <- list(respondents_of(n), estimate(name, r, around(error, level), level))
  if (kind == "kendall") {
    z <- unname(cor.test(x, y, method = "kendall", exact = FALSE)$statistic)
    return(c(plain, list(test("tau_z", z, 2 * pnorm(-abs(z))))))
  }
  t <- r * sqrt((n - 2) / (1 - r^2))
  plain <- c(plain, list(test(if (kind == "pearson") "r_t" else "rho_t", t, 2 * pt(-abs(t), n - 2), n - 2)))
  if (is.na(margin) || kind != "pearson") return(plain)
  p <- max(pnorm((atanh(r) + atanh(margin)) / error, lower.tail = FALSE), pnorm((atanh(r) - atanh(margin)) / error))
  # The test of the margin decides, so that it stands first.
  c(plain[1:2], list(estimate("r_equivalence", r, around(error, 0.90), 0.90), test("tost", NA, p)), plain[3])
}
