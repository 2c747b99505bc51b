-- reads: wellbeing, by_unit
SELECT * FROM wellbeing WHERE unit IN (FROM by_unit SELECT unit)
