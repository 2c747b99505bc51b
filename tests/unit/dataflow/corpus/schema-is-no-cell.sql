-- reads: nothing
SELECT * FROM main.wellbeing
