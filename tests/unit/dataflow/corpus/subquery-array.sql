-- reads: wellbeing
SELECT array(SELECT unit FROM wellbeing)
