-- reads: by_unit
WITH RECURSIVE wellbeing(n) AS (SELECT n FROM by_unit UNION ALL SELECT n + 1 FROM wellbeing WHERE n < 5) FROM wellbeing
