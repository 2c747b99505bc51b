-- reads: wellbeing
FROM (DESCRIBE wellbeing)
