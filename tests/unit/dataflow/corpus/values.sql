-- reads: nothing
SELECT * FROM (VALUES (1, 2)) AS wellbeing(total, n)
