-- reads: wellbeing
SELECT * FROM (SELECT * FROM wellbeing)
