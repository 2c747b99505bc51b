-- reads: wellbeing, by_unit
SELECT * FROM wellbeing WHERE unit IN (SELECT unit FROM by_unit)
