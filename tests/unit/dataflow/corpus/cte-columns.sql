-- reads: by_unit
WITH wellbeing(a, n) AS (FROM by_unit) FROM wellbeing
