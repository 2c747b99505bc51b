-- reads: wellbeing, by_unit
FROM wellbeing NATURAL JOIN by_unit
