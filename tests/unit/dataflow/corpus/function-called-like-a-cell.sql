-- reads: wellbeing
SELECT total(n), left(unit, 2) FROM wellbeing
