# Writes weights.csv: raking and post-stratification of students.csv with linearised standard errors of package survey.
# Run in this folder: Rscript weights.R    (Debian: r-base-core r-cran-survey)
suppressWarnings(suppressMessages(library(survey)))
rows <- list()
put <- function(case, call, v, tolerance = 1e-9) for (q in names(v)) rows[[length(rows) + 1]] <<- data.frame(case = case, quantity = q, value = trimws(formatC(v[[q]], digits = 15, format = "g")), tolerance = tolerance, call = call)
s <- read.csv("../data/students.csv"); s <- s[complete.cases(s[, c("Sex", "Exer", "Age", "Height")]) & s$Sex != "", ]; s$young <- as.numeric(s$Age < 19); n <- nrow(s)
base <- svydesign(ids = ~1, weights = rep(1, n), data = s)
report <- function(case, d) {
  m <- svymean(~Age, d, deff = "replace"); q <- qt(.975, degf(d)) * SE(m)[1]; h <- subset(d, Exer == "Freq"); mh <- svymean(~Height, h)
  p <- svymean(~young, d); l <- svyciprop(~young, d, method = "logit", df = degf(d)); ci <- attr(l, "ci"); w <- weights(d)
  put(case, "svymean, svyciprop(method='logit')", c(n = n, mean = coef(m)[[1]], se = SE(m)[[1]], low = coef(m)[[1]] - q, high = coef(m)[[1]] + q, deff = deff(m)[[1]], share = coef(p)[[1]], share_se = SE(p)[[1]], share_low = ci[[1]], share_high = ci[[2]], domain = coef(mh)[[1]], domain_se = SE(mh)[[1]], kish = n * sum(w^2) / sum(w)^2, largest = max(w) / mean(w), smallest = min(w) / mean(w)))
}
report("unweighted", base)
N <- n
sex <- c(SexFemale = .6, SexMale = .4); ex <- c(Freq = .3, None = .2, Some = .5)
# Margins of Sex and Exer, by raking; residuals on the calibration variables with the design weights.
r <- calibrate(base, ~ Sex + Exer, c(`(Intercept)` = N, SexMale = .4 * N, ExerNone = .2 * N, ExerSome = .5 * N), calfun = "raking", epsilon = 1e-13, maxit = 200)
report("raked", r)
cells <- data.frame(Sex = rep(c("Female", "Male"), each = 3), Exer = rep(c("Freq", "None", "Some"), 2), Freq = N * c(.2, .1, .25, .15, .05, .25))
report("post-stratified", postStratify(base, ~ Sex + Exer, cells))
write.csv(do.call(rbind, rows), "weights.csv", row.names = FALSE)
