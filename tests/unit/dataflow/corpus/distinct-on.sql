-- reads: wellbeing
SELECT DISTINCT ON (unit) * FROM wellbeing
