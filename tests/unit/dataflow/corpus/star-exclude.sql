-- reads: wellbeing
SELECT * EXCLUDE (total) REPLACE (n + 1 AS n), COLUMNS('by_.*') FROM wellbeing
