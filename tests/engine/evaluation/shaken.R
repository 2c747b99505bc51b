# Makes expected.json: numbers of the demonstration pool after it was shaken, computed here from the files and the authors'
# rules. Run in this folder: Rscript shaken.R
# Shaken: every tenth course and all of its forms are gone, and every WHO-5 answer of TUBA is one lower, at least 0.
folder <- "../../../static/demo/pool"
read <- function(name) read.csv2(file.path(folder, name), na.strings = "", encoding = "UTF-8", dec = ",")

courses <- read("courses.csv")
courses <- courses[seq_len(nrow(courses)) %% 10 != 0, ]
pairs_of <- function(forms, scores) {
  forms$score <- scores
  before <- forms[forms$wave == "before", c("course_id", "score")]
  after <- forms[forms$wave == "after", c("course_id", "score")]
  both <- merge(before, after, by = "course_id", suffixes = c("_before", "_after"))
  both <- both[!is.na(both$score_before) & !is.na(both$score_after), ]
  merge(both, courses, by = "course_id")
}

who5 <- merge(read("who5.csv"), courses[, c("course_id", "project")], by = "course_id")
items <- paste0("who5_", 1:5)
tuba <- who5$project == "TUBA"
who5[tuba, items] <- pmax(as.matrix(who5[tuba, items]) - 1, 0)
who5$project <- NULL
wellbeing <- pairs_of(who5, rowSums(who5[, items]) * 4)

sdq <- read("sdq_p.csv")
keys <- list(
  emotion = c("psomatic", "pworries", "punhappy", "pclingy", "pafraid"),
  conduct = c("ptantrum", "pobeys", "pfights", "plies", "psteals"),
  hyper = c("prestles", "pfidgety", "pdistrac", "preflect", "pattends"),
  peer = c("ploner", "pfriend", "ppopular", "pbullied", "poldbest")
)
reversed <- c("pobeys", "preflect", "pattends", "pfriend", "ppopular")
sdq[, reversed] <- 2 - sdq[, reversed]
scales <- sapply(keys, function(names) {
  answers <- sdq[, names]
  ifelse(rowSums(!is.na(answers)) >= 3, floor(rowMeans(answers, na.rm = TRUE) * 5 + 0.5), NA)
})
difficulties <- pairs_of(sdq, rowSums(scales))

started <- !is.na(courses$started_on)
share_of <- function(rows, column, code) mean(courses[rows & !is.na(courses[[column]]), column] == code)
means <- function(pairs) {
  list(n = nrow(pairs), before = mean(pairs$score_before), after = mean(pairs$score_after))
}
low <- who5[who5$wave == "before", ]
low <- merge(low[, "course_id", drop = FALSE], cbind(low, total = rowSums(low[, items]) * 4)[, c("course_id", "total")])
low <- low[low$course_id %in% courses$course_id & !is.na(low$total), ]

expected <- c(
  courses = nrow(courses),
  dropped = sum(!started),
  girls_started = share_of(started, "sex", "girl"),
  independent_dropped = share_of(!started, "residence", "independent"),
  low = mean(low$total <= 50),
  unlist(list(
    wellbeing = means(wellbeing),
    oldest = means(wellbeing[which(wellbeing$age_group == "17-24"), ]),
    sdq = means(difficulties[which(difficulties$age_group == "3-10"), ])
  )),
  improved = mean(wellbeing$score_after > wellbeing$score_before)
)
lines <- sprintf('  "%s": %s', names(expected), format(expected, digits = 15, trim = TRUE))
writeLines(c("{", paste(lines, collapse = ",\n"), "}"), "expected.json")
