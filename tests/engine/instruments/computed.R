# Makes <instrument>/computed.csv: forms with missing answers and their scores, computed here from the authors' rules and
# not from the instrument files. Run in this folder: Rscript computed.R
set.seed(20261123)

forms <- function(names, max, share) {
  answers <- lapply(names, function(name) {
    value <- sample(0:max, length(share), replace = TRUE)
    value[runif(length(share)) < share] <- NA
    value
  })
  as.data.frame(setNames(answers, names))
}

# The mean of a row's answers where at most `missing` are missing.
row_mean <- function(answers, missing) {
  enough <- rowSums(is.na(answers)) <= missing
  ifelse(enough, rowMeans(answers, na.rm = TRUE), NA)
}

keep <- function(folder, answers, scores) {
  names(scores) <- paste0("=", names(scores))
  scores[] <- lapply(scores, function(score) format(score, digits = 15, trim = TRUE))
  table <- cbind(answers, scores)
  table[is.na(table) | table == "NA"] <- ""
  write.csv(table, file.path(folder, "computed.csv"), row.names = FALSE, quote = FALSE)
}

share <- rep(c(0, 0.02, 0.05, 0.1, 0.2), 12)

# CORE-OM: Evans 2000 (domains, positive items); at most 0, 1, 1, 0, 3 and 3 missing.
om <- forms(paste0("coreom_", 1:34), 4, share)
keyed <- om
positive <- c(3, 4, 7, 12, 19, 21, 31, 32)
keyed[positive] <- 4 - keyed[positive]
w <- c(4, 14, 17, 31)
p <- c(2, 5, 8, 11, 13, 15, 18, 20, 23, 27, 28, 30)
f <- c(1, 3, 7, 10, 12, 19, 21, 25, 26, 29, 32, 33)
r <- c(6, 9, 16, 22, 24, 34)
all <- row_mean(keyed, 3)
keep("core_om", om, data.frame(
  wellbeing = row_mean(keyed[w], 0), problems = row_mean(keyed[p], 1), functioning = row_mean(keyed[f], 1),
  risk = row_mean(keyed[r], 0), non_risk = row_mean(keyed[c(w, p, f)], 3), total = all * 34, clinical = all * 10
))

# YP-CORE: at most one missing.
yp <- forms(paste0("coreyp_", 1:10), 4, share)
keyed <- yp
keyed[c(3, 5, 10)] <- 4 - keyed[c(3, 5, 10)]
keep("core_yp", yp, data.frame(total = row_mean(keyed, 1) * 10))

# SDQ, as Youthinmind's R syntax has it: floor(0.5 + x).
items <- c("pconsid", "prestles", "psomatic", "pshares", "ptantrum", "ploner", "pobeys", "pworries", "pcaring", "pfidgety",
  "pfriend", "pfights", "punhappy", "ppopular", "pdistrac", "pclingy", "pkind", "plies", "pbullied", "phelpout",
  "preflect", "psteals", "poldbest", "pafraid", "pattends")
supplement <- c("pebddiff", "pdistres", "pimphome", "pimpfrie", "pimpclas", "pimpleis")
sdq <- cbind(forms(items, 2, pmin(share * 3, 0.45)), forms(supplement, 3, pmin(share * 3, 0.45)))
keyed <- sdq
turned <- c("pobeys", "pfriend", "ppopular", "preflect", "pattends")
keyed[turned] <- 2 - keyed[turned]
scale <- function(numbers) floor(0.5 + 5 * row_mean(keyed[numbers], 2))
emotion <- scale(c(3, 8, 13, 16, 24))
conduct <- scale(c(5, 7, 12, 18, 22))
hyper <- scale(c(2, 10, 15, 21, 25))
peer <- scale(c(6, 11, 14, 19, 23))
points <- ifelse(is.na(sdq[supplement[-1]]) | sdq[supplement[-1]] < 2, 0, as.matrix(sdq[supplement[-1]]) - 1)
impact <- ifelse(rowSums(!is.na(sdq[supplement[-1]])) == 0, NA, rowSums(points))
impact[!is.na(sdq$pebddiff) & sdq$pebddiff == 0] <- 0
keep("sdq_p", sdq, data.frame(
  emotion, conduct, hyper, peer, prosocial = scale(c(1, 4, 9, 17, 20)), total = emotion + conduct + hyper + peer,
  internalising = emotion + peer, externalising = conduct + hyper, impact
))
