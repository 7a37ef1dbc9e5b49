# Writes more/glm.csv: logistic, Firth, Poisson, negative binomial and stacked regressions beyond expected.csv.
# Run in src/test/reference: Rscript more/glm.R    (R 4.2.2, MASS, sandwich, brglm2, pROC; the rest is written out below)
suppressWarnings(suppressMessages({ library(MASS); library(sandwich); library(brglm2); library(pROC) }))
out <- list()
put <- function(case, call, tolerance, ...) { v <- c(...)
  for (q in names(v)) out[[length(out) + 1]] <<- data.frame(case = case, quantity = q, value = trimws(formatC(unname(v[q]), digits = 15, format = "g")), tolerance = tolerance, call = call) }
tight <- glm.control(epsilon = 1e-15, maxit = 100)
se <- function(V) { v <- sqrt(diag(V)); names(v) <- paste0("se[", rownames(V), "]"); v }
b <- function(m) { v <- coef(m); names(v) <- paste0("b[", names(v), "]"); v }
cowles <- read.csv("data/cowles.csv", stringsAsFactors = TRUE); womenlf <- read.csv("data/womenlf.csv", stringsAsFactors = TRUE)
quine <- read.csv("data/quine.csv", stringsAsFactors = TRUE); epil <- read.csv("data/epil.csv"); epil$trt <- factor(epil$trt, c("placebo", "progabide"))
students <- read.csv("data/students.csv", stringsAsFactors = TRUE, na.strings = "")

## logistic regression with clusters and average marginal effects (delta method written out)
e <- epil; e$many <- as.integer(e$y > 5)
g <- glm(many ~ trt + lage, binomial, e, control = tight); id <- "epil y>5 ~ trt + lage, logistic, clustered by subject"
put(id, "glm(binomial, epsilon=1e-15)", 1e-11, b(g), se(vcov(g)), deviance = deviance(g), null_deviance = g$null.deviance)
put(id, "sandwich::vcovCL(~subject, HC0, cadjust=FALSE)", 1e-9, setNames(se(vcovCL(g, ~ subject, type = "HC0", cadjust = FALSE)), paste0("hc0", names(se(vcov(g))))))
put(id, "sandwich::vcovCL(~subject)  # g/(g-1)", 1e-9, setNames(se(vcovCL(g, ~ subject)), paste0("hc1", names(se(vcov(g))))))
put(id, "sandwich::vcovHC(HC0), (HC1)", 1e-9, setNames(se(vcovHC(g, "HC0")), paste0("white0", names(se(vcov(g))))), setNames(se(vcovHC(g, "HC1")), paste0("white1", names(se(vcov(g))))))
g <- glm(volunteer ~ sex + neuroticism * extraversion, binomial, cowles, control = tight); id <- "cowles average marginal effects"
V <- vcov(g); p <- fitted(g); w <- p * (1 - p); X <- model.matrix(g)
ame <- function(D) { along <- drop(D %*% coef(g)); grad <- colMeans(w * (1 - 2 * p) * along * X + w * D); c(mean(w * along), sqrt(drop(grad %*% V %*% grad))) }
D <- cbind(0, 0, 1, 0, cowles$extraversion); a <- ame(D); put(id, "delta method, derivative by neuroticism", 1e-10, ame_neuroticism = a[1], se_neuroticism = a[2])
D <- cbind(0, 0, 0, 1, cowles$neuroticism); a <- ame(D); put(id, "delta method, derivative by extraversion", 1e-10, ame_extraversion = a[1], se_extraversion = a[2])
X1 <- X; X1[, 2] <- 1; X0 <- X; X0[, 2] <- 0; p1 <- plogis(drop(X1 %*% coef(g))); p0 <- plogis(drop(X0 %*% coef(g))); grad <- colMeans(p1 * (1 - p1) * X1 - p0 * (1 - p0) * X0)
put(id, "delta method, male - female", 1e-10, ame_male = mean(p1 - p0), se_male = sqrt(drop(grad %*% V %*% grad)))
x0 <- c(1, 1, 10, 15, 150); eta <- sum(x0 * coef(g)); s <- sqrt(drop(x0 %*% V %*% x0)); z <- qnorm(.975); put(id, "predict, interval on the log odds, male, 10, 15", 1e-10, probability = plogis(eta), low = plogis(eta - z * s), high = plogis(eta + z * s))
# a factor with three levels, a logarithm and an interaction of number and level
s <- na.omit(students[, c("W.Hnd", "Sex", "Height", "Exer", "Pulse")]); s$Exer <- factor(s$Exer, c("Freq", "None", "Some")); g <- glm(I(Sex == "Male") ~ log(Height) + Exer * Pulse, binomial, s, control = tight); id <- "students Sex ~ log(Height) + Exer*Pulse"
V <- vcov(g); X <- model.matrix(g); p <- fitted(g); w <- p * (1 - p)
put(id, "glm(binomial)", 1e-9, b(g), se(V)); D <- 0 * X; D[, 2] <- 1 / s$Height; a <- ame(D); put(id, "delta method, derivative by Height", 1e-8, ame_Height = a[1], se_Height = a[2])
D <- 0 * X; D[, "Pulse"] <- 1; D[, "ExerNone:Pulse"] <- s$Exer == "None"; D[, "ExerSome:Pulse"] <- s$Exer == "Some"; a <- ame(D); put(id, "delta method, derivative by Pulse", 1e-8, ame_Pulse = a[1], se_Pulse = a[2])
for (l in c("None", "Some")) { f <- function(v) { d <- s; d$Exer <- factor(v, levels(s$Exer)); model.matrix(delete.response(terms(g)), d) }; X1 <- f(l); X0 <- f("Freq"); p1 <- plogis(drop(X1 %*% coef(g))); p0 <- plogis(drop(X0 %*% coef(g))); grad <- colMeans(p1 * (1 - p1) * X1 - p0 * (1 - p0) * X0)
  put(id, "delta method, level - Freq", 1e-8, setNames(c(mean(p1 - p0), sqrt(drop(grad %*% V %*% grad))), paste0(c("ame_", "se_"), l))) }

## profile limits solved to the digits of a double, plain and Firth
limits <- function(X, y, j, firth) {
  ll <- function(beta) { eta <- drop(X %*% beta); p <- plogis(eta); sum(y * eta - ifelse(eta > 0, eta + log1p(exp(-eta)), log1p(exp(eta)))) + if (firth) determinant(crossprod(X * sqrt(p * (1 - p))))$modulus[[1]] / 2 else 0 }
  fit <- function(v) { k <- setdiff(seq_len(ncol(X)), j); beta <- numeric(ncol(X)); if (!is.na(v)) beta[j] <- v else k <- seq_len(ncol(X))
    for (i in 1:400) { p <- plogis(drop(X %*% beta)); w <- p * (1 - p); r <- y - p; if (firth) { H <- rowSums((X %*% solve(crossprod(X * sqrt(w)))) * X) * w; r <- r + H * (.5 - p) }
      # all coefficients enter the penalty, those in k move
      d <- solve(crossprod(X[, k, drop = FALSE] * sqrt(w)), crossprod(X[, k, drop = FALSE], r)); t <- 1; from <- ll(beta); repeat { new <- beta; new[k] <- beta[k] + t * d; if (is.finite(ll(new)) && ll(new) >= from - 1e-9 || t < 1e-9) break; t <- t / 2 }; beta <- new; if (max(abs(d)) < 1e-14 * (1 + max(abs(beta)))) break }; beta }
  best <- fit(NA); top <- ll(best); q <- qchisq(.95, 1); s <- sqrt(diag(solve(crossprod(X * sqrt(plogis(drop(X %*% best)) * plogis(-drop(X %*% best)))))))[j]
  f <- function(v) 2 * (top - ll(fit(v))) - q
  c(uniroot(f, best[j] + c(-4, -.5) * s, tol = 1e-13)$root, best[j], uniroot(f, best[j] + c(.5, 5) * s, tol = 1e-13)$root) }
X <- cbind(1, womenlf$hincome, womenlf$children == "present"); y <- as.numeric(womenlf$partic != "not.work"); nm <- c("(Intercept)", "hincome", "childrenpresent")
for (firth in c(FALSE, TRUE)) { id <- paste("womenlf work ~ hincome + children, profile", if (firth) "Firth" else "plain")
  for (j in 1:3) { l <- limits(X, y, j, firth); put(id, "uniroot on the profile written out in glm.R", 1e-8, setNames(l, paste0(c("low", "b", "high"), "[", nm[j], "]"))) } }
# separated: nobody with x = 1 says no
sx <- c(0,0,0,0,0,0,1,1,1,1,0,0); sy <- c(0,1,0,0,1,0,1,1,1,1,0,1); sz <- c(3,5,1,4,2,6,3,1,5,2,4,7); X <- cbind(1, sx, sz)
for (j in 1:3) { l <- if (j == 2) NULL else limits(X, sy, j, TRUE); put("separated twelve, Firth", "profile written out in glm.R", 1e-8, if (!is.null(l)) setNames(l, paste0(c("low", "b", "high"), "[", c("(Intercept)", "x", "z")[j], "]"))) }
bf <- glm(sy ~ sx + sz, family = binomial, method = "brglmFit", type = "MPL_Jeffreys", epsilon = 1e-13, maxit = 1000); put("separated twelve, Firth", "brglm2::brglmFit(type='MPL_Jeffreys')", 1e-8, "b[x]" = coef(bf)[[2]], "se[x]" = sqrt(vcov(bf)[2, 2]), "se[z]" = sqrt(vcov(bf)[3, 3]))

## counts
g <- glm(Days ~ Eth + Sex + Age + Lrn, poisson, quine, control = tight); id <- "quine Poisson, further"
put(id, "glm(poisson); vcovHC", 1e-9, null_deviance = g$null.deviance, loglik = as.numeric(logLik(g)), aic = AIC(g), pearson = sum(residuals(g, "pearson")^2), setNames(se(vcovHC(g, "HC0")), paste0("hc0", names(se(vcov(g))))), setNames(se(vcovHC(g, "HC1")), paste0("hc1", names(se(vcov(g))))), setNames(se(vcovHC(g, "HC3")), paste0("hc3", names(se(vcov(g))))))
g <- glm(y ~ trt + lage + offset(lbase), poisson, epil, control = tight); id <- "epil Poisson, further"
put(id, "glm(poisson); vcovCL(~subject)", 1e-9, deviance = deviance(g), null_deviance = g$null.deviance, loglik = as.numeric(logLik(g)), setNames(se(vcovCL(g, ~ subject, type = "HC0", cadjust = FALSE)), paste0("hc0", names(se(vcov(g))))), setNames(se(vcovCL(g, ~ subject)), paste0("hc1", names(se(vcov(g))))))
# Mancl & DeRouen (2001), written out: each cluster's residuals times (I - H)^-1, H its block of the hat matrix
X <- model.matrix(g); w <- fitted(g); A <- solve(crossprod(X * sqrt(w))); M <- 0
for (i in unique(epil$subject)) { k <- epil$subject == i; H <- X[k, ] %*% A %*% t(X[k, ] * w[k]); M <- M + tcrossprod(crossprod(X[k, ], solve(diag(sum(k)) - t(H), (epil$y - w)[k]))) }
put(id, "Mancl & DeRouen (2001) written out", 1e-9, setNames(se(A %*% M %*% A), paste0("hc3", names(se(vcov(g))))))
nb <- function(id, formula, data) { g <- glm.nb(formula, data, control = glm.control(epsilon = 1e-14, maxit = 500))
  # alternated until both stand still, Newton's steps for b: glm.nb stops earlier, glm by the deviance, which leaves b 8 digits
  th <- g$theta; X <- model.matrix(g); y <- g$y; off <- if (is.null(g$offset)) 0 else g$offset; beta <- coef(g)
  for (i in 1:200) { for (j in 1:30) { mu <- exp(drop(X %*% beta) + off); d <- solve(crossprod(X * sqrt(mu * (1 + y / th) / (1 + mu / th)^2)), crossprod(X, (y - mu) / (1 + mu / th))); beta <- beta + drop(d); if (max(abs(d)) < 1e-15) break }
    sc <- function(t) sum(digamma(y + t) - digamma(t) + log(t) + 1 - log(t + mu) - (y + t) / (mu + t)); new <- uniroot(sc, th * c(.8, 1.25), tol = 1e-15)$root; if (abs(new - th) < 1e-14 * th) break; th <- new }
  mu <- exp(drop(X %*% beta) + off); V <- solve(crossprod(X * sqrt(mu / (1 + mu / th)))); ll <- sum(dnbinom(y, size = th, mu = mu, log = TRUE)); names(beta) <- paste0("b[", names(beta), "]")
  w <- mu / (1 + mu / th); h <- rowSums((X %*% V) * X) * w; u <- (X * ((y - mu) / (1 + mu / th) / (1 - h))) %*% V
  put(id, "HC3 written out, expected information", 1e-9, setNames(se(crossprod(u)), paste0("hc3", names(se(V)))))
  put(id, "Newton's steps for b, uniroot for theta, alternated", 1e-9, beta, se(V), theta = th, loglik = ll, aic = -2 * ll + 2 * (length(beta) + 1), deviance = 2 * sum(ifelse(y > 0, y * log(y / mu), 0) - (y + th) * log((y + th) / (mu + th)))) }
nb("quine Days, negative binomial", Days ~ Eth + Sex + Age + Lrn, quine); nb("epil y ~ trt + lage + offset(lbase), negative binomial", y ~ trt + lage + offset(lbase), epil)

## two outcomes, log link, exposure in the first only, some respondents with one outcome; ids by row of epil
sb <- epil[epil$period %in% c(1, 4), ]; one <- sb[sb$period == 1 & sb$subject <= 50, ]; two <- sb[sb$period == 4 & sb$subject >= 8, ]
d <- rbind(data.frame(id = one$subject, y = one$y, o = 0, off = log(1 + one$subject %% 3), t = as.numeric(one$trt == "progabide"), a = one$lage, l = one$lbase), data.frame(id = two$subject, y = two$y, o = 1, off = 0, t = as.numeric(two$trt == "progabide"), a = two$lage, l = two$lbase))
s2 <- glm(y ~ o * (t + a + l) + offset(off), poisson, d, control = tight); V <- vcovCL(s2, ~ id, type = "HC0", cadjust = FALSE); ix <- c("o:t", "o:a", "o:l"); z <- qnorm(.975); id <- "epil first and fourth period, stacked"
put(id, "stacked glm(poisson), vcovCL(~id, HC0, cadjust=FALSE)", 1e-9, setNames(coef(s2)[ix], paste0("difference_", c("t", "a", "l"))), setNames(sqrt(diag(V))[ix], paste0("se_", c("t", "a", "l"))), wald_chi2 = drop(coef(s2)[ix] %*% solve(V[ix, ix]) %*% coef(s2)[ix]), ratio_l = exp(coef(s2)[["o:l"]]), ratio_low_l = exp(coef(s2)[["o:l"]] - z * sqrt(V["o:l", "o:l"])), ratio_high_l = exp(coef(s2)[["o:l"]] + z * sqrt(V["o:l", "o:l"])))
i1 <- c("t", "a", "l"); A <- diag(length(coef(s2))); rownames(A) <- names(coef(s2)); b1 <- coef(s2)[i1]; b2 <- b1 + coef(s2)[ix]
V11 <- V[i1, i1]; V12 <- V[i1, i1] + V[i1, ix]; V22 <- V[i1, i1] + V[i1, ix] + V[ix, i1] + V[ix, ix]
Q <- function(k) { r <- b2 - k * b1; drop(r %*% solve(V22 - k * (V12 + t(V12)) + k^2 * V11, r)) }
# the zero of the derivative: a minimum by values alone has half the digits
dQ <- function(k) { S <- V22 - k * (V12 + t(V12)) + k^2 * V11; u <- solve(S, b2 - k * b1); -2 * sum(b1 * u) - drop(u %*% (-(V12 + t(V12)) + 2 * k * V11) %*% u) }
o <- optimize(Q, c(-3, 3), tol = 1e-10)$minimum; k <- uniroot(dQ, o + c(-.01, .01), tol = 1e-14)$root; h <- function(v) Q(v) - Q(k) - qchisq(.95, 1)
put(id, "minimum distance slopes2 = k slopes1, over k", 1e-8, k = k, k_chi2 = Q(k), k_low = uniroot(h, c(k - .8, k), tol = 1e-13)$root, k_high = uniroot(h, c(k, k + .8), tol = 1e-13)$root)
d <- do.call(rbind, out); write.csv(d, "more/glm.csv", row.names = FALSE); cat(nrow(d), "quantities\n")
