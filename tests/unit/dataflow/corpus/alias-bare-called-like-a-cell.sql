-- reads: wellbeing
SELECT by_unit.n FROM wellbeing by_unit
