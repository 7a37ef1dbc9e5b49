# Writes more/linear.csv: linear regression, moderation, blocks and cross-validation beyond expected.csv.
# Run in src/test/reference: Rscript more/linear.R    (R 4.2.2, sandwich; the rest is written out below)
suppressWarnings(suppressMessages(library(sandwich)))
out <- list()
put <- function(case, call, tolerance, ...) { v <- c(...)
  for (q in names(v)) out[[length(out) + 1]] <<- data.frame(case = case, quantity = q, value = trimws(formatC(unname(v[q]), digits = 15, format = "g")), tolerance = tolerance, call = call) }
# names of coefficients as Eyebright writes them
named <- function(prefix, v, names) setNames(unname(v), paste0(prefix, "[", names, "]"))
se <- function(V) sqrt(diag(V))
read <- function(name) read.csv(file.path("data", paste0(name, ".csv")), na.strings = "", stringsAsFactors = TRUE)
bfi <- read("bfi"); cowles <- read("cowles"); students <- read("students"); sleepstudy <- read("sleepstudy"); quine <- read("quine"); epil <- read("epil")

## the whole of a regression
bfi <- na.omit(bfi[, c("age", "education", "gender")])
m <- lm(age ~ education + gender, bfi); s <- summary(m); id <- "bfi age ~ education + gender, more"
put(id, "summary(lm), AIC, logLik", 1e-10, adjusted_r2 = s$adj.r.squared, sigma = s$sigma, df = m$df.residual, aic = AIC(m), loglik = as.numeric(logLik(m)), t_education = coef(s)[2, 3], p_gender = coef(s)[3, 4])
new <- data.frame(education = c(2.5, 5), gender = c("woman", "man"))
mean_of <- predict(m, new, interval = "confidence", level = .9); one <- predict(m, new, interval = "prediction", level = .9)
put(id, "predict(interval = 'confidence' and 'prediction', level = .9)", 1e-10, fit_1 = mean_of[1, 1], mean_low_1 = mean_of[1, 2], mean_high_1 = mean_of[1, 3], low_1 = one[1, 2], high_1 = one[1, 3], fit_2 = mean_of[2, 1], mean_low_2 = mean_of[2, 2], low_2 = one[2, 2])
put(id, "hatvalues", 1e-10, leverage_1 = hatvalues(m)[[1]], leverage_max = max(hatvalues(m)), leverage_squares = sum(hatvalues(m)^2))

## levels, interactions, robust
d <- na.omit(students[, c("Pulse", "Exer", "Sex", "Height")]); m <- lm(Pulse ~ Exer * Sex + Height, d); s <- summary(m); id <- "students Pulse ~ Exer * Sex + Height"
n <- c("(intercept)", "Exer.None", "Exer.Some", "Sex.Male", "Height", "Exer.None:Sex.Male", "Exer.Some:Sex.Male")
stopifnot(names(coef(m)) == c("(Intercept)", "ExerNone", "ExerSome", "SexMale", "Height", "ExerNone:SexMale", "ExerSome:SexMale"))
f <- s$fstatistic
put(id, "lm, vcovHC(HC3)", 1e-10, named("b", coef(m), n), named("se", se(vcov(m)), n), named("hc3", se(vcovHC(m, "HC3")), n), r2 = s$r.squared, F = f[[1]], df1 = f[[2]], df2 = f[[3]])
put(id, "pf", 1e-9, p = pf(f[[1]], f[[2]], f[[3]], lower.tail = FALSE))
a <- anova(lm(Pulse ~ Exer + Sex + Height, d), m); put(id, "anova of the model without and with Exer:Sex (Wald F of two coefficients)", 1e-9, interaction_F = a$F[2], interaction_p = a$`Pr(>F)`[2])

## without intercept, with weights, with an offset, within clusters
m <- lm(Pulse ~ Sex + Exer - 1, d); s <- summary(m); n <- c("Sex.Female", "Sex.Male", "Exer.None", "Exer.Some"); id <- "students Pulse ~ Sex + Exer - 1"
put(id, "lm", 1e-10, named("b", coef(m), n), named("se", se(vcov(m)), n), r2 = s$r.squared, adjusted_r2 = s$adj.r.squared, F = s$fstatistic[[1]], df1 = s$fstatistic[[2]])
quine$w <- (seq_len(nrow(quine)) %% 4) + 0.5; m <- lm(Days ~ Sex + Lrn, quine, weights = w); s <- summary(m); n <- c("(intercept)", "Sex.M", "Lrn.SL"); id <- "quine Days ~ Sex + Lrn, weights i mod 4 + 0.5"
put(id, "lm(weights), vcovHC(HC3)", 1e-10, named("b", coef(m), n), named("se", se(vcov(m)), n), named("hc3", se(vcovHC(m, "HC3")), n), r2 = s$r.squared, F = s$fstatistic[[1]], sigma = s$sigma, loglik = as.numeric(logLik(m)), aic = AIC(m))
m <- lm(y ~ lage + offset(lbase), epil); n <- c("(intercept)", "lage"); id <- "epil y ~ lage + offset(lbase), linear"
put(id, "lm", 1e-10, named("b", coef(m), n), named("se", se(vcov(m)), n), loglik = as.numeric(logLik(m)))
m <- lm(Reaction ~ Days, sleepstudy); n <- c("(intercept)", "Days"); id <- "sleepstudy Reaction ~ Days, clustered by Subject"
V0 <- vcovCL(m, ~ Subject, type = "HC0", cadjust = FALSE); V1 <- vcovCL(m, ~ Subject)
put(id, "vcovCL(type = 'HC0', cadjust = FALSE) and vcovCL()", 1e-10, named("cr0", se(V0), n), named("cr1", se(V1), n), covariance_cr1 = V1[1, 2])
put(id, "t with 17 degrees of freedom", 1e-10, low = coef(m)[[2]] - qt(.975, 17) * se(V1)[[2]], high = coef(m)[[2]] + qt(.975, 17) * se(V1)[[2]])

## moderation: the slope at a value is the coefficient of the model with the moderator shifted by it
cowles$y <- as.integer(cowles$volunteer == "yes")
shifted <- function(fit) function(at) { d <- cowles; d$e <- d$extraversion - at; fit(d) }
linear <- shifted(function(d) lm(y ~ neuroticism * e, d))
logistic <- shifted(function(d) glm(y ~ neuroticism * e, binomial, d, control = glm.control(epsilon = 1e-15, maxit = 100)))
moderation <- function(id, model, quantile, tolerance) {
  sd <- sd(cowles$extraversion); at <- mean(cowles$extraversion) + c(low = -sd, mean = 0, high = sd); v <- c()
  for (k in names(at)) { m <- model(at[[k]]); b <- coef(m)[["neuroticism"]]; r <- quantile(m) * sqrt(vcov(m)["neuroticism", "neuroticism"]); v <- c(v, setNames(c(at[[k]], b, b - r, b + r), paste0(k, c("_at", "_slope", "_from", "_to")))) }
  excess <- function(x) { m <- model(x); abs(coef(m)[["neuroticism"]]) / sqrt(vcov(m)["neuroticism", "neuroticism"]) - quantile(m) }
  root <- function(a, b) uniroot(excess, c(a, b), tol = 1e-13)$root
  grid <- seq(-5, 60, .5); e <- sapply(grid, excess); i <- which(diff(sign(e)) != 0); roots <- sapply(i, function(k) root(grid[k], grid[k + 1]))
  put(id, "model refitted with the moderator shifted; Johnson-Neyman by uniroot", tolerance, v, setNames(roots, paste0("bound_", seq_along(roots)))) }
moderation("cowles y ~ neuroticism * extraversion, linear", linear, function(m) qt(.975, m$df.residual), 1e-9)
moderation("cowles y ~ neuroticism * extraversion, logistic", logistic, function(m) qnorm(.975), 1e-8)

## blocks: each given the other
limits <- function(x, df, n, level) { tail <- (1 - level) / 2
  low <- if (pchisq(x, df, lower.tail = FALSE) >= tail) 0 else uniroot(function(l) pchisq(x, df, l, lower.tail = FALSE) - tail, c(0, 4 * x + 50), tol = 1e-12)$root
  high <- if (pchisq(x, df) <= tail) 0 else uniroot(function(l) pchisq(x, df, l) - tail, c(0, 4 * x + 200), tol = 1e-12)$root
  c(low = 1 - exp(-low / n), high = 1 - exp(-high / n)) }
block <- function(id, name, smaller, larger, n, level) { x <- 2 * as.numeric(logLik(larger) - logLik(smaller)); df <- attr(logLik(larger), "df") - attr(logLik(smaller), "df"); l <- limits(x, df, n, level)
  put(id, "logLik; pchisq; uniroot on pchisq(x, df, ncp)", 1e-7, setNames(c(x, df, pchisq(x, df, lower.tail = FALSE), 1 - exp(-x / n), l), paste0(name, c("_lr", "_df", "_p", "_share", "_low", "_high")))) }
g <- function(f) glm(f, binomial, cowles, control = glm.control(epsilon = 1e-15, maxit = 100)); id <- "cowles volunteer, blocks personality and sex, logistic"
full <- g(y ~ sex + neuroticism * extraversion); block(id, "personality", g(y ~ sex), full, nrow(cowles), .9); block(id, "sex", g(y ~ neuroticism * extraversion), full, nrow(cowles), .9)
l <- function(f) lm(f, bfi); id <- "bfi age, blocks education and gender, linear"
full <- l(age ~ education + gender); block(id, "education", l(age ~ gender), full, nrow(bfi), .95); block(id, "gender", l(age ~ education), full, nrow(bfi), .95)

## cross-validation, each respondent left out in turn: residuals follow from leverages
m <- lm(Pulse ~ Exer * Sex + Height, d); put("students Pulse, each left out", "1 - sum((e/(1-h))^2) / sum((y - mean of the others)^2)", 1e-10, r2 = 1 - sum((resid(m) / (1 - hatvalues(m)))^2) / sum(((d$Pulse - mean(d$Pulse)) * nrow(d) / (nrow(d) - 1))^2))
write.csv(do.call(rbind, out), "more/linear.csv", row.names = FALSE)
