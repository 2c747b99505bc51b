# Makes sheets.json: a sample of the demonstration pool's answer sheets, scored here by the authors' rules (instruments' own
# publications), not by Pejling's SQL. Of each questionnaire every nth sheet, and every sheet with an answer missing up to
# twenty. Run in this folder: Rscript sheets.R
folder <- "../../../static/demo/pool"
read <- function(name) read.csv2(file.path(folder, paste0(name, ".csv")), na.strings = "", encoding = "UTF-8", dec = ",")

# The mean of the answers that are there, if so many are.
mean_of <- function(answers, needs) {
  ifelse(rowSums(!is.na(answers)) >= needs, rowMeans(answers, na.rm = TRUE), NA)
}
half_up <- function(x) floor(x + 0.5)

scorers <- list(
  # WHO 2024: the sum of the five answers times four; all must be there.
  who5 = function(sheets) list(total = rowSums(sheets[, paste0("who5_", 1:5)]) * 4),
  # Youthinmind's scoring syntax: five items reversed, mean of at least three times five, rounded half up.
  sdq_p = function(sheets) {
    reversed <- c("pobeys", "preflect", "pattends", "pfriend", "ppopular")
    sheets[, reversed] <- 2 - sheets[, reversed]
    keys <- list(
      emotion = c("psomatic", "pworries", "punhappy", "pclingy", "pafraid"),
      conduct = c("ptantrum", "pobeys", "pfights", "plies", "psteals"),
      hyper = c("prestles", "pfidgety", "pdistrac", "preflect", "pattends"),
      peer = c("ploner", "pfriend", "ppopular", "pbullied", "poldbest"),
      prosocial = c("pconsid", "pshares", "pcaring", "pkind", "phelpout")
    )
    scales <- lapply(keys, function(items) half_up(mean_of(sheets[, items], 3) * 5))
    c(list(total = Reduce(`+`, scales[1:4])), scales)
  },
  # CORE System Trust: items 3, 5 and 10 reversed, at most one missing, ten times the mean.
  core_yp = function(sheets) {
    items <- paste0("coreyp_", 1:10)
    sheets[, items[c(3, 5, 10)]] <- 4 - sheets[, items[c(3, 5, 10)]]
    list(total = mean_of(sheets[, items], 9) * 10)
  },
  # CORE System Trust: eight items reversed; total 34 times the mean with at most three missing, domains as means with at most
  # one missing of twelve and none of the short ones.
  core_om = function(sheets) {
    items <- paste0("coreom_", 1:34)
    reversed <- items[c(3, 4, 7, 12, 19, 21, 31, 32)]
    sheets[, reversed] <- 4 - sheets[, reversed]
    domain <- function(numbers, missing) mean_of(sheets[, items[numbers]], length(numbers) - missing)
    list(
      total = mean_of(sheets[, items], 31) * 34,
      wellbeing = domain(c(4, 14, 17, 31), 0),
      problems = domain(c(2, 5, 8, 11, 13, 15, 18, 20, 23, 27, 28, 30), 1),
      functioning = domain(c(1, 3, 7, 10, 12, 19, 21, 25, 26, 29, 32, 33), 1),
      risk = domain(c(6, 9, 16, 22, 24, 34), 0)
    )
  },
  # Our reading of Rambøll's five questions: equal weight, all answered.
  family = function(sheets) {
    items <- paste0("family_", 1:5)
    sheets[, items[5]] <- 4 - sheets[, items[5]]
    list(index = mean_of(sheets[, items], 5))
  }
)

sampled <- function(instrument) {
  sheets <- read(instrument)
  answers <- sheets[, -(1:4)]
  nth <- seq(1, nrow(sheets), length.out = 30)
  gaps <- which(rowSums(is.na(answers)) > 0)
  rows <- sort(unique(c(round(nth), head(gaps, 20))))
  scores <- scorers[[instrument]](sheets[rows, ])
  as_number <- function(x) ifelse(is.na(x), "null", trimws(format(x, digits = 15)))
  unlist(lapply(names(scores), function(scale) {
    sprintf(
      '["%s", "%s", "%s", "%s", %s]',
      instrument, scale, sheets$course_id[rows], sheets$wave[rows], sapply(scores[[scale]], as_number)
    )
  }))
}

lines <- unlist(lapply(names(scorers), sampled))
writeLines(c("[", paste0("  ", lines, collapse = ",\n"), "]"), "sheets.json")
