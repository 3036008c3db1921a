# The numbers in the tests of this folder that carry the name of an R function. Run: Rscript reference.R
# R 4.2.2, survey 4.1. Change a number in a test only together with the line here that gives it.
suppressMessages(library(survey))
say <- function(label, x) cat(sprintf("%-34s %s\n", label, paste(sprintf("%.17g", x), collapse = " ")))

say("qt(0.975, df)", qt(0.975, c(1, 2, 3, 4, 5, 10, 29, 30, 45, 120, 1000, 14000)))
tp <- function(t, df) 2 * pt(-abs(t), df)
say("two-sided pt, df 1", tp(c(0, 0.5, 1, 12.7, 1e6), 1))
say("two-sided pt, df 4", tp(c(0.1, -2.5, 20), 4))
say("two-sided pt, df 37", tp(c(0.01, 1.7, 2.1, 9), 37))
say("two-sided pt, df 14000", tp(c(0.5, 1.72, 1.74, 6), 14000))

say("pnorm upper", pnorm(c(-8, -3, -1, 0, 0.5, 1, 1.96, 2.49, 2.5, 3.1, 6, 12, 30), lower.tail = FALSE))

pb <- function(k, n, p) pbinom(k - 1, n, p, lower.tail = FALSE)
say("pbinom upper 5 68 .08", pb(5, 68, 0.08))
say("pbinom upper 9 10 .5", pb(9, 10, 0.5))
say("pbinom upper 1 45 .07", pb(1, 45, 0.07))
say("pbinom upper 40 90 .1", pb(40, 90, 0.1))
say("pbinom upper 700 1000 .6", pb(700, 1000, 0.6))
say("pbinom upper 550 1000 .6", pb(550, 1000, 0.6))
say("pbinom upper 300 300 .01", pb(300, 300, 0.01))

say("p.adjust BH", p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.8, 0.03), "BH"))
say("p.adjust BH with NA", p.adjust(c(0.02, NA, 0.001, NA, 0.5), "BH"))

x <- c(1, 2, 4, 8, 16, 32, 64)
say("quantile type 7", quantile(x, c(0, 0.1, 0.25, 0.5, 0.9, 1), type = 7))

wilson <- function(k, n) prop.test(k, n, correct = FALSE)$conf.int
say("prop.test 4 of 68", suppressWarnings(wilson(4, 68)))
say("prop.test 0 of 25", suppressWarnings(wilson(0, 25)))
say("prop.test 25 of 25", suppressWarnings(wilson(25, 25)))
say("prop.test 81 of 263", wilson(81, 263))

# Contrasts: units 1, 2, 3, 5 in 2008, 1, 2, 4, 5 in 2010, 2, 4, 5 in 2013 (days 0, 730, 1826).
d <- data.frame(
  round = rep(c("a", "b", "c"), c(4, 4, 3)),
  unit = c(1, 2, 3, 5, 1, 2, 4, 5, 2, 4, 5),
  low = c(5, 12, 3, 20, 9, 10, 14, 31, 15, 18, 30),
  base = c(60, 100, 45, 180, 62, 95, 80, 200, 90, 85, 190))
all.units <- unique(d$unit)
one <- function(r, pick) { # a unit absent from a round adds nothing to its sums but is a cluster all the same
  s <- d[d$round == r, ]
  v <- s[[pick]][match(all.units, s$unit)]
  ifelse(is.na(v), 0, v)
}
wide <- data.frame(unit = all.units)
for (r in c("a", "b", "c")) { wide[[paste0("l", r)]] <- one(r, "low"); wide[[paste0("n", r)]] <- one(r, "base") }
ratios <- function(rounds, rows) {
  w <- wide[rows, ]
  des <- svydesign(ids = ~unit, weights = rep(1, nrow(w)), data = w)
  e <- lapply(rounds, function(r) svyratio(as.formula(paste0("~l", r)), as.formula(paste0("~n", r)), des))
  p <- sapply(e, coef)
  z <- sapply(seq_along(rounds), function(i) (w[[paste0("l", rounds[i])]] - p[i] * w[[paste0("n", rounds[i])]]) / sum(w[[paste0("n", rounds[i])]]))
  list(p = p, V = vcov(svytotal(z, des)), single = sapply(e, function(r) SE(r)), M = nrow(w))
}
contrast <- function(label, rounds, c0, rows) {
  r <- ratios(rounds, rows); v <- sum(c0 * r$p); se <- sqrt(drop(t(c0) %*% r$V %*% c0)); q <- qt(0.975, r$M - 1)
  say(label, c(v, v - q * se, v + q * se, 2 * pt(-abs(v / se), r$M - 1)))
  if (length(rounds) == 1) stopifnot(all.equal(se, unname(drop(r$single))))
}
has <- function(...) rowSums(wide[paste0("n", c(...))]) > 0
contrast("share a", "a", 1, has("a"))
contrast("change b - a", c("b", "a"), c(1, -1), has("a", "b"))
t <- c(0, 730, 1826) / 365.25
N <- sapply(c("a", "b", "c"), function(r) sum(one(r, "base")))
tm <- sum(N * t) / sum(N)
contrast("slope a b c", c("a", "b", "c"), N * (t - tm) / sum(N * (t - tm)^2), has("a", "b", "c"))
p <- sapply(c("a", "b", "c"), function(r) sum(one(r, "low"))) / N
say("slope by lm", coef(lm(p ~ t, weights = N))[2])

# A comparison set: pooled share, phi, rho, funnel p and shrunken share of the last official.
set <- function(label, l, n) {
  p0 <- sum(l) / sum(n); I <- length(l); N <- sum(n)
  z <- (l - n * p0) / sqrt(n * p0 * (1 - p0)); q <- quantile(z, c(0.1, 0.9), type = 7)
  phi <- mean(pmin(pmax(z, q[1]), q[2])^2)
  over <- phi > 1 + 2 * sqrt(2 / I)
  S <- sum(n * (l / n - p0)^2)
  rho <- min(1, max(0, (S - (I - 1) * p0 * (1 - p0)) / (p0 * (1 - p0) * (N - sum(n^2) / N - (I - 1)))))
  fp <- if (over) pnorm(z / sqrt(phi), lower.tail = FALSE) else pbinom(l - 1, n, p0, lower.tail = FALSE)
  sh <- if (rho == 0) rep(p0, I) else (l + p0 * (1 - rho) / rho) / (n + (1 - rho) / rho)
  say(paste(label, "p0 phi rho over"), c(p0, phi, rho, over))
  say(paste(label, "funnel p"), fp[c(1, I)]); say(paste(label, "shrunken"), sh[c(1, I)])
}
set("calm set", c(4, 6, 5, 3, 7, 5, 4, 6, 5, 15), c(60, 62, 58, 55, 70, 66, 61, 59, 64, 63))
set("scattered set", c(1, 20, 2, 15, 0, 9, 3, 18, 6, 30), c(60, 62, 58, 55, 70, 66, 61, 59, 64, 63))

# How far the units of an area lie apart: phi is the dispersion of glm(family = quasibinomial), rho by moments (Kleinman),
# the true part of the variance of shares by Spearman-Brown at the mean base. glm starts at the answer, or its last digits
# would be those of its stopping rule.
dispersion <- function(l, n) summary(glm(cbind(l, n - l) ~ 1, family = quasibinomial, start = qlogis(sum(l) / sum(n))))$dispersion
spread <- function(label, l, n) {
  phi <- dispersion(l, n)
  p <- sum(l) / sum(n); I <- length(l); N <- sum(n)
  stopifnot(all.equal(phi, sum((l - n * p)^2 / (n * p * (1 - p))) / (I - 1)))
  rho <- min(1, max(0, (sum(n * (l / n - p)^2) - (I - 1) * p * (1 - p)) / (p * (1 - p) * (N - sum(n^2) / N - (I - 1)))))
  say(paste(label, "mean base phi rho true part"), c(N / I, phi, rho, rho * (N / I) / (1 + rho * (N / I - 1))))
}
spread("units far apart", c(14, 5, 31, 9, 22, 3, 18), c(240, 180, 236, 244, 232, 176, 240))
spread("units as chance", c(12, 9, 13, 11, 10, 9), c(240, 180, 236, 244, 232, 176))
spread("two units", c(10, 30), c(240, 236))
spread("five units of /methods", c(2, 5, 1, 9, 4), c(60, 70, 50, 80, 60))
# With equal bases n, rho is (phi - 1) / (n - 1) with the phi of glm: no sum of its own.
l <- c(4, 9, 2, 14, 6, 1); n <- 40
phi <- dispersion(l, rep(n, length(l)))
say("equal bases by glm phi rho part", c(phi, (phi - 1) / (n - 1), n / (n - 1) * (1 - 1 / phi)))

# The difference of two shares on different units from the interval of each (MOVER); with Wilson intervals it is Newcombe's
# method 10, whose printed example for 56/70 and 48/80 is 0.0524 to 0.3339.
wilson <- function(x, n) prop.test(x, n, correct = FALSE)$conf.int[1:2]
mover <- function(label, p, i, q, j) say(paste(label, "difference lower upper"), c(p - q, p - q - sqrt((p - i[1])^2 + (j[2] - q)^2), p - q + sqrt((i[2] - p)^2 + (q - j[1])^2)))
mover("Newcombe", 56/70, wilson(56, 70), 48/80, wilson(48, 80))
mover("none of ten", 0/10, wilson(0, 10), 0/20, wilson(0, 20))
mover("example of /methods", 0.08, c(0.07, 0.095), 0.05, c(0.03, 0.06))
