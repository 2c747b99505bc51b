-- reads: wellbeing
SELECT sum(n) OVER (PARTITION BY unit ORDER BY total DESC) FROM wellbeing WINDOW by_unit AS (ORDER BY n) QUALIFY n > 1
