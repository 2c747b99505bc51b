-- reads: wellbeing, by_unit
SELECT * FROM wellbeing UNION ALL BY NAME SELECT * FROM by_unit
