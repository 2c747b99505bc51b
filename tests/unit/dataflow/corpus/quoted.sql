-- reads: wellbeing
SELECT * FROM "wellbeing"
