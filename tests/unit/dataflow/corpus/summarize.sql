-- reads: wellbeing
FROM (SUMMARIZE wellbeing)
