# Writes data/*.csv and expected.csv: what R says of real survey data, to 15 significant digits.
# Run: Rscript reference.R    (Debian: r-base-core r-cran-psych r-cran-psychtools r-cran-cardata r-cran-mass r-cran-ordinal
#   r-cran-lme4 r-cran-effectsize r-cran-bayesfactor r-cran-brglm2 r-cran-sandwich r-cran-car r-cran-coin r-cran-metafor
#   r-cran-polycor r-cran-proc r-cran-nnet r-cran-irr r-cran-emmeans)
# Each row of expected.csv: case (data set and analysis), quantity, value, relative tolerance (absolute where the value is 0), and the R call that gave it.
suppressWarnings(suppressMessages({
  library(psych); library(psychTools); library(carData); library(MASS); library(ordinal); library(lme4)
  library(effectsize); library(BayesFactor); library(brglm2); library(sandwich); library(car); library(polycor); library(pROC)
}))
out <- list()
put <- function(case, call, ...) {
  v <- c(...)
  for (q in names(v)) out[[length(out) + 1]] <<- data.frame(case = case, quantity = q, value = trimws(formatC(unname(v[q]), digits = 15, format = "g")), call = call)
}
save_data <- function(d, name) write.csv(d, file.path("data", paste0(name, ".csv")), row.names = FALSE, na = "")
wilson <- function(x, n) { p <- prop.test(x, n, correct = FALSE)$conf.int; c(low = p[1], high = p[2]) }
coefs <- function(m, ...) { s <- coef(summary(m)); v <- c(s[, 1], s[, 2]); names(v) <- c(paste0("b[", rownames(s), "]"), paste0("se[", rownames(s), "]")); v }

## ---------------------------------------------------------------- data (answers of real respondents)
data(bfi, package = "psychTools"); bfi$gender <- factor(bfi$gender, 1:2, c("man", "woman")); bfi$education <- bfi$education
save_data(cbind(id = rownames(bfi), bfi), "bfi")
data(Cowles, package = "carData"); save_data(Cowles, "cowles")
data(survey, package = "MASS"); save_data(survey, "students")
data(Womenlf, package = "carData"); save_data(Womenlf, "womenlf")
data(quine, package = "MASS"); save_data(quine, "quine")
data(wine, package = "ordinal"); save_data(wine, "wine")
data(sleepstudy, package = "lme4"); save_data(sleepstudy, "sleepstudy")
data(epil, package = "MASS"); save_data(epil, "epil")
sv <- MASS::survey

## ---------------------------------------------------------------- proportions
for (xn in list(c(492, 684), c(411, 568), c(148, 492), c(5, 684), c(0, 30), c(30, 30))) {
  x <- xn[1]; n <- xn[2]; id <- sprintf("proportion %d of %d", x, n)
  put(id, "prop.test(x, n, correct=FALSE)", estimate = x / n, setNames(wilson(x, n), c("wilson_low", "wilson_high")))
  b <- binom.test(x, n); put(id, "binom.test(x, n)", exact_low = b$conf.int[1], exact_high = b$conf.int[2], exact_p_half = b$p.value)
}
newcombe <- function(x1, n1, x2, n2) { p1 <- x1/n1; p2 <- x2/n2; w1 <- wilson(x1, n1); w2 <- wilson(x2, n2); d <- p1 - p2
  c(difference = d, low = d - sqrt((p1 - w1[[1]])^2 + (w2[[2]] - p2)^2), high = d + sqrt((w1[[2]] - p1)^2 + (p2 - w2[[1]])^2)) }
tab <- table(Cowles$sex, Cowles$volunteer)
put("cowles volunteer by sex", "Newcombe 1998 hybrid score from two Wilson intervals", newcombe(tab["female","yes"], sum(tab["female",]), tab["male","yes"], sum(tab["male",])))

## ---------------------------------------------------------------- contingency tables
ct <- function(id, t) {
  x <- chisq.test(t, correct = FALSE); g <- 2 * sum(t * log(ifelse(t == 0, 1, t / x$expected)))
  put(id, "chisq.test(t, correct=FALSE)", chi2 = x$statistic[[1]], df = x$parameter[[1]], p = x$p.value, G = g, G_p = pchisq(g, x$parameter[[1]], lower.tail = FALSE))
  v <- cramers_v(t, adjust = FALSE, alternative = "two.sided"); vb <- cramers_v(t, adjust = TRUE, alternative = "two.sided")
  put(id, "effectsize::cramers_v(t, adjust=FALSE, alternative='two.sided')", V = v[[1]], V_low = v$CI_low, V_high = v$CI_high, V_adjusted = vb[[1]])
  if (all(dim(t) == 2)) { f <- fisher.test(t); put(id, "fisher.test(t)", fisher_p = f$p.value, fisher_or = f$estimate[[1]], fisher_low = f$conf.int[1], fisher_high = f$conf.int[2])
    y <- chisq.test(t, correct = TRUE); put(id, "chisq.test(t)", yates_chi2 = y$statistic[[1]], yates_p = y$p.value) }
  else { f <- fisher.test(t, workspace = 2e7); put(id, "fisher.test(t)", fisher_p = f$p.value) }
}
ct("cowles sex x volunteer", tab)
ct("students Sex x W.Hnd", table(sv$Sex, sv$W.Hnd)); ct("students Smoke x Exer", table(sv$Smoke, sv$Exer)); ct("students Fold x Clap", table(sv$Fold, sv$Clap))
ct("womenlf partic x region", table(Womenlf$partic, Womenlf$region))
mc <- table(bfi$A2 >= 5, bfi$A3 >= 5); m <- mcnemar.test(mc, correct = FALSE); be <- binom.test(mc[1,2], mc[1,2] + mc[2,1])
put("bfi A2>=5 vs A3>=5, paired", "mcnemar.test(t, correct=FALSE); binom.test(b, b+c)", chi2 = m$statistic[[1]], p = m$p.value, exact_p = be$p.value)
cq <- na.omit(bfi[, c("N1","N2","N3")]) >= 4; kq <- ncol(cq); Cq <- colSums(cq); Rq <- rowSums(cq)
Q <- (kq - 1) * (kq * sum(Cq^2) - sum(Cq)^2) / (kq * sum(Rq) - sum(Rq^2))
put("bfi N1,N2,N3 >= 4, Cochran Q", "Cochran 1950", Q = Q, df = kq - 1, p = pchisq(Q, kq - 1, lower.tail = FALSE))
tr <- prop.trend.test(table(Cowles$volunteer, cut(Cowles$extraversion, c(-1, 9, 12, 15, 23)))["yes",], colSums(table(Cowles$volunteer, cut(Cowles$extraversion, c(-1, 9, 12, 15, 23)))))
put("cowles volunteer trend over extraversion (0-9,10-12,13-15,16-23)", "prop.trend.test", chi2 = tr$statistic[[1]], p = tr$p.value)

## ---------------------------------------------------------------- means and ranks
two <- function(id, y, g) {
  ok <- !is.na(y) & !is.na(g); y <- y[ok]; g <- droplevels(factor(g[ok])); a <- y[g == levels(g)[1]]; b <- y[g == levels(g)[2]]
  w <- t.test(a, b); s <- t.test(a, b, var.equal = TRUE)
  put(id, "t.test(a, b)  # first level minus second", mean1 = mean(a), sd1 = sd(a), n1 = length(a), mean2 = mean(b), sd2 = sd(b), n2 = length(b), welch_t = w$statistic[[1]], welch_df = w$parameter[[1]], welch_p = w$p.value, diff_low = w$conf.int[1], diff_high = w$conf.int[2])
  put(id, "t.test(a, b, var.equal=TRUE)", student_t = s$statistic[[1]], student_df = s$parameter[[1]], student_p = s$p.value)
  h <- hedges_g(a, b); d <- cohens_d(a, b); put(id, "effectsize::cohens_d / hedges_g (pooled sd, noncentral t interval)", d = d[[1]], d_low = d$CI_low, d_high = d$CI_high, g = h[[1]], g_low = h$CI_low, g_high = h$CI_high)
  u <- wilcox.test(a, b, correct = TRUE, exact = FALSE); r <- rank_biserial(a, b); put(id, "wilcox.test(a, b, exact=FALSE)", W = u$statistic[[1]], wilcox_p = u$p.value, rank_biserial = r[[1]])
  e <- suppressWarnings(as.numeric(extractBF(ttestBF(a, b))$bf)); put(id, "BayesFactor::ttestBF(a, b) rscale=sqrt(2)/2", bf10 = e)
  l <- leveneTest(y, g); put(id, "car::leveneTest (median)", levene_F = l[1, 2], levene_p = l[1, 3])
}
two("students Height by Sex", sv$Height, sv$Sex); two("students Pulse by Sex", sv$Pulse, sv$Sex)
two("cowles extraversion by volunteer", Cowles$extraversion, Cowles$volunteer); two("cowles neuroticism by sex", Cowles$neuroticism, Cowles$sex)
two("bfi N4 by gender", bfi$N4, bfi$gender); two("bfi age by gender", bfi$age, bfi$gender)
tost <- function(id, y, g, bound) { ok <- !is.na(y) & !is.na(g); y <- y[ok]; g <- droplevels(factor(g[ok])); a <- y[g == levels(g)[1]]; b <- y[g == levels(g)[2]]
  lo <- t.test(a, b, mu = -bound, alternative = "greater"); hi <- t.test(a, b, mu = bound, alternative = "less"); ci <- t.test(a, b, conf.level = .90)$conf.int
  put(id, sprintf("two one-sided Welch t tests, bound %g raw units", bound), t_low = lo$statistic[[1]], p_low = lo$p.value, t_high = hi$statistic[[1]], p_high = hi$p.value, tost_p = max(lo$p.value, hi$p.value), ci90_low = ci[1], ci90_high = ci[2]) }
tost("TOST cowles extraversion by sex, bound 0.8", Cowles$extraversion, Cowles$sex, 0.8); tost("TOST students Pulse by Sex, bound 4", sv$Pulse, sv$Sex, 4)
pr <- na.omit(bfi[, c("N1", "N2")]); p <- t.test(pr$N1, pr$N2, paired = TRUE); w <- wilcox.test(pr$N1, pr$N2, paired = TRUE, exact = FALSE)
put("bfi N1 vs N2 paired", "t.test(paired=TRUE); wilcox.test(paired=TRUE, exact=FALSE)", t = p$statistic[[1]], df = p$parameter[[1]], p = p$p.value, mean_diff = p$estimate[[1]], low = p$conf.int[1], high = p$conf.int[2], V = w$statistic[[1]], wilcox_p = w$p.value)
many <- function(id, y, g) { ok <- !is.na(y) & !is.na(g); y <- y[ok]; g <- droplevels(factor(g[ok]))
  a <- anova(lm(y ~ g)); w <- oneway.test(y ~ g); k <- kruskal.test(y, g); e <- eta_squared(lm(y ~ g), partial = FALSE, alternative = "two.sided"); o <- omega_squared(lm(y ~ g), partial = FALSE, alternative = "two.sided")
  put(id, "anova(lm(y ~ g)); oneway.test; kruskal.test; effectsize::eta_squared, omega_squared (noncentral F)", F = a[1, 4], df1 = a[1, 1], df2 = a[2, 1], p = a[1, 5], welch_F = w$statistic[[1]], welch_df2 = w$parameter[[2]], welch_p = w$p.value, kruskal_chi2 = k$statistic[[1]], kruskal_p = k$p.value, eta2 = e$Eta2, eta2_low = e$CI_low, eta2_high = e$CI_high, omega2 = o$Omega2)
  th <- TukeyHSD(aov(y ~ g))$g; for (i in rownames(th)) put(paste(id, "Tukey", i), "TukeyHSD(aov(y ~ g))", diff = th[i, 1], low = th[i, 2], high = th[i, 3], p = th[i, 4]) }
many("bfi age by education", bfi$age, bfi$education); many("students Pulse by Exer", sv$Pulse, sv$Exer); many("cowles neuroticism by extraversion quartile", Cowles$neuroticism, cut(Cowles$extraversion, c(-1, 9, 12, 15, 23)))

## ---------------------------------------------------------------- correlations
co <- function(id, x, y) { ok <- complete.cases(x, y); x <- x[ok]; y <- y[ok]; p <- cor.test(x, y); s <- suppressWarnings(cor.test(x, y, method = "spearman", exact = FALSE)); k <- suppressWarnings(cor.test(x, y, method = "kendall", exact = FALSE))
  put(id, "cor.test(x, y) pearson, spearman (exact=FALSE), kendall (exact=FALSE)", n = length(x), r = p$estimate[[1]], low = p$conf.int[1], high = p$conf.int[2], p = p$p.value, rho = s$estimate[[1]], rho_p = s$p.value, tau_b = k$estimate[[1]], tau_p = k$p.value)
  b <- as.numeric(extractBF(correlationBF(x, y))$bf); put(id, "BayesFactor::correlationBF(x, y) rscale=1/3", bf10 = b) }
co("cowles neuroticism, extraversion", Cowles$neuroticism, Cowles$extraversion); co("students Height, Wr.Hnd", sv$Height, sv$Wr.Hnd); co("bfi A1, A2", bfi$A1, bfi$A2); co("bfi age, O1", bfi$age, bfi$O1)
st <- na.omit(bfi[, c("A2", "A3", "N1")]); rt <- r.test(nrow(st), cor(st$A2, st$A3), cor(st$A2, st$N1), cor(st$A3, st$N1))
put("bfi r(A2,A3) vs r(A2,N1), dependent", "psych::r.test(n, r12, r13, r23)  # Williams", t = rt$t[[1]], p = rt$p[[1]], n = nrow(st))
pc <- polychor(table(bfi$A2, bfi$A3), ML = FALSE); put("bfi A2, A3 polychoric", "polycor::polychor(table(x, y))  # two-step", rho = pc)

## ---------------------------------------------------------------- regression
put("bfi age ~ education + gender", "lm", coefs(l1 <- lm(age ~ education + gender, bfi)), r2 = summary(l1)$r.squared, F = summary(l1)$fstatistic[[1]], hc3 = setNames(sqrt(diag(vcovHC(l1, "HC3"))), paste0("[", names(coef(l1)), "]")))
put("cowles volunteer ~ sex + neuroticism*extraversion", "glm(binomial)", coefs(g1 <- glm(volunteer ~ sex + neuroticism * extraversion, binomial, Cowles)), deviance = deviance(g1), aic = AIC(g1), loglik = as.numeric(logLik(g1)))
ci <- suppressMessages(confint(g1)); put("cowles volunteer ~ sex + neuroticism*extraversion", "confint(glm)  # profile likelihood", setNames(c(ci), c(paste0("low[", rownames(ci), "]"), paste0("high[", rownames(ci), "]"))))
ro <- roc(Cowles$volunteer, fitted(g1), quiet = TRUE); ac <- ci.auc(ro); put("cowles volunteer ~ sex + neuroticism*extraversion", "pROC::ci.auc (DeLong); mean((y-p)^2); McFadden, Tjur", auc = ac[2], auc_low = ac[1], auc_high = ac[3], brier = mean(((Cowles$volunteer == "yes") - fitted(g1))^2), mcfadden = 1 - deviance(g1)/g1$null.deviance, tjur = diff(tapply(fitted(g1), Cowles$volunteer, mean))[[1]])
yy <- Cowles$volunteer == "yes"; ame <- mean(fitted(g1) * (1 - fitted(g1)) * (coef(g1)["extraversion"] + coef(g1)["neuroticism:extraversion"] * Cowles$neuroticism)); put("cowles volunteer ~ sex + neuroticism*extraversion", "average marginal effect of extraversion", ame_extraversion = ame)
put("womenlf work ~ hincome + children, Firth", "glm(method=brglm2::brglmFit, type='MPL_Jeffreys')", coefs(glm(I(partic != "not.work") ~ hincome + children, binomial, Womenlf, method = brglmFit, type = "MPL_Jeffreys")))
put("quine Days ~ Eth + Sex + Age + Lrn, Poisson", "glm(poisson)", coefs(gp <- glm(Days ~ Eth + Sex + Age + Lrn, poisson, quine)), deviance = deviance(gp))
put("quine Days ~ Eth + Sex + Age + Lrn, negative binomial", "MASS::glm.nb", coefs(gn <- glm.nb(Days ~ Eth + Sex + Age + Lrn, quine, control = glm.control(epsilon = 1e-12, maxit = 100))), theta = gn$theta, loglik = as.numeric(logLik(gn)))
put("epil y ~ trt + lage + offset(lbase), Poisson", "glm(poisson) with offset lbase", coefs(glm(y ~ trt + lage + offset(lbase), poisson, epil)))
put("bfi A2 ordinal ~ gender + age", "ordinal::clm(factor(A2) ~ gender + age)", coefs(o1 <- clm(factor(A2) ~ gender + age, data = bfi)), loglik = as.numeric(logLik(o1)))
put("wine rating ~ temp + contact", "ordinal::clm", coefs(clm(rating ~ temp + contact, data = wine)))
mn <- nnet::multinom(partic ~ hincome + children, Womenlf, trace = FALSE, reltol = 1e-14, maxit = 1000); cf <- coef(mn); put("womenlf partic ~ hincome + children, multinomial", "nnet::multinom (reference fulltime)", setNames(c(cf), outer(rownames(cf), colnames(cf), function(a, b) paste0("b[", a, ",", b, "]"))), deviance = deviance(mn))
mm <- lmer(Reaction ~ Days + (1 | Subject), sleepstudy); vc <- as.data.frame(VarCorr(mm)); put("sleepstudy Reaction ~ Days + (1|Subject)", "lme4::lmer REML", coefs(mm), sd_subject = vc$sdcor[1], sd_residual = vc$sdcor[2], reml = as.numeric(REMLcrit(mm)))
gm <- glmer(I(y > 5) ~ trt + lage + (1 | subject), epil, family = binomial, nAGQ = 15, control = glmerControl(optimizer = "bobyqa", tolPwrss = 1e-10)); put("epil y>5 ~ trt + lage + (1|subject)", "lme4::glmer(nAGQ=15)  # tolerance 1e-4", coefs(gm), sd_subject = as.data.frame(VarCorr(gm))$sdcor[1])
sc <- scale(Cowles[, 1:2]); d2 <- data.frame(id = rep(seq_len(nrow(Cowles)), 2), y = c(as.integer(Cowles$volunteer == "yes"), as.integer(Cowles$extraversion > 12)), o = rep(0:1, each = nrow(Cowles)), n = rep(sc[, 1], 2), f = rep(Cowles$sex == "female", 2))
s2 <- glm(y ~ o * (n + f), binomial, d2); V <- vcovCL(s2, ~ id, type = "HC0", cadjust = FALSE); ix <- c("o:n", "o:fTRUE"); put("cowles two outcomes (volunteer; extraversion>12) on z(neuroticism) and female", "stacked glm, sandwich::vcovCL(~id, type='HC0', cadjust=FALSE); Wald test that both slopes are equal", setNames(coef(s2)[ix], c("difference_n", "difference_female")), setNames(sqrt(diag(V))[ix], c("se_n", "se_female")), wald_chi2 = drop(coef(s2)[ix] %*% solve(V[ix, ix]) %*% coef(s2)[ix]))

## ---------------------------------------------------------------- psychometrics
for (k in list(c("A1","A2","A3","A4","A5"), c("N1","N2","N3","N4","N5"), c("O1","O2","O3","O4","O5"))) {
  d <- na.omit(bfi[, k]); rev <- if (k[1] == "A1") "A1" else if (k[1] == "O1") c("O2", "O5") else character(0); for (r in rev) d[[r]] <- 7 - d[[r]]
  a <- suppressWarnings(psych::alpha(d)); id <- paste0("bfi scale ", substr(k[1], 1, 1), " (complete cases, reverse ", paste(rev, collapse = "+"), ")")
  cf <- alpha.ci(a$total$raw_alpha, n.obs = nrow(d), n.var = 5)
  put(id, "psych::alpha; psych::alpha.ci (Feldt)", n = nrow(d), alpha = a$total$raw_alpha, alpha_low = cf$lower.ci[[1]], alpha_high = cf$upper.ci[[1]], std_alpha = a$total$std.alpha, setNames(a$item.stats$r.drop, paste0("r_rest[", k, "]")), setNames(a$alpha.drop$raw_alpha, paste0("alpha_if_dropped[", k, "]")))
  f <- factanal(d, 1, control = list(opt = list(factr = 1e3))); L <- f$loadings[, 1]; S <- sqrt(diag(cov(d))); put(id, "omega total from factanal(d, 1), covariance metric", omega_total = sum(L * S)^2 / (sum(L * S)^2 + sum(f$uniquenesses * S^2)))
}
rt2 <- cohen.kappa(na.omit(cbind(bfi$A2, bfi$A3))); put("bfi A2 vs A3 as two raters", "psych::cohen.kappa", kappa = rt2$kappa, weighted_kappa_quadratic = rt2$weighted.kappa)

## ---------------------------------------------------------------- multiplicity, replication, power
pv <- c(.001, .008, .012, .04, .041, .049, .2, .6); for (m in c("holm", "hochberg", "BH", "BY", "bonferroni")) put("p values .001 .008 .012 .04 .041 .049 .2 .6", paste0("p.adjust(p, '", m, "')"), setNames(p.adjust(pv, m), paste0(m, seq_along(pv))))
z1 <- atanh(.21); z2 <- atanh(.15); s <- sqrt(1/(120 - 3) + 1/(684 - 3)); put("published r=.21 n=120, new r=.15 n=684", "95% prediction interval for the new r (Patil, Peng & Leek 2016)", pi_low = tanh(z1 - qnorm(.975) * s), pi_high = tanh(z1 + qnorm(.975) * s))
d33 <- power.t.test(n = 60, power = 1/3, sig.level = .05)$delta; put("small telescopes: original n = 60 a group", "power.t.test(n=60, power=1/3)", d33 = d33)
put("power: two proportions .72 vs .62, n=342 a group", "power.prop.test", power = power.prop.test(n = 342, p1 = .72, p2 = .62)$power); put("power: t test d=.2, n=342 a group", "power.t.test", power = power.t.test(n = 342, delta = .2)$power)
cb <- as.numeric(extractBF(contingencyTableBF(as.matrix(tab), sampleType = "indepMulti", fixedMargin = "rows"))$bf); put("cowles sex x volunteer", "BayesFactor::contingencyTableBF(indepMulti, rows)", bf10 = cb)
pb <- as.numeric(extractBF(proportionBF(492, 684, p = .7))$bf); put("proportion 492 of 684 against .7", "BayesFactor::proportionBF(492, 684, p=.7) rscale=.5", bf10 = pb)

## ---------------------------------------------------------------- how far R itself can be trusted, as a relative tolerance
tolerance <- function(d) { t <- rep(1e-10, nrow(d)); is <- function(p) grepl(p, d$call) | grepl(p, d$case) | grepl(p, d$quantity)
  t[is("glm\\(|clm|lmer REML|cohens_d|hedges_g|eta_squared|cramers_v|TukeyHSD")] <- 1e-7; t[is("glm.nb|multinom|brglm2|sandwich::vcovCL|Tukey .*-")] <- 1e-6
  t[is("confint|polychor|ttestBF|omega total|pROC")] <- 1e-5; t[is("glmer")] <- 1e-4; t }
d <- do.call(rbind, out); d$tolerance <- tolerance(d); write.csv(d[, c("case", "quantity", "value", "tolerance", "call")], "expected.csv", row.names = FALSE); cat(nrow(d), "quantities\n")
