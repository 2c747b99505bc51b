-- reads: wellbeing, by_unit
SELECT * FROM wellbeing JOIN by_unit ON wellbeing.unit = by_unit.unit
