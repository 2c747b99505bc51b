-- reads: wellbeing, by_unit
FROM wellbeing PIVOT (sum(n) FOR unit IN (1, 2)) AS p, by_unit
