# Writes careless.csv: indices of the second to seventh respondents of bfi.csv who answered every item, among the first 500 such.
# Run in this folder: Rscript careless.R    (Debian: r-base-core)
rows <- list()
put <- function(case, call, v) for (q in names(v)) rows[[length(rows) + 1]] <<- data.frame(case = case, quantity = q, value = trimws(formatC(v[[q]], digits = 15, format = "g")), tolerance = 1e-10, call = call)
items <- as.vector(t(outer(c("A", "C", "E", "N", "O"), 1:5, paste0))); d <- na.omit(read.csv("../data/bfi.csv")[, items])[1:500, ]
turned <- d; for (i in c("A1", "C4", "C5", "E1", "E2", "O2", "O5")) turned[[i]] <- 7 - turned[[i]]
r <- cor(d); pairs <- which(r > .5 & upper.tri(r), arr.ind = TRUE); anti <- which(r < -.4 & upper.tri(r), arr.ind = TRUE)
put("pairs", "cor", c(synonyms = nrow(pairs), antonyms = nrow(anti)))
D <- mahalanobis(d, colMeans(d), cov(d))
for (i in c(2:7)) {
  x <- as.numeric(d[i, ]); y <- as.numeric(turned[i, ]); odd <- even <- numeric(5)
  for (s in 1:5) { z <- y[5 * (s - 1) + 1:5]; odd[s] <- mean(z[c(1, 3, 5)]); even[s] <- mean(z[c(2, 4)]) }
  k <- cor(odd, even); put(paste("respondent", i), "rle, sd, cor, mahalanobis", c(run = max(rle(x)$lengths), sd = sd(x), even_odd = max(-1, 2 * k / (1 + k)), synonyms = cor(x[pairs[, 1]], x[pairs[, 2]]), antonyms = cor(x[anti[, 1]], x[anti[, 2]]), D2 = D[[i]], p = pchisq(D[[i]], 25, lower = FALSE)))
}
write.csv(do.call(rbind, rows), "careless.csv", row.names = FALSE)
