# Times the calls of StatisticsBenchmark in R: prints `name,milliseconds,call`, or `name,,why not`.
noise <- function(i, column) {
  x <- sin(12.9898 * (i + 1) + 78.233 * column) * 43758.5453
  x - floor(x)
}
i <- 0:683
counts <- rbind(c(120, 80, 40), c(180, 164, 100))
numbers <- noise(i, 1)
gaps <- as.data.frame(lapply(c(a = 2, b = 3, c = 4, d = 5), function(column) {
  ifelse(noise(i, 10 + column) >= 0.1, 1 + floor(3.5 * (noise(i, 9) + noise(i, column))), NA)
}))
j <- 0:599
people <- data.frame(x = noise(j, 6), person = j %/% 4)
people$y <- as.numeric(noise(j, 8) < plogis(3 * (noise(people$person, 7) - 0.5) * 2 + people$x - 0.5))

# The mean of the processor over a second, or one call if that takes longer, after one to warm up.
time <- function(name, package, call, often = 1) {
  shown <- paste(deparse(substitute(call), width.cutoff = 500), collapse = " ")
  if (!requireNamespace(package, quietly = TRUE)) {
    cat(name, ",,no package ", package, "\n", sep = "")
    return(invisible())
  }
  again <- substitute(call)
  eval(again, globalenv())
  spent <- 0
  calls <- 0
  while (spent < 1) {
    spent <- spent + sum(system.time(for (k in seq_len(often)) eval(again, globalenv()), gcFirst = FALSE)[c("user.self", "sys.self")])
    calls <- calls + often
  }
  cat(name, ",", sprintf("%.6f", 1000 * spent / calls), ",", shown, "\n", sep = "")
}
time("fisherFreemanHalton", "stats", fisher.test(counts), often = 100)
time("cramersV", "effectsize", effectsize::cramers_v(counts, adjust = FALSE, ci = 0.95, alternative = "two.sided"))
time("studentizedRange", "stats", ptukey(3.5, 4, 60, lower.tail = FALSE), often = 1000)
time("bootstrap", "boot", boot::boot.ci(boot::boot(numbers, function(x, rows) mean(x[rows]), 2000), type = "bca"))
time("imputation", "mice", mice::mice(gaps, m = 5, maxit = 10, method = "pmm", printFlag = FALSE))
time("randomIntercepts", "lme4", lme4::glmer(y ~ x + (1 | person), people, binomial, nAGQ = 15))
