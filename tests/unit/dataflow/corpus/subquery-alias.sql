-- reads: wellbeing
SELECT * FROM (FROM wellbeing) AS total
