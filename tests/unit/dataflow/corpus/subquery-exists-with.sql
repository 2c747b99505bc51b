-- reads: wellbeing, by_unit
FROM wellbeing WHERE EXISTS (WITH u AS (FROM by_unit) FROM u)
