# Writes more/squares.csv: errors whose degrees of freedom are seen in the squares they are made of.
# Run in src/test/reference: Rscript more/squares.R    (R 4.2.2; all of it is written out below)
options(digits = 17)
out <- list()
put <- function(case, call, tolerance, ...) { v <- c(...)
  for (q in names(v)) out[[length(out) + 1]] <<- data.frame(case = case, quantity = q, value = trimws(formatC(unname(v[q]), digits = 15, format = "g")), tolerance = tolerance, call = call) }
tight <- glm.control(epsilon = 1e-15, maxit = 100)
epil <- read.csv("data/epil.csv"); cowles <- read.csv("data/cowles.csv"); bfi <- read.csv("data/bfi.csv")

# Satterthwaite's degrees of freedom, from Pan & Wall (2002)
df_of <- function(d) { n <- length(d); s <- d^2 / sum(d^2); min(n - 1, 2 / (sum(s^2) - 1 / n)) }

## two outcomes of the same people: one model of all rows, its clusters' residuals times (I - H)^(-1/2) in units of the working errors
stacked <- function(id, model, person, tested, work) {
  X <- model.matrix(model); b <- coef(model); w <- work(fitted(model)); A <- solve(crossprod(X * sqrt(w))); e <- (model$y - fitted(model)) / sqrt(w)
  d <- t(sapply(unique(person), function(i) { k <- person == i; Z <- X[k, , drop = FALSE] * sqrt(w[k]); v <- eigen(diag(sum(k)) - Z %*% A %*% t(Z), symmetric = TRUE)
    drop(A %*% t(Z) %*% v$vectors %*% diag(1 / sqrt(v$values), sum(k)) %*% t(v$vectors) %*% e[k]) }))
  colnames(d) <- names(b); d <- d[, tested]; b <- b[tested]; se <- sqrt(colSums(d^2)); df <- apply(d, 2, df_of); p <- 2 * pt(-abs(b / se), df); t <- qt(.975, df)
  name <- sub("^o:", "", tested); label <- function(v, key) setNames(v, paste0(key, "_", name))
  # Pustejovsky & Tipton (2018): the standardized covariance has the total variance of a Wishart matrix; here the variance is that seen in people
  k <- length(b); n <- nrow(d); V <- crossprod(d); r <- eigen(V, symmetric = TRUE); u <- d %*% r$vectors %*% diag(1 / sqrt(r$values), k)
  total <- 0; for (i in 1:k) for (j in 1:k) total <- total + sum((u[, i] * u[, j])^2) - sum(u[, i] * u[, j])^2 / n
  v <- min(n - 1, k * (k + 1) / total); f <- (v - k + 1) / (v * k) * drop(b %*% solve(V, b))
  put(id, "CR2 of one model of all rows, written out", 1e-9, label(b, "difference"), label(se, "se"), label(df, "df"), label(p, "p"), label(exp(b - t * se), "low"), label(exp(b + t * se), "high"), F = f, F_df = v - k + 1, F_p = pf(f, k, v - k + 1, lower.tail = FALSE)) }
sb <- epil[epil$period %in% c(1, 4), ]; one <- sb[sb$period == 1 & sb$subject <= 50, ]; two <- sb[sb$period == 4 & sb$subject >= 8, ]
d <- rbind(data.frame(id = one$subject, y = one$y, o = 0, off = log(1 + one$subject %% 3), t = as.numeric(one$trt == "progabide"), a = one$lage, l = one$lbase), data.frame(id = two$subject, y = two$y, o = 1, off = 0, t = as.numeric(two$trt == "progabide"), a = two$lage, l = two$lbase))
stacked("epil first and fourth period, stacked, few events", glm(y ~ o * (t + a + l) + offset(off), poisson, d, control = tight), d$id, c("o:t", "o:a", "o:l"), identity)
n <- nrow(cowles); z <- as.numeric(scale(cowles$neuroticism)); f <- as.numeric(cowles$sex == "female")
d <- data.frame(y = c(as.numeric(cowles$volunteer == "yes"), as.numeric(cowles$extraversion > 12)), o = rep(0:1, each = n), n = z, female = f, id = rep(seq_len(n), 2))
d <- d[d$id %% 20 == 1, ]
stacked("cowles two outcomes of every twentieth, few people", glm(y ~ o * (n + female), binomial, d, control = tight), d$id, c("o:n", "o:female"), function(m) m * (1 - m))

## one count: HC3 and the degrees of freedom of its influences
counted <- function(id, model, x, work, tolerance) { b <- coef(model); m <- fitted(model); w <- work(m); A <- solve(crossprod(x * sqrt(w))); h <- w * rowSums((x %*% A) * x)
  d <- (x * ((model$y - m) / m * w / (1 - h))) %*% A; se <- sqrt(colSums(d^2)); df <- apply(d, 2, df_of); label <- function(v, key) setNames(v, paste0(key, "[", names(b), "]"))
  put(id, "HC3 and degrees of freedom written out", tolerance, label(se, "se"), label(df, "df"), label(2 * pt(-abs(b / se), df), "p"), label(b - qt(.975, df) * se, "low")) }
last <- epil[epil$period == 4, ]; last$trt <- factor(last$trt, c("placebo", "progabide")); g <- glm(y ~ trt + lage + lbase, poisson, last, control = tight)
counted("epil fourth period, Poisson, few events", g, model.matrix(g), identity, 1e-9)
quine <- read.csv("data/quine.csv"); quine$Sex <- factor(quine$Sex, c("F", "M")); g <- MASS::glm.nb(Days ~ Sex, quine, control = glm.control(epsilon = 1e-14, maxit = 500))
# of one factor the rates are the means of the groups, whatever theta; theta solves its equation there
m <- ave(quine$Days, quine$Sex); th <- uniroot(function(t) sum(digamma(quine$Days + t) - digamma(t) + log(t) + 1 - log(t + m) - (quine$Days + t) / (m + t)), c(.1, 10), tol = 1e-15)$root
g$coefficients[] <- c(log(m[quine$Sex == "F"][1]), log(m[quine$Sex == "M"][1] / m[quine$Sex == "F"][1])); g$fitted.values <- m
counted("quine Days by Sex, negative binomial, few events", g, model.matrix(g), function(m) m / (1 + m / th), 1e-9)

## the mean of skewed values: Hall (1992), solved for T by uniroot
skewed <- function(id, x, level) {
  n <- length(x); s <- x - mean(x); g <- mean(s^3) / mean(s^2)^1.5; df <- df_of(s); t <- qt((1 + level) / 2, df)
  straight <- function(T) T + g / sqrt(n) * (T^2 / 3 + 1 / 6) + g^2 / n * T^3 / 27
  at <- function(q) uniroot(function(T) straight(T) - q, c(-100, 100), tol = 1e-15)$root
  put(id, "Hall's g by uniroot", 1e-9, mean = mean(x), low = mean(x) - at(t) * sd(x) / sqrt(n), high = mean(x) - at(-t) * sd(x) / sqrt(n), df = df) }
skewed("epil seizures, skewed mean", epil$y, .95)
skewed("bfi age, skewed mean", bfi$age, .99)
skewed("sleep won by a drug, skewed mean", c(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4), .9)

## Pearson's r: Fisher's z with the distribution-free variance of r, written as Steiger & Hakstian (1982) have it, by fourth moments, with the
## pairs weighted by 1 / (1 - leverage) in the plane, from the hat matrix of both answers
correlated <- function(id, x, y, level, margin) {
  ok <- complete.cases(x, y); x <- x[ok]; y <- y[ok]; n <- length(x); r <- cor(x, y)
  w <- 1 / (1 - hat(cbind(1, x, y), intercept = FALSE)); x <- (x - mean(x)) / sqrt(mean((x - mean(x))^2)); y <- (y - mean(y)) / sqrt(mean((y - mean(y))^2))
  m <- function(i, j) sum(w * x^i * y^j) / n
  v <- m(2, 2) + r^2 / 4 * (m(4, 0) + 2 * m(2, 2) + m(0, 4)) - r * (m(3, 1) + m(1, 3))
  se <- sqrt(v / (n - 1)) / (1 - r^2); df <- df_of((x * y - r * (x^2 + y^2) / 2) * sqrt(w)); z <- atanh(r); t <- qt((1 + level) / 2, df)
  put(id, "fourth moments, written out", 1e-10, r = r, low = tanh(z - t * se), high = tanh(z + t * se), error = se, df = df,
    tost = max(pt((z + atanh(margin)) / se, df, lower.tail = FALSE), pt((z - atanh(margin)) / se, df)), t_p = cor.test(x, y)$p.value) }
yes <- function(x, is) as.numeric(x == is); students <- read.csv("data/students.csv")
correlated("cowles neuroticism, extraversion, with any answers", cowles$neuroticism, cowles$extraversion, .95, .1)
correlated("cowles extraversion, volunteer, with any answers", cowles$extraversion, yes(cowles$volunteer, "yes"), .95, .15)
correlated("students Height, Wr.Hnd, with any answers", students$Height, students$Wr.Hnd, .99, .7)
correlated("epil lbase, seizures, with any answers", epil$lbase, epil$y, .95, .8)
correlated("quine Days, Sex, with any answers", quine$Days, yes(quine$Sex, "M"), .95, .2)
correlated("first 9 students Height, Wr.Hnd, with any answers", students$Height[1:9], students$Wr.Hnd[1:9], .9, .3)
d <- do.call(rbind, out); write.csv(d, "more/squares.csv", row.names = FALSE); cat(nrow(d), "quantities\n")
