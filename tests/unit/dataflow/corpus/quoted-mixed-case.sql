-- reads: wellbeing
SELECT * FROM "WellBeing"
