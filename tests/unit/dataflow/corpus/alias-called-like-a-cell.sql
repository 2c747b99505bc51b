-- reads: wellbeing
SELECT by_unit.n FROM wellbeing AS by_unit
