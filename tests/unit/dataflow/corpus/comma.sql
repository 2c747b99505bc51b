-- reads: wellbeing, by_unit
SELECT * FROM wellbeing, by_unit
