-- reads: wellbeing
SELECT * FROM wellbeing ORDER BY n
