# The values the tests of src/lib/statistics hold ours against, computed by R. Writes expected.json beside itself.
#
#   apt-get install -y r-base-core r-cran-effectsize r-cran-coin r-cran-jsonlite
#   Rscript tests/unit/statistics/expected.R
#
# What comes from where:
#   t.test, wilcox.test, mcnemar.test, binom.test, fisher.test, prop.test, cor: R's own (package stats)
#   the exact conditional distribution of the signed ranks, also with ties and zeros: coin
#   intervals of d: the pivot of the noncentral t by uniroot() on pt(ncp), and effectsize (whose optimiser stops at
#     about five decimals, so it is held to less)
#   d_av's interval (Algina & Keselman 2003) and Newcombe's method 10: their formulas, written out here
suppressPackageStartupMessages({library(coin); library(effectsize); library(jsonlite)})
options(warn = 1)
set.seed(20110)

whole <- function(n, mean, sd, high) pmin(high, pmax(0, round(rnorm(n, mean, sd))))
pairs <- function(before, after) list(before = before, after = after)

# WHO-5 like percentages, in fours; CORE like means of 34, in decimals that a computer rounds
who <- function(n, gain) { b <- 4 * whole(n, 11, 5, 25); pairs(b, pmin(100, pmax(0, b + 4 * round(rnorm(n, gain, 4))))) }
core <- function(n, gain) { b <- whole(n, 50, 20, 136); pairs(b / 34, pmin(136, pmax(0, b + round(rnorm(n, gain, 12)))) / 34) }

fifty <- rnorm(50, 40, 12)
cases <- list(
  "two" = pairs(c(10, 14), c(12, 19)),
  "three" = pairs(c(20, 36, 28), c(44, 40, 52)),
  "three, falling" = pairs(c(3, 5, 9), c(1, 2, 8.5)),
  "five" = pairs(c(20, 36, 28, 44, 12), c(44, 40, 52, 40, 32)),
  "six, no ties" = pairs(c(20, 36, 28, 44, 12, 60), c(44, 40, 58, 43, 24, 62)),
  "six, all rise" = pairs(c(20, 36, 28, 44, 12, 60), c(21, 38, 31, 48, 17, 66)),
  "eight, ties" = pairs(c(48, 20, 36, 28, 44, 12, 60, 52), c(52, 24, 32, 36, 52, 32, 56, 64)),
  "twelve, zeros and ties" = pairs(c(48, 20, 36, 28, 44, 12, 60, 52, 8, 40, 72, 24), c(48, 24, 32, 36, 44, 32, 56, 64, 8, 44, 72, 40)),
  "ten, mostly zeros" = pairs(c(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), c(1, 2, 3, 4, 5, 6, 7, 8, 12, 11)),
  "balanced" = pairs(c(10, 10, 20, 20, 30, 30), c(12, 8, 23, 17, 34, 26)),
  "constant difference" = pairs(c(20, 36, 28, 44, 12, 60, 52), c(24, 40, 32, 48, 16, 64, 56)),
  "nothing changes" = pairs(c(20, 36, 28, 44, 12, 60, 52), c(20, 36, 28, 44, 12, 60, 52)),
  "all the same before" = pairs(rep(20, 7), c(24, 40, 32, 48, 16, 64, 56)),
  "nearly constant" = pairs(c(20, 36, 28, 44, 12, 60, 52), c(24, 40, 32, 48, 16, 64, 56.01)),
  "large effect" = pairs(c(10, 11, 12, 13, 14, 15, 16, 17), c(30, 31, 33, 33, 34, 36, 36, 37)),
  "no effect, thirty" = who(30, 0),
  "fifty, no ties" = pairs(fifty, fifty + rnorm(50, 5, 11)),
  "fifty, ties and zeros" = who(50, 2),
  "decimals that round" = core(40, -9),
  "two hundred" = who(230, 0.4),
  "large" = who(2500, 2),
  "large, decimals" = core(400, -6),
  "under two hundred" = who(200, 0.4)
)

# Its doubts about its last digits are about less than 1e-11 here.
pt <- function(...) suppressWarnings(stats::pt(...))
noncentrality <- function(t, df) {
  at <- function(p) uniroot(function(d) pt(t, df, d) - p, c(t - 4 - 3 * abs(t), t + 4 + 3 * abs(t)), tol = 1e-13, maxiter = 5000)$root
  c(at(.975), at(.025))
}
J <- function(m) exp(lgamma(m / 2) - log(sqrt(m / 2)) - lgamma((m - 1) / 2))
spreads <- function(x) length(x) > 1 && sd(x) > 1e-10

of_case <- function(case) {
  b <- case$before; a <- case$after; d <- round(a - b, 10); n <- length(d)
  out <- list(before = b, after = a, n = n, mean_before = mean(b), mean_after = mean(a), sd_before = sd(b), sd_after = sd(a),
    mean_change = mean(d), sd_change = if (spreads(d)) sd(d) else 0)
  if (spreads(b) && spreads(a)) out$r <- cor(b, a)
  s <- sqrt((var(b) + var(a)) / 2)
  if (s > 0) out$dav <- mean(d) / s
  if (spreads(d)) {
    t <- t.test(a, b, paired = TRUE)
    out$t <- unname(t$statistic); out$t_p <- t$p.value; out$change_interval <- as.numeric(t$conf.int)
    out$dz <- mean(d) / sd(d)
    if (abs(out$t) < 35) {
      out$dz_interval <- noncentrality(out$t, n - 1) / sqrt(n)
      # Algina & Keselman 2003: lambda * sqrt(2 (s1^2 + s2^2 - 2 s12) / (n (s1^2 + s2^2)))
      out$dav_interval <- noncentrality(out$t, n - 1) * sqrt(2 * (var(b) + var(a) - 2 * cov(b, a)) / (n * (var(b) + var(a))))
      e <- cohens_d(a, b, paired = TRUE, verbose = FALSE); out$effectsize_dz <- c(e$CI_low, e$CI_high)
    }
    if (n > 2) { out$J <- J(n - 1); out$gz <- hedges_g(a, b, paired = TRUE, verbose = FALSE)$Hedges_g }
  }
  if (n >= 6 && any(d != 0)) {
    plain <- !any(d == 0) && !any(duplicated(abs(d)))
    w <- suppressWarnings(wilcox.test(d, exact = FALSE, correct = TRUE))
    out$v <- unname(w$statistic); out$wilcoxon_normal <- w$p.value
    if (plain) out$wilcoxon_exact <- wilcox.test(d, exact = TRUE)$p.value
    if (sum(d != 0) <= 200) for (zeros in c("Wilcoxon", "Pratt"))
      out[[paste0("coin_", tolower(zeros))]] <- as.numeric(pvalue(wilcoxsign_test(d ~ rep(0, n), distribution = "exact", zero.method = zeros)))
  }
  out
}

wilson <- function(x, n) suppressWarnings(as.numeric(prop.test(x, n, correct = FALSE)$conf.int))
newcombe <- function(x1, n1, x2, n2) {
  p1 <- x1 / n1; p2 <- x2 / n2; w1 <- wilson(x1, n1); w2 <- wilson(x2, n2)
  p1 - p2 + c(-sqrt((p1 - w1[1])^2 + (w2[2] - p2)^2), sqrt((w1[2] - p1)^2 + (p2 - w2[1])^2))
}
shares <- lapply(list(c(0, 1), c(1, 1), c(0, 6), c(6, 6), c(1, 3), c(3, 7), c(41, 50), c(579, 832), c(1, 100000)),
  function(s) list(count = s[1], n = s[2], interval = wilson(s[1], s[2])))
share_pairs <- lapply(list(c(9, 10, 3, 10), c(56, 70, 48, 80), c(0, 6, 0, 8), c(6, 6, 0, 7), c(5, 56, 0, 29), c(10, 10, 20, 20), c(3, 11, 7, 9), c(400, 579, 160, 253), c(1, 6, 4, 6), c(4, 12, 7, 12)),
  function(s) list(counts = s, interval = newcombe(s[1], s[2], s[3], s[4]),
    fisher = fisher.test(matrix(c(s[1], s[2] - s[1], s[3], s[4] - s[3]), 2))$p.value))
# gained, lost, in the state at both ends, at neither
mcnemar <- lapply(list(c(1, 0, 3, 3), c(5, 1, 2, 2), c(4, 4, 1, 1), c(0, 9, 3, 1), c(16, 8, 20, 9), c(15, 10, 20, 9), c(20, 20, 5, 5), c(13, 13, 0, 0), c(86, 150, 794, 570)),
  function(m) { table <- matrix(c(m[4], m[2], m[1], m[3]), 2)
    if (m[1] + m[2] < 25) list(counts = m, p = binom.test(m[1], m[1] + m[2])$p.value)
    else { t <- mcnemar.test(table); list(counts = m, p = t$p.value, statistic = unname(t$statistic)) } })

two <- function(x, y) {
  t <- t.test(x, y); n1 <- length(x); n2 <- length(y)
  p <- t.test(x, y, var.equal = TRUE); weight <- sqrt(1 / n1 + 1 / n2)
  g <- hedges_g(x, y, pooled_sd = TRUE, verbose = FALSE)
  list(x = x, y = y, difference = mean(x) - mean(y), interval = as.numeric(t$conf.int), t = unname(t$statistic), df = unname(t$parameter),
    p = t$p.value, d = unname(p$statistic) * weight, d_interval = noncentrality(unname(p$statistic), n1 + n2 - 2) * weight,
    g = g$Hedges_g, effectsize_g = c(g$CI_low, g$CI_high))
}
changes <- function(n, mean, sd) round(rnorm(n, mean, sd))
two_groups <- list(
  two(c(4, 8), c(0, -4, 12)), two(c(4, 8, 12), c(1, 1, 1)), two(changes(6, 8, 12), changes(7, 0, 9)),
  two(changes(50, 10, 14), changes(12, 4, 30)), two(changes(400, 10, 14), changes(250, 6, 16)), two(c(5, 5, 5, 5, 5, 5), changes(9, 4, 6)))

grid <- expand.grid(t = c(-12, -2.5, -.3, 0, .01, 1, 3.7, 25), df = c(1, 2, 5, 49, 800, 20000), delta = c(-20, -3, -.2, 0, .5, 4, 30))
# Where pt() gives up its series (ncp > 37.62) or its far tail, it is no measure; the grid stays inside.
noncentral_t <- Map(function(t, df, delta) list(t = t, df = df, delta = delta, p = pt(t, df, delta)), grid$t, grid$df, grid$delta)
student <- lapply(c(1, 1.5, 2, 3.2, 5, 30, 500, 1e5), function(df) list(df = df, t = qt(.975, df)))

json <- toJSON(list(r = R.version.string, effectsize = as.character(packageVersion("effectsize")), coin = as.character(packageVersion("coin")),
  pairs = lapply(cases, of_case), shares = shares, share_pairs = share_pairs, mcnemar = mcnemar, two_groups = two_groups,
  noncentral_t = noncentral_t, student = student, J = lapply(c(2, 3, 5, 49, 1000), function(m) list(m = m, J = J(m)))),
  auto_unbox = TRUE, digits = I(15), null = "null", na = "null", pretty = FALSE)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
writeLines(gsub("},{", "},\n{", gsub("},\"", "},\n\"", json, fixed = TRUE), fixed = TRUE), file.path(here, "expected.json"))
