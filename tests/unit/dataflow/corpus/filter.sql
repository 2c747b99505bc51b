-- reads: wellbeing
SELECT count(*) FILTER (WHERE total > 1) FROM wellbeing GROUP BY GROUPING SETS ((unit), ())
