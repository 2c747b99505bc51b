-- reads: wellbeing
SELECT * FROM wellbeing PIVOT (sum(n) FOR unit IN (1, 2))
